using Microsoft.Extensions.DependencyInjection;

namespace Wijkmonitor.Functions.Dashboard;

/// <summary>Registration of the dashboard.</summary>
public static class DashboardModule
{
    /// <summary>Adds the dashboard, as the build made it.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="folder">The folder with its files.</param>
    public static IServiceCollection AddDashboard(this IServiceCollection services, string folder) => services.AddSingleton(DashboardFiles.Read(folder));
}
