using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Wording;

namespace Wijkmonitor.Indicators.Scorecards.SocialMortgage;

/// <summary>The lines of a statement for what was booked as entries: one for each kind of activity, and one for operation.</summary>
internal static class EntryLines
{
    /// <summary>The code of the line for operation.</summary>
    public const string Operation = "operation";

    private static readonly BilingualText ActivitiesTheme = new("Activiteiten", "Activities");
    private static readonly BilingualText OperationTheme = new("Exploitatie", "Operation");
    private static readonly BilingualText OperationLabel = new("Opbrengst van het huis", "Proceeds of the house");

    /// <summary>The code of the line for a kind of activity.</summary>
    public static string Code(ActivityTariff tariff) => $"activities/{tariff.Code}";

    /// <summary>The line of one kind of activity.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="tariff">The kind.</param>
    /// <param name="entries">All entries of the year.</param>
    public static ScorecardLine Of(SocialMortgageContract contract, ActivityTariff tariff, IReadOnlyList<LedgerEntry> entries)
    {
        var ofKind = entries.Where(e => e.Channel == LedgerChannel.Activities && e.Item == tariff.Code).ToList();
        var count = ofKind.Where(e => !IsPending(e)).Sum(e => e.Count!.Value);
        var pending = ofKind.Where(IsPending).Sum(e => e.Count!.Value);
        var figures = new SortedDictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["count"] = count,
            ["tariff"] = tariff.Amount,
            ["pending-count"] = pending,
            ["pending-amount"] = Worth(pending, tariff),
        };
        var amountInput = new ScorecardInput("amount", contract.FieldKey($"tariffs/{tariff.Code}/amount"), ObservedState.Known, tariff.Amount, Delivery: null, Line: null);
        return Line(Code(tariff), ActivitiesTheme, tariff.Label, count, "count", Worth(count, tariff), figures, Explain(tariff, count, pending), [.. ofKind.Select(Input), amountInput]);
    }

    /// <summary>The line of operation.</summary>
    public static ScorecardLine OfOperation(IReadOnlyList<LedgerEntry> entries)
    {
        var proceeds = entries.Where(e => e.Channel == LedgerChannel.Operation).ToList();
        var sum = proceeds.Sum(e => e.Amount!.Value);
        var rows = FigureText.Nl.Short(proceeds.Count);
        var explanation = new BilingualText(
            $"Opbrengst in geld volgens {rows} {(proceeds.Count == 1 ? "regel" : "regels")}: {FigureText.Nl.Euro(sum)}.",
            $"Proceeds in cash by {rows} {(proceeds.Count == 1 ? "row" : "rows")}: {FigureText.En.Euro(sum)}.");
        return Line(Operation, OperationTheme, OperationLabel, sum, Indicator.Euro, sum, new(StringComparer.Ordinal), explanation, [.. proceeds.Select(Input)]);
    }

    /// <summary>Whether an entry is an activity that nobody confirmed yet.</summary>
    public static bool IsPending(LedgerEntry entry) => entry.Channel == LedgerChannel.Activities && string.IsNullOrWhiteSpace(entry.ConfirmedBy);

    /// <summary>What activities are worth, rounded to the cent, half away from zero.</summary>
    public static decimal Worth(decimal count, ActivityTariff tariff) => Math.Round(count * tariff.Amount, 2, MidpointRounding.AwayFromZero);

    private static BilingualText Explain(ActivityTariff tariff, decimal count, decimal pending) => new(
        $"{FigureText.Nl.Short(count)} keer x {FigureText.Nl.Euro(tariff.Amount)} = {FigureText.Nl.Euro(Worth(count, tariff))}."
            + (pending == 0 ? "" : $" Nog te bevestigen: {FigureText.Nl.Short(pending)} keer, {FigureText.Nl.Euro(Worth(pending, tariff))}."),
        $"{Times(count)} x {FigureText.En.Euro(tariff.Amount)} = {FigureText.En.Euro(Worth(count, tariff))}."
            + (pending == 0 ? "" : $" To be confirmed: {Times(pending)}, {FigureText.En.Euro(Worth(pending, tariff))}."));

    private static string Times(decimal count) => $"{FigureText.En.Short(count)} {(count == 1 ? "time" : "times")}";

    private static ScorecardInput Input(LedgerEntry entry) => new(
        IsPending(entry) ? "pending-entry" : "entry", entry.Key, ObservedState.Known, entry.Count ?? entry.Amount, entry.Source.Delivery, entry.Source.Line);

    private static ScorecardLine Line(
        string code,
        BilingualText theme,
        BilingualText label,
        decimal value,
        string unit,
        decimal amount,
        SortedDictionary<string, decimal> figures,
        BilingualText explanation,
        IReadOnlyList<ScorecardInput> inputs) => new(
            code, theme, label, LineState.Valued, value, unit, Baseline: null, Reference: null, Norm: null, Signal.None, amount, figures, explanation, inputs);
}
