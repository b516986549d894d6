using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Lines;

/// <summary>The lines of money: the cost, the cost of a unit, and who pays.</summary>
internal static class MoneyLines
{
    private static readonly BilingualText CostLabel = new("Kosten", "Cost");

    /// <summary>Adds the lines and the total.</summary>
    public static void Add(ProjectCard card)
    {
        AddCost(card, "cost", CostLabel, card.Cost, ProjectSentences.ExplainCost);
        AddPerUnit(card, "cost-per-unit", CostLabel, card.Cost);
        if (card.Rules.CostKinds.Contains(FundingKind.Loan))
        {
            var (label, own) = (new BilingualText("Kosten zonder leningen", "Cost without loans"), card.Cost.Select(row => row.Kind != FundingKind.Loan));
            AddCost(card, "without-loans", label, own, ProjectSentences.ExplainWithoutLoans);
            AddPerUnit(card, "without-loans-per-unit", label, own);
        }

        List<string> named = [.. card.Rules.Parties.Select(party => party.Code)];
        // A party that the rules do not have may be one household: it has no line, and counts in the sums.
        foreach (var party in named.Where(party => card.Project.Funding.Rows.Any(row => row.Party == party)))
        {
            AddParty(card, party);
        }

        AddTotal(card);
    }

    private static void AddCost(ProjectCard card, string code, BilingualText label, FundingSum sum, Func<NumberFormatter, FundingSum, string> explain)
    {
        if (TryStart(card, code, label, sum, needsUnits: false) is { } line)
        {
            var calculation = new Calculation(ProjectLabels.Steps);
            var known = ProjectCard.ComputeSum(calculation, "amount", sum);
            ProjectCard.SetAmount(line, known.Value, sum.IsLowerBound).WithSteps(calculation)
                .AddFigures(("unknown-rows", sum.IsLowerBound ? sum.UnknownRows.Count : null))
                .Explain(text => explain(text, sum));
        }
    }

    private static void AddPerUnit(ProjectCard card, string code, BilingualText label, FundingSum sum)
    {
        var labelPerUnit = BothLanguages.Write(text => $"{text.Localize(label)} per {ProjectText.GetUnit(text, card.Rules.Counted)}");
        if (TryStart(card, code, labelPerUnit, sum, needsUnits: true) is { } line)
        {
            var (calculation, units) = (new Calculation(ProjectLabels.Steps), card.Units!.Value);
            var known = ProjectCard.ComputeSum(calculation, "amount", sum);
            var perUnit = calculation.Round("per-unit", calculation.Divide("per-unit-unrounded", known, units)).Value;
            ProjectCard.SetAmount(line.AddInput(card.CreateUnits()), perUnit, sum.IsLowerBound).WithSteps(calculation)
                .Explain(text => ProjectSentences.ExplainPerUnit(text, sum, units.Value, perUnit, card.Rules.Counted));
        }
    }

    // A loan that was repaid is no contribution any more, with or without the other loans.
    private static void AddParty(ProjectCard card, string party)
    {
        var all = card.Project.Funding;
        var own = all.Select(row => row.Party == party);
        var label = card.Rules.GetPartyLabel(party);
        var lineLabel = label.Capitalize();
        var line = card.AddAmount(ProjectLedgerRules.GetPartyLine(party), ProjectText.Parties, lineLabel).AddInputs(ProjectCard.CreateInputs(all));
        card.RequireShown(line, all.Records);
        if (!line.IsOpen || own.IsUnknown)
        {
            line.AsProMemorie().Explain(ProjectText.AllUnknown);
            return;
        }

        var calculation = new Calculation(ProjectLabels.Steps);
        var known = ProjectCard.ComputeSum(calculation, "amount", own);
        decimal? share = null, rest = null;
        if (all.Known > 0)
        {
            share = ProjectCard.ComputePercent(calculation, "share", known, ProjectCard.ComputeSum(calculation, "all", all)).Value;
        }

        var (ownRest, allRest) = (own.Select(row => row.Kind != FundingKind.Loan), all.Select(row => row.Kind != FundingKind.Loan));
        if (ownRest.KnownRows.Any() && allRest.Known > 0)
        {
            var (part, whole) = (ProjectCard.ComputeSum(calculation, "own", ownRest), ProjectCard.ComputeSum(calculation, "others", allRest));
            rest = ProjectCard.ComputePercent(calculation, "share-without-loans", part, whole).Value;
        }

        ProjectCard.SetAmount(line, known.Value, own.IsLowerBound).WithSteps(calculation)
            .AddFigures(("share", share), ("share-without-loans", rest), ("unknown-rows", own.IsLowerBound ? own.UnknownRows.Count : null))
            .Explain(text => ProjectSentences.ExplainParty(text, label, own, share, rest));
    }

    private static void AddTotal(ProjectCard card)
    {
        var line = card.Builder.Lines.First(found => found.Code == "cost");
        card.Builder.AddTotal(
            "cost", CostLabel, line.Unit, line.Value, OmittedLines.GroupByState([line]), isLowerBound: card.Cost.IsLowerBound && line.Value is not null);
    }

    // Null where there is no amount to go on with: the line says why.
    private static LineBuilder? TryStart(ProjectCard card, string code, BilingualText label, FundingSum sum, bool needsUnits)
    {
        var line = card.AddAmount(code, ProjectText.Money, label).AddInputs(ProjectCard.CreateInputs(sum))
            .Require(sum.Rows.Count == 0, LineState.MissingInput, ProjectText.NoFunding);
        card.RequireShown(line, sum.Records, needsUnits).Require(needsUnits && card.Units is null, LineState.MissingInput, ProjectText.NotDivided);
        if (line.IsOpen && !sum.IsUnknown)
        {
            return line;
        }

        line.AsProMemorie().Explain(ProjectText.AllUnknown);
        return null;
    }
}
