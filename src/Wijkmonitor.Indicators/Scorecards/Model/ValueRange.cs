namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>A value that is known as a range.</summary>
/// <param name="Low">The least that it can be.</param>
/// <param name="High">The most that it can be.</param>
public sealed record ValueRange(decimal Low, decimal High);
