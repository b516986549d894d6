using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>The lines of a statement for what was booked as entries: one for each kind of activity, and one for operation.</summary>
internal static class EntryLines
{
    /// <summary>The code of the line for operation.</summary>
    public const string Operation = "operation";

    private const string ActivityPrefix = "activities/";
    private static readonly BilingualText ActivitiesTheme = new("Activiteiten", "Activities");
    private static readonly BilingualText OperationTheme = new("Exploitatie", "Operation");
    private static readonly BilingualText OperationLabel = new("Opbrengst van het huis", "Proceeds of the house");

    /// <summary>The code of the line for a kind of activity.</summary>
    public static string Code(string activity) => ActivityPrefix + activity;

    /// <summary>Whether a code is that of a line for a kind of activity.</summary>
    public static bool IsActivity(string code) => code.StartsWith(ActivityPrefix, StringComparison.Ordinal);

    /// <summary>Creates the line of one kind of activity.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="tariff">The kind.</param>
    /// <param name="items">All entries of the year.</param>
    public static ScorecardLine Create(SocialMortgageContract contract, ActivityTariff tariff, IReadOnlyList<LedgerItem> items)
    {
        var ofKind = items.Where(i => i.Entry.Channel == LedgerChannel.Activities && i.Entry.Item == tariff.Code).ToList();
        var amount = ScorecardInput.FromNumber("amount", contract.FieldKey($"tariffs/{tariff.Code}/amount"), tariff.Amount);
        var inputs = ofKind.SelectMany(Inputs).ToList();
        var sum = new Calculation();
        var count = sum.Add("count", Counting(inputs));
        var worth = sum.Multiply("credit", count, new Operand(tariff.Amount, amount.Key));
        var (pending, disputed) = (Count(ofKind, EntryState.Pending), Count(ofKind, EntryState.Disputed));
        return LineBuilder.For(Code(tariff.Code), ActivitiesTheme, tariff.Label, "count")
            .Inputs(inputs).Input(amount)
            .Value(count.Value).Amount(worth.Value)
            .Figures(("count", count.Value), ("tariff", tariff.Amount), ("pending-count", pending), ("pending-amount", pending * tariff.Amount))
            .Figures(("disputed-count", disputed == 0 ? null : disputed), ("disputed-amount", disputed == 0 ? null : disputed * tariff.Amount))
            .Steps(sum)
            .Explain(text => Explain(text, tariff, count.Value, pending, disputed))
            .Build();
    }

    /// <summary>Creates the line of operation.</summary>
    public static ScorecardLine CreateOperation(IReadOnlyList<LedgerItem> items)
    {
        var proceeds = items.Where(i => i.Entry.Channel == LedgerChannel.Operation).ToList();
        var inputs = proceeds.SelectMany(Inputs).ToList();
        var sum = new Calculation();
        var euros = sum.Add("credit", Counting(inputs)).Value;
        var counting = proceeds.Count(i => i.State == EntryState.Counts);
        var disputed = Count(proceeds, EntryState.Disputed);
        return LineBuilder.For(Operation, OperationTheme, OperationLabel, Indicator.Euro)
            .Inputs(inputs)
            .Value(euros).Amount(euros)
            .Figures(("disputed-amount", disputed == 0 ? null : disputed))
            .Steps(sum)
            .Explain(text => ExplainOperation(text, counting, euros, disputed))
            .Build();
    }

    private static decimal Count(IEnumerable<LedgerItem> items, EntryState state) => items.Where(i => i.State == state).Sum(i => i.Quantity);

    private static IReadOnlyList<Operand> Counting(IEnumerable<ScorecardInput> inputs) =>
        [.. inputs.Where(i => i.Role is LedgerRole.Entry or LedgerRole.Correction).Select(i => new Operand(i.Value!.Value, i.Key))];

    private static string Explain(FigureText text, ActivityTariff tariff, decimal count, decimal pending, decimal disputed)
    {
        string Times(decimal number) => text.Choose($"{text.Short(number)} keer", $"{text.Short(number)} {(number == 1 ? "time" : "times")}");
        return (count == 0
            ? text.Choose("Over dit jaar is er niets bijgeschreven.", "Nothing was credited for this year.")
            : $"{Times(count)} x {text.Euro(tariff.Amount)} = {text.Euro(count * tariff.Amount)}.")
            + (pending == 0 ? "" : $" {text.Choose("Nog te bevestigen", "To be confirmed")}: {Times(pending)}, {text.Euro(pending * tariff.Amount)}.")
            + (disputed == 0 ? "" : $" {text.Choose("Betwist", "Disputed")}: {Times(disputed)}, {text.Euro(disputed * tariff.Amount)}.");
    }

    private static string ExplainOperation(FigureText text, int counting, decimal euros, decimal disputed)
    {
        var rows = text.Choose($"{FigureText.Nl.Short(counting)} {(counting == 1 ? "boeking" : "boekingen")}", $"{FigureText.Nl.Short(counting)} {(counting == 1 ? "entry" : "entries")}");
        return (counting == 0
            ? text.Choose("Over dit jaar is er geen opbrengst bijgeschreven.", "No proceeds were credited for this year.")
            : text.Choose($"Opbrengst in geld in {rows}: {text.Euro(euros)}.", $"Proceeds in cash in {rows}: {text.Euro(euros)}."))
            + (disputed == 0 ? "" : $" {text.Choose("Betwist", "Disputed")}: {text.Euro(disputed)}.");
    }

    private static IEnumerable<ScorecardInput> Inputs(LedgerItem item)
    {
        var (entry, state) = (item.Entry, item.State);
        yield return new ScorecardInput(
            LedgerRole.Of(state, LedgerRole.Entry), entry.Key, ObservedState.Known, entry.Count ?? entry.Amount, entry.Source.Delivery, entry.Source.Line);
        foreach (var decision in item.Decisions)
        {
            yield return decision.Kind == DecisionKind.Corrected
                ? new ScorecardInput(LedgerRole.Of(state, LedgerRole.Correction), decision.Key, ObservedState.Known, decision.Quantity, decision.Source.Delivery, decision.Source.Line)
                : new ScorecardInput(LedgerRole.Of(decision.Kind), decision.Key, ObservedState.NotApplicable, Value: null, decision.Source.Delivery, decision.Source.Line);
        }
    }
}
