using System.Net;
using System.Net.Http.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Deliveries;

/// <summary>Files whose warnings ask for a decision.</summary>
public sealed class PendingTests(StorageEmulator emulator)
{
    private const string Header = "area;period;indicator;value\n";
    private const string Whole = Header + "GM0153;2016;burglaries;5\nGM0153;2016;inhabitants;158000\nGM0153;2016;social_assistance;40\n";
    internal const string Part = Header + "GM0153;2017;burglaries;6\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_with_fewer_rows_is_pending_and_stored_only_after_confirmation()
    {
        await using var monitor = await StartAsync();

        var pending = await monitor.DeliverAsync("area-indicators/part.csv", Part);

        Assert.Equal(("pending", 0, 1), (pending.State, pending.Errors, pending.Warnings));
        Assert.Equal(ProblemCodes.CoverageDropped, Assert.Single((await monitor.ProblemsAsync(pending)).Items).Code);
        Assert.Equal([2016], await YearsAsync(monitor));
        var apart = new BlobServiceClient(monitor.Account).GetBlobContainerClient("pending");
        var path = $"area-indicators/{pending.ReceivedAt.Year}/{pending.Id}/part.csv";
        Assert.Equal(Part, (await apart.GetBlobClient(path).DownloadContentAsync(Token)).Value.Content.ToString());
        Assert.Contains("te bevestigen", (await apart.GetBlobClient(path + ".problems.csv").DownloadContentAsync(Token)).Value.Content.ToString());

        using var confirmed = await DecideAsync(monitor, pending.Id, "confirmation", new { byRole = "databeheerder gemeente", reason = "alleen inbraken" });
        await monitor.SettleAsync();
        using var again = await DecideAsync(monitor, pending.Id, "confirmation", new { byRole = "een ander" });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [confirmed.StatusCode, again.StatusCode]);
        var served = await OneAsync(monitor, pending.Id);
        Assert.Equal("served", served.State);
        var decision = Assert.Single(served.Decisions);
        Assert.Equal((DeliveryDecisionKind.Confirmation, "databeheerder gemeente", "alleen inbraken"), (decision.Kind, decision.ByRole, decision.Reason));
        Assert.Equal([2016, 2017], await YearsAsync(monitor));
        Assert.Empty(await apart.GetBlobsAsync(cancellationToken: Token).ToListAsync(Token));
        var archive = new BlobServiceClient(monitor.Account).GetBlobContainerClient("archive");
        Assert.True(await archive.GetBlobClient(path).ExistsAsync(Token));
        var audit = await archive.GetBlobClient($"journal/decisions/{pending.Id}/000.json").DownloadContentAsync(Token);
        Assert.Contains("databeheerder gemeente", audit.Value.Content.ToString());
    }

    [Fact]
    public async Task A_withdrawn_pending_file_moves_to_rejected_and_can_be_delivered_again()
    {
        await using var monitor = await StartAsync();
        var before = await Tables.ReadAsync(monitor.Account, Tables.DataTables);
        var pending = await monitor.DeliverAsync("area-indicators/part.csv", Part);

        using var withdrawn = await DecideAsync(monitor, pending.Id, "withdrawal", new { byRole = "databeheerder" });
        await monitor.SettleAsync();
        using var late = await DecideAsync(monitor, pending.Id, "confirmation", new { byRole = "databeheerder" });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], [withdrawn.StatusCode, late.StatusCode]);
        Assert.Equal("withdrawn", (await OneAsync(monitor, pending.Id)).State);
        Tables.AssertSame(before, await Tables.ReadAsync(monitor.Account, Tables.DataTables));
        var rejected = new BlobServiceClient(monitor.Account).GetBlobContainerClient("rejected");
        var path = $"area-indicators/{pending.ReceivedAt.Year}/{pending.Id}/part.csv";
        Assert.True(await rejected.GetBlobClient(path).ExistsAsync(Token) && await rejected.GetBlobClient(path + ".problems.csv").ExistsAsync(Token));

        var again = await monitor.DeliverAsync("area-indicators/part.csv", Part);
        Assert.Equal(("pending", DeliveryDecisionKind.Withdrawal), (again.State, Assert.Single(again.Decisions).Kind));
    }

    [Fact]
    public async Task A_confirmed_file_is_validated_again()
    {
        await using var monitor = await StartAsync();
        var pending = await monitor.DeliverAsync("area-indicators/part.csv", Part);
        // The register changes meanwhile: the area of that year is not in it any more.
        await new TableClient(monitor.Account, "Areas").DeleteEntityAsync("GM0153", "2017|GM0153", cancellationToken: Token);

        using var confirmed = await DecideAsync(monitor, pending.Id, "confirmation", new { byRole = "databeheerder" });
        await monitor.SettleAsync();

        var refused = await OneAsync(monitor, pending.Id);
        Assert.Equal(("refused", 1), (refused.State, refused.Errors));
        Assert.Equal([2016], await YearsAsync(monitor));
        Assert.Empty(await new BlobServiceClient(monitor.Account).GetBlobContainerClient("pending").GetBlobsAsync(cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_decision_that_conflicts_with_the_state_is_refused_in_both_languages()
    {
        await using var monitor = await StartAsync();
        var served = (await monitor.DeliveriesAsync()).Single(delivery => delivery.File == "whole.csv");
        var refused = await monitor.DeliverAsync("area-indicators/wrong.csv", Header + "GM0153;2017;burglaries;many\n");

        using var confirmation = await DecideAsync(monitor, served.Id, "confirmation", new { byRole = "databeheerder" });
        using var withdrawal = await DecideAsync(monitor, refused.Id, "withdrawal", new { byRole = "databeheerder" });
        using var unknown = await DecideAsync(monitor, "area-indicators-00000000000000000000", "withdrawal", new { byRole = "databeheerder" });
        using var nobody = await DecideAsync(monitor, served.Id, "withdrawal", new { byRole = " " });

        Assert.Equal([409, 409, 404, 400], new[] { confirmation, withdrawal, unknown, nobody }.Select(answer => (int)answer.StatusCode));
        var problem = (await confirmation.Content.ReadFromJsonAsync(HttpJson.Default.ProblemDetailsResource, Token))!;
        Assert.StartsWith("Deze levering wacht niet op bevestiging", problem.Message.Nl);
        Assert.StartsWith("This delivery is not waiting for confirmation", problem.Message.En);
        Assert.Empty((await OneAsync(monitor, served.Id)).Decisions);
    }

    // It is written to the audit log, which nothing can be removed from.
    [Fact]
    public async Task A_decision_that_names_a_person_is_refused_in_both_languages_and_leaves_nothing()
    {
        await using var monitor = await StartAsync();
        var served = (await monitor.DeliveriesAsync()).Single(delivery => delivery.File == "whole.csv");

        using var reason = await DecideAsync(monitor, served.Id, "withdrawal", new { byRole = "databeheerder", reason = "Op verzoek van bewoner@example.nl." });
        using var role = await DecideAsync(monitor, served.Id, "withdrawal", new { byRole = "mevr. A. van der Berg" });

        Assert.Equal([400, 400], new[] { reason, role }.Select(answer => (int)answer.StatusCode));
        var problem = (await reason.Content.ReadFromJsonAsync(HttpJson.Default.ProblemDetailsResource, Token))!;
        Assert.StartsWith("In reason staat zo te zien een e-mailadres.", problem.Message.Nl);
        Assert.StartsWith("reason seems to hold an e-mail address.", problem.Message.En);
        Assert.DoesNotContain("bewoner@", await reason.Content.ReadAsStringAsync(Token));
        Assert.Empty((await OneAsync(monitor, served.Id)).Decisions);
        Assert.Empty(await new BlobServiceClient(monitor.Account).GetBlobContainerClient("audit").GetBlobsAsync(cancellationToken: Token).ToListAsync(Token));
    }

    internal static Task<HttpResponseMessage> DecideAsync(RunningMonitor monitor, string id, string what, object body) =>
        monitor.App.Client.PostAsJsonAsync($"/api/v1/deliveries/{id}/{what}", body, Token);

    internal static Task<DeliveryResource> OneAsync(RunningMonitor monitor, string id) =>
        monitor.GetAsync($"/api/v1/deliveries/{id}", DeliveriesJson.Default.DeliveryResource);

    private static async Task<IEnumerable<int>> YearsAsync(RunningMonitor monitor) =>
        (await monitor.GetAsync("/api/v1/areas/GM0153/observations?indicator=burglaries", ObservationsJson.Default.ItemListObservationResource)).Items.Select(o => o.Period.Year).Order();

    private Task<RunningMonitor> StartAsync() => StartAsync(emulator);

    // A monitor whose deployment has made a smaller delivery of area-indicators something to be confirmed.
    internal static async Task<RunningMonitor> StartAsync(StorageEmulator emulator)
    {
        var account = emulator.NewAccount();
        var shipped = await File.ReadAllTextAsync(RepositoryFolder.File("config", "datasets", "area-indicators.json"), Token);
        var config = new BlobServiceClient(account).GetBlobContainerClient("config");
        await config.CreateIfNotExistsAsync(cancellationToken: Token);
        var text = shipped.TrimEnd()[..^1] + """, "checks": { "coverage": 0.9 }, "problems": { "coverage-dropped": { "needsConfirmation": true } } }""";
        await config.GetBlobClient("datasets/area-indicators.json").UploadAsync(BinaryData.FromString(text), overwrite: true, Token);
        var monitor = await RunningMonitor.StartAsync(account);
        await monitor.DeliverAsync("areas/areas.csv", "code;name;boundary_year\nGM0153;Enschede;2016\nGM0153;Enschede;2017\n");
        Assert.Equal("served", (await monitor.DeliverAsync("area-indicators/whole.csv", Whole)).State);
        return monitor;
    }
}
