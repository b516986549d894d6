using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Findings;

/// <summary>The findings about phases: what was entered without its conditions, gone back to, decided or left too late.</summary>
internal static class PhaseFindings
{
    /// <summary>Adds the findings.</summary>
    public static void Add(GateCard card)
    {
        foreach (var (place, phase) in card.Rules.Phases.Index())
        {
            AddEntered(card, place, phase);
            AddNoGo(card, place, phase);
            AddLate(card, place, phase);
            AddNotInvolved(card, place, phase);
        }

        AddOrder(card);
        if (card.Timeline.Stopped is { } stop)
        {
            AddFinding(card, "stopped", FindingSeverity.Warning, "phase", text => text.Localize(
                $"Gestopt op {GateText.DescribeDecision(text, stop)}", $"Stopped on {GateText.DescribeDecision(text, stop)}"));
        }
        else if (card.Rules.Phases.Count > 0 && card.FindNextGate() is { } next)
        {
            AddOpen(card, next);
        }
    }

    // Going back is logged and never refused: conditions are not asked again.
    private static void AddEntered(GateCard card, int place, GatePhase phase)
    {
        if (card.Timeline.FindBegun(place) is { } begun && card.FindLacks(place, begun.Day) is { Count: > 0 } lacks
            && card.Timeline.Returns.All(pair => pair.Event != begun))
        {
            AddFinding(card, "entered-without", FindingSeverity.Warning, phase.LineCode, text =>
            {
                var (number, day, list) = (text.Format(place + 1), text.FormatDay(begun.Day), GateText.DescribeLacks(text, lacks));
                return text.Localize($"Fase {number} begon op {day} zonder: {list}.", $"Phase {number} began on {day} without this in order: {list}.");
            });
        }
    }

    private static void AddNoGo(GateCard card, int place, GatePhase phase)
    {
        if (card.Timeline.FindValidDecision(place, card.AsOf) is { Outcome: GateOutcome.NoGo } decision
            && !(card.Timeline.FindBegun(place)?.Day >= decision.Day))
        {
            AddFinding(card, "no-go", FindingSeverity.Warning, phase.LineCode, text => text.Localize(
                $"Besluit over fase {text.Format(place + 1)}: no-go, op {GateText.DescribeDecision(text, decision)}",
                $"Decision about phase {text.Format(place + 1)}: no-go, on {GateText.DescribeDecision(text, decision)}"));
        }
    }

    private static void AddLate(GateCard card, int place, GatePhase phase)
    {
        if (card.Timeline.FindEnd(place) is { } end
            && phase.Decides.Select(code => card.Facts.Get(code, end)).Where(fact => fact.Answer is null).ToList() is { Count: > 0 } open)
        {
            AddFinding(card, "instrument-late", FindingSeverity.Warning, phase.LineCode, text => text.Localize(
                $"Fase {text.Format(place + 1)} eindigde op {text.FormatDay(end)} zonder besluit over: {GateText.WriteLabels(text, open)}.",
                $"Phase {text.Format(place + 1)} ended on {text.FormatDay(end)} without a decision on: {GateText.WriteLabels(text, open)}."));
        }
    }

    private static void AddNotInvolved(GateCard card, int place, GatePhase phase)
    {
        if (card.Timeline.Current?.Phase >= place
            && phase.Involves.Select(card.Tests.Get).Where(fact => fact.Answer == false).ToList() is { Count: > 0 } absent)
        {
            AddFinding(card, "not-involved", FindingSeverity.Warning, phase.LineCode, text => text.Localize(
                $"In fase {text.Format(place + 1)} niet betrokken: {GateText.WriteLabels(text, absent)}.",
                $"Not involved in phase {text.Format(place + 1)}: {GateText.WriteLabels(text, absent)}."));
        }
    }

    private static void AddOrder(GateCard card)
    {
        foreach (var (found, from) in card.Timeline.Returns)
        {
            AddFinding(card, "returned", FindingSeverity.Information, "phase", text => text.Localize(
                $"Teruggegaan van fase {text.Format(from + 1)} naar fase {text.Format(found.Phase + 1)} op {GateText.DescribeDecision(text, found)}",
                $"Gone back from phase {text.Format(from + 1)} to phase {text.Format(found.Phase + 1)} on {GateText.DescribeDecision(text, found)}"));
        }

        foreach (var (found, skipped) in card.Timeline.Skips)
        {
            AddFinding(card, "phase-skipped", FindingSeverity.Warning, "phase", text => text.Localize(
                $"Fase {text.Format(found.Phase + 1)} begon op {text.FormatDay(found.Day)}; dat fase {text.Format(skipped + 1)} was begonnen, is niet aangeleverd.",
                $"Phase {text.Format(found.Phase + 1)} began on {text.FormatDay(found.Day)}; that phase {text.Format(skipped + 1)} had begun was not delivered."));
        }
    }

    private static void AddOpen(GateCard card, int place)
    {
        var lacks = card.FindLacks(place, card.AsOf).Where(lack => lack.Fact is not null).ToList();
        AddFinding(card, "gate-open", FindingSeverity.Information, card.Rules.Phases[place].LineCode, text =>
        {
            var number = text.Format(place + 1);
            var needed = lacks.Count > 0 ? text.Localize(
                $" Nog niet in orde: {GateText.DescribeLacks(text, lacks)}.", $" Not in order yet: {GateText.DescribeLacks(text, lacks)}.") : "";
            var planned = card.Timeline.GetPlanned(place) is [.., var plan] ? text.Localize(
                $" Het besluit is gepland op {text.FormatDay(plan.Day)}.", $" The decision is planned for {text.FormatDay(plan.Day)}.") : "";
            return text.Localize($"Over fase {number} is nog niet besloten.", $"Phase {number} has not been decided on yet.") + needed + planned;
        });
    }

    private static void AddFinding(GateCard card, string code, FindingSeverity severity, string line, Func<NumberFormatter, string> write) =>
        card.Builder.AddFinding(new Finding(code, severity, [line], BothLanguages.Write(write)));
}
