namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;

/// <summary>The events at gates until a day, and what is planned after it.</summary>
internal sealed class GateTimeline
{
    private readonly IReadOnlyList<GateEvent> events;
    private readonly IReadOnlyList<GateEvent> planned;

    /// <summary>Selects the events until a day.</summary>
    public GateTimeline(IReadOnlyList<GateEvent> all, DateOnly day)
    {
        events = [.. all.Where(found => found.Kind != GateEventKind.Planned && found.Day <= day)];
        planned = [.. all.Where(found => found.Kind == GateEventKind.Planned)];
    }

    /// <summary>The event that made the current phase so; null where none began.</summary>
    public GateEvent? Current => events.LastOrDefault(found => found.Begins);

    /// <summary>The decision to stop; null where there is none, or a phase began after it.</summary>
    public GateEvent? Stopped =>
        events.LastOrDefault(found => found.Begins || found.Outcome == GateOutcome.Stop) is { Outcome: GateOutcome.Stop } stop ? stop : null;

    /// <summary>The last decision that chose a scenario; null where none did.</summary>
    public GateEvent? Chosen => events.LastOrDefault(found => found is { Kind: GateEventKind.Decision, Scenario: not null });

    /// <summary>The first day on which a phase began; null where none did.</summary>
    public DateOnly? Start => events.Where(found => found.Begins).Select(found => (DateOnly?)found.Day).FirstOrDefault();

    /// <summary>The times that an earlier phase became the current one, each with the phase before.</summary>
    public IEnumerable<(GateEvent Event, int From)> Returns => PairWithBefore().Where(pair => pair.Event.Phase < pair.From);

    /// <summary>The times that phases were skipped: what began then, and the first that was skipped.</summary>
    public IEnumerable<(GateEvent Event, int Skipped)> Skips => PairWithBefore().Where(pair => pair.Event.Phase > pair.From + 1)
        .Select(pair => (pair.Event, pair.From + 1));

    /// <summary>Gets the last time that a phase began; null where it did not, or was gone back from.</summary>
    public GateEvent? FindBegun(int phase)
    {
        var begun = events.LastOrDefault(found => found.Phase == phase && found.Kind == GateEventKind.Begun);
        return Returns.Any(pair => pair.Event.Phase < phase && pair.Event.Day > begun?.Day) ? null : begun;
    }

    /// <summary>Gets the last decision whether a phase may begin, until a day; null where there is none.</summary>
    public GateEvent? FindDecision(int phase, DateOnly until) =>
        events.LastOrDefault(found => found.Phase == phase && found.Outcome is (GateOutcome.Go or GateOutcome.NoGo) && found.Day <= until);

    /// <summary>Gets the last decision about a phase that holds.</summary>
    /// <remarks>The gate is asked again after the programme went back to an earlier phase.</remarks>
    /// <param name="phase">The place of the phase.</param>
    /// <param name="until">The last day.</param>
    public GateEvent? FindValidDecision(int phase, DateOnly until) =>
        FindDecision(phase, until) is { } decision && !(FindReturn(phase, until) >= decision.Day) ? decision : null;

    /// <summary>Gets the last day of a return to a phase before this one; null where there was none.</summary>
    /// <param name="phase">The place of the phase.</param>
    /// <param name="until">The last day.</param>
    public DateOnly? FindReturn(int phase, DateOnly until) =>
        Returns.Where(pair => pair.Event.Phase < phase && pair.Event.Day <= until).Select(pair => (DateOnly?)pair.Event.Day).LastOrDefault();

    /// <summary>Gets the planned decisions about a phase, by day: the last one is the plan that holds.</summary>
    public IReadOnlyList<GateEvent> GetPlanned(int phase) => [.. planned.Where(found => found.Phase == phase)];

    /// <summary>Gets the day on which a phase ended because a later one began; null where it did not.</summary>
    public DateOnly? FindEnd(int phase) => events.Where(found => found.Phase > phase && found.Begins).Select(found => (DateOnly?)found.Day).FirstOrDefault();

    private IEnumerable<(GateEvent Event, int From)> PairWithBefore()
    {
        var from = -1;
        foreach (var found in events.Where(found => found.Begins))
        {
            yield return (found, from);
            from = found.Phase;
        }
    }
}
