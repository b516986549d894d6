using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Function;

/// <inheritdoc/>
internal sealed class FunctionGolden : GoldenKind
{
    private static readonly DateOnly Start = new(2018, 3, 1);

    public override IReadOnlyList<string> Findings => ["function", "function-unknown"];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("five-others", json => json["minOthers"] = 5),
    ];

    public override IEnumerable<AreaRecord> Records => Functions();

    private static IEnumerable<AreaRecord> Functions()
    {
        string[] landing = ["BU99990101", "BU99990102", "BU99990103", "BU99990104", "CU9999-harbour", "CU9999-mill", "CU9999-park"];
        foreach (var (place, area) in landing.Index())
        {
            yield return Function(area, Start, $"f{place}", "landing");
        }

        yield return Function("BU99990201", Start, "g1", "starter");
        yield return Function("BU99990202", Start, "g2", "starter");
        yield return Function("BU99990203", Start, "g3", "no-such-function");
        yield return Function("WK999901", Start, "g4", "family");

        // Of two on a day the last by reference counts; another function later; none before 2021; another municipality.
        yield return Function("BU99990301", Start, "h2", "starter");
        yield return Function("BU99990301", Start, "h1", "family");
        yield return Function("BU99990104", new DateOnly(2020, 6, 1), "h3", "starter");
        yield return Function("BU99990302", new DateOnly(2021, 12, 31), "h4", "landing");
        yield return Function("BU88880101", Start, "h5", "landing");
        yield return ExampleKinds.Record("area-functions", "BU99990303", Start, "h6", ("reason", "nobody said which"));
    }

    private static AreaRecord Function(string area, DateOnly date, string reference, string function) =>
        ExampleKinds.Record("area-functions", area, date, reference, ("function", function));
}
