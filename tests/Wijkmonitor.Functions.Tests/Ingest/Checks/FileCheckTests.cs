using System.Text;
using Wijkmonitor.Functions.Ingest.Checks;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Ingest.Checks;

public sealed class FileCheckTests(StorageEmulator emulator)
{
    private static readonly string Figures2022 = Sample("85318NED_kerncijfers-2022.csv");
    private static readonly string Figures2024 = Sample("85984NED_kerncijfers-2024.csv");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_compared_with_the_previous_year()
    {
        var stores = await RegisteredAsync();
        await StoreAsync(stores, Figures2022, "85318NED.csv");

        var usual = await CheckAsync(stores, Figures2024, "85984NED.csv");
        var jumping = await CheckAsync(stores, Figures2024.Replace("   161455", "    16145"), "85984NED.csv");

        Assert.Empty(usual.Log.Kept);
        var jump = Assert.Single(jumping.Log.Kept, p => p.Code == ProblemCodes.ValueJump);
        Assert.Equal((5, "AantalInwoners_5", ProblemSeverity.Warning), (jump.Line, jump.Column, jump.Severity));
        Assert.Contains("van 159960 in 2022 naar 16145", jump.Message.Nl);
    }

    [Fact]
    public async Task A_file_with_fewer_rows_than_the_previous_delivery_needs_confirmation()
    {
        var stores = await RegisteredAsync();
        await stores.Deliveries.SaveAsync(Stores.Delivered("kwb-00000000000000000001") with { Rows = 5 }, Token);
        await stores.Deliveries.SaveAsync(Stores.Delivered("kwb-00000000000000000002") with { State = DeliveryState.Refused, Rows = 900 }, Token);

        var check = await CheckAsync(stores, Figures2024, "85984NED.csv");

        Assert.Equal(4, check.Rows);
        Assert.Equal([ProblemCodes.CoverageDropped], check.Log.Kept.Select(p => p.Code));
        Assert.True(check.NeedsConfirmation);
    }

    [Fact]
    public async Task A_difference_between_datasets_is_reported_once_with_the_value_that_counts()
    {
        var stores = await WithTwoDatasetsAsync();
        await StoreRowsAsync(stores, "area-indicators", "area;period;indicator;value\nBU01530000;2022;burglaries;5.5\nBU01530001;2022;burglaries;7\nBU01530000;2024;burglaries;9\n");

        var check = await CheckRowsAsync(stores, "police", "area;period;indicator;value\nBU01530000;2022;burglaries;5.54\nBU01530001;2022;burglaries;8\nBU01530000;2024;burglaries;1\n");

        Assert.Equal((0, 0, 2), (check.Log.Errors, check.Log.ConfirmationCount, check.Log.Total));
        var (early, late) = (check.Log.Kept[0], check.Log.Kept[1]);
        Assert.All(check.Log.Kept, problem => Assert.Equal((ProblemCodes.ValuesDiffer, ProblemSeverity.Warning), (problem.Code, problem.Severity)));
        Assert.Equal((3, "BU01530001: 8 / 7"), (early.Line, early.Value));
        Assert.Contains("in 1 gebied verschilt 'police' van 'area-indicators'", early.Message.Nl);
        Assert.Contains("Het cijfer van 'area-indicators' telt.", early.Message.Nl);
        Assert.Contains("The figure of 'police' counts.", late.Message.En);
    }

    [Fact]
    public async Task The_report_shows_no_value_of_another_dataset_that_is_withheld_or_not_for_everybody()
    {
        var stores = await WithTwoDatasetsAsync("inhabitants", DatasetVisibility.Partners);
        await StoreRowsAsync(stores, "area-indicators", "area;period;indicator;value\nBU01530000;2022;inhabitants;3\nBU01530001;2022;inhabitants;4997\nGM0153;2022;inhabitants;5000\n");

        var check = await CheckRowsAsync(stores, "police", "area;period;indicator;value\nBU01530000;2022;inhabitants;40\nGM0153;2022;inhabitants;6000\n");

        var problem = Assert.Single(check.Log.Kept);
        Assert.Equal("GM0153: 6000", problem.Value);
        Assert.DoesNotContain("5000", problem.Message.Nl + problem.Message.En);
    }

    [Fact]
    public async Task A_dataset_can_ask_for_confirmation_of_changes()
    {
        var stores = await WithTwoDatasetsAsync();
        await StoreRowsAsync(stores, "area-indicators", "area;period;indicator;value\nBU01530000;2022;burglaries;5\n");
        stores.Define([stores.Datasets.Find("area-indicators")!, stores.Datasets.Find("police")! with
        {
            Problems = new Dictionary<string, ProblemRule>(StringComparer.Ordinal) { [ProblemCodes.ValuesDiffer] = new(NeedsConfirmation: true) },
        }]);

        Assert.True((await CheckRowsAsync(stores, "police", "area;period;indicator;value\nBU01530000;2022;burglaries;8\n")).NeedsConfirmation);
    }

    // A dataset that delivers an indicator of the shipped one, which goes first from 2023 on.
    private async Task<Stores> WithTwoDatasetsAsync(string indicator = "burglaries", DatasetVisibility visibility = DatasetVisibility.Public)
    {
        var stores = await RegisteredAsync();
        var shipped = Stores.Definition("area-indicators") with { Visibility = visibility };
        stores.Define([shipped, shipped with
        {
            Id = "police",
            Indicators = [indicator],
            Precedence = new Dictionary<string, IReadOnlyList<RankedDataset>>(StringComparer.Ordinal)
            {
                [indicator] = [new("police", From: new Period(2023)), new("area-indicators"), new("police")],
            },
        }]);
        return stores;
    }

    private static async Task StoreRowsAsync(Stores stores, string dataset, string text)
    {
        using var copy = await CopyAsync(text);
        await stores.Store().StoreAsync(stores.Datasets.Find(dataset)!, $"{dataset}-before", copy, cancellationToken: Token);
    }

    private static async Task<CheckedFile> CheckRowsAsync(Stores stores, string dataset, string text)
    {
        using var copy = await CopyAsync(text);
        return await stores.Check().CheckAsync(stores.Datasets.Find(dataset)!, $"{dataset}-now", copy, cancellationToken: Token);
    }

    private static string Sample(string name) => File.ReadAllText(RepositoryFolder.File("samples", "formats", name));

    private async Task<Stores> RegisteredAsync()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var writer = new AreaStore(stores.Tables).CreateWriter();
        foreach (var year in (int[])[2022, 2024])
        {
            foreach (var code in (string[])["GM0153", "WK015300", "BU01530000", "BU01530001"])
            {
                await writer.AddAsync(AreaStore.ToEntity(new Area(AreaCode.Parse(code), code, year), "areas-1"), Token);
            }
        }

        await writer.CompleteAsync(Token);
        return stores;
    }

    private static async Task<CheckedFile> CheckAsync(Stores stores, string text, string name)
    {
        using var copy = await CopyAsync(text);
        return await stores.Check().CheckAsync(Stores.Definition("kwb").ForFile(name), "kwb-now", copy, cancellationToken: Token);
    }

    private static async Task StoreAsync(Stores stores, string text, string name)
    {
        using var copy = await CopyAsync(text);
        var definition = Stores.Definition("kwb").ForFile(name);
        var check = await stores.Check().CheckAsync(definition, "kwb-before", copy, cancellationToken: Token);
        Assert.Empty(check.Log.Kept);
        await stores.Store().StoreAsync(definition, "kwb-before", copy, cancellationToken: Token);
    }

    private static async Task<LocalCopy> CopyAsync(string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await LocalCopy.CreateAsync(content, "kwb", Token);
    }
}
