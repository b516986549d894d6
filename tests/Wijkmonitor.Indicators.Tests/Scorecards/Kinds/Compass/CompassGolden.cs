using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Compass;

/// <inheritdoc/>
internal sealed class CompassGolden : GoldenKind
{
    private static readonly string[] Red = ["burglaries", "social_assistance", "public_space_grade", "alcohol_drugs_nuisance", "youth_sports_club"];

    public override IReadOnlyList<string> Findings =>
    [
        "boundary-change", "missing", "suppressed", "provisional", "derived-city", "turned-for-the-better", "turned-for-the-worse",
        "within-chance", "actions", "ask-partners",
    ];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("from-2018-without-default", json =>
        {
            json["start"] = "2018";
            json["bands"]!["default"] = null;
        }),
        new("relative", json => json["bands"] = JsonNode.Parse(
            """{ "default": { "kind": "relative", "width": 10 }, "indicators": { "burglaries": { "kind": "absolute", "width": 0 } } }""")),
    ];

    public override PublishedFigures? Published => new("ses-woa", ["ses-woa-amsterdam-2019.csv"]);

    public override void AddStories(GeneratedCity city)
    {
        // The city itself: not delivered in one year, withheld in another.
        (string Indicator, int Year)[] notDelivered =
            [("social_assistance", 2019), ("burglaries", 2019), ("elderly_loneliness", 2019), ("average_income", 2020)];
        foreach (var (indicator, year) in notDelivered)
        {
            city.Set(GeneratedCity.Code, year, indicator, value: null);
        }

        city.Set(GeneratedCity.Code, 2018, "ses_woa_score", ObservedValue.Suppressed);
        city.Set(GeneratedCity.Code, 2021, "public_space_grade", ObservedValue.Unknown);
    }

    public override IEnumerable<AreaRecord> Records => Actions();

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
}
