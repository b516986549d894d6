using System.Net;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Ingest.Previews;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Deliveries;

/// <summary>Previews of decisions about deliveries.</summary>
public sealed class DecisionPreviewTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("area-indicators", "dolphia-2017.csv")]
    [InlineData("area-indicators", "voorbeeldgebieden-2017.csv")]
    [InlineData("neighbourhood-state", "enschede.csv")]
    public async Task The_euros_and_values_of_a_preview_are_those_after_the_withdrawal(string dataset, string file)
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account);
        await monitor.SettleAsync();
        var delivery = (await monitor.DeliveriesAsync()).Single(stored => stored.Dataset == dataset && stored.File == file);
        var (tables, cards) = (await Tables.ReadAsync(monitor.Account, Tables.DataTables), await Tables.ScorecardsAsync(monitor.Account));
        var before = await TotalsAsync(monitor);

        var preview = await PreviewAsync(monitor, delivery);

        Tables.AssertSame(tables, await Tables.ReadAsync(monitor.Account, Tables.DataTables));
        Tables.AssertSame(cards, await Tables.ScorecardsAsync(monitor.Account));
        Assert.True(preview.IsComplete);
        Assert.Equal(DeliveryDecisionKind.Withdrawal, preview.Decision);
        Assert.True(preview.Figures.Withdrawn > 0);
        Assert.True(preview.Scorecards.Changed + preview.Scorecards.Withdrawn > 0);
        Assert.Equal(file == "dolphia-2017.csv", preview.Statements.Count > 0);

        await WithdrawAsync(monitor, delivery);
        var after = await TotalsAsync(monitor);
        var expected = before.Keys.Union(after.Keys).Where(key => Find(before, key) != Find(after, key)).ToDictionary(key => key, key => (Find(before, key), Find(after, key)));
        Assert.Equal(
            expected.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal),
            preview.Statements.SelectMany(statement => statement.Totals.Select(total => KeyValuePair.Create((statement.Period.Year, total.Code), (total.Before, total.After))))
                .OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_pending_file_shows_the_effect_of_its_confirmation()
    {
        await using var monitor = await PendingTests.StartAsync(emulator);
        var pending = await monitor.DeliverAsync("area-indicators/part.csv", PendingTests.Part);

        var preview = await PreviewAsync(monitor, pending);

        Assert.Equal(DeliveryDecisionKind.Confirmation, preview.Decision);
        Assert.Equal((pending.Changes!.Added, pending.Changes.Changed), (preview.Figures.Added, preview.Figures.Changed));
        Assert.Equal(0, preview.Figures.Withdrawn);
    }

    [Fact]
    public async Task The_first_five_of_many_municipalities_are_computed_and_the_preview_says_so()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        string[] codes = ["GM0014", "GM0034", "GM0037", "GM0047", "GM0050", "GM0059"];
        await monitor.DeliverAsync("areas/areas.csv", "code;name;boundary_year\n" + string.Concat(codes.Select(code => $"{code};{code};2017\n")));
        var figures = await monitor.DeliverAsync("area-indicators/a.csv", "area;period;indicator;value\n" + string.Concat(codes.Select(code => $"{code};2017;burglaries;5\n")));

        var preview = await PreviewAsync(monitor, figures);

        Assert.False(preview.IsComplete);
        Assert.Equal(codes.Take(DecisionPreviews.MaxMunicipalities), preview.Municipalities.Select(code => code.Value));
        Assert.Equal(DecisionPreviews.MaxMunicipalities, preview.Figures.Withdrawn);
    }

    [Fact]
    public async Task A_delivery_that_cannot_be_withdrawn_says_why_in_its_preview()
    {
        await using var monitor = await PendingTests.StartAsync(emulator);
        var refused = await monitor.DeliverAsync("area-indicators/refused.csv", "area;period\n");
        var areas = (await monitor.DeliveriesAsync()).First(delivery => delivery.Dataset == "areas");

        using var refusedAnswer = await monitor.App.Client.GetAsync($"/api/v1/deliveries/{refused.Id}/preview", Token);
        using var areasAnswer = await monitor.App.Client.GetAsync($"/api/v1/deliveries/{areas.Id}/preview", Token);
        using var absentAnswer = await monitor.App.Client.GetAsync("/api/v1/deliveries/areas-0000/preview", Token);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.NotFound), (refusedAnswer.StatusCode, areasAnswer.StatusCode, absentAnswer.StatusCode));
        Assert.Contains("Trek eerst die in", await areasAnswer.Content.ReadAsStringAsync(Token));
    }

    private static Task<DecisionPreview> PreviewAsync(RunningMonitor monitor, DeliveryResource delivery) =>
        monitor.GetAsync($"/api/v1/deliveries/{delivery.Id}/preview", DeliveriesJson.Default.DecisionPreview);

    private static async Task WithdrawAsync(RunningMonitor monitor, DeliveryResource delivery)
    {
        using var answer = await PendingTests.DecideAsync(monitor, delivery.Id, "withdrawal", new { reason = "wrong figures" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        await monitor.SettleAsync();
        var withdrawn = (await monitor.DeliveriesAsync()).Single(stored => stored.Id == delivery.Id);
        Assert.Equal(("withdrawn", "Admin"), (withdrawn.State, Assert.Single(withdrawn.Decisions).ByRole));
    }

    private static decimal? Find(Dictionary<(int Year, string Code), decimal?> totals, (int Year, string Code) key) => totals.GetValueOrDefault(key);

    private static async Task<Dictionary<(int Year, string Code), decimal?>> TotalsAsync(RunningMonitor monitor)
    {
        var totals = new Dictionary<(int Year, string Code), decimal?>();
        for (var year = 2016; year <= 2026; year++)
        {
            using var answer = await monitor.App.Client.GetAsync($"/api/v1/social-mortgages/dolphia/statements/{year}", Token);
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                continue;
            }

            var statement = System.Text.Json.JsonSerializer.Deserialize(await answer.Content.ReadAsStringAsync(Token), ScorecardsJson.Default.Scorecard)!;
            foreach (var total in statement.Totals)
            {
                totals[(year, total.Code)] = total.Value;
            }
        }

        return totals;
    }
}
