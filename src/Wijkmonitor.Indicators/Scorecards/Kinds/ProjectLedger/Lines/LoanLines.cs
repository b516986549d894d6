using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Lines;

/// <summary>The lines of loans: what is out, and what should have been repaid.</summary>
internal static class LoanLines
{
    /// <summary>Adds the lines.</summary>
    public static void Add(ProjectCard card)
    {
        var loans = card.Project.Funding.Select(row => row.Kind == FundingKind.Loan);
        var drawn = loans.Select(row => row.IsDrawn(card.AsOf));
        AddLine(card, "exposure", new("Uitstaande leningen", "Loans that are out"), loans, drawn, (text, sum) =>
        {
            var (taken, repaid) = (text.FormatEuro(sum.KnownRows.Sum(row => row.Amount!.Value)), text.FormatEuro(sum.Rows.Sum(row => row.Repaid)));
            var rest = ProjectText.FormatAmount(text, sum.Known, sum.IsLowerBound);
            return text.Localize(
                $"Opgenomen {taken}, terugbetaald {repaid}: er staat {rest} uit.", $"Drawn {taken}, repaid {repaid}: {rest} is out.");
        });
        AddLine(card, "overdue", new("Leningen over de datum", "Loans past their date"), loans, SelectOverdue(card), (text, sum) =>
        {
            var amount = ProjectText.FormatAmount(text, sum.Known, sum.IsLowerBound);
            return sum.Rows.Count == 0
                ? text.Localize("Er is niets over de datum.", "Nothing is past its date.")
                : text.Localize(
                    $"{amount.Capitalize()} had al terugbetaald moeten zijn.", $"{amount.Capitalize()} should have been repaid already.");
        });
    }

    /// <summary>Selects the loans that were drawn, are not repaid and whose day has passed.</summary>
    public static FundingSum SelectOverdue(ProjectCard card) =>
        card.Project.Funding.Select(row => row is { Kind: FundingKind.Loan, IsRepaid: false } && row.IsDrawn(card.AsOf) && row.DueOn < card.AsOf);

    private static void AddLine(
        ProjectCard card, string code, BilingualText label, FundingSum loans, FundingSum counted, Func<NumberFormatter, FundingSum, string> explain)
    {
        var line = card.AddAmount(code, ProjectText.Loans, label).AddInputs(ProjectCard.CreateInputs(counted))
            .Require(loans.Rows.Count == 0, LineState.MissingInput, ProjectText.NoLoans);
        card.RequireShown(line, loans.Records);
        if (counted.IsUnknown)
        {
            line.AsProMemorie().Explain(ProjectText.AllUnknown);
        }
        else if (line.IsOpen)
        {
            var calculation = new Calculation(ProjectLabels.Steps);
            var known = ProjectCard.ComputeSum(calculation, "amount", counted);
            ProjectCard.SetAmount(line, known.Value, counted.IsLowerBound).WithSteps(calculation)
                .AddFigures(("drawn", counted.KnownRows.Sum(row => row.Amount!.Value)), ("repaid", counted.Rows.Sum(row => row.Repaid)))
                .Explain(text => explain(text, counted));
        }
    }
}
