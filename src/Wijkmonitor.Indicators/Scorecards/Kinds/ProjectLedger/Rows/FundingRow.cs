using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;

/// <summary>A contribution to a project, as it was recorded last.</summary>
/// <remarks>A correction is a row of its own with the party and kind of the row that it corrects.</remarks>
/// <param name="Code">The code of the row.</param>
/// <param name="Party">The code of the party.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Amount">The amount; null where it exists and is not known (pro memorie).</param>
/// <param name="Repaid">The part of a loan that was repaid.</param>
/// <param name="Record">The record.</param>
internal sealed record FundingRow(string Code, string Party, FundingKind Kind, decimal? Amount, decimal Repaid, AreaRecord Record)
{
    /// <summary>The code of the row that it corrects; null for a row of its own.</summary>
    public string? Corrects => Record.GetText("corrects");

    /// <summary>The amount less what was repaid; null where it is not known.</summary>
    public decimal? Net => Amount - Repaid;

    /// <summary>The amount of a row with all its corrections, less the repayments; null where it is not known.</summary>
    public decimal? Rest { get; init; } = Amount - Repaid;

    /// <summary>The record of the row that it corrects; null for a row of its own.</summary>
    public AreaRecord? Corrected { get; init; }

    /// <summary>Whether it is a loan that was repaid in full.</summary>
    public bool IsRepaid => Kind == FundingKind.Loan && Rest == 0;

    /// <summary>The day by which a loan is to be repaid; null where none was agreed.</summary>
    public DateOnly? DueOn => (Corrected ?? Record).GetDate("due_on");

    /// <summary>Words for it: its note, or else its code.</summary>
    public string Name => Record.GetText("note") ?? Code;

    /// <summary>Whether it was drawn by a day.</summary>
    public bool IsDrawn(DateOnly asOf) => (Corrected ?? Record).GetDate("drawn_on") is { } day && day <= asOf;
}
