using System.Globalization;
using Wijkmonitor.Functions.Storage.Publications;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Publications;

/// <summary>An index is read from JSON once in a process, and is never older than what is stored.</summary>
public sealed class PublicationStoreTests(StorageEmulator emulator)
{
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0999");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_index_that_another_instance_changed_is_seen_at_once()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var (one, other) = (stores.Publications(), stores.Publications());
        Assert.Null(await one.FindIndexAsync(Municipality, Token));
        await other.SaveIndexAsync(Municipality, Index("2023"), Token);
        var first = (await one.FindIndexAsync(Municipality, Token))!;
        Assert.Equal(["2023"], first.Periods.Keys);
        Assert.Same(first, await one.FindIndexAsync(Municipality, Token));

        await other.SaveIndexAsync(Municipality, Index("2023", "2024") with { Version = first.Version }, Token);

        var second = (await one.FindIndexAsync(Municipality, Token))!;
        Assert.Equal(["2023", "2024"], second.Periods.Keys);
        Assert.NotEqual(first.Version, second.Version);
        Assert.Same(second, await one.FindIndexAsync(Municipality, Token));
    }

    [Fact]
    public async Task Records_in_place_of_a_lost_index_are_read_again_where_one_changed()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var (one, other) = (stores.Publications(), stores.Publications());
        await other.SaveAsync(Municipality, Record("2023"), Token);
        var first = (await one.FindIndexAsync(Municipality, Token))!;
        Assert.Equal(["2023"], first.Periods.Keys);
        Assert.Null(first.Version);
        Assert.Same(first, await one.FindIndexAsync(Municipality, Token));

        await other.SaveAsync(Municipality, Record("2024"), Token);
        Assert.Equal(["2023", "2024"], (await one.FindIndexAsync(Municipality, Token))!.Periods.Keys);

        await other.SaveIndexAsync(Municipality, Index("2023", "2024"), Token);
        Assert.NotNull((await one.FindIndexAsync(Municipality, Token))!.Version);
    }

    [Fact]
    public async Task Only_the_indexes_that_were_used_last_are_kept()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var publications = stores.Publications();
        var municipalities = Enumerable.Range(1, PublicationCache.MaxMunicipalities + 1)
            .Select(number => AreaCode.Parse(string.Create(CultureInfo.InvariantCulture, $"GM{number:0000}"))).ToList();
        var read = new List<PublicationIndex>();
        foreach (var municipality in municipalities)
        {
            await publications.SaveIndexAsync(municipality, Index("2024"), Token);
            read.Add((await publications.FindIndexAsync(municipality, Token))!);
        }

        Assert.Same(read[^1], await publications.FindIndexAsync(municipalities[^1], Token));
        Assert.Same(read[1], await publications.FindIndexAsync(municipalities[1], Token));
        var again = await publications.FindIndexAsync(municipalities[0], Token);
        Assert.NotSame(read[0], again);
        Assert.Equal(read[0].Version, again!.Version);
    }

    private static PublicationIndex Index(params string[] periods) => PublicationIndex.None.With(periods.Select(Record));

    private static PublishedPeriod Record(string period) =>
        PublishedPeriod.Create(period) with { Units = [new PublicationUnit("inhabitants", "figures", "terms", ["withheld"], [])] };
}
