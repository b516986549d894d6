using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Deliveries;

/// <summary>One monitor for all refusals: nothing of a refused file is stored, so they cannot be in each other's way.</summary>
public sealed class RefusalMonitor(StorageEmulator emulator) : IAsyncLifetime
{
    internal RunningMonitor Monitor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), ("Ingest__MaxFileBytes", "100000"));
        await Monitor.DeliverAsync("areas/areas.csv", "code;name;boundary_year\nGM0153;Enschede;2017\n");
    }

    public ValueTask DisposeAsync() => Monitor.DisposeAsync();
}

public sealed class RefusalTests(RefusalMonitor fixture) : IClassFixture<RefusalMonitor>
{
    private const string Header = "area;period;indicator;value\n";
    private const string Good = "GM0153;2017;burglaries;5\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private RunningMonitor Monitor => fixture.Monitor;

    public static TheoryData<string, string, string, int?, string?> Mistakes => new()
    {
        { "wrong-delimiter", (Header + Good).Replace(';', ','), ProblemCodes.DelimiterWrong, 1, null },
        { "missing-column", "area;period;indicator\nGM0153;2017;burglaries\n", ProblemCodes.ColumnMissing, 1, "value" },
        { "renamed-column", "gebied;period;indicator;value\n" + Good, ProblemCodes.ColumnMissing, 1, "area" },
        { "lines-in-quotes", "\"area;period;indicator;\"\"value\"\"\"\n\"GM0153;2017;burglaries;5\"\n", ProblemCodes.LinesQuoted, 1, null },
        { "thousands-point", Header + "GM0153;2017;inhabitants;159.960\n", ProblemCodes.CountNotWhole, 2, "value" },
        { "json", """[{"area":"GM0153","period":2017}]""", ProblemCodes.FileTypeWrong, null, null },
        { "empty", "", ProblemCodes.FileEmpty, null, null },
        { "header-only", Header, ProblemCodes.FileEmpty, null, null },
        { "unknown-area", Header + Good + "GM9999;2017;burglaries;5\n", ProblemCodes.AreaUnknown, 3, "area" },
        { "unknown-boundaries", Header + Good.Replace("2017", "2016"), ProblemCodes.AreaUnknown, 2, "area" },
        { "malformed-area", Header + Good.Replace("GM0153", "0153"), ProblemCodes.AreaCodeInvalid, 2, "area" },
        { "duplicate-key", Header + Good + Good, ProblemCodes.KeyDuplicate, 3, "indicator" },
        { "decimal-comma", Header + Good.Replace(";5", ";5,5"), ProblemCodes.NumberSeparator, 2, "value" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_file_with_a_mistake_is_refused_by_line_and_column_and_not_stored(
        string name, string content, string code, int? line, string? column)
    {
        var delivery = await Monitor.DeliverAsync($"area-indicators/{name}.csv", content);

        await AssertRefusedAsync(delivery, code, line, column, Encoding.UTF8.GetBytes(content));
    }

    [Fact]
    public async Task A_file_that_is_not_utf8_is_refused_at_the_offending_line()
    {
        var content = Encoding.Latin1.GetBytes(Header + Good.Replace("burglaries", "één"));

        var delivery = await Monitor.DeliverAsync("area-indicators/latin1.csv", content);

        await AssertRefusedAsync(delivery, ProblemCodes.EncodingInvalid, 2, "indicator", content);
    }

    [Fact]
    public async Task A_file_in_an_unknown_folder_is_refused_and_kept()
    {
        var delivery = await Monitor.DeliverAsync("leefbaarheid/wijken.csv", Header + Good);

        await AssertRefusedAsync(delivery, ProblemCodes.DatasetUnknown, null, null, Encoding.UTF8.GetBytes(Header + Good));
        var problems = await Monitor.ProblemsAsync(delivery);
        Assert.Contains("area-indicators", problems.Items[0].Remedy.Nl);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_unread_and_kept()
    {
        var content = new byte[100_001];

        var delivery = await Monitor.DeliverAsync("area-indicators/large.csv", content);

        await AssertRefusedAsync(delivery, ProblemCodes.FileTooLarge, null, null, content);
    }

    [Fact]
    public async Task A_contract_with_open_choices_is_refused_with_all_their_names()
    {
        var delivery = await Monitor.DeliverAsync("contracts/open.json", """{ "id": "open", "version": "1" }""");

        Assert.Equal("refused", delivery.State);
        var problems = await Monitor.ProblemsAsync(delivery);
        Assert.All(problems.Items, problem => Assert.Equal(ProblemCodes.ContractInvalid, problem.Code));
        Assert.Superset(
            new HashSet<string> { "title", "area", "city", "parties", "population", "principal", "covers", "operationBasis", "interestPercent", "firstYear", "termYears", "baselineYear", "indicators", "tariffs", "notes" },
            problems.Items.Select(p => p.Column!).ToHashSet());
    }

    [Fact]
    public async Task A_contract_that_is_too_large_is_refused_unread()
    {
        var delivery = await Monitor.DeliverAsync("contracts/large.json", new byte[100_001]);

        Assert.Equal("refused", delivery.State);
        Assert.Equal(ProblemCodes.FileTooLarge, Assert.Single((await Monitor.ProblemsAsync(delivery)).Items).Code);
    }

    [Fact]
    public async Task An_entry_on_an_unknown_contract_is_refused()
    {
        const string content = "contract;reference;date;description;amount\nnowhere;1;2017-01-01;rent;10\n";

        var delivery = await Monitor.DeliverAsync("operation/nowhere.csv", content);

        await AssertRefusedAsync(delivery, ProblemCodes.ContractUnknown, 2, "contract", Encoding.UTF8.GetBytes(content));
    }

    private async Task AssertRefusedAsync(DeliveryResource delivery, string code, int? line, string? column, byte[] content)
    {
        Assert.Equal("refused", delivery.State);
        Assert.True(delivery.Errors > 0);
        var problem = (await Monitor.ProblemsAsync(delivery)).Items.Single(p => p.Severity == ProblemSeverity.Error);
        Assert.Equal((code, line, column), (problem.Code, problem.Line, problem.Column));
        Assert.NotEmpty(problem.Message.Nl);
        Assert.NotEmpty(problem.Remedy.En);

        var observations = new TableClient(Monitor.Account, "Observations").QueryAsync<TableEntity>("", cancellationToken: Token);
        Assert.False(await observations.AnyAsync(Token), "Something of a refused file was stored.");

        var rejected = new BlobServiceClient(Monitor.Account).GetBlobContainerClient("rejected");
        var names = await rejected.GetBlobsAsync(cancellationToken: Token).Where(blob => blob.Name.Contains(delivery.Id)).Select(blob => blob.Name).ToListAsync(Token);
        Assert.Equal(2, names.Count);
        var kept = await rejected.GetBlobClient(names[0]).DownloadContentAsync(Token);
        Assert.Equal(content, kept.Value.Content.ToArray());
        var report = (await rejected.GetBlobClient(names[1]).DownloadContentAsync(Token)).Value.Content.ToString();
        Assert.EndsWith(".problems.csv", names[1]);
        Assert.Contains(code, report);
    }
}
