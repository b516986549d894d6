using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Findings;

/// <summary>The findings about records of a project: where sources differ, and rows that do not count as they are.</summary>
internal static class RecordFindings
{
    private const int MaxNamed = 30;
    private const string Differs = "source-differs";

    /// <summary>Adds the findings.</summary>
    public static void Add(ProjectCard card)
    {
        foreach (var stated in card.Rules.StatedSums)
        {
            AddStated(card, stated);
        }

        foreach (var difference in card.Records.Differing.Where(found => found.Counted.Date.Year <= card.Year).Take(MaxNamed))
        {
            card.Builder.AddFinding(new Finding(Differs, FindingSeverity.Warning, [], BothLanguages.Write(text => Describe(text, card, difference))));
        }

        foreach (var problem in card.Project.Problems.Take(MaxNamed))
        {
            var (nl, en) = Describe(problem, card.Rules);
            var source = problem.Record.Source;
            card.Builder.AddFinding(new Finding(problem.Finding, FindingSeverity.Warning, [], new(
                $"Regel {source.Line} van levering {source.Delivery}: {nl}", $"Line {source.Line} of delivery {source.Delivery}: {en}")));
        }
    }

    // The rows count; the statement is kept with its place. Nothing is compared while a row is not there.
    private static void AddStated(ProjectCard card, StatedSum stated)
    {
        var sum = card.Project.Funding.Select(row => stated.Rows.Contains(row.Corrects ?? row.Code, StringComparer.Ordinal));
        var isComplete = stated.Rows.All(code => sum.Rows.Any(row => row.Code == code)) && !sum.IsLowerBound;
        var (contributed, delta) = (sum.KnownRows.Sum(row => row.Amount!.Value), stated.Amount - sum.KnownRows.Sum(row => row.Amount!.Value));
        if (!isComplete || delta == 0 || card.Disclosure.IsHidden(sum.Records, needsUnits: true))
        {
            return;
        }

        card.Builder.AddFinding(new Finding(Differs, FindingSeverity.Warning, ["cost"], BothLanguages.Write(text =>
        {
            var each = card.Units is { Value: var units }
                ? text.Localize(
                    $", {text.FormatEuro(Math.Abs(delta) / units)} per {ProjectText.GetUnit(text, card.Rules.Counted)}",
                    $", {text.FormatEuro(Math.Abs(delta) / units)} per {ProjectText.GetUnit(text, card.Rules.Counted)}")
                : "";
            var remark = stated.Remark is { } further ? $" {text.Localize(further)}" : "";
            return text.Localize(
                $"{stated.Label.Nl}: de bron noemt {text.FormatEuro(stated.Amount)} ({stated.Place}), de rijen zijn samen {text.FormatEuro(contributed)}. Dat scheelt {text.FormatEuro(Math.Abs(delta))}{each}. De rijen tellen.{remark}",
                $"{stated.Label.En}: the source states {text.FormatEuro(stated.Amount)} ({stated.Place}), the rows add up to {text.FormatEuro(contributed)}. The difference is {text.FormatEuro(Math.Abs(delta))}{each}. The rows count.{remark}");
        })));
    }

    private static string Describe(NumberFormatter text, ProjectCard card, SourceDifference difference)
    {
        var (first, second) = (difference.Counted.Source, difference.Other.Source);
        var delta = FindDelta(card, difference) is { } number
            ? text.Localize($" Verschil: {text.Format(number)}.", $" Difference: {text.Format(number)}.")
            : "";
        return text.Localize(
            $"Twee bronnen verschillen over hetzelfde (kolom '{difference.Field}'). Regel {first.Line} van levering {first.Delivery} telt, regel {second.Line} van levering {second.Delivery} niet.{delta} Laat één van beide verbeteren.",
            $"Two sources differ about the same thing (column '{difference.Field}'). Line {first.Line} of delivery {first.Delivery} counts, line {second.Line} of delivery {second.Delivery} does not.{delta} Have one of them corrected.");
    }

    // Days of a date, and the amount of another field where amounts may be shown.
    private static decimal? FindDelta(ProjectCard card, SourceDifference difference)
    {
        var (field, counted, other) = (difference.Field, difference.Counted, difference.Other);
        return field is "day" or "until" or "due_on" && counted.GetDate(field) is { } day && other.GetDate(field) is { } otherDay
            ? Math.Abs(day.DayNumber - otherDay.DayNumber)
            : field is "amount" or "value" or "escrow" or "committed_undrawn" or "cost_to_complete" or "reported_progress"
                && counted.GetDecimal(field) is { } number && other.GetDecimal(field) is { } otherNumber
                && !card.Disclosure.IsHidden([counted, other]) && RecordForm.Find(counted) != RecordForm.Work
            ? Math.Abs(number - otherNumber)
            : null;
    }

    private static (string Nl, string En) Describe(RowProblem problem, ProjectLedgerRules rules)
    {
        var row = problem.Record.GetText("row") ?? problem.Record.GetText("milestone") ?? problem.Record.Reference;
        var (corrected, parties) = (problem.Record.GetText("corrects"), string.Join(", ", rules.Parties.Select(party => party.Code)));
        return problem.Finding switch
        {
            RowProblem.DatesReversed => (
                $"de laatste dag van '{row}' ligt voor de eerste; de regel telt niet mee. Wissel beide om.",
                $"the last day of '{row}' is before the first; the row does not count. Swap both."),
            RowProblem.NegativeRow => (
                $"'{row}' is een bedrag onder nul en telt niet mee. Een bedrag onder nul is alleen een correctie: noem in de kolom corrects de post die het verbetert.",
                $"'{row}' is an amount below zero and does not count. Such an amount is a correction only: name in the column corrects the row that it corrects."),
            RowProblem.CorrectsUnknown => (
                $"'{row}' verbetert '{corrected}'. Die post is er niet, of een van beide heeft geen bekend bedrag; de correctie telt niet mee. Kijk de kolommen corrects en amount na.",
                $"'{row}' corrects '{corrected}'. That row is not there, or one of both has no known amount; the correction does not count. Check the columns corrects and amount."),
            RowProblem.CorrectsTooMuch => (
                $"'{row}' haalt meer van '{corrected}' af dan die post heeft; de correctie telt niet mee. Kijk het bedrag na.",
                $"'{row}' takes more off '{corrected}' than that row has; the correction does not count. Check the amount."),
            RowProblem.AmountMissing => (
                $"'{row}' heeft geen bedrag. Het telt als niet bekend, en niet als nul. Zet ja in de kolom pm, of vul het bedrag in.",
                $"'{row}' has no amount. It counts as not known, and not as zero. Put yes in the column pm, or fill in the amount."),
            RowProblem.PartyUnknown => (
                $"deze partij kennen de regels niet; het bedrag telt, de partij wordt niet getoond. Noem een partij, nooit een persoon of huishouden: {parties}.",
                $"the rules do not have this party; the amount counts, the party is not shown. Name a party, never a person or household: {parties}."),
            RowProblem.AmountOfUnknown => (
                $"'{row}' heeft een bedrag en ja in de kolom pm. Het telt als niet bekend. Laat een van beide leeg.",
                $"'{row}' has an amount and yes in the column pm. It counts as not known. Leave one of both empty."),
            _ => (
                $"bij '{row}' is meer terugbetaald dan er te betalen was; wat te veel is telt niet mee. Kijk de kolom repaid na.",
                $"more was repaid of '{row}' than there was to repay; what is too much does not count. Check the column repaid."),
        };
    }
}
