using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds;

public sealed class UnitNameTests
{
    public static TheoryData<string> Kinds => [.. ScorecardKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_unit_of_a_scorecard_has_a_name(string kind)
    {
        var cards = ExampleKinds.Example(kind).Compute(GeneratedCity.Figures());

        var units = cards.SelectMany(card => card.Lines.Select(line => line.Unit).Concat(card.Totals.Select(total => total.Unit))).Distinct(StringComparer.Ordinal);

        Assert.All(units.Where(unit => unit.Length > 0), unit => Assert.True(Vocabulary.Shared.Units.ContainsKey(unit), unit));
    }
}
