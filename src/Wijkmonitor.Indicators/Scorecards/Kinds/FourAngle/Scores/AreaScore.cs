using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;

/// <summary>Reason why a figure does not count in the score.</summary>
internal enum NotCountedReason
{
    /// <summary>It counts.</summary>
    None,

    /// <summary>Nothing was delivered.</summary>
    NotDelivered,

    /// <summary>Delivered as unknown.</summary>
    Unknown,

    /// <summary>Delivered as withheld.</summary>
    Suppressed,

    /// <summary>Delivered as something that cannot occur.</summary>
    NotApplicable,

    /// <summary>It is for other boundaries than the area has now.</summary>
    OtherBoundaries,

    /// <summary>It is stale, and the rules leave stale figures out.</summary>
    Stale,

    /// <summary>The figures of the municipality's areas are equal, or there is only one, so that a rank says nothing.</summary>
    NoSpread,
}

/// <summary>An indicator of an angle, for one area and year.</summary>
/// <param name="Rule">Rule by which it counts.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Used">The figure; null where nothing was delivered.</param>
/// <param name="Age">Its age in months; null without a figure.</param>
/// <param name="IsStale">Whether it is too old.</param>
/// <param name="NotCountedReason">Reason why it does not count.</param>
/// <param name="Place">Its place from 0 to 100; null where it does not count.</param>
/// <param name="Mean">The mean over the municipality's areas.</param>
internal sealed record ScoredIndicator(
    AngleIndicator Rule, Indicator Indicator, Observation? Used, int? Age, bool IsStale, NotCountedReason NotCountedReason,
    NormalisedValue? Place, decimal? Mean)
{
    /// <summary>The place from 0 to 100; null where it does not count.</summary>
    public decimal? Favourable => NotCountedReason == NotCountedReason.None ? Place?.Favourable : null;

    /// <summary>The state of its line.</summary>
    public LineState State => NotCountedReason switch
    {
        NotCountedReason.None => LineState.Valued,
        NotCountedReason.Suppressed => LineState.Suppressed,
        _ => LineState.MissingInput,
    };
}

/// <summary>An angle, for one area and year.</summary>
/// <param name="Rule">Rule by which it counts.</param>
/// <param name="Indicators">Its indicators.</param>
/// <param name="Score">Their weighted mean from 0 to 100, over those that count; null where none does.</param>
/// <param name="Coverage">The part of the indicators' weights that counts, from 0 to 1.</param>
/// <param name="Steps">Steps of the score.</param>
internal sealed record ScoredAngle(
    Angle Rule, IReadOnlyList<ScoredIndicator> Indicators, decimal? Score, decimal Coverage, IReadOnlyList<CalculationStep> Steps);

/// <summary>The score of one area in one year.</summary>
/// <param name="Area">The area.</param>
/// <param name="Period">The year.</param>
/// <param name="BoundaryYear">The year of its boundaries.</param>
/// <param name="Angles">The four angles.</param>
/// <param name="Coverage">The part of all weights that is known, in percent; rounded to a whole one, half away from zero.</param>
/// <param name="Score">The score from 0 to 100, rounded to one decimal; null where the coverage is too low.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Steps">Steps of the score.</param>
internal sealed record AreaScore(
    AreaCode Area,
    Period Period,
    int BoundaryYear,
    IReadOnlyList<ScoredAngle> Angles,
    decimal Coverage,
    decimal? Score,
    Signal Colour,
    IReadOnlyList<CalculationStep> Steps)
{
    private const decimal MaxScore = 100;

    /// <summary>All indicators.</summary>
    public IEnumerable<ScoredIndicator> Indicators => Angles.SelectMany(angle => angle.Indicators);

    /// <summary>Severity that the score implies, from 0 to 1: (100 - score) / 100; null without a score.</summary>
    public decimal? Severity => (MaxScore - Score) / MaxScore;

    /// <summary>The key of the score, in the form of an observation's key.</summary>
    public string Key => $"{Area}/{FourAngleRules.Kind}/{Period}/score";

    /// <summary>Converts the score to an input of another figure.</summary>
    public ScorecardInput ToInput(string role) => new(
        role, Key, Score is null ? ObservedState.Unknown : ObservedState.Known, Score, Delivery: null, Line: null);
}
