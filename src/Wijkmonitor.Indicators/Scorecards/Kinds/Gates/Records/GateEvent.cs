using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;

/// <summary>Something that happened at a gate, or is planned.</summary>
/// <param name="Phase">The place of the phase behind the gate.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Outcome">The outcome of a decision; null for others.</param>
/// <param name="Record">The record.</param>
internal sealed record GateEvent(int Phase, GateEventKind Kind, GateOutcome? Outcome, AreaRecord Record)
{
    /// <summary>The day.</summary>
    public DateOnly Day => Record.Date;

    /// <summary>The code of the scenario that was chosen; null where none was.</summary>
    public string? Scenario => Record.GetText("scenario");

    /// <summary>The body that decided; null where that was not delivered.</summary>
    public string? Body => Record.GetText("body");

    /// <summary>The reason; null where none was delivered.</summary>
    public string? Reason => Record.GetText("reason");

    /// <summary>Whether its phase is the current one from its day on: it began, or was gone back to.</summary>
    public bool Begins => Kind == GateEventKind.Begun || Outcome == GateOutcome.Back;
}

/// <summary>Kind of an event at a gate.</summary>
internal enum GateEventKind
{
    /// <summary>The phase began.</summary>
    Begun,

    /// <summary>A body decided.</summary>
    Decision,

    /// <summary>A decision is planned.</summary>
    Planned,
}

/// <summary>Outcome of a decision at a gate.</summary>
internal enum GateOutcome
{
    /// <summary>The phase may begin.</summary>
    Go,

    /// <summary>The phase may not begin.</summary>
    NoGo,

    /// <summary>The phase is gone back to.</summary>
    Back,

    /// <summary>The whole stops.</summary>
    Stop,
}
