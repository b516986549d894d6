using System.Text;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Tests.Scorecards.Kinds;

namespace Wijkmonitor.Indicators.Tests.Golden;

/// <summary>Golden files detect changes.</summary>
public sealed class GoldenFileTests
{
    private static readonly IReadOnlyList<Scorecard> Cards =
        [.. ExampleKinds.Example(ScorecardKinds.Infos[0].Name).Compute(GeneratedCity.Figures()).Where(card => card.Period.Year == 2021).Take(4)];

    private static readonly Scorecard Changed = Cards.First(card => card.Totals.Count > 0 && card.Findings.Count > 0 && card.Lines.Any(IsJudged));

    private static readonly Dictionary<string, Func<Scorecard, Scorecard>> Changes = new(StringComparer.Ordinal)
    {
        ["value"] = ChangeLine(line => line with { Value = line.Value + 0.1m }),
        ["decimals of a value"] = ChangeLine(line => line with { Value = line.Value + 0.0000000m }),
        ["state"] = ChangeLine(line => line with { State = LineState.NotNormed }),
        ["signal"] = ChangeLine(line => line with { Signal = Signal.None }),
        ["reference"] = ChangeLine(line => line with { Reference = null }),
        ["figure"] = ChangeLine(line => line with { Figures = line.Figures.ToDictionary(figure => figure.Key, figure => figure.Value + 1) }),
        ["name of a figure"] = ChangeLine(line => line with { Figures = line.Figures.ToDictionary(figure => figure.Key + "-2", figure => figure.Value) }),
        ["explanation"] = ChangeLine(line => line with { Explanation = line.Explanation with { En = line.Explanation.En + " " } }),
        ["step"] = ChangeLastStep(step => step with { Result = step.Result + 1 }),
        ["operand"] = ChangeLastStep(step => step with { Operands = [.. step.Operands.Reverse()] }),
        ["order of steps"] = ChangeLine(line => line with { Steps = [line.Steps![^1], .. line.Steps!] }),
        ["input"] = ChangeLine(line => line with { Inputs = [line.Inputs[0] with { State = ObservedState.Unknown }, .. line.Inputs.Skip(1)] }),
        ["role of an input"] = ChangeLine(line => line with { Inputs = [line.Inputs[0] with { Role = "city" }, .. line.Inputs.Skip(1)] }),
        ["order of inputs"] = ChangeLine(line => line with { Inputs = [.. line.Inputs.Reverse()] }),
        ["order of lines"] = card => card with { Lines = [.. card.Lines.Reverse()] },
        ["line"] = card => card with { Lines = [.. card.Lines.Skip(1)] },
        ["total"] = card => card with { Totals = [card.Totals[0] with { Value = card.Totals[0].Value + 1 }, .. card.Totals.Skip(1)] },
        ["finding"] = card => card with { Findings = [.. card.Findings.Skip(1)] },
        ["lines of a finding"] = card => card with { Findings = [card.Findings[0] with { Lines = [] }, .. card.Findings.Skip(1)] },
        ["boundary year"] = card => card with { BoundaryYear = card.BoundaryYear + 1 },
    };

    public static TheoryData<string> NamesOfChanges => [.. Changes.Keys];

    [Fact]
    public void Written_text_matches() => Assert.Empty(Differences(Cards));

    [Theory]
    [MemberData(nameof(NamesOfChanges))]
    public void A_change_of_one_scorecard_is_found(string change)
    {
        var difference = Assert.Single(Differences([.. Cards.Select(card => card == Changed ? Changes[change](card) : card)]));

        Assert.Equal($"compass|example-1|2021|{Changed.Area}", difference.Key);
        Assert.NotNull(difference.Expected);
        Assert.NotNull(difference.Actual);
    }

    [Fact]
    public void A_missing_or_new_scorecard_is_found()
    {
        Assert.Null(Assert.Single(Differences([.. Cards.Where(card => card != Changed)])).Actual);
        Assert.Null(Assert.Single(Differences([.. Cards, Changed with { Subject = "another" }])).Expected);
    }

    [Fact]
    public void A_change_of_one_scorecard_among_those_of_a_period_is_found()
    {
        var golden = GoldenFile.Text(GoldenEntry.PerPeriod(Cards)).Split('\n');
        var changed = Cards.Select(card => card == Changed ? Changes["value"](card) : card);

        Assert.Equal("compass|example-1|2021", Assert.Single(GoldenFile.Compare(golden, GoldenEntry.PerPeriod(changed))).Key);
        Assert.Empty(GoldenFile.Compare(golden, GoldenEntry.PerPeriod(Cards)));
    }

    [Fact]
    public void Only_excluded_fields_may_differ()
    {
        string[] excluded = ["lines/steps/label", "lines/explanation"];

        string Serialize(Scorecard card) => Encoding.UTF8.GetString(GoldenEntry.Serialize(card, excluded));

        Assert.Equal(Serialize(Changed), Serialize(Changes["explanation"](Changed)));
        Assert.NotEqual(Serialize(Changed), Serialize(Changes["step"](Changed)));
        Assert.DoesNotContain("\"explanation\"", Serialize(Changed));
        Assert.Contains("\"explanation\"", Encoding.UTF8.GetString(GoldenEntry.Serialize(Changed, [])));
    }

    [Fact]
    public void Every_excluded_field_has_a_reason() =>
        Assert.All(NotCompared.Members.Values, reason => Assert.False(string.IsNullOrWhiteSpace(reason)));

    private static IReadOnlyList<GoldenDifference> Differences(IReadOnlyList<Scorecard> now) =>
        GoldenFile.Compare(GoldenFile.Text(GoldenEntry.PerCard(Cards)).Split('\n'), GoldenEntry.PerCard(now));

    private static bool IsJudged(ScorecardLine line) => line is { Value: not null, Signal: not Signal.None, Steps.Count: > 1, Inputs.Count: > 1 };

    private static Func<Scorecard, Scorecard> ChangeLastStep(Func<CalculationStep, CalculationStep> change) =>
        ChangeLine(line => line with { Steps = [.. line.Steps!.SkipLast(1), change(line.Steps![^1])] });

    private static Func<Scorecard, Scorecard> ChangeLine(Func<ScorecardLine, ScorecardLine> change) => card =>
    {
        var judged = card.Lines.First(IsJudged);
        return card with { Lines = [.. card.Lines.Select(line => line == judged ? change(line) : line)] };
    };
}
