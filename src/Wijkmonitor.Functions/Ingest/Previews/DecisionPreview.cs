using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Ingest.Previews;

/// <summary>Preview of a decision about a delivery. Nothing of it is stored.</summary>
/// <param name="Decision">The decision: a confirmation of what waits for it, a withdrawal of what is stored.</param>
/// <param name="IsComplete">Whether everything was computed; not for very many figures or municipalities, nor where a part failed.</param>
/// <param name="Municipalities">The municipalities that were computed.</param>
/// <param name="Figures">Number of figures that are added, changed, taken away, and that stay.</param>
/// <param name="Scorecards">The same of scorecards.</param>
/// <param name="ScorecardChanges">The first scorecards that change and that the caller may see.</param>
/// <param name="Omitted">Number of other scorecards that change.</param>
/// <param name="Statements">Statements of social mortgages that change, of contracts that the caller is a party to.</param>
/// <param name="OtherContracts">Number of other contracts with statements that change.</param>
public sealed record DecisionPreview(
    DeliveryDecisionKind Decision,
    bool IsComplete,
    IReadOnlyList<AreaCode> Municipalities,
    ChangeCounts Figures,
    ChangeCounts Scorecards,
    IReadOnlyList<ScorecardChange> ScorecardChanges,
    int Omitted,
    IReadOnlyList<StatementChange> Statements,
    int OtherContracts);

/// <summary>Change of a scorecard.</summary>
/// <param name="Change">Whether it is added, changed or taken away.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Area">Its area.</param>
/// <param name="Period">Its year.</param>
/// <param name="Subject">Id of its subject; null for the area itself.</param>
/// <param name="Lines">The lines that change.</param>
/// <param name="Totals">The totals that change.</param>
public sealed record ScorecardChange(
    ChangeKind Change, string Kind, AreaCode Area, Period Period, string? Subject, IReadOnlyList<LineChange> Lines, IReadOnlyList<TotalChange> Totals);

/// <summary>Change of a line of a scorecard.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name.</param>
/// <param name="Unit">Unit of its value.</param>
/// <param name="Before">As it is; null where it is not there.</param>
/// <param name="After">As it would be; null where it would not be there.</param>
public sealed record LineChange(string Code, BilingualText Label, string Unit, LineOutcome? Before, LineOutcome? After);

/// <summary>Outcome of a line.</summary>
/// <param name="State">Whether it is valued, and if not, why.</param>
/// <param name="Value">Its value; null where it has none.</param>
/// <param name="Signal">Its colour.</param>
/// <param name="Amount">Its amount in euros; null where it has none.</param>
public sealed record LineOutcome(LineState State, decimal? Value, Signal Signal, decimal? Amount)
{
    /// <summary>Range of its value, where it is known as a range only.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>Its outcome in words, where it is no number alone; null for a figure.</summary>
    public NamedOutcome? Outcome { get; init; }
}
