using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Lines;

/// <summary>The lines that compare cost with a base. Each base has a line of its own, as the answer depends on it.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="rule">The base.</param>
internal sealed class BaseLines(ProjectCard card, CostBase rule)
{
    private readonly List<AreaRecord?> budget = [.. rule.Budget.Select(row => card.Project.GetBudget(row).FirstOrDefault())];
    private readonly List<AreaRecord?> offers = [.. (rule.Offers ?? []).Select(card.Project.FindOffer)];
    private readonly FundingSum funding = rule.IsWholeCost
        ? card.Cost.Select(row => rule.WithoutKinds?.Contains(row.Kind) != true)
        : card.Project.Funding.Select(row => rule.Funding?.Contains(row.Corrects ?? row.Code, StringComparer.Ordinal) == true);

    /// <summary>Adds the lines of all bases.</summary>
    public static void Add(ProjectCard card)
    {
        foreach (var rule in card.Rules.Bases)
        {
            new BaseLines(card, rule).Add();
        }
    }

    private IEnumerable<AreaRecord> AllRecords => [.. budget.Concat(offers).OfType<AreaRecord>(), .. funding.Records];

    private bool UsesUnits => budget.Concat(offers).Any(record => record is not null && IsPerUnit(record));

    private static bool IsPerUnit(AreaRecord record) => record.GetText("per") == "unit";

    private void Add()
    {
        var line = card.Builder.AddLine(rule.LineCode, ProjectText.Bases, rule.Label, "%")
            .AddInputs(CreateInputs("budget", budget)).AddInputs(CreateInputs("offer", offers)).AddInputs(ProjectCard.CreateInputs(funding))
            .Require(IsAnyAbsent(budget), LineState.NotNormed, DescribeAbsent(rule.Budget, budget))
            .Require(IsAnyAbsent(offers), LineState.MissingInput, DescribeAbsent(rule.Offers ?? [], offers))
            .Require(FindAbsentFunding() is not null, LineState.MissingInput, FindAbsentFunding() ?? ProjectText.NoFunding);
        card.RequireShown(line, AllRecords, needsUnits: true).Require(UsesUnits && card.Units is null, LineState.MissingInput, ProjectText.NotDivided);
        if (line.IsOpen)
        {
            Compute(line);
        }
    }

    private void Compute(LineBuilder line)
    {
        var calculation = new Calculation(ProjectLabels.Steps);
        var planned = AddUp(calculation, "base", budget, []);
        List<Operand> paid = funding.KnownRows.Any() ? [ProjectCard.ComputeSum(calculation, "compared-funding", funding)] : [];
        var compared = AddUp(calculation, "compared", offers, paid);
        line.Require(planned.Value <= 0, LineState.NotNormed, Describe(rule.Budget))
            .Require(offers.Count == 0 && paid.Count == 0, LineState.MissingInput, ProjectText.AllUnknown);
        if (!line.IsOpen)
        {
            return;
        }

        var overrun = ProjectCard.ComputePercent(calculation, "overrun", calculation.Subtract("difference", compared, planned), planned).Value;
        var units = card.Units?.Value;
        decimal? ComputeEach(decimal amount) => units is { } number ? Math.Round(amount / number, 2, MidpointRounding.AwayFromZero) : null;
        var (plannedEach, comparedEach) = (ComputeEach(planned.Value), ComputeEach(compared.Value));
        if (units is not null)
        {
            line.AddInput(card.CreateUnits());
        }

        ProjectCard.SetAmount(line, overrun, funding.IsLowerBound).WithSteps(calculation)
            .AddFigures(
                ("base", planned.Value), ("compared", compared.Value), ("base-per-unit", plannedEach), ("compared-per-unit", comparedEach),
                ("revisions", rule.Budget.Sum(row => card.Project.GetBudget(row).Count() - 1)))
            .Explain(text => ProjectSentences.ExplainOverrun(
                text, comparedEach ?? compared.Value, plannedEach ?? planned.Value, overrun, funding.IsLowerBound,
                units is null ? "" : $" per {ProjectText.GetUnit(text, card.Rules.Counted)}"));
    }

    private Operand AddUp(Calculation calculation, string name, List<AreaRecord?> records, List<Operand> further)
    {
        var known = records.OfType<AreaRecord>().ToLookup(IsPerUnit, record => new Operand(record.GetDecimal("amount")!.Value, record.Key));
        List<Operand> terms = [.. known[false], .. further];
        if (known[true].Any())
        {
            terms.Insert(0, calculation.Multiply($"{name}-units", calculation.Add($"{name}-unit", [.. known[true]]), card.Units!.Value));
        }

        return calculation.Add(name, terms);
    }

    private static bool IsAnyAbsent(List<AreaRecord?> records) => records.Exists(record => record?.GetDecimal("amount") is null);

    private BilingualText? FindAbsentFunding()
    {
        List<string> absent = [.. (rule.Funding ?? []).Where(code => funding.Rows.All(row => row.Code != code))];
        return absent.Count > 0 ? Describe(absent) : rule.IsWholeCost && funding.Rows.Count == 0 ? ProjectText.NoFunding : null;
    }

    private static BilingualText DescribeAbsent(IReadOnlyList<string> codes, List<AreaRecord?> records) =>
        Describe([.. codes.Zip(records).Where(row => row.Second?.GetDecimal("amount") is null).Select(row => row.First)]);

    private static BilingualText Describe(IReadOnlyList<string> rows) => new(
        $"Hiervoor is geen bedrag vastgelegd: {string.Join(", ", rows)}.", $"No amount was recorded for this: {string.Join(", ", rows)}.");

    private static IEnumerable<ScorecardInput> CreateInputs(string role, IEnumerable<AreaRecord?> records) =>
        records.OfType<AreaRecord>().Select(record => ScorecardInput.FromRecord(role, record, record.GetDecimal("amount")));
}
