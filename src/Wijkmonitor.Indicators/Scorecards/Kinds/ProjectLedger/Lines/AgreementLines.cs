using System.Globalization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Lines;

/// <summary>The lines of delay, conditions and signals of residents.</summary>
internal static class AgreementLines
{
    private const string Count = "count";

    /// <summary>Adds the lines.</summary>
    public static void Add(ProjectCard card)
    {
        AddDelay(card);
        AddConditions(card);
        AddSignals(card);
    }

    private static void AddDelay(ProjectCard card)
    {
        var rows = card.Project.Delays;
        var line = card.AddAmount("delay-cost", ProjectText.Agreements, new("Kosten van vertraging", "Cost of delay"))
            .Require(rows.Count == 0, LineState.MissingInput, ProjectText.NoDelay);
        if (!card.Require(line, card.Disclosure.IsDelayHidden || card.Disclosure.IsHidden(rows.Select(row => row.Record))).IsOpen)
        {
            return;
        }

        var calculation = new Calculation(ProjectLabels.Steps);
        List<Operand> costs = [.. rows.Select((row, index) => AddRow(card, line, calculation, row, GetName(rows.Count, index)))];
        var sum = rows.Count == 1 ? costs[0] : calculation.Add("delay-unrounded", costs);
        var (cost, perMonth) = (calculation.Round("delay", sum).Value, rows.Where(row => row.IsRunning).Sum(row => row.PerMonth));
        line.WithValue(cost).WithSteps(calculation)
            .AddFigures(("per-month", rows[^1].PerMonth), ("months", rows.Count == 1 ? rows[0].Months : null))
            .Explain(text => ProjectSentences.ExplainDelay(text, rows, cost, perMonth, card.Rules.Counted));
    }

    private static string GetName(int count, int index) =>
        count == 1 ? "delay-unrounded" : string.Create(CultureInfo.InvariantCulture, $"weighted-{index + 1}");

    private static Operand AddRow(ProjectCard card, LineBuilder line, Calculation calculation, DelayRow row, string name)
    {
        var key = row.Record.Key;
        var months = card.CreateInput("months", $"{row.Record.Reference}/months", row.Months);
        line.AddInputs(
        [
            ScorecardInput.FromRecord("delay", row.Record, row.UnitMonthCost),
            ScorecardInput.FromRecord("delayed-units", row.Record, row.Units, $"{key}/units"),
            months,
        ]);
        return calculation.Multiply(name, new Operand(row.Months, months.Key), new Operand(row.Units, $"{key}/units"), new Operand(row.UnitMonthCost, key));
    }

    private static void AddConditions(ProjectCard card)
    {
        var rows = card.Project.Conditions;
        var (met, late) = (rows.Count(row => row.IsMet(card.AsOf)), rows.Where(row => row.IsLate(card.AsOf)).ToList());
        LineBuilder CreateLine(string code, BilingualText label) => card.Builder.AddLine(code, ProjectText.Agreements, label, Count)
            .AddInputs(rows.Select(row => ScorecardInput.FromRecord("condition", row.Record)))
            .Require(rows.Count == 0, LineState.MissingInput, ProjectText.NoConditions);

        CreateLine("conditions", new("Voorwaarden die zijn nagekomen", "Conditions that were met"))
            .WithValue(met).AddFigures(("total", rows.Count), ("open", rows.Count - met))
            .Explain(text => ProjectSentences.ExplainConditions(text, met, rows.Count));
        CreateLine("conditions-late", new("Voorwaarden die te laat zijn", "Conditions that are late"))
            .Require(rows.All(row => row.DueOn is null), LineState.NotNormed, ProjectText.NoDueDays)
            .WithValue(late.Count)
            .Explain(text => ProjectSentences.ExplainLateConditions(text, late));
    }

    // One input with their number: a row for each would count them.
    private static void AddSignals(ProjectCard card)
    {
        var signals = card.Project.Signals;
        LineBuilder CreateLine(string code, BilingualText label, int? number)
        {
            var line = card.Builder.AddLine(code, ProjectText.Agreements, label, Count)
                .Require(signals is null, LineState.MissingInput, ProjectText.NoSignals)
                .Require(() => card.Disclosure.IsHidden(signals!), LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed));
            return line.IsOpen && number is { } counted ? line.AddInput(card.CreateInput("signals", code, counted)) : line;
        }

        CreateLine("signals-open", new("Signalen die op antwoord wachten", "Signals that wait for an answer"), signals?.Open)
            .WithValue(signals?.Open).Explain(text => ProjectSentences.ExplainSignals(text, signals!.Open));
        CreateLine("signals-late", new("Signalen die te lang wachten", "Signals that have waited too long"), signals?.Late)
            .Require(card.Rules.AnswerWithinDays is null, LineState.NotNormed, ProjectText.NoAnswerDays)
            .WithValue(signals?.Late).WithNorm(0)
            .Explain(text => ProjectSentences.ExplainLateSignals(text, signals!.Late!.Value, card.Rules.AnswerWithinDays!.Value));
    }
}
