using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Compass;

/// <inheritdoc/>
internal sealed class CompassGolden : GoldenKind
{
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
}
