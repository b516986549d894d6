using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.FourAngle;

/// <inheritdoc/>
internal sealed class FourAngleGolden : GoldenKind
{
    private static readonly int[] SurveyYears = [2018, 2020];
    private static readonly string[] Registrations = ["nuisance_cases", "tenancy_turnover", "rent_arrears", "housing_fraud_cases"];

    public override IReadOnlyList<string> Findings =>
    [
        "low-coverage", "missing-angle", "not-normed", "preventive", "stale", "older-figure", "boundary-change", "provisional",
        "beyond-ends", "improving-with-support", "no-ranking", "attention-entered", "attention-stayed", "attention-left",
        "budget-not-split", "budget-without-score", "budget-homes-missing", "pins-elsewhere", "pins-beyond-the-fifth",
        "pins-of-other-measures", "story-needed", "attribution", "others-must-act",
    ];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("districts-by-homes", json =>
        {
            (json["areas"], json["visibility"], json["minCoverage"], json["attentionList"]) = ("districts", "partners", 20, 1);
            json["budget"]!["mode"] = "by-homes";
            json["freshness"]!["stale"] = "count";
            json["colours"] = null;
            json["effort"] = null;
            json["pins"] = null;
        }),
        new("neighbourhoods-by-severity", json =>
        {
            (json["areas"], json["staff"], json["trends"]) = ("neighbourhoods", null, new JsonArray());
            (json["budget"]!["mode"], json["budget"]!["withoutScore"]) = ("severity", "share-by-homes");
            SetNormalisation(json, angle: 0, indicator: 1, """{ "method": "share" }""");
            SetNormalisation(json, angle: 2, indicator: 0, """{ "method": "percentile" }""");
            SetNormalisation(json, angle: 3, indicator: 0, """{ "method": "z-score", "reach": 1 }""");
        }),
        new("custom-without-split", json => (json["budget"]!["mode"], json["budget"]!["withoutScore"]) = ("severity", "no-split")),
        new("custom-without-budget", json => json["budget"] = null),
    ];

    public override IReadOnlyList<int>? FindYears(string indicator) => indicator.StartsWith("tenant_", StringComparison.Ordinal) ? SurveyYears : null;

    public override void AddStories(GeneratedCity city)
    {
        // A budget that splits to the cent, none, one without homes to split it over, and one that is no amount.
        city.Set(GeneratedCity.Code, 2018, "liveability_budget", 250_000);
        city.Set(GeneratedCity.Code, 2019, "liveability_budget", value: null);
        city.Set(GeneratedCity.Code, 2020, "liveability_budget", 250_000.37m);
        city.Set(GeneratedCity.Code, 2021, "liveability_budget", -1);
        foreach (var year in GeneratedCity.Years)
        {
            foreach (var (complex, homes) in GeneratedCity.Complexes.Zip([400, 90, 150, 260, 0]))
            {
                city.Set(complex, year, "homes_managed", homes);
            }
        }

        // GeneratedCity.Complexes: one of which much is missing, one that improves with support, and trends next to what staff see.
        foreach (var indicator in Registrations.Append("burglaries").Append("social_assistance"))
        {
            city.Set("CU9999-mill", 2020, indicator, value: null);
        }

        (string Complex, decimal First, decimal Step, decimal Signal)[] trends =
            [("CU9999-harbour", 20, 3, 1), ("CU9999-mill", 30, -4, 0.5m), ("CU9999-park", 10, 0.1m, 0), ("CU9999-quay", 40, -8, -1)];
        foreach (var (complex, first, step, signal) in trends)
        {
            foreach (var year in GeneratedCity.Years)
            {
                city.Set(complex, year, "nuisance_cases", first + (step * (year - 2018)));
                city.Set(complex, year, "staff_nuisance_signal", signal);
            }
        }

        foreach (var (year, place) in GeneratedCity.Years.Index().Select(year => (year.Item, year.Index)))
        {
            city.Set("CU9999-quay", year, "burglaries", 18 - (5 * place));
            city.Set("CU9999-quay", year, "rent_arrears", 18 - (5 * place));
            city.Set("CU9999-quay", year, "staff_neighbourhood_grade", 5 + place);
            city.Set("CU9999-quay", year, "liveability_effort", 50_000);
        }

        city.Set("CU9999-harbour", 2021, "liveability_effort", ObservedValue.Suppressed);
        city.Set("CU9999-harbour", 2020, "burglaries", 30);
        city.Set("CU9999-harbour", 2021, "staff_nuisance_signal", value: null);
    }

    public override IEnumerable<AreaRecord> Records => Notes().Concat(Pins());

    private static void SetNormalisation(JsonNode rules, int angle, int indicator, string normalisation) =>
        rules["angles"]![angle]!["indicators"]![indicator]!["normalisation"] = JsonNode.Parse(normalisation);

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
