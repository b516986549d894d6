using Azure.Data.Tables;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Observations;

public sealed class ObservationStoreTests(StorageEmulator emulator)
{
    private static readonly AreaCode Area = AreaCode.Parse("BU03630000");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_state_and_number_round_trips()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        IndicatorValue[] values =
        [
            new("households", ObservedValue.Known(123_456_789_012_345m), 7),
            new("education_low", ObservedValue.Known(0.1m), 7),
            new("education_middle", ObservedValue.Known(0.00039944073780324535m), 7),
            new("education_high", ObservedValue.Unknown, 7),
            new("ses_woa_score", ObservedValue.Suppressed, 7),
            new("ses_woa_spread", ObservedValue.NotApplicable, 7),
        ];

        await WriteAsync(stores, "ses-woa", "d1", new AreaObservations(Area, new Period(2019), 2019, FigureStatus.Provisional, values));

        var read = await stores.Observations.GetByAreaAsync(Area, Token).ToListAsync(Token);
        Assert.Equal(values.OrderBy(v => v.Indicator), read.OrderBy(o => o.Indicator).Select(o => new IndicatorValue(o.Indicator, o.Value, o.Source.Line)));
        Assert.All(read, o => Assert.Equal(("ses-woa", 2019, true, "d1"), (o.Dataset, o.BoundaryYear, o.Provisional, o.Source.Delivery)));
    }

    [Fact]
    public async Task Margins_and_statuses_round_trip_and_a_plain_value_takes_one_property()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var detailed = Stores.Definition("ses-woa") with { Margins = new DatasetMargins() };
        IndicatorValue[] values =
        [
            new("households", ObservedValue.Known(1), 7),
            new("education_low", ObservedValue.Known(2), 7) { Interval = new ObservedInterval(1.25m, 0.00001m + 3, 1204) },
            new("education_middle", ObservedValue.Known(3), 7) { Status = FigureStatus.Estimated | FigureStatus.Modelled, Interval = new ObservedInterval(null, 4) },
            new("education_high", ObservedValue.Known(4), 9),
        ];

        await WriteAsync(stores, detailed, "d1", new AreaObservations(Area, new Period(2019), 2019, FigureStatus.Revised, values));

        var read = await stores.Observations.GetByAreaAsync(Area, Token).ToListAsync(Token);
        Assert.Equal(
            values.OrderBy(v => v.Indicator).Select(v => (v.Indicator, v.Line, v.Status | FigureStatus.Revised, v.Interval)),
            read.OrderBy(o => o.Indicator).Select(o => (o.Indicator, o.Source.Line, o.Status, o.Interval)));
        var entity = await stores.Tables.Observations.QueryAsync<TableEntity>("", cancellationToken: Token).SingleAsync(Token);
        Assert.Equal(["s_education_high", "s_education_low", "s_education_middle"], entity.Keys.Where(key => key.StartsWith("s_", StringComparison.Ordinal)).Order());
        Assert.Equal(("d1:7:2019r", "d1:7:2019r:1.25:3.00001:1204", "d1:7:2019rem::4:"), (entity["Source"], entity["s_education_low"], entity["s_education_middle"]));
    }

    [Fact]
    public async Task A_value_without_a_margin_that_is_merged_over_one_with_a_margin_has_none()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var margin = Long("burglaries", 5, 3);
        await WriteAsync(stores, "area-indicators", "d1", margin with { Values = [margin.Values[0] with { Interval = new ObservedInterval(4, 6), Status = FigureStatus.Provisional }] });

        await WriteAsync(stores, "area-indicators", "d2", Long("burglaries", 5, 2));

        var read = await stores.Observations.GetByAreaAsync(Area, Token).SingleAsync(Token);
        Assert.Equal((null, FigureStatus.None, "d2"), (read.Interval, read.Status, read.Source.Delivery));
    }

    [Fact]
    public async Task A_definition_without_margins_or_statuses_is_stored_as_it_always_was()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());

        await WriteAsync(stores, "ses-woa", "d1", new AreaObservations(Area, new Period(2019), 2019, FigureStatus.Provisional, [new("households", ObservedValue.Known(1), 7), new("education_low", ObservedValue.Known(2), 9)]));

        var entity = await stores.Tables.Observations.QueryAsync<TableEntity>("", cancellationToken: Token).SingleAsync(Token);
        Assert.Equal("d1:7:2019*", entity["Source"]);
        Assert.DoesNotContain(entity.Keys, key => key.StartsWith("s_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Declared_details_are_served_with_observations()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        stores.Define([Stores.Definition("area-indicators") with
        {
            Margins = new DatasetMargins(Level: 90, Method: new BilingualText("bootstrap", "bootstrap")),
            Rounding = new Dictionary<string, FigureRounding>(StringComparer.Ordinal) { ["*"] = new(5, ExceptMunicipalities: true) },
        }]);
        var (count, share) = (Long("inhabitants", 560, 4), Long("burglaries", 5, 3));
        await WriteAsync(stores, "area-indicators", "d1", count, share with { Values = [share.Values[0] with { Interval = new ObservedInterval(4, 6, 80) }] }, count with { Area = Area.Municipality });

        await stores.ServeAsync(Area.Municipality.Value);
        var read = await stores.Served().GetByMunicipalityAsync(Area.Municipality, Token).ToListAsync(Token);

        Assert.Equal([("burglaries", null), ("inhabitants", 5m)], read.Where(o => o.Area == Area).Select(o => (o.Indicator, o.Rounding?.Base)).Order());
        Assert.Null(Assert.Single(read, o => o.Area == Area.Municipality).Rounding);
        Assert.Equal(
            new ObservedInterval(4, 6, 80) { Method = new IntervalMethod(90, new BilingualText("bootstrap", "bootstrap")) },
            read.Single(o => o.Indicator == "burglaries").Interval);
    }

    [Fact]
    public async Task Money_is_stored_in_whole_cents()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());

        await WriteAsync(stores, "area-indicators", "d1", Long("average_income", 18_500.55m, 3));

        var entity = await stores.Tables.Observations.QueryAsync<TableEntity>("", cancellationToken: Token).SingleAsync(Token);
        Assert.Equal(1_850_055L, Assert.IsType<long>(entity["v_average_income"]));
        Assert.Equal(18_500.55m, (await stores.Observations.GetByAreaAsync(Area, Token).SingleAsync(Token)).Value.Number);
    }

    [Fact]
    public async Task A_wide_row_replaces_the_earlier_row_of_its_dataset()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await WriteAsync(stores, "ses-woa", "d1", Wide(("households", 1), ("education_low", 2)));

        await WriteAsync(stores, "ses-woa", "d2", Wide(("households", 3)));

        var left = await stores.Observations.GetByAreaAsync(Area, Token).SingleAsync(Token);
        Assert.Equal(("households", 3m, "d2"), (left.Indicator, left.Value.Number!.Value, left.Source.Delivery));
    }

    [Fact]
    public async Task A_long_row_leaves_other_values_and_their_sources_alone()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await WriteAsync(stores, "area-indicators", "d1", Long("burglaries", 5, 3), Long("inhabitants", 560, 4));

        await WriteAsync(stores, "area-indicators", "d2", Long("burglaries", 6, 2));

        var read = await stores.Observations.GetByAreaAsync(Area, Token).OrderBy(o => o.Indicator).ToListAsync(Token);
        Assert.Equal(
            [("burglaries", 6m, new SourceLine("d2", 2)), ("inhabitants", 560m, new SourceLine("d1", 4))],
            read.Select(o => (o.Indicator, o.Value.Number!.Value, o.Source)));
    }

    [Fact]
    public async Task Each_value_of_a_long_file_keeps_its_own_boundary_year()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await WriteAsync(stores, "area-indicators", "d1", Long("burglaries", 5, 3) with { BoundaryYear = 2016 });

        await WriteAsync(stores, "area-indicators", "d2", Long("inhabitants", 560, 2) with { BoundaryYear = 2019 });

        var read = await stores.Observations.GetByAreaAsync(Area, Token).OrderBy(o => o.Indicator).ToListAsync(Token);
        Assert.Equal([("burglaries", 2016), ("inhabitants", 2019)], read.Select(o => (o.Indicator, o.BoundaryYear)));
    }

    [Fact]
    public async Task Observations_of_other_areas_are_not_returned()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await WriteAsync(stores, "ses-woa", "d1", Wide(("households", 1)), Wide(("households", 2)) with { Area = AreaCode.Parse("BU03630001") });

        Assert.Single(await stores.Observations.GetByAreaAsync(Area, Token).ToListAsync(Token));
        Assert.Equal(2, await stores.Observations.GetByMunicipalityAsync(Area.Municipality, Token).CountAsync(Token));
        Assert.Empty(await stores.Observations.GetByMunicipalityAsync(AreaCode.Parse("GM0001"), Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_year_is_stored_as_before_and_other_periods_also_have_a_text()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());

        await WriteAsync(stores, "area-indicators", "d1", Long("burglaries", 5, 3), About("2019-Q1", 1), About("2019-01", 2), About("2019-W01", 3), About("2019-SY", 4));

        var stored = await stores.Tables.Observations.QueryAsync<TableEntity>("", cancellationToken: Token).ToListAsync(Token);
        Assert.Equal(
            ["2019", "2019-01", "2019-Q1", "2019-SY", "2019-W01"],
            stored.Select(entity => entity.RowKey.Split('|')[2]).Order(StringComparer.Ordinal));
        Assert.All(stored, entity => Assert.Equal(2019, Assert.IsType<int>(entity["Period"])));
        Assert.Equal(
            ["Area", "Dataset", "PartitionKey", "Period", "RowKey", "Timestamp", "odata.etag", "s_burglaries", "v_burglaries"],
            stored.Single(entity => entity.RowKey.EndsWith("|2019", StringComparison.Ordinal)).Keys.Order(StringComparer.Ordinal));
        var read = await stores.Observations.GetByAreaAsync(Area, ["burglaries"], Token).ToListAsync(Token);
        Assert.Equal(
            [("2019", 5m), ("2019-01", 2m), ("2019-Q1", 1m), ("2019-SY", 4m), ("2019-W01", 3m)],
            read.Select(o => (o.Period.ToString(), o.Value.Number!.Value)).OrderBy(o => o.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Disclosure_of_a_quarter_depends_on_all_periods()
    {
        var stores = await Stores.OnAsync(emulator.NewAccount());
        await WriteAsync(
            stores, "area-indicators", "d1",
            Long("inhabitants", 400, 3), About("2019-Q1", 3, "inhabitants"), About("2019-Q2", 397, "inhabitants"), About("2020-Q1", 90, "inhabitants"), About("2021-Q1", 2, "inhabitants"));
        var served = new DisclosableObservations(stores.Observations, new CustomAreaStore(stores.Tables), new CrosswalkStore(stores.Tables), Stores.Config.Catalogue, new CurrentDatasets(Stores.Config), new DisclosureOptions(), stores.Ids, stores.Publications(), stores.Deliveries);
        await stores.ServeAsync(Area.Municipality.Value);

        var all = await served.GetByAreaAsync(Area, ["inhabitants"], period: null, Token).ToListAsync(Token);

        Assert.Equal(
            ["2019 400", "2019-Q1 ", "2019-Q2 ", "2020-Q1 90", "2021-Q1 "],
            all.Select(o => $"{o.Period} {o.Value.Number}").Order(StringComparer.Ordinal));
        foreach (var observation in all)
        {
            Assert.Equal(observation, Assert.Single(await served.GetByAreaAsync(Area, ["inhabitants"], observation.Period, Token).ToListAsync(Token)));
        }
    }

    private static AreaObservations About(string period, decimal value, string indicator = "burglaries") =>
        Long(indicator, value, 2) with { Period = Period.TryParse(period, out var parsed) ? parsed : throw new ArgumentException(period, nameof(period)) };

    private static AreaObservations Wide(params (string Indicator, decimal Value)[] values) =>
        new(Area, new Period(2019), 2019, FigureStatus.None, [.. values.Select(v => new IndicatorValue(v.Indicator, ObservedValue.Known(v.Value), 2))]);

    private static AreaObservations Long(string indicator, decimal value, int line) =>
        new(Area, new Period(2019), 2019, FigureStatus.None, [new IndicatorValue(indicator, ObservedValue.Known(value), line)]);

    private static Task WriteAsync(Stores stores, string dataset, string delivery, params AreaObservations[] rows) => WriteAsync(stores, Stores.Definition(dataset), delivery, rows);

    private static async Task WriteAsync(Stores stores, DatasetDefinition definition, string delivery, params AreaObservations[] rows)
    {
        var writer = stores.Observations.CreateWriter(definition, parts: 1);
        foreach (var row in rows)
        {
            foreach (var entity in stores.Observations.CreateEntities(definition, delivery, row, parts: 1))
            {
                await writer.AddAsync(entity, Token);
            }
        }

        await writer.CompleteAsync(Token);
    }
}
