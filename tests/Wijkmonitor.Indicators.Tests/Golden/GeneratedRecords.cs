using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Scorecards.Kinds;

namespace Wijkmonitor.Indicators.Tests.Golden;

/// <summary>Records about the areas of <see cref="GeneratedCity"/>: functions, tiles, actions, interventions, notes and pins.</summary>
internal static class GeneratedRecords
{
    private static readonly DateOnly Start = new(2018, 3, 1);
    private static readonly string[] Red = ["burglaries", "social_assistance", "public_space_grade", "alcohol_drugs_nuisance", "youth_sports_club"];

    public static IReadOnlyList<AreaRecord> All { get; } = [.. Functions(), .. Tiles(), .. Actions(), .. Interventions(), .. Notes(), .. Pins()];

    private static IEnumerable<AreaRecord> Functions()
    {
        string[] landing = ["BU99990101", "BU99990102", "BU99990103", "BU99990104", "CU9999-harbour", "CU9999-mill", "CU9999-park"];
        foreach (var (place, area) in landing.Index())
        {
            yield return Function(area, Start, $"f{place}", "landing");
        }

        yield return Function("BU99990201", Start, "g1", "starter");
        yield return Function("BU99990202", Start, "g2", "starter");
        yield return Function("BU99990203", Start, "g3", "no-such-function");
        yield return Function("WK999901", Start, "g4", "family");

        // Of two on a day the last by reference counts; another function later; none before 2021; another municipality.
        yield return Function("BU99990301", Start, "h2", "starter");
        yield return Function("BU99990301", Start, "h1", "family");
        yield return Function("BU99990104", new DateOnly(2020, 6, 1), "h3", "starter");
        yield return Function("BU99990302", new DateOnly(2021, 12, 31), "h4", "landing");
        yield return Function("BU88880101", Start, "h5", "landing");
        yield return ExampleKinds.Record("area-functions", "BU99990303", Start, "h6", ("reason", "nobody said which"));
    }

    private static AreaRecord Function(string area, DateOnly date, string reference, string function) =>
        ExampleKinds.Record("area-functions", area, date, reference, ("function", function));

    private static IEnumerable<AreaRecord> Tiles()
    {
        yield return Tile(
            "t1", 2019,
            ("tile", "shortage"), ("label_nl", "Tekort"), ("label_en", "Shortage"), ("unit", "homes"), ("low", "1200"), ("high", "1600"),
            ("base", "75000"), ("base_year", "2019"), ("base_nl", "woningen"), ("base_en", "homes"), ("source", "Invented"));
        yield return Tile(
            "t2", 2018,
            ("tile", "homeless"), ("label_nl", "Daklozen"), ("unit", "people"), ("low", "90"), ("source", "Invented"));
        yield return Tile(
            "t3", 2019,
            ("tile", "homeless"), ("label_nl", "Daklozen"), ("unit", "people"), ("low", "110"),
            ("base", "158986"), ("base_nl", "inwoners"), ("source", "Invented, later"));
        yield return Tile(
            "t4", 2020,
            ("tile", "waiting"), ("label_nl", "Wachtenden"), ("label_en", "People waiting"), ("unit", "people"), ("high", "4200.5"),
            ("base", "158986"), ("base_year", "1066"));
        yield return Tile(
            "t5", 2020,
            ("tile", "beds"), ("unit", "beds"), ("low", "0"), ("base", "1000"), ("base_year", "2020"), ("base_nl", "bedden"));
        yield return Tile(
            "t6", 2020,
            ("tile", "unknown"), ("label_nl", "Onbekend"), ("label_en", "Unknown"), ("unit", "people"), ("source", "Nobody counted them"));
        yield return Tile("t7", 2021, ("tile", "later"), ("low", "5"));
        yield return Tile("t8", 2017, ("low", "5"), ("high", "3"));
        yield return ExampleKinds.Record("crisis-tiles", "WK999901", Start, "t9", ("tile", "of-a-district"), ("low", "5"));
    }

    private static AreaRecord Tile(string reference, int year, params (string Name, string Value)[] fields) =>
        ExampleKinds.Record("crisis-tiles", GeneratedCity.Code, new DateOnly(year, 7, 1), reference, fields);

    private static IEnumerable<AreaRecord> Actions()
    {
        var number = 0;
        foreach (var area in new[] { "BU99990101", "BU99990301", "WK999902", "CU9999-harbour", "CU9999-quay" })
        {
            foreach (var indicator in Red)
            {
                yield return Action(area, indicator, new DateOnly(2019, 5, 1), $"a{++number:00}", "Welfare organisation", "Walks along the doors.");
            }

            // A day earlier with a later reference, the same day twice, and one that is planned.
            yield return Action(area, "burglaries", new DateOnly(2019, 4, 30), $"z{number:00}", "Police", "Looks at locks");
            yield return Action(area, "burglaries", new DateOnly(2019, 5, 1), $"b{number:00}", "Corporation", "Lights the alleys");
            yield return Action(area, "burglaries", new DateOnly(2022, 1, 1), $"c{number:00}", "Municipality", "Puts up cameras");
        }
    }

    private static AreaRecord Action(string area, string indicator, DateOnly date, string reference, string partner, string action) =>
        ExampleKinds.Record("compass-actions", area, date, reference, ("indicator", indicator), ("partner", partner), ("action", action));

    private static IEnumerable<AreaRecord> Interventions() =>
    [
        ExampleKinds.Record("interventions", "BU99990101", new DateOnly(2019, 1, 15), "i2", ("intervention", "Renovation")),
        ExampleKinds.Record("interventions", "BU99990203", new DateOnly(2019, 6, 1), "i1", ("intervention", "A new school")),
        ExampleKinds.Record("interventions", "BU99990303", new DateOnly(2018, 1, 15), "i0", ("intervention", "A car park")),
        ExampleKinds.Record("interventions", "WK999901", new DateOnly(2012, 1, 15), "i3", ("intervention", "A park")),
    ];

    private static IEnumerable<AreaRecord> Notes()
    {
        yield return Note(
            "CU9999-harbour", 2020, "n1", "nuisance_cases", "story", "The bars close later", ("influenceable", "false"), ("owner", "area manager"));
        yield return Note("CU9999-mill", 2020, "n2", "nuisance_cases", "story", "Walls are thin", ("influenceable", "true"));
        yield return Note("CU9999-mill", 2020, "n3", "nuisance_cases", "attribution", "It comes from the station", ("influenceable", "false"));
        yield return Note("CU9999-quay", 2021, "n5", "nuisance_cases", "attribution", "It comes from the ferry");
        yield return Note("CU9999-quay", 2021, "n4", "nuisance_cases", "story", "Earlier by reference");
        yield return Note("CU9999-park", 2021, "n6", "nuisance_cases", "story", "A festival", ("influenceable", "false"));
        yield return Note("CU9999-park", 2021, "n7", "burglaries", "story", "About another figure");
    }

    private static AreaRecord Note(
        string area, int year, string reference, string indicator, string kind, string explanation, params (string Name, string Value)[] others)
    {
        (string Name, string Value)[] fields = [("indicator", indicator), ("kind", kind), ("explanation", explanation), .. others];
        return ExampleKinds.Record("area-notes", area, new DateOnly(year, 11, 15), reference, fields);
    }

    private static IEnumerable<AreaRecord> Pins()
    {
        string[] measures = ["meeting-place", "maintenance", "greenery", "signalling", "allocation", "swimming-pool"];
        for (var number = 0; number < 24; number++)
        {
            // The first participant places seven, two of them too many; one measure is not in the rules and one area is not scored.
            var participant = number < 7 ? "A-01" : $"A-0{2 + (number % 4)}";
            var area = number % 5 == 4 ? "BU99990101" : number % 2 == 0 ? "CU9999-harbour" : "CU9999-quay";
            yield return Pin(area, new DateOnly(2020, 10, 6 + (number % 2)), $"p{number:00}", participant, measures[number % measures.Length]);
        }

        yield return Pin("CU9999-mill", new DateOnly(2021, 10, 6), "p30", "A-01", "greenery");
    }

    private static AreaRecord Pin(string area, DateOnly date, string reference, string participant, string measure) =>
        ExampleKinds.Record("pins", area, date, reference, ("participant", participant), ("measure", measure));
}
