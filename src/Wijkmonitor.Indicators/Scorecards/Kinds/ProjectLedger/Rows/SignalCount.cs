namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;

/// <summary>Number of signals of residents on a day.</summary>
/// <param name="Received">Number that was received.</param>
/// <param name="Open">Number that was not answered yet.</param>
/// <param name="Late">Number of these that has waited longer than was agreed; null where nothing was agreed.</param>
internal sealed record SignalCount(int Received, int Open, int? Late);
