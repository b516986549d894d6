using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Time;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;

/// <summary>The scorecard of a project in a year, with what its lines are made from.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="rules">The rules.</param>
/// <param name="subject">The subject.</param>
/// <param name="records">Its records.</param>
/// <param name="year">The year.</param>
internal sealed class ProjectCard(ScorecardBuilder card, ProjectLedgerRules rules, SubjectContext subject, ProjectRecords records, int year)
{
    private const decimal Percent = 100;

    /// <summary>The scorecard.</summary>
    public ScorecardBuilder Builder => card;

    /// <summary>The rules.</summary>
    public ProjectLedgerRules Rules => rules;

    /// <summary>The year.</summary>
    public int Year => year;

    /// <summary>The name of the subject.</summary>
    public string Title => subject.Subject.Title;

    /// <summary>The records of all years.</summary>
    public ProjectRecords Records => records;

    /// <summary>The project as it was recorded.</summary>
    public ProjectYear Project { get; } = records.GetYear(year);

    /// <summary>Amounts and counts that may not be shown.</summary>
    public ProjectDisclosure Disclosure { get; } = records.GetDisclosure();

    /// <summary>The day that the scorecard is about.</summary>
    public DateOnly AsOf => Project.AsOf;

    /// <summary>The number of units; null where it is not known or zero.</summary>
    public Operand? Units { get; } = subject.Subject.Units is > 0 and { } units ? new Operand(units, subject.Subject.Record.Key) : null;

    /// <summary>The contributions that are cost.</summary>
    public FundingSum Cost => Project.Funding.Select(row => rules.CostKinds.Contains(row.Kind));

    /// <summary>Starts a line in euros.</summary>
    public LineBuilder AddAmount(string code, BilingualText theme, BilingualText label) => card.AddLine(code, theme, label, "EUR");

    /// <summary>Closes a line where amounts of records may not be shown.</summary>
    public LineBuilder RequireShown(LineBuilder line, IEnumerable<AreaRecord> used, bool needsUnits = false) =>
        Require(line, Disclosure.IsHidden(used, needsUnits));

    /// <summary>Closes a line where what it shows is hidden.</summary>
    public LineBuilder Require(LineBuilder line, bool isHidden) => line.Require(
        isHidden, LineState.Suppressed, subject.Subject.Units is null ? ProjectText.NoUnits : StandardTexts.DescribeState(LineState.Suppressed));

    /// <summary>Creates the input of the number of units.</summary>
    public ScorecardInput CreateUnits() => ScorecardInput.FromRecord("units", subject.Subject.Record, subject.Subject.Units);

    /// <summary>Creates the inputs of contributions.</summary>
    public static IEnumerable<ScorecardInput> CreateInputs(FundingSum sum) =>
    [
        .. sum.Rows.Select(row => ScorecardInput.FromRecord("funding", row.Record, row.Amount)),
        .. sum.Rows.Where(row => row.Repaid > 0).Select(row => ScorecardInput.FromRecord("repaid", row.Record, row.Repaid, GetRepaidKey(row))),
    ];

    /// <summary>Creates the input of a number that follows from records or is in the rules.</summary>
    public ScorecardInput CreateInput(string role, string name, decimal value) => ScorecardInput.FromNumber(role, GetRulesKey(name), value);

    /// <summary>Gets the key of a number that follows from records or is in the rules.</summary>
    public string GetRulesKey(string name) => $"rules/{ProjectLedgerRules.Kind}/{rules.Version}/{rules.Code}/{name}";

    /// <summary>Computes a sum of contributions, less what was repaid.</summary>
    public static Operand ComputeSum(Calculation calculation, string name, FundingSum sum)
    {
        List<FundingRow> repaid = [.. sum.KnownRows.Where(row => row.Repaid > 0)];
        List<Operand> amounts = [.. sum.KnownRows.Select(row => new Operand(row.Amount!.Value, row.Record.Key))];
        return repaid.Count == 0
            ? calculation.Add(name, amounts)
            : calculation.Subtract(
                name,
                calculation.Add($"{name}-contributed", amounts),
                calculation.Add($"{name}-repaid", [.. repaid.Select(row => new Operand(row.Repaid, GetRepaidKey(row)))]));
    }

    /// <summary>Computes a percentage of one decimal.</summary>
    public static Operand ComputePercent(Calculation calculation, string name, Operand part, Operand whole)
    {
        var share = calculation.Divide($"{name}-part", part, whole);
        return calculation.Round(name, calculation.Multiply($"{name}-percent", share, Operand.FromConstant(Percent)), 1);
    }

    /// <summary>Sets the value of a line to an amount that is exact or at least that.</summary>
    public static LineBuilder SetAmount(LineBuilder line, decimal known, bool isLowerBound) =>
        line.WithValue(known).WithUncertainty(isLowerBound ? ProjectText.AtLeast : null);

    /// <summary>Sets the value of a line to a number of days or a range of it.</summary>
    public static LineBuilder SetDays(LineBuilder line, DayRange days) => days.IsExact ? line.WithValue(days.Low) : line.WithRange(days.Low, days.High);

    private static string GetRepaidKey(FundingRow row) => $"{row.Record.Key}/repaid";
}
