using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Tests.Scorecards.Kinds;

namespace Wijkmonitor.Indicators.Tests.Golden;

/// <summary>The kinds of scorecards by other rules than the example's: the choices that the examples do not make.</summary>
internal static class RuleVariants
{
    public static IReadOnlyList<IScorecardKind> All { get; } =
    [
        Variant("compass", "from-2018-without-default", json =>
        {
            json["start"] = "2018";
            json["bands"]!["default"] = null;
        }),
        Variant("compass", "relative", json => json["bands"] = JsonNode.Parse(
            """{ "default": { "kind": "relative", "width": 10 }, "indicators": { "burglaries": { "kind": "absolute", "width": 0 } } }""")),
        Variant("crisis-tiles", "of-2018", json =>
        {
            json["period"] = "2018";
            json["tiles"] = new JsonArray(json["tiles"]![2]!.DeepClone(), json["tiles"]![4]!.DeepClone());
            json["tiles"]![0]!["overlaps"] = new JsonArray("migrant-beds");
            json["tiles"]![1]!["overlaps"] = new JsonArray();
        }),
        Variant("function", "five-others", json => json["leastOthers"] = 5),
        Variant("liveability", "of-neighbourhoods", json =>
        {
            json["population"] = null;
            json["shareOver"] = "neighbourhoods";
            json["freshYears"] = 1;
            json["composition"] = null;
            json["developments"] = new JsonArray();
            json["measures"] = JsonNode.Parse("""
                [
                  { "indicator": "liveability_score", "lowerBound": 4, "reversal": { "from": 2012, "top": 2018 },
                    "waterbed": { "vulnerableBelow": 4.1, "leastChange": 0.05 }, "names": {} },
                  { "indicator": "liveability_class", "lowerBound": null, "reversal": null, "waterbed": null, "names": {} }
                ]
                """);
        }),
        Variant("load-capacity", "all-known", json =>
        {
            json["leastAreas"] = 2;
            json["leastCoverage"] = 100;
            json["load"]!.AsArray().Add(JsonNode.Parse("""{ "indicator": "households", "higher": "less" }"""));
            json["capacity"]!.AsArray().Add(JsonNode.Parse("""{ "indicator": "burglaries", "higher": "less" }"""));
            json["load"]!.AsArray().RemoveAt(1);
            json["participation"] = null;
        }),
        Variant("perception", "the-same-year", json =>
            (json["limit"], json["mostYearsApart"], json["leastAreas"], json["objective"]) = (0.1m, 0, 2, "burglaries")),
        Variant("stayers-movers", "two-measures", json =>
        {
            json["leastCount"] = 1;
            var second = json["measures"]![0]!.DeepClone();
            (second["code"], second["stayersNow"], second["entrantsNow"]) = ("burglaries", "burglaries", "nuisance_cases");
            json["measures"]!.AsArray().Add(second);
        }),
        Variant("vulnerability", "without-spiral", json =>
        {
            json["spiral"] = null;
            json["leastCount"] = 60;
            json["band"] = JsonNode.Parse("""{ "low": 0.5, "high": 1 }""");
        }),
        Variant("four-angle", "districts-by-homes", json =>
        {
            (json["areas"], json["visibility"], json["leastCoverage"], json["attentionList"]) = ("districts", "partners", 20, 1);
            json["budget"]!["mode"] = "by-homes";
            json["freshness"]!["stale"] = "count";
            json["colours"] = null;
            json["effort"] = null;
            json["pins"] = null;
        }),
        Variant("four-angle", "neighbourhoods-by-severity", json =>
        {
            (json["areas"], json["staff"], json["trends"]) = ("neighbourhoods", null, new JsonArray());
            (json["budget"]!["mode"], json["budget"]!["withoutScore"]) = ("severity", "share-by-homes");
            SetNormalisation(json, angle: 0, indicator: 1, """{ "method": "share" }""");
            SetNormalisation(json, angle: 2, indicator: 0, """{ "method": "percentile" }""");
            SetNormalisation(json, angle: 3, indicator: 0, """{ "method": "z-score", "reach": 1 }""");
        }),
        Variant("four-angle", "custom-without-split", json => (json["budget"]!["mode"], json["budget"]!["withoutScore"]) = ("severity", "no-split")),
        Variant("four-angle", "custom-without-budget", json => json["budget"] = null),
    ];

    private static IScorecardKind Variant(string kind, string version, Action<JsonNode> change) => ExampleKinds.Example(kind, json =>
    {
        change(json);
        json["version"] = version;
    });

    private static void SetNormalisation(JsonNode rules, int angle, int indicator, string normalisation) =>
        rules["angles"]![angle]!["indicators"]![indicator]!["normalisation"] = JsonNode.Parse(normalisation);
}
