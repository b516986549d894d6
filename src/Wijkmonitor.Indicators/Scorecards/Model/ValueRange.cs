namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>A value that is known as a range.</summary>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
public sealed record ValueRange(decimal Low, decimal High);
