using System.Text.Json;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Tests.Api.Observations;

public sealed class ObservationResourceTests
{
    [Fact]
    public void A_year_of_which_nothing_is_declared_is_served_as_it_always_was()
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
        Assert.Equal(("2019-Q2", "2019-06-30"), (stock.RootElement.GetProperty("period").GetString(), stock.RootElement.GetProperty("referenceDate").GetString()));
        Assert.Equal("Q2 2019 (30 June 2019)", stock.RootElement.GetProperty("periodLabel").GetProperty("en").GetString());
    }

    private static JsonDocument Serve(string text, MeasuredPeriod measured)
    {
        Assert.True(Period.TryParse(text, out var period));
        var observation = new Observation(AreaCode.Parse("GM0363"), period, "burglaries", ObservedValue.Known(5), "area-indicators", 2019, Provisional: false, new SourceLine("d", 2)) { Measured = measured };
        return JsonSerializer.SerializeToDocument(
            ObservationResource.FromObservation(observation, Stores.Config.Catalogue.Find("burglaries")!), ObservationsJson.Default.ObservationResource);
    }
}
