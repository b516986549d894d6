namespace Wijkmonitor.Indicators.Scorecards.Model.Subjects;

/// <summary>A stage that people, homes or areas reach one after the other, by the lines that say how many did.</summary>
/// <param name="Line">The code of the line with the number that reached it; its figure <c>open</c> is the number that is not yet further.</param>
/// <param name="OnTime">The code of the line with the share that was on time; null where no time was agreed.</param>
public sealed record ScorecardStage(string Line, string? OnTime = null);
