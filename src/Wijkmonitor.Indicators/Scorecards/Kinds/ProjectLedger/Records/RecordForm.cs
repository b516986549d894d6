using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Time;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Records;

/// <summary>Form of the records of a project. A record is known by the field that only its form has, whatever its dataset is called.</summary>
/// <param name="Mark">The field that only this form has.</param>
/// <param name="Keys">The fields that name what a record is about.</param>
/// <param name="Values">The fields that say something of it.</param>
internal sealed record RecordForm(string Mark, IReadOnlyList<string> Keys, IReadOnlyList<string> Values)
{
    /// <summary>Dates of milestones.</summary>
    public static readonly RecordForm Milestone = new("milestone", ["milestone", "kind", "recorded_on"], ["day", "until"]);

    /// <summary>Rows of budgets, offers and estimates.</summary>
    public static readonly RecordForm Budget = new("per", ["row", "kind", "recorded_on"], ["amount", "per"]);

    /// <summary>Contributions.</summary>
    public static readonly RecordForm Funding =
        new("party", ["row", "recorded_on"], ["amount", "pm", "party", "kind", "drawn_on", "due_on", "repaid", "corrects"]);

    /// <summary>Items of the works.</summary>
    public static readonly RecordForm Work = new("item", ["item", "recorded_on"], ["value", "state", "paid"]);

    /// <summary>Positions of the accounts on a day.</summary>
    public static readonly RecordForm Position =
        new("position_on", ["position_on"], ["escrow", "committed_undrawn", "cost_to_complete", "reported_progress"]);

    /// <summary>Conditions.</summary>
    public static readonly RecordForm Condition = new("condition", ["condition", "recorded_on"], ["due_on", "met_on"]);

    /// <summary>Signals of residents.</summary>
    public static readonly RecordForm Signal = new("signal", ["signal"], ["received_on", "answered_on"]);

    /// <summary>Cost of delay.</summary>
    public static readonly RecordForm Delay = new("unit_month_cost", ["valid_from"], ["unit_month_cost", "units", "valid_until"]);

    private static readonly string[] Numbers =
        ["amount", "repaid", "value", "escrow", "committed_undrawn", "cost_to_complete", "reported_progress", "unit_month_cost", "units"];

    private static readonly RecordForm[] All = [Milestone, Budget, Funding, Work, Position, Condition, Signal, Delay];

    /// <summary>Finds the form of a record; null where it has none of them.</summary>
    public static RecordForm? Find(AreaRecord record) => Array.Find(All, form => record.GetText(form.Mark) is not null);

    /// <summary>Gets what a record is about.</summary>
    public string GetKey(AreaRecord record) => string.Join('|', Keys.Select(record.GetText).Prepend(Mark));

    /// <summary>Whether a record can count: no dates the wrong way round, and no amount below zero that corrects nothing.</summary>
    /// <param name="record">The record.</param>
    public bool CanCount(AreaRecord record) =>
        this == Milestone ? LooseDate.From(record) is not null
        : this == Delay ? !(record.GetDate("valid_until") < record.Date)
        : this != Funding || record.GetText("corrects") is not null || !(record.GetDecimal("amount") < 0);

    /// <summary>Finds the first field in which two records differ; null where they say the same.</summary>
    /// <remarks>Two ways to write one number do not differ.</remarks>
    public string? FindDifference(AreaRecord record, AreaRecord other) =>
        Values.FirstOrDefault(field => Numbers.Contains(field, StringComparer.Ordinal)
            ? record.GetDecimal(field) != other.GetDecimal(field)
            : record.GetText(field) != other.GetText(field));
}
