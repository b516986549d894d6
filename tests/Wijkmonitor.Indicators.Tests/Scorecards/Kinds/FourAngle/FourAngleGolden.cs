using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.FourAngle;

/// <inheritdoc/>
internal sealed class FourAngleGolden : GoldenKind
{
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
            (json["areas"], json["visibility"], json["leastCoverage"], json["attentionList"]) = ("districts", "partners", 20, 1);
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

    private static void SetNormalisation(JsonNode rules, int angle, int indicator, string normalisation) =>
        rules["angles"]![angle]!["indicators"]![indicator]!["normalisation"] = JsonNode.Parse(normalisation);
}
