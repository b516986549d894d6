namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules.Choices;

/// <summary>A context in which a rating holds.</summary>
/// <param name="Context">The context.</param>
/// <param name="Is">The value that it has then.</param>
public sealed record RatingCondition(string Context, string Is);
