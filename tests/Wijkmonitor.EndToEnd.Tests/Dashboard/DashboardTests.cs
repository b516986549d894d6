using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard;

/// <summary>The tests that share one monitor and one browser; they change nothing that another one reads.</summary>
[CollectionDefinition]
public sealed class DashboardTests : ICollectionFixture<DashboardMonitor>;
