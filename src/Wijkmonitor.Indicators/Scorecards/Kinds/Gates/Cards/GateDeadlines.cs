using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;

/// <summary>The deadlines of gates: the decisions that are planned.</summary>
internal static class GateDeadlines
{
    /// <summary>Adds a deadline for each gate with a planned decision.</summary>
    public static void Add(GateCard card)
    {
        card.Builder.AsOf = card.AsOf;
        foreach (var (place, phase) in card.Rules.Phases.Index())
        {
            if (card.Timeline.GetPlanned(place) is { Count: > 0 } planned)
            {
                // A plan of before the return was about the decision of then.
                var isAskedAgain = planned[^1].Day > card.Timeline.FindReturn(place, card.AsOf);
                card.Builder.AddDeadline(Create(place, phase, planned, isAskedAgain
                    ? card.Timeline.FindValidDecision(place, card.AsOf)
                    : card.Timeline.FindDecision(place, card.AsOf)));
            }
        }
    }

    // A decision that is no go is due again where a later one is planned.
    private static Deadline Create(int place, GatePhase phase, IReadOnlyList<GateEvent> planned, GateEvent? decision)
    {
        var last = planned[^1];
        var isMet = decision is not null && (decision.Outcome == GateOutcome.Go || decision.Day >= last.Day);
        List<DeadlineDate> dates =
        [
            .. planned.Index().Select(plan => new DeadlineDate(plan.Index == 0 ? DeadlineDateKind.Baseline : DeadlineDateKind.Replan, plan.Item.Day)),
            .. isMet ? [new DeadlineDate(DeadlineDateKind.Actual, decision!.Day)] : Array.Empty<DeadlineDate>(),
        ];
        return new Deadline(
            phase.LineCode,
            BothLanguages.Write(text => text.Localize(
                $"Besluit over fase {text.Format(place + 1)}: {phase.Label.Nl}", $"Decision about phase {text.Format(place + 1)}: {phase.Label.En}")),
            last.Day,
            BothLanguages.Write(text => text.Localize(
                $"Op {text.FormatDay(last.Day)} is een besluit over fase {text.Format(place + 1)} gepland.",
                $"A decision about phase {text.Format(place + 1)} is planned for {text.FormatDay(last.Day)}.")),
            isMet)
        {
            Line = phase.LineCode,
            Party = last.Body is { } body ? new BilingualText(body, body) : null,
            IsDecision = true,
            Dates = dates.Count > 1 ? dates : null,
        };
    }
}
