using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>The lines of a statement for booked entries: one for each kind of activity, and one for operation.</summary>
internal static class EntryLines
{
    /// <summary>The code of the line for operation.</summary>
    public const string Operation = "operation";

    private const string ActivityPrefix = "activities/";
    private static readonly BilingualText ActivitiesTheme = new("Activiteiten", "Activities");
    private static readonly BilingualText OperationTheme = new("Opbrengst", "Proceeds");
    private static readonly BilingualText OperationLabel = new("Opbrengst van het huis", "Proceeds of the house");

    /// <summary>Gets the code of the line for a kind of activity.</summary>
    public static string GetCode(string activity) => ActivityPrefix + activity;

    /// <summary>Whether a code is that of a line for a kind of activity.</summary>
    public static bool IsActivity(string code) => code.StartsWith(ActivityPrefix, StringComparison.Ordinal);

    /// <summary>Creates the line of one kind of activity.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="tariff">The kind.</param>
    /// <param name="items">All entries of the year.</param>
    public static ScorecardLine Create(SocialMortgageContract contract, ActivityTariff tariff, IReadOnlyList<LedgerItem> items)
    {
        var itemsOfKind = items.Where(i => i.Entry.Channel == LedgerChannel.Activities && i.Entry.Item == tariff.Code).ToList();
        var amount = ScorecardInput.FromNumber("amount", contract.GetFieldKey($"tariffs/{tariff.Code}/amount"), tariff.Amount);
        var inputs = itemsOfKind.SelectMany(CreateInputs).ToList();
        var sum = new Calculation(StatementLabels.Steps);
        var count = sum.Add("count", GetCounting(inputs));
        var worth = sum.Multiply("credit", count, new Operand(tariff.Amount, amount.Key));
        var (pending, disputed) = (Count(itemsOfKind, EntryState.Pending), Count(itemsOfKind, EntryState.Disputed));
        return LineBuilder.Create(GetCode(tariff.Code), ActivitiesTheme, tariff.Label, "count")
            .AddInputs(inputs).AddInput(amount)
            .WithValue(count.Value).WithAmount(worth.Value)
            .AddFigures(("count", count.Value), ("tariff", tariff.Amount), ("pending-count", pending), ("pending-amount", pending * tariff.Amount))
            .AddFigures(("disputed-count", disputed == 0 ? null : disputed), ("disputed-amount", disputed == 0 ? null : disputed * tariff.Amount))
            .WithSteps(sum)
            .Explain(text => Explain(text, tariff, count.Value, pending, disputed))
            .Build();
    }

    /// <summary>Creates the line of operation.</summary>
    public static ScorecardLine CreateOperation(SocialMortgageContract contract, IReadOnlyList<LedgerItem> items)
    {
        var proceeds = items.Where(i => i.Entry.Channel == LedgerChannel.Operation).ToList();
        var inputs = proceeds.SelectMany(CreateInputs).ToList();
        var sum = new Calculation(StatementLabels.Steps);
        var euros = sum.Add("credit", GetCounting(inputs)).Value;
        var counting = proceeds.Count(i => i.State == EntryState.Counts);
        var disputed = Count(proceeds, EntryState.Disputed);
        return LineBuilder.Create(Operation, OperationTheme, OperationLabel, Indicator.Euro)
            .AddInputs(inputs)
            .WithValue(euros).WithAmount(euros)
            .AddFigures(("disputed-amount", disputed == 0 ? null : disputed))
            .WithSteps(sum)
            .Explain(text => ExplainOperation(text, contract.OperationBasis, counting, euros, disputed))
            .Build();
    }

    private static decimal Count(IEnumerable<LedgerItem> items, EntryState state) => items.Where(i => i.State == state).Sum(i => i.Quantity);

    private static IReadOnlyList<Operand> GetCounting(IEnumerable<ScorecardInput> inputs) =>
        [.. inputs.Where(i => i.Role is LedgerRoles.Entry or LedgerRoles.Correction).Select(i => new Operand(i.Value!.Value, i.Key))];

    private static string Explain(NumberFormatter text, ActivityTariff tariff, decimal count, decimal pending, decimal disputed)
    {
        string FormatTimes(decimal number) =>
            $"{text.Format(number)} {text.Localize("keer", number == 1 ? "time" : "times")}";
        return (count == 0
            ? text.Localize("Over dit jaar is er niets bijgeschreven.", "Nothing was credited for this year.")
            : $"{FormatTimes(count)} × {text.FormatEuro(tariff.Amount)} = {text.FormatEuro(count * tariff.Amount)}.")
            + (pending == 0 ? "" : $" {text.Localize("Nog te bevestigen", "To be confirmed")}: {FormatTimes(pending)}, {text.FormatEuro(pending * tariff.Amount)}.")
            + (disputed == 0 ? "" : $" {text.Localize("Betwist", "Disputed")}: {FormatTimes(disputed)}, {text.FormatEuro(disputed * tariff.Amount)}.");
    }

    private static string ExplainOperation(NumberFormatter text, OperationBasis basis, int counting, decimal euros, decimal disputed)
    {
        var rows = text.Localize($"{NumberFormatter.Nl.Format(counting)} {(counting == 1 ? "boeking" : "boekingen")}",
            $"{NumberFormatter.Nl.Format(counting)} {(counting == 1 ? "entry" : "entries")}");
        return (counting == 0
            ? text.Localize("Over dit jaar is er geen opbrengst bijgeschreven.", "No proceeds were credited for this year.")
            : text.Localize(
                $"{(basis == OperationBasis.Net ? "Opbrengst na kosten" : "Opbrengst voor kosten")} in geld in {rows}: {text.FormatEuro(euros)}.",
                $"{(basis == OperationBasis.Net ? "Proceeds after costs" : "Proceeds before costs")} in cash in {rows}: {text.FormatEuro(euros)}."))
            + (disputed == 0 ? "" : $" {text.Localize("Betwist", "Disputed")}: {text.FormatEuro(disputed)}.");
    }

    private static IEnumerable<ScorecardInput> CreateInputs(LedgerItem item)
    {
        var (entry, state) = (item.Entry, item.State);
        yield return new ScorecardInput(
            LedgerRoles.GetRole(state, LedgerRoles.Entry), entry.Key, ObservedState.Known, entry.Count
                ?? entry.Amount, entry.Source.Delivery, entry.Source.Line);
        foreach (var decision in item.Decisions)
        {
            yield return decision.Kind == DecisionKind.Corrected
                ? new ScorecardInput(LedgerRoles.GetRole(state, LedgerRoles.Correction), decision.Key, ObservedState.Known,
                    decision.Quantity, decision.Source.Delivery, decision.Source.Line)
                : new ScorecardInput(LedgerRoles.GetRole(decision.Kind), decision.Key, ObservedState.NotApplicable, Value: null,
                    decision.Source.Delivery, decision.Source.Line);
        }
    }
}
