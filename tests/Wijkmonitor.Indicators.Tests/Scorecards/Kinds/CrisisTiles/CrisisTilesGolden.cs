using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.CrisisTiles;

/// <inheritdoc/>
internal sealed class CrisisTilesGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings => ["never-add", "overlap", "unknown"];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("of-2018", json =>
        {
            json["period"] = "2018";
            json["tiles"] = new JsonArray(json["tiles"]![2]!.DeepClone(), json["tiles"]![4]!.DeepClone());
            json["tiles"]![0]!["overlaps"] = new JsonArray("migrant-beds");
            json["tiles"]![1]!["overlaps"] = new JsonArray();
        }),
    ];
}
