namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Advice;

/// <summary>Outcome of a test or of a rule.</summary>
internal enum Verdict
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It does not hold.</summary>
    Fails,

    /// <summary>Something that it needs is not known, or is known in a range on both sides of the limit.</summary>
    Unknown,

    /// <summary>Nobody chose its limit.</summary>
    NotNormed,
}
