using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Lines;

/// <summary>The lines of phases: which one is current, and for each how many of its conditions are met.</summary>
internal static class PhaseLines
{
    /// <summary>Adds the lines.</summary>
    public static void Add(GateCard card)
    {
        if (card.Rules.Phases.Count == 0)
        {
            return;
        }

        AddCurrent(card);
        foreach (var (place, phase) in card.Rules.Phases.Index())
        {
            AddGate(card, place, phase);
        }
    }

    private static void AddCurrent(GateCard card)
    {
        var current = card.Timeline.Current;
        var line = card.Builder.AddLine("phase", GateText.Phases, new("Fase van nu", "Phase of now"), "count")
            .AddInput(current is null ? null : ScorecardInput.FromRecord("event", current.Record))
            .Require(current is null, LineState.MissingInput, GateText.NoPhase);
        if (line.IsOpen)
        {
            line.WithValue(current!.Phase + 1).AddFigures(("phases", card.Rules.Phases.Count)).Explain(text => DescribeCurrent(text, card, current));
        }
    }

    private static string DescribeCurrent(NumberFormatter text, GateCard card, GateEvent current)
    {
        var (number, all, day) = (text.Format(current.Phase + 1), text.Format(card.Rules.Phases.Count), text.FormatDay(current.Day));
        var name = text.Localize(card.Rules.Phases[current.Phase].Label);
        var since = current.Outcome == GateOutcome.Back
            ? text.Localize($"terug sinds {day}", $"back since {day}")
            : text.Localize($"begonnen op {day}", $"begun on {day}");
        var stopped = card.Timeline.Stopped is { } stop
            ? text.Localize($" Gestopt op {text.FormatDay(stop.Day)}.", $" Stopped on {text.FormatDay(stop.Day)}.")
            : "";
        return text.Localize($"Fase {number} van {all}: {name}, {since}.{stopped}", $"Phase {number} of {all}: {name}, {since}.{stopped}");
    }

    private static void AddGate(GateCard card, int place, GatePhase phase)
    {
        var begun = card.Timeline.FindBegun(place);
        var day = begun?.Day ?? card.AsOf;
        var number = new LocalizedNumber(place + 1);
        var line = card.Builder.AddLine(
                phase.LineCode, GateText.Phases, new($"Poort naar fase {number.Nl}: {phase.Label.Nl}", $"Gate to phase {number.En}: {phase.Label.En}"), "count")
            .AddInput(begun is null ? null : ScorecardInput.FromRecord("event", begun.Record))
            .AddInputs(phase.Conditions.SelectMany(condition => CreateInputs(card, place, condition, day)))
            .Require(phase.Conditions.Count == 0, LineState.NotNormed, new(
                $"Voor fase {number.Nl} zijn geen voorwaarden gekozen.", $"No conditions were chosen for phase {number.En}."));
        if (!line.IsOpen)
        {
            return;
        }

        var lacks = card.FindLacks(place, day);
        line.WithValue(phase.Conditions.Count - lacks.Count).WithNorm(phase.Conditions.Count)
            .AddFigures(("conditions", phase.Conditions.Count), ("unknown", lacks.Count(lack => lack.IsUnknown)))
            .Explain(text => DescribeGate(text, place, phase, begun, lacks));
    }

    private static string DescribeGate(NumberFormatter text, int place, GatePhase phase, GateEvent? begun, IReadOnlyList<GateLack> lacks)
    {
        var (number, all) = (text.Format(place + 1), text.Format(phase.Conditions.Count));
        var met = phase.Conditions.Count == 1
            ? text.Localize("aan de ene voorwaarde is voldaan", "the one condition is met")
            : text.Localize($"aan alle {all} voorwaarden is voldaan", $"all {all} conditions are met");
        if (begun is null)
        {
            return lacks.Count == 0
                ? text.Localize($"Fase {number} kan beginnen: {met}.", $"Phase {number} can begin: {met}.")
                : text.Localize(
                    $"Fase {number} kan nog niet beginnen: {GateText.DescribeLacks(text, lacks)}.",
                    $"Phase {number} cannot begin yet: {GateText.DescribeLacks(text, lacks)}.");
        }

        var day = text.FormatDay(begun.Day);
        return lacks.Count == 0
            ? text.Localize($"Fase {number} is begonnen op {day}; {met}.", $"Phase {number} began on {day}; {met}.")
            : text.Localize(
                $"Fase {number} is begonnen op {day}, zonder dat aan alle voorwaarden was voldaan: {GateText.DescribeLacks(text, lacks)}.",
                $"Phase {number} began on {day} without all conditions being met: {GateText.DescribeLacks(text, lacks)}.");
    }

    private static IEnumerable<ScorecardInput> CreateInputs(GateCard card, int place, string condition, DateOnly day) =>
        condition != GatePhase.Go ? card.Facts.Get(condition, day).CreateInputs()
        : card.Timeline.FindValidDecision(place, day) is { } decision ? [ScorecardInput.FromRecord("event", decision.Record)]
        : [];

    private readonly record struct LocalizedNumber(int Number)
    {
        public string Nl => NumberFormatter.Nl.Format(Number);

        public string En => NumberFormatter.En.Format(Number);
    }
}
