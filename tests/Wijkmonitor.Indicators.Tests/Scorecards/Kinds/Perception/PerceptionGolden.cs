using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Perception;

/// <inheritdoc/>
internal sealed class PerceptionGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings => ["perception-differs", "missing", "years-differ"];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("the-same-year", json =>
            (json["limit"], json["maxYearsApart"], json["minAreas"], json["objective"]) = (0.1m, 0, 2, "burglaries")),
    ];

    public override IReadOnlyList<int>? FindYears(string indicator) => indicator == "residents_score" ? GeneratedCity.OddYears : null;

    public override void AddStories(GeneratedCity city)
    {
        // What the figures say is not known, and what residents say is withheld.
        city.Set("BU99990301", 2020, "liveability_score", ObservedValue.Unknown);
        city.Set("BU99990301", 2019, "residents_score", ObservedValue.Suppressed);
    }
}
