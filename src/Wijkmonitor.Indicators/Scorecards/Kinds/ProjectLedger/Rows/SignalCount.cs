namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;

/// <summary>Number of signals of residents on a day.</summary>
/// <param name="Open">Number that was not answered yet.</param>
/// <param name="Late">Number of these that has waited longer than was agreed; null where nothing was agreed.</param>
/// <param name="OldestOpen">The day on which the oldest open one was received; null where none is open.</param>
internal sealed record SignalCount(int Open, int? Late, DateOnly? OldestOpen);
