using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Function;

/// <inheritdoc/>
internal sealed class FunctionGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings => ["function", "function-unknown"];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("five-others", json => json["leastOthers"] = 5),
    ];
}
