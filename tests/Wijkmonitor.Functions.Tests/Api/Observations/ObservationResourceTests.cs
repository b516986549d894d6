using System.Text.Json;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Tests.Api.Observations;

public sealed class ObservationResourceTests
{
    [Fact]
    public void A_year_without_declared_dates_is_served_unchanged()
    {
        using var json = Serve("2019", MeasuredPeriod.Whole);

        Assert.Equal(
            ["area", "period", "indicator", "state", "value", "unit", "dataset", "boundaryYear", "provisional", "delivery", "line"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void A_moving_average_has_its_years_and_a_stock_its_day()
    {
        using var average = Serve("2019", new MeasuredPeriod(CoversYears: 3));
        using var stock = Serve("2019-Q2", new MeasuredPeriod(ReferenceDate.End));

        Assert.Equal((2017, 2019), (average.RootElement.GetProperty("firstYear").GetInt32(), average.RootElement.GetProperty("lastYear").GetInt32()));
        Assert.Equal("2019 (over 2017-2019)", average.RootElement.GetProperty("periodLabel").GetProperty("nl").GetString());
        Assert.False(average.RootElement.TryGetProperty("referenceDate", out _));
        Assert.Equal(("2019-Q2", "2019-06-30"), (stock.RootElement.GetProperty("period").GetString(), stock.RootElement.GetProperty("referenceDate")
            .GetString()));
        Assert.Equal("Q2 2019 (30 June 2019)", stock.RootElement.GetProperty("periodLabel").GetProperty("en").GetString());
    }

    [Fact]
    public void Margin_and_status_are_served_only_when_known()
    {
        var observation = Observe(new Period(2019)) with
        {
            Status = FigureStatus.Provisional | FigureStatus.Estimated,
            Interval = new ObservedInterval(4, 6.5m) { Method = new IntervalMethod(95, new BilingualText("bootstrap", "bootstrap")) },
            Rounding = new FigureRounding(5),
        };

        using var json = Serve(observation);

        Assert.True(json.RootElement.GetProperty("provisional").GetBoolean());
        Assert.Equal("""["provisional","estimated"]""", json.RootElement.GetProperty("status").GetRawText());
        Assert.Equal("""{"lower":4,"upper":6.5,"level":95,"method":{"nl":"bootstrap","en":"bootstrap"}}""", json.RootElement.GetProperty("interval").GetRawText());
        Assert.Equal(5, json.RootElement.GetProperty("roundedTo").GetInt32());
    }

    private static JsonDocument Serve(string text, MeasuredPeriod measured)
    {
        Assert.True(Period.TryParse(text, out var period));
        return Serve(Observe(period) with { Measured = measured });
    }

    private static Observation Observe(Period period) =>
        new(AreaCode.Parse("GM0363"), period, "burglaries", ObservedValue.Known(5), "area-indicators", 2019, FigureStatus.None, new SourceLine("d", 2));

    private static JsonDocument Serve(Observation observation) => JsonSerializer.SerializeToDocument(
        ObservationResource.FromObservation(observation, Stores.Config.Catalogue.Find("burglaries")!), ObservationsJson.Default.ObservationResource);
}
