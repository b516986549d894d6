using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;

/// <summary>What is wrong with rules of the four-angle monitor, each fault naming its field.</summary>
internal static class FourAngleFaults
{
    private const int FewestYears = 3;
    private const int Measures = 5;
    private const decimal Whole = 100;

    /// <summary>What is wrong with the rules by themselves.</summary>
    public static IEnumerable<string> Of(FourAngleRules rules) =>
    [
        .. OfTheWhole(rules),
        .. rules.Angles.SelectMany((angle, i) => Of(angle, $"angles[{i}]")),
        .. rules.Trends.SelectMany((trend, i) => Of(trend, $"trends[{i}]")),
        .. Of(rules.Effort),
        .. Of(rules.Pins),
    ];

    /// <summary>What in the rules does not fit the catalogue.</summary>
    public static IEnumerable<string> Of(FourAngleRules rules, IndicatorCatalogue catalogue)
    {
        foreach (var (code, field) in Named(rules))
        {
            if (catalogue.Find(code) is null)
            {
                yield return $"'{field}' names the indicator '{code}', which is not in the catalogue.";
            }
        }

        foreach (var (code, field) in Judged(rules))
        {
            if (catalogue.Find(code)?.Polarity == Polarity.NoJudgement)
            {
                yield return $"'{field}' names the indicator '{code}', which has no direction in the catalogue: it cannot say what is favourable.";
            }
        }

        foreach (var scored in rules.Scored.Where(scored => scored.Normalisation.Method == NormalisationMethod.Share))
        {
            if (catalogue.Find(scored.Indicator) is { } indicator && !SmallPopulation.TryScale(indicator.Unit, out _))
            {
                yield return $"The normalisation 'share' is for percentages and rates; '{scored.Indicator}' is in {indicator.Unit}.";
            }
        }

        if (rules.Budget is { } budget && catalogue.Find(budget.Budget) is { IsMoney: false })
        {
            yield return $"'budget.budget' names the indicator '{budget.Budget}', which is not in euros.";
        }
    }

    private static IEnumerable<(string Code, string Field)> Named(FourAngleRules rules) =>
    [
        .. Judged(rules),
        .. rules.Budget is { } budget ? [(budget.Budget, "budget.budget"), (budget.Homes, "budget.homes")] : Enumerable.Empty<(string, string)>(),
        .. rules.Staff is { } staff ? [(staff.Fte, "staff.fte")] : Enumerable.Empty<(string, string)>(),
        .. rules.Effort is { } effort ? [(effort.Indicator, "effort.indicator")] : Enumerable.Empty<(string, string)>(),
    ];

    private static IEnumerable<(string Code, string Field)> Judged(FourAngleRules rules) =>
    [
        .. rules.Angles.SelectMany((angle, i) => angle.Indicators.Select((scored, j) => (scored.Indicator, $"angles[{i}].indicators[{j}]"))),
        .. rules.Trends.SelectMany((trend, i) => new[] { (trend.Hard, $"trends[{i}].hard"), (trend.Staff, $"trends[{i}].staff") }),
    ];

    private static IEnumerable<string> OfTheWhole(FourAngleRules rules)
    {
        if (string.IsNullOrWhiteSpace(rules.Version))
        {
            yield return "'version' is empty.";
        }

        if (rules.Visibility == DatasetVisibility.Public)
        {
            yield return "'visibility' is public; the monitor is for the corporation and its partners: write partners or owner.";
        }

        foreach (var name in Enum.GetValues<AngleName>().Where(name => rules.Angles.Count(angle => angle.Name == name) != 1))
        {
            yield return $"'angles' must have each of the four angles once; '{AngleWord.Of(name)}' is absent or stands twice.";
        }

        if (rules.Scored.GroupBy(scored => scored.Indicator, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            yield return $"'angles' has the indicator '{twice.Key}' more than once.";
        }

        if (rules.LeastCoverage is < 0 or > Whole)
        {
            yield return "'leastCoverage' is not between 0 and 100.";
        }

        if (rules.Freshness.PolicyMonths < 0 || rules.Freshness.LiveabilityMonths < 0)
        {
            yield return "'freshness' has a number of months below zero.";
        }

        if (rules.Colours is { } colours && !(colours.RedBelow >= 0 && colours.RedBelow < colours.OrangeBelow && colours.OrangeBelow <= Whole))
        {
            yield return "'colours' must have 0 <= redBelow < orangeBelow <= 100.";
        }

        if (rules.AttentionList < 1)
        {
            yield return "'attentionList' is below 1.";
        }
    }

    private static IEnumerable<string> Of(Angle angle, string field)
    {
        if (angle.Weight <= 0)
        {
            yield return $"'{field}.weight' is not above zero.";
        }

        if (angle.Indicators.Count == 0)
        {
            yield return $"'{field}.indicators' is empty.";
        }

        for (var i = 0; i < angle.Indicators.Count; i++)
        {
            var (scored, at) = (angle.Indicators[i], $"{field}.indicators[{i}]");
            if (scored.Weight <= 0)
            {
                yield return $"'{at}.weight' is not above zero.";
            }

            if (Of(scored.Normalisation) is { } fault)
            {
                yield return $"'{at}.normalisation' {fault}";
            }
        }
    }

    private static string? Of(Normalisation normalisation) => normalisation switch
    {
        { Method: NormalisationMethod.MinMax, Low: { } low, High: { } high, Reach: null } => low < high ? null : "must have 'low' below 'high'.",
        { Method: NormalisationMethod.MinMax } => "of the method min-max needs 'low' and 'high', and no 'reach'.",
        { Method: NormalisationMethod.ZScore, Low: null, High: null, Reach: { } reach } => reach > 0 ? null : "must have a 'reach' above zero.",
        { Method: NormalisationMethod.ZScore } => "of the method z-score needs 'reach', and neither 'low' nor 'high'.",
        { Low: null, High: null, Reach: null } => null,
        _ => "of this method has no 'low', 'high' or 'reach'.",
    };

    private static IEnumerable<string> Of(ComparedTrend trend, string field)
    {
        if (trend.Years < FewestYears)
        {
            yield return $"'{field}.years' is below {FewestYears}: a trend needs that many periods.";
        }

        if (trend.HardFlat < 0 || trend.StaffFlat < 0)
        {
            yield return $"'{field}' has a 'hardFlat' or 'staffFlat' below zero.";
        }
    }

    private static IEnumerable<string> Of(EffortRules? effort)
    {
        if (effort is { LeastRise: < 0 })
        {
            yield return "'effort.leastRise' is below zero.";
        }

        if (effort is { Keep: < 0 or > Whole })
        {
            yield return "'effort.keep' is not between 0 and 100.";
        }
    }

    private static IEnumerable<string> Of(PinRules? pins)
    {
        if (pins is not null && (pins.Measures.Count != Measures || pins.Measures.DistinctBy(measure => measure.Code, StringComparer.Ordinal).Count() != Measures))
        {
            yield return "'pins.measures' must name five different measures.";
        }
    }
}
