using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Perception;

/// <inheritdoc/>
internal sealed class PerceptionGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings => ["perception-differs", "missing", "years-differ"];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("the-same-year", json =>
            (json["limit"], json["mostYearsApart"], json["leastAreas"], json["objective"]) = (0.1m, 0, 2, "burglaries")),
    ];
}
