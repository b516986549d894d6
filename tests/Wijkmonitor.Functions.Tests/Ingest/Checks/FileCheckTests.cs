using System.Text;
using Wijkmonitor.Functions.Ingest.Checks;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Problems;
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
