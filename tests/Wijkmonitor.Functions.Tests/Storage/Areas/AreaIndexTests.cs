using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Areas;

public sealed class AreaIndexTests(StorageEmulator emulator)
{
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0344");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A run that dies after it deleted words of old names deletes them again at the next run.</summary>
    [Fact]
    public async Task A_half_finished_index_update_is_completed_by_the_next_run()
    {
        var tables = (await Stores.OnAsync(emulator.NewAccount())).Tables;
        var index = new AreaIndex(tables);
        await index.SaveAsync(Municipality, [Named("GM0344", "Utrecht"), Named("BU03440000", "Oude Wijk"), Named("BU03440001", "Oude Haven")], Token);
        await tables.AreaIndex.DeleteEntityAsync("name|o", "oude|BU03440000", cancellationToken: Token);

        await index.SaveAsync(Municipality, [Named("GM0344", "Utrecht"), Named("BU03440000", "Nieuwe Wijk"), Named("BU03440001", "Nieuwe Haven")], Token);

        Assert.Empty((await index.SearchAsync(["oude"], Token)).Areas);
        Assert.Equal(["BU03440000", "BU03440001"], (await index.SearchAsync(["nieuwe"], Token)).Areas.Select(area => area.Code.Value));
        Assert.Equal([new KnownMunicipality(Municipality, "Utrecht", 3)], await index.GetMunicipalitiesAsync(Token));
        Assert.Empty(await Tables.QueryAsync(tables.AreaIndex, Tables.FilterByPartition("name|o"), cancellationToken: Token).ToListAsync(Token));
    }

    [Theory]
    [InlineData("Súdwest-Fryslân", "sudwest", "fryslan")]
    [InlineData("'s-Gravenhage & Co. 100%", "gravenhage", "100")]
    [InlineData("日本 🏘 wijk", "wijk", "wijk")]
    public async Task A_name_is_found_by_any_of_its_words(string name, string word, string other)
    {
        var index = new AreaIndex((await Stores.OnAsync(emulator.NewAccount())).Tables);

        await index.SaveAsync(Municipality, [Named("GM0344", name)], Token);

        Assert.Equal(name, Assert.Single((await index.SearchAsync([word, other], Token)).Areas).Name);
    }

    private static Area Named(string code, string name) => new(AreaCode.Parse(code), name, 2024);
}
