using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Api.SocialMortgages;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Figures;

/// <summary>A social mortgage over its years, through files and HTTP.</summary>
public sealed class MortgageTests(StorageEmulator emulator)
{
    private const string Base = "/api/v1/social-mortgages/dolphia";
    private const string Decisions = "contract;reference;date;decision;about;by_role;quantity;reason\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_late_figure_of_a_settled_year_is_booked_with_its_cause_in_the_next()
    {
        await using var monitor = await StartAsync();
        using var settled = await SettleAsync(monitor, 2017, "2018-03-01");
        Assert.Equal(HttpStatusCode.OK, settled.StatusCode);
        var before = await monitor.GetAsync($"{Base}/statements/2017", ScorecardsJson.Default.Scorecard);
        Assert.Equal("settled", before.Findings[0].Code);

        await monitor.DeliverAsync("decisions/late.csv", Decisions
            + "dolphia;B1;2018-04-01;confirmed;activities/A2017-014;wijkregisseur;;gehouden\n"
            + "dolphia;B2;2018-04-02;corrected;operation/O2017-003;gemeente;-49.50;dubbel geteld\n");
        await monitor.DeliverAsync("annotations/school.csv", "contract;reference;date;indicator;text;by_role\ndolphia;N1;2018-09-01;early_school_leavers;Nieuwe school;wijkregisseur\n");

        var after = await monitor.GetAsync($"{Base}/statements/2017", ScorecardsJson.Default.Scorecard);
        Assert.Equal(Totals(before), Totals(after));
        var next = await monitor.GetAsync($"{Base}/statements/2018", ScorecardsJson.Default.Scorecard);
        Assert.Equal(500m, next.Lines.Single(l => l.Code == "correction/2017/activities/neighbourhood_dinner").Amount);
        Assert.Equal(-49.50m, next.Lines.Single(l => l.Code == "correction/2017/operation").Amount);
        Assert.Contains(next.Findings, f => f.Code == "annotation" && f.Message.Nl.Contains("Nieuwe school"));
        var ledger = await monitor.GetAsync($"{Base}/ledger", SocialMortgagesJson.Default.MortgageLedgerResource);
        Assert.Equal((183_000m - 500 + 49.50m, 2, 2017), (ledger.Balance, ledger.Decisions.Count, Assert.Single(ledger.SettledYears).Year));
        Assert.Equal(ledger.Balance, ledger.Postings.Sum(p => p.Change));
        var explanation = await monitor.GetAsync($"{Base}/statements/2018/explanation", SocialMortgagesJson.Default.ExplanationResource);
        Assert.Contains(explanation.Files.Values, f => f.File == "late.csv" && f.Path.StartsWith("archive/decisions/"));
    }

    [Fact]
    public async Task A_year_that_cannot_be_settled_is_refused_with_its_reason()
    {
        await using var monitor = await StartAsync();

        using var early = await SettleAsync(monitor, 2017, "2017-12-31");
        using var order = await SettleAsync(monitor, 2018, "2019-02-01");
        using var malformed = await monitor.App.Client.PostAsJsonAsync($"{Base}/statements/2017/settlement", new { on = "soon" }, Token);
        using var person = await monitor.App.Client.PostAsJsonAsync($"{Base}/statements/2017/settlement", new { on = "2018-03-01", byRole = "J. de Vries" }, Token);
        using var first = await SettleAsync(monitor, 2017, "2018-03-01");
        using var again = await SettleAsync(monitor, 2017, "2018-03-02");

        Assert.Equal([400, 400, 400, 400, 200, 409], new[] { early, order, malformed, person, first, again }.Select(r => (int)r.StatusCode));
        Assert.Contains("a person\u0027s name", await person.Content.ReadAsStringAsync(Token));
        var problem = (await again.Content.ReadFromJsonAsync(HttpJson.Default.ProblemDetailsResource, Token))!;
        Assert.StartsWith("2017 is al vastgesteld.", problem.Message.Nl);
    }

    [Fact]
    public async Task A_cross_site_form_post_settles_nothing()
    {
        await using var monitor = await StartAsync();
        using var form = new StringContent("""{ "on": "2018-03-01", "byRole": "gemeente" }""", Encoding.UTF8, "text/plain");

        using var refused = await monitor.App.Client.PostAsync($"{Base}/statements/2017/settlement", form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var settled = await SettleAsync(monitor, 2017, "2018-03-01");
        Assert.Equal(HttpStatusCode.OK, settled.StatusCode);
    }

    [Fact]
    public async Task A_version_that_overlaps_the_old_one_or_moves_a_baseline_is_refused()
    {
        await using var monitor = await StartAsync();
        Task<DeliveryResource> VersionAsync(string name, Action<JsonObject> change)
        {
            var json = JsonNode.Parse(File.ReadAllText(RepositoryFolder.File("samples", "inbox", "contracts", "dolphia.json")))!.AsObject();
            json["version"] = "2";
            change(json);
            return monitor.DeliverAsync($"contracts/{name}.json", json.ToJsonString());
        }

        var overlapping = await VersionAsync("overlapping", json => json["validFrom"] = "2017-01-01");
        var moved = await VersionAsync("moved", json =>
        {
            json["validFrom"] = "2018-01-01";
            json["indicators"]!.AsArray().Single(i => (string?)i!["code"] == "early_school_leavers")!["baseline"] = 17;
        });
        var joined = await VersionAsync("joined", json => json["validFrom"] = "2018-01-01");

        Assert.Equal(["refused", "refused", "served"], new[] { overlapping, moved, joined }.Select(d => d.State));
        Assert.Equal("validFrom", Assert.Single((await monitor.ProblemsAsync(overlapping)).Items).Column);
        Assert.Equal("indicators/early_school_leavers/baseline", Assert.Single((await monitor.ProblemsAsync(moved)).Items).Column);
        var mortgage = await monitor.GetAsync(Base, SocialMortgagesJson.Default.SocialMortgageResource);
        Assert.Equal((2, "2"), (mortgage.Versions.Count, mortgage.Contract.Version));
        Assert.Equal("1", (await monitor.GetAsync($"{Base}/statements/2017", ScorecardsJson.Default.Scorecard)).RuleVersion);
    }

    [Fact]
    public async Task Redropped_activities_book_only_added_rows_and_a_changed_row_is_refused()
    {
        await using var monitor = await StartAsync();
        var sample = await File.ReadAllTextAsync(RepositoryFolder.File("samples", "inbox", "activities", "dolphia-2017.csv"), Token);
        const string Added = "dolphia;A2017-900;2017-12-20;walk_in;2;wijkregisseur\n";

        var grown = await monitor.DeliverAsync("activities/grown.csv", sample + Added);
        var changed = await monitor.DeliverAsync("activities/changed.csv", sample + Added.Replace(";2;", ";3;"));
        var confirmed = await monitor.DeliverAsync("decisions/one.csv", Decisions + "dolphia;B1;2018-04-01;confirmed;activities/A2017-014;wijkregisseur;;x\n");
        var more = await monitor.DeliverAsync("decisions/two.csv", Decisions
            + "dolphia;B1;2018-04-01;confirmed;activities/A2017-014;wijkregisseur;;x\ndolphia;B2;2018-04-02;disputed;activities/A2017-900;gemeente;;y\n");

        Assert.Equal(["served", "refused", "served", "served"], new[] { grown, changed, confirmed, more }.Select(d => d.State));
        var before = Assert.Single((await monitor.ProblemsAsync(grown)).Items);
        Assert.Equal((ProblemCodes.EntriesBookedBefore, ProblemSeverity.Warning), (before.Code, before.Severity));
        Assert.Matches("^[0-9]+ regels waren al zo geboekt", before.Message.Nl);
        var differs = Assert.Single((await monitor.ProblemsAsync(changed)).Items, p => p.Severity == ProblemSeverity.Error);
        Assert.Equal((ProblemCodes.EntryExists, "A2017-900"), (differs.Code, differs.Value));
        Assert.Contains("count: geboekt 2, hier 3", differs.Message.Nl);
        Assert.Contains("count: booked 2, here 3", differs.Message.En);
        var ledger = await monitor.GetAsync($"{Base}/ledger", SocialMortgagesJson.Default.MortgageLedgerResource);
        Assert.Equal(grown.Id, ledger.Entries.Single(e => e.Reference == "A2017-900").Source.Delivery);
        Assert.NotEqual(grown.Id, ledger.Entries.Single(e => e.Reference == "A2017-014").Source.Delivery);
        Assert.Equal(["B1", "B2"], ledger.Decisions.Select(d => d.Reference));
    }

    [Fact]
    public async Task An_invalid_entry_is_refused_by_column_in_both_languages()
    {
        const string Header = "contract;reference;date;activity;count;confirmed_by\n";
        await using var monitor = await StartAsync();

        var unknown = await monitor.DeliverAsync("activities/unknown.csv", Header + "dolphia;X1;2017-06-01;concert;1;wijkregisseur\n");
        var early = await monitor.DeliverAsync("activities/early.csv", Header + "dolphia;X2;2016-12-31;walk_in;1;wijkregisseur\n");
        var late = await monitor.DeliverAsync("activities/late.csv", Header + "dolphia;X3;2027-01-01;walk_in;1;wijkregisseur\n");

        Assert.Equal(["refused", "refused", "refused"], new[] { unknown, early, late }.Select(d => d.State));
        var kind = Assert.Single((await monitor.ProblemsAsync(unknown)).Items);
        Assert.Equal((ProblemCodes.EntryInvalid, 2, "activity", "concert"), (kind.Code, kind.Line, kind.Column, kind.Value));
        Assert.Equal(("Deze activiteit staat niet in de tarieflijst van het contract.", "This activity is not in the contract's tariff list."), (kind.Message.Nl, kind.Message.En));
        Assert.Contains("walk_in", kind.Remedy.En);
        foreach (var (delivery, date) in new[] { (early, "2016-12-31"), (late, "2027-01-01") })
        {
            var problem = Assert.Single((await monitor.ProblemsAsync(delivery)).Items);
            Assert.Equal(("date", date), (problem.Column, problem.Value));
            Assert.Equal(("Deze datum valt buiten de looptijd (2017-2026).", "This date is outside the term (2017-2026)."), (problem.Message.Nl, problem.Message.En));
        }

        var outcome = await RunningMonitor.OutcomeAsync(monitor.Account);
        Assert.Equal(6, outcome.Keys.Count(k => k.StartsWith("rejected/activities/", StringComparison.Ordinal)));
        Assert.DoesNotContain(outcome.Keys, k => k.Contains("|X", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_different_baseline_is_flagged_and_a_late_figure_is_booked_in_the_next_year()
    {
        const string Header = "area;period;indicator;value;boundary_year\n";
        await using var monitor = await StartAsync();
        var before = await monitor.GetAsync($"{Base}/statements/2017", ScorecardsJson.Default.Scorecard);

        await monitor.DeliverAsync("area-indicators/baseline.csv", Header + "CU0153-dolphia;2016;early_school_leavers;17.0;2016\n");

        var flagged = await monitor.GetAsync($"{Base}/statements/2017", ScorecardsJson.Default.Scorecard);
        Assert.Equal(Totals(before), Totals(flagged));
        var finding = flagged.Findings.Single(f => f.Code == "baseline-differs");
        Assert.Equal(["early_school_leavers"], finding.Lines);
        Assert.EndsWith("De nulmeting in het contract telt.", finding.Message.Nl);
        Assert.EndsWith("The baseline in the contract counts.", finding.Message.En);

        using var settled = await SettleAsync(monitor, 2017, "2018-03-01");
        await monitor.DeliverAsync("area-indicators/late.csv", Header + "CU0153-dolphia;2017;early_school_leavers;12.9;2016\n");

        var correction = (await monitor.GetAsync($"{Base}/statements/2018", ScorecardsJson.Default.Scorecard)).Lines.Single(l => l.Code == "correction/2017/early_school_leavers");
        Assert.Equal(3000m, correction.Amount);
        Assert.Contains("Het cijfer van de buurt was 14,9 en is nu 12,9 (levering area-indicators-", correction.Explanation.Nl);
        Assert.Contains("The figure of the neighbourhood was 14.9 and is now 12.9 (delivery area-indicators-", correction.Explanation.En);
        Assert.Equal(Totals(flagged), Totals(await monitor.GetAsync($"{Base}/statements/2017", ScorecardsJson.Default.Scorecard)));
    }

    [Fact]
    public async Task A_file_that_lost_to_another_instance_is_refused_and_books_nothing()
    {
        await using var monitor = await StartAsync();
        var account = monitor.Account;
        var delivery = $"operation-{new string('a', 24)}";

        // What a delivery that passed its check leaves when its instance stops: archived, and waiting to be stored. Meanwhile another one booked its reference.
        const string Rows = "contract;reference;date;description;amount\ndolphia;X1;2017-07-01;verhuur;10.00\ndolphia;X2;2017-07-01;verhuur;20.00\n";
        await monitor.DeliverAsync("operation/first.csv", "contract;reference;date;description;amount\ndolphia;X2;2017-07-01;verhuur;99.00\n");
        await new BlobServiceClient(account).GetBlobContainerClient("archive").GetBlobClient("operation/2018/late.csv").UploadAsync(BinaryData.FromString(Rows), Token);
        var template = (await new TableClient(account, "Deliveries").QueryAsync<TableEntity>("PartitionKey eq 'operation'", cancellationToken: Token).ToListAsync(Token))[0];
        (template.RowKey, template["File"], template["State"], template["Path"], template["StoredAt"], template["InboxVersion"]) = (delivery, "late.csv", "Storing", "archive/operation/2018/late.csv", null, "gone");
        await new TableClient(account, "Deliveries").AddEntityAsync(template, Token);
        await monitor.LogsAsync($"Refused operation/late.csv (delivery {delivery})");
        await monitor.SettleAsync();

        var late = (await monitor.DeliveriesAsync()).Single(d => d.File == "late.csv");
        Assert.Equal("refused", late.State);
        Assert.Equal((ProblemCodes.EntryExists, "X2"), (await monitor.ProblemsAsync(late)).Items.Select(p => (p.Code, p.Value)).Single());
        var entries = (await monitor.GetAsync($"{Base}/ledger", SocialMortgagesJson.Default.MortgageLedgerResource)).Entries;
        Assert.Equal(99m, Assert.Single(entries, e => e.Reference is "X1" or "X2").Amount);
        var outcome = await RunningMonitor.OutcomeAsync(account);
        Assert.DoesNotContain(outcome.Keys, k => k == "archive/operation/2018/late.csv");
        Assert.Contains(outcome.Keys, k => k.StartsWith("rejected/operation/", StringComparison.Ordinal) && k.EndsWith("late.csv.problems.csv", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dolphia;B1;2018-04-01;confirmed;activities/none;wijkregisseur;;x", "about")]
    [InlineData("dolphia;B1;2018-04-01;forgiven;activities/A2017-014;wijkregisseur;;x", "decision")]
    [InlineData("dolphia;B1;2018-04-01;corrected;activities/A2017-014;wijkregisseur;;x", "quantity")]
    public async Task An_invalid_decision_is_refused_by_column(string row, string column)
    {
        await using var monitor = await StartAsync();

        var delivery = await monitor.DeliverAsync("decisions/wrong.csv", Decisions + row + "\n");

        Assert.Equal(("refused", column), (delivery.State, Assert.Single((await monitor.ProblemsAsync(delivery)).Items).Column));
    }

    [Fact]
    public async Task Simulation_target_projection_and_exports_store_nothing()
    {
        await using var monitor = await StartAsync();
        var before = await RunningMonitor.OutcomeAsync(monitor.Account);

        using var whatIf = await monitor.App.Client.PostAsJsonAsync($"{Base}/what-if", new { year = 2018, values = new[] { new { indicator = "early_school_leavers", value = 12.9 } } }, Token);
        using var projection = await monitor.App.Client.PostAsJsonAsync($"{Base}/projection", new { }, Token);
        using var refused = await monitor.App.Client.PostAsJsonAsync($"{Base}/what-if", new { year = 1999 }, Token);
        var series = await monitor.GetAsync($"{Base}/series", SocialMortgagesJson.Default.MortgageSeries);
        var target = await monitor.GetAsync($"{Base}/statements/2018/target", SocialMortgagesJson.Default.MortgageTarget);
        using var csv = await monitor.App.Client.GetAsync($"{Base}/statements/2017/csv", Token);
        using var page = await monitor.App.Client.GetAsync($"{Base}/statements/2017/page", Token);

        var statement = (await whatIf.Content.ReadFromJsonAsync(ScorecardsJson.Default.Scorecard, Token))!;
        Assert.Equal(3000m, statement.Lines.Single(l => l.Code == "early_school_leavers").Amount);
        Assert.Equal(10, (await projection.Content.ReadFromJsonAsync(SocialMortgagesJson.Default.MortgageProjection, Token))!.Years.Count);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal((10, 183_000m, 180_000m), (series.Years.Count, series.Years[0].Closing, series.Years[0].ReferenceBalance));
        Assert.Equal((40_000m, 17_000m), (target.Reference, target.Repaid));
        Assert.Equal("attachment; filename=\"jaaropgave-dolphia-2017.csv\"", csv.Content.Headers.ContentDisposition!.ToString());
        Assert.Contains("183000", await csv.Content.ReadAsStringAsync(Token));
        Assert.Contains("style-src 'sha256-", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("183.000", await page.Content.ReadAsStringAsync(Token));
        Assert.Equal(before, await RunningMonitor.OutcomeAsync(monitor.Account));
    }

    private async Task<RunningMonitor> StartAsync()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        var monitor = await RunningMonitor.StartAsync(account);
        await monitor.SettleAsync();
        return monitor;
    }

    private static Task<HttpResponseMessage> SettleAsync(RunningMonitor monitor, int year, string on) =>
        monitor.App.Client.PostAsJsonAsync($"{Base}/statements/{year}/settlement", new { on, byRole = "gemeente" }, Token);

    private static IEnumerable<(string Code, decimal? Value)> Totals(Indicators.Scorecards.Model.Scorecard statement) => statement.Totals.Select(t => (t.Code, t.Value));
}
