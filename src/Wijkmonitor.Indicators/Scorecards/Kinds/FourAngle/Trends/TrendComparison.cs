using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Trends;

/// <summary>Outcome of comparing the trend of a figure with the staff signal.</summary>
internal enum TrendOutcome
{
    /// <summary>Both go the same way.</summary>
    Agrees,

    /// <summary>They go different ways: the story behind the figure is needed.</summary>
    Diverges,

    /// <summary>Staff do not dispute the figure and say that its cause is elsewhere.</summary>
    Attributed,

    /// <summary>Fewer than three years are known over the same boundaries.</summary>
    NoTrend,

    /// <summary>Staff gave no signal.</summary>
    NoSignal,
}

/// <summary>A figure's trend in an area next to what staff see.</summary>
/// <remarks>Where the signs differ, the story behind the figure is needed ("verhaal achter de data nodig").</remarks>
/// <param name="Rule">Rule of the comparison.</param>
/// <param name="Hard">The figure's indicator.</param>
/// <param name="Figures">The figures that the trend is taken over, in time.</param>
/// <param name="Slope">The least-squares slope a year; null without a trend.</param>
/// <param name="IsOutsideChance">Whether the slope is improbable as chance, see <see cref="Trend"/>.</param>
/// <param name="HardSign">1 better, 0 level, -1 less favourable; null without a trend.</param>
/// <param name="Signal">Staff's signal; null where nothing was delivered.</param>
/// <param name="StaffSign">1 better, 0 no change, -1 less favourable; null without a signal.</param>
/// <param name="Note">Note about it of that year; null for none.</param>
/// <param name="Steps">Steps of the slope.</param>
internal sealed record TrendComparison(
    ComparedTrend Rule,
    Indicator Hard,
    IReadOnlyList<Observation> Figures,
    decimal? Slope,
    bool IsOutsideChance,
    int? HardSign,
    Observation? Signal,
    int? StaffSign,
    AreaNote? Note,
    IReadOnlyList<CalculationStep> Steps)
{
    /// <summary>Outcome of the comparison.</summary>
    public TrendOutcome Outcome => (HardSign, StaffSign, Note) switch
    {
        (null, _, _) => TrendOutcome.NoTrend,
        (_, _, { IsAttribution: true }) => TrendOutcome.Attributed,
        (_, null, _) => TrendOutcome.NoSignal,
        _ => HardSign == StaffSign ? TrendOutcome.Agrees : TrendOutcome.Diverges,
    };

    /// <summary>Compares for one area and year.</summary>
    public static TrendComparison Create(ComparedTrend rule, AreaContext area)
    {
        var (hard, staff) = (area.GetIndicator(rule.Hard), area.GetIndicator(rule.Staff));
        var series = GetSeries(rule, area);
        var calculation = new Calculation(FourAngleLabels.Steps);
        var slope = series.Count < Trend.MinPeriods ? (decimal?)null : ComputeSlope(calculation, series);
        var signal = area.Find(rule.Staff);
        return new TrendComparison(
            rule,
            hard,
            series,
            slope,
            Trend.Compute([.. series.Select(o => new TrendPoint(o.Period, o.Value.Number!.Value, o.BoundaryYear, o.Measured.CoversYears))]).IsOutsideChance,
            slope is { } known ? GetSign(hard, known, rule.HardFlat) : null,
            signal,
            signal?.Value.Number is { } seen ? GetSign(staff, seen, rule.StaffFlat) : null,
            AreaNote.FindLatest(area, rule.Hard),
            calculation.Steps);
    }

    // A trend ends in the year itself and runs over one version of the boundaries, to which a crosswalk may carry the years before.
    private static List<Observation> GetSeries(ComparedTrend rule, AreaContext area) => area.Find(rule.Hard) is { Value.Number: not null } own
        ? [.. area.Municipality.GetSeries(area.Code, rule.Hard).GetUntil(own).Where(earlier => earlier.Period.Year > area.Period.Year - rule.Years)]
        : [];

    // Least squares: the sum of (year - mean year) times value over the sum of (year - mean year) squared.
    private static decimal ComputeSlope(Calculation calculation, List<Observation> series)
    {
        Operand CreateOperand(Observation o) => Operand.FromConstant(o.Period.Year);
        var mean = calculation.Divide("mean-year", calculation.Add("years", [.. series.Select(CreateOperand)]), Operand.FromConstant(series.Count));
        List<Operand> products = [];
        List<Operand> squares = [];
        foreach (var figure in series)
        {
            var distance = calculation.Subtract($"distance-{figure.Period}", CreateOperand(figure), mean);
            products.Add(calculation.Multiply($"product-{figure.Period}", distance, Operand.FromObservation(figure)));
            squares.Add(calculation.Multiply($"square-{figure.Period}", distance, distance));
        }

        var slope = calculation.Divide("unrounded-slope", calculation.Add("products", [.. products]), calculation.Add("squares", [.. squares]));
        return calculation.Round("slope", slope, 4).Value;
    }

    private static int GetSign(Indicator indicator, decimal change, decimal flat) =>
        Math.Abs(change) <= flat ? 0 : Math.Sign(Gap.ComputeImprovement(indicator, earlier: 0, later: change)!.Value);
}

/// <summary>Note about a figure of an area: the explanation behind it.</summary>
/// <param name="IsAttribution">Whether the figure is not disputed and its cause is said to be elsewhere.</param>
/// <param name="Explanation">The story.</param>
/// <param name="Influenceable">Whether the corporation can change it; null where that was not said.</param>
/// <param name="Owner">The role that takes it up; null where there is none.</param>
/// <param name="Source">The record.</param>
internal sealed record AreaNote(bool IsAttribution, string Explanation, bool? Influenceable, string? Owner, AreaRecord Source)
{
    /// <summary>The dataset with the observations of staff.</summary>
    public const string Dataset = "area-notes";

    private const string AttributionKind = "attribution";

    /// <summary>Finds the last note of the year about a figure of an area, or null.</summary>
    public static AreaNote? FindLatest(AreaContext area, string indicator) =>
        area.GetRecords(Dataset).LastOrDefault(record => record.Date.Year == area.Period.Year && record.GetText("indicator") == indicator) is { } last
            ? Read(last) : null;

    /// <summary>Converts the note to an input.</summary>
    public ScorecardInput ToInput() => ScorecardInput.FromRecord("note", Source, key: Source.DatedKey);

    private static AreaNote Read(AreaRecord record) => new(
        record.GetText("kind") == AttributionKind, record.GetText("explanation") ?? "", record.GetBoolean("influenceable"), record.GetText("owner"), record);
}
