using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;

/// <summary>A record that does not count, or not as it is.</summary>
/// <param name="Finding">The code of the finding that says why.</param>
/// <param name="Record">The record.</param>
internal sealed record RowProblem(string Finding, AreaRecord Record)
{
    /// <summary>A date whose last day is before its first one.</summary>
    public const string DatesReversed = "dates-reversed";

    /// <summary>A negative contribution that names no row that it corrects.</summary>
    public const string NegativeRow = "negative-row";

    /// <summary>A correction of a row that is not there or has no known amount.</summary>
    public const string CorrectsUnknown = "corrects-unknown";

    /// <summary>Corrections that take away more than the row has.</summary>
    public const string CorrectsTooMuch = "corrects-too-much";

    /// <summary>A contribution without an amount that is not said to be unknown. It counts as unknown.</summary>
    public const string AmountMissing = "amount-missing";

    /// <summary>A contribution that is said to be unknown and has an amount. It counts as unknown.</summary>
    public const string AmountOfUnknown = "amount-of-unknown";

    /// <summary>A contribution of a party that the rules do not have. It counts, and the party is not shown.</summary>
    public const string PartyUnknown = "party-unknown";

    /// <summary>More repaid than there was to repay, or something repaid that is no loan.</summary>
    public const string RepaidTooMuch = "repaid-too-much";
}
