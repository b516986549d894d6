using System.Globalization;
using Wijkmonitor.Bench.Costs;
using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Local;

namespace Wijkmonitor.Infra.Tests;

/// <summary>The fixed costs that operations.md states are those of what the templates deploy.</summary>
public sealed class CostTests
{
    private const int NightsPerYear = 365;
    private const int RequestsPerView = 6;

    private static readonly string[] Quick = ["PT5M", "PT10M"];
    private static readonly CostAssumptions Assumptions = CostAssumptions.Read();

    // The choices that each row of the table is about.
    private static readonly Dictionary<string, Func<Deployment>> Environments = new(StringComparer.Ordinal)
    {
        ["test"] = () => Scenarios.Get(Scenarios.Minimal),
        ["acceptance"] = () => Scenarios.Predict("acceptance-cost", "acceptance", "param privateNetwork = true\nparam outsideCheckSeconds = 0\n"),
        ["production"] = () => Scenarios.Predict("production-cost", "production", "param privateNetwork = true\nparam warmInstances = 1\n"),
        ["production in several zones"] = () => Scenarios.Get(Scenarios.Everything),
    };

    public static TheoryData<string> Names => [.. Assumptions.Environments.Select(environment => environment.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_cost_model_counts_the_resources_that_an_environment_deploys(string name)
    {
        var deployment = Environments[name]();
        var logAlerts = deployment.WithType("Microsoft.Insights/scheduledQueryRules").Select(alert => alert.GetText("properties.evaluationFrequency")).ToList();

        Assert.Equal(Assumptions.Environments.Single(environment => environment.Name == name), new FixedResources(
            name,
            deployment.Site.GetArray("properties.functionAppConfig.scaleAndConcurrency.alwaysReady")
                .Sum(group => group.GetProperty("instanceCount").GetInt32()),
            deployment.WithType("Microsoft.Network/privateEndpoints").Count(),
            deployment.WithType("Microsoft.Network/privateDnsZones").Count(),
            logAlerts.Count(Quick.Contains),
            logAlerts.Count(every => !Quick.Contains(every)),
            deployment.WithType("Microsoft.Insights/metricAlerts").Sum(CountSeries),
            deployment.WithType("Microsoft.Insights/webtests").Sum(CountChecks),
            GetQuota(deployment)));
    }

    [Fact]
    public void The_page_has_the_table_that_follows_from_the_stated_prices() =>
        Assert.Contains(string.Join('\n', FixedCosts.CreateTable(Assumptions)), File.ReadAllText(RepositoryFolder.File("docs", "operations.md")),
            StringComparison.Ordinal);

    // What was counted and measured is stated; what is multiplied by how often and by a price is worked out again here.
    [Fact]
    public void The_page_has_sums_over_a_year_that_follow_from_what_was_counted() => Assert.All(Assumptions.Workloads, workload =>
    {
        var row = File.ReadLines(RepositoryFolder.File("docs", "operations.md"))
            .Single(line => line.StartsWith($"| {workload.Name} |", StringComparison.Ordinal))
            .Split('|', StringSplitOptions.TrimEntries)[2..^1].Select(cell => decimal.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
        var (delivery, empty, night, view, calls, executions, gigabyteSeconds, cost, afterGrants) = (row[0], row[1], row[2], row[3], row[4], row[6], row[7],
            row[8], row[9]);
        var prices = Assumptions.Prices;
        var granted = (Math.Min(gigabyteSeconds, 12 * prices.FreeGigabyteSecondsPerMonth.Price) * prices.GigabyteSecond.Price)
            + (Math.Min(executions, 12 * prices.FreeExecutionsPerMonth.Price) / 1_000_000 * prices.MillionExecutions.Price);

        Assert.Equal(
            (delivery * workload.DeliveriesPerYear) + (empty * Assumptions.IngestRunsPerYear) + (night * NightsPerYear) + (view * workload.ViewsPerYear),
            calls);
        Assert.Equal(Assumptions.IngestRunsPerYear + NightsPerYear + (RequestsPerView * workload.ViewsPerYear), executions);

        // The two amounts are rounded, each to the cent.
        Assert.InRange(cost - afterGrants, granted - 0.01m, granted + 0.01m);
        Assert.True(cost > (gigabyteSeconds * prices.GigabyteSecond.Price) + (executions / 1_000_000 * prices.MillionExecutions.Price));
    });

    [Fact]
    public void Every_price_says_where_it_comes_from_and_where_it_is_to_be_checked()
    {
        var prices = typeof(PriceList).GetProperties().Where(property => property.PropertyType == typeof(StatedPrice))
            .Select(property => (StatedPrice)property.GetValue(Assumptions.Prices)!).ToList();

        Assert.Equal(19, prices.Count);
        Assert.All(prices, price => Assert.True(price is { Price: > 0, Source.Length: > 0 } && price.Page.Host == "azure.microsoft.com"
            && price.Date.Year >= 2025));
    }

    private static int GetQuota(Deployment deployment) =>
        deployment.WithType("Microsoft.OperationalInsights/workspaces").Single().Find("properties.workspaceCapping.dailyQuotaGb")!.Value.GetInt32();

    // Each response of storage that an alert counts is a series of its own.
    private static int CountSeries(DeployedResource alert) => alert.GetArray("properties.criteria.allOf")
        .SelectMany(criterion => criterion.TryGetProperty("dimensions", out var dimensions) ? dimensions.EnumerateArray() : default)
        .Aggregate(1, (series, dimension) => series * dimension.GetProperty("values").GetArrayLength());

    private static int CountChecks(DeployedResource check) =>
        365 * 86_400 / check.Find("properties.Frequency")!.Value.GetInt32() * check.GetArray("properties.Locations").Count;
}
