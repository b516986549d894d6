using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.StayersMovers;

/// <inheritdoc/>
internal sealed class StayersMoversGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings => ["number-not-constant", "nobody-stayed", "suppressed", "missing", "sitting-residents-improved", "improved-by-moving-only"];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("two-measures", json =>
        {
            json["leastCount"] = 1;
            var second = json["measures"]![0]!.DeepClone();
            (second["code"], second["stayersNow"], second["entrantsNow"]) = ("burglaries", "burglaries", "nuisance_cases");
            json["measures"]!.AsArray().Add(second);
        }),
    ];
}
