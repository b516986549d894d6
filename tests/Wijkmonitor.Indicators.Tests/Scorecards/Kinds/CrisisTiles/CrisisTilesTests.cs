using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.CrisisTiles;

public sealed class CrisisTilesTests
{
    [Fact]
    public void A_shortage_of_331000_of_7_8_million_homes_is_4_24_percent_and_one_in_24()
    {
        var line = Card().Line("shortage");

        Assert.Equal((LineState.Valued, 331_000m, 4.24m, 24m, 7_800_000m), (line.State, line.Value, line.Figures["share"], line.Figures["one-in"], line.Figures["base"]));
        Assert.StartsWith("331.000 op 7.800.000 woningen: 4,24%, een op de 24. Bron: Morgen acteren", line.Explanation.Nl);
        ExampleKinds.StepsHold(line);
    }

    [Fact]
    public void Homelessness_of_2019_is_one_in_443_inhabitants()
    {
        var line = Card().Line("homeless");

        Assert.Equal((39_300m, 443m, 17_400_000m, 2019m), (line.Value, line.Figures["one-in"], line.Figures["base"], line.Figures["count-year"]));
        Assert.Contains("17.400.000 inwoners (zelf gekozen: de bron noemt geen totaal)", line.Explanation.Nl);
        Assert.Contains("De bron zelf zegt: een op de 450.", line.Explanation.Nl);
    }

    [Fact]
    public void People_in_holiday_parks_are_a_range_from_one_in_218_to_one_in_290()
    {
        var line = Card().Line("holiday-parks");

        Assert.Equal((LineState.Valued, null, new ValueRange(60_000, 80_000)), (line.State, line.Value, line.Range));
        Assert.Equal((218m, 290m), (line.Figures["one-in-low"], line.Figures["one-in-high"]));
        Assert.Contains("60.000 tot 80.000", line.Explanation.Nl);
        Assert.Contains("De bron zelf zegt: een op de 225 tot 300 en 275.", line.Explanation.Nl);
        Assert.Contains("The source itself says: one in 225 to 300 and 275.", line.Explanation.En);
        ExampleKinds.StepsHold(line);
    }

    [Fact]
    public void An_unknown_count_is_unknown_not_zero()
    {
        var line = Card().Line("hidden-homeless");

        Assert.Equal((LineState.MissingInput, null, null, 0), (line.State, line.Value, line.Range, line.Figures.Count));
        Assert.Equal(["hidden-homeless"], Card().Findings.Single(f => f.Code == "unknown").Lines);
    }

    [Fact]
    public void Labour_migrants_are_short_of_120000_beds_now_and_400000_rooms_later()
    {
        var (beds, rooms) = (Card().Line("migrant-beds"), Card().Line("migrant-rooms"));

        Assert.Equal((120_000m, "beds", 400_000m, "rooms"), (beds.Value, beds.Unit, rooms.Value, rooms.Unit));
        Assert.Equal((30m, 400_000m), (beds.Figures["share"], beds.Figures["base"]));
        Assert.DoesNotContain("one-in", rooms.Figures.Keys);
    }

    [Fact]
    public void Tiles_have_no_total()
    {
        Assert.Empty(Card().Totals);
        Assert.True(Card().Finds("never-add"));
        Assert.Contains(Card().Findings, f => f.Code == "overlap" && f.Lines.SequenceEqual(["shortage", "homeless", "holiday-parks", "hidden-homeless"]));
        Assert.DoesNotContain(Card().Findings, f => f.Code == "overlap" && f.Lines[0] == "homeless" && f.Lines.Contains("hidden-homeless"));
    }

    [Fact]
    public void Every_municipality_has_the_national_tiles_followed_by_its_own()
    {
        var note = ExampleKinds.Record(
            "crisis-tiles", ExampleKinds.City, new DateOnly(2019, 12, 31), "1", ("tile", "shortage"), ("label_nl", "Tekort"), ("label_en", "Shortage"), ("unit", "homes"), ("low", "1500"), ("base", "75000"), ("base_nl", "woningen"), ("source", "Woonvisie"));

        var card = Assert.Single(ExampleKinds.Example("crisis-tiles").Compute(ExampleKinds.Figures(new Observed(), note)));
        var own = card.Lines[^1];

        Assert.Equal((ExampleKinds.City, 2020, 7), (card.Area.Value, card.Period.Year, card.Lines.Count));
        Assert.Equal(("own-shortage", "Gemeente", 1500m, 2m, 50m), (own.Code, own.Theme.Nl, own.Value, own.Figures["share"], own.Figures["one-in"]));
        Assert.All(own.Inputs, i => Assert.Equal(("notes", 2), (i.Delivery, i.Line)));
    }

    [Fact]
    public void A_municipal_tile_without_a_count_is_unknown_and_a_later_note_replaces_it()
    {
        var unknown = ExampleKinds.Record("crisis-tiles", ExampleKinds.City, new DateOnly(2019, 1, 1), "1", ("tile", "seekers"), ("source", "x"));
        var range = ExampleKinds.Record("crisis-tiles", ExampleKinds.City, new DateOnly(2019, 6, 1), "2", ("tile", "seekers"), ("low", "10"), ("high", "20"), ("source", "x"));

        Assert.Equal(LineState.MissingInput, Compute(unknown).Line("own-seekers").State);
        Assert.Equal(new ValueRange(10, 20), Compute(unknown, range).Line("own-seekers").Range);
    }

    private static Scorecard Compute(params AreaRecord[] notes) => Assert.Single(ExampleKinds.Example("crisis-tiles").Compute(ExampleKinds.Figures(new Observed(), notes)));

    private static Scorecard Card() => Compute();
}
