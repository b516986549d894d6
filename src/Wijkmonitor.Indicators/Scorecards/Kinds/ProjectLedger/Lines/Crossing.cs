namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Lines;

/// <summary>Comparison of a figure with a limit.</summary>
internal enum Crossing
{
    /// <summary>There is no figure.</summary>
    Unknown,

    /// <summary>It is not above the limit.</summary>
    NotCrossed,

    /// <summary>It is above the limit at one end and not at the other.</summary>
    Depends,

    /// <summary>It is above the limit.</summary>
    Crossed,
}
