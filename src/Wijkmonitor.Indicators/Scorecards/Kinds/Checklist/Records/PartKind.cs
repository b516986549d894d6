namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;

/// <summary>Part of a party in a task, in the order in which parts are named.</summary>
internal enum PartKind
{
    /// <summary>It answers for the task.</summary>
    Accountable,

    /// <summary>It does the work.</summary>
    Does,

    /// <summary>It is asked before.</summary>
    Consulted,

    /// <summary>It hears of it.</summary>
    Informed,
}
