using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Datasets;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds;

/// <summary>What the kinds say of themselves, beside what stands in their scorecards.</summary>
public sealed class KindInfoTests
{
    public static TheoryData<string> All => [.. ScorecardKinds.Names];

    [Fact]
    public void Every_kind_has_a_place_of_its_own() =>
        Assert.Equal(Enumerable.Range(1, ScorecardKinds.Names.Count), ScorecardKinds.Infos.Select(info => info.Order));

    [Theory]
    [MemberData(nameof(All))]
    public void The_roles_and_colours_in_the_scorecards_of_a_kind_have_words(string kind)
    {
        var read = ExampleKinds.Example(kind);
        var lines = read.Compute(SampleDeliveries.All.Figures).SelectMany(card => card.Lines).ToList();

        Assert.Equal(read.Name, read.Info.Name);
        Assert.All(lines.SelectMany(line => line.Inputs).Select(input => input.Role).Distinct(StringComparer.Ordinal), role => Assert.Contains(role, read.Info.Roles.Keys));
        Assert.All(lines.Select(line => line.Signal).Where(signal => signal != Signal.None).Distinct(), signal => Assert.Contains(signal, read.Info.Signals.Keys));
    }
}
