namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;

/// <summary>The start that progress is counted from.</summary>
/// <param name="Date">The day; null where it is not known, and then there is no pace.</param>
/// <param name="Value">The value on that day.</param>
public sealed record TargetBaseline(DateOnly? Date, decimal Value);

/// <summary>A target as it was first agreed.</summary>
/// <param name="Date">The day by which it is to be reached; null where none was agreed.</param>
/// <param name="Value">The value that is to be reached; null where none was agreed, and then nothing is compared.</param>
public sealed record TargetAgreement(DateOnly? Date, decimal? Value);

/// <summary>A point of the path from the start to the target.</summary>
/// <param name="Date">The day.</param>
/// <param name="Value">The value that was agreed for that day.</param>
public sealed record TargetPoint(DateOnly Date, decimal Value);

/// <summary>The limits of the colours, in percent of what was expected.</summary>
/// <param name="OnTrackFrom">From here it is on track: green.</param>
/// <param name="BehindBelow">Below here it is behind: red. Between both it is yellow.</param>
public sealed record TargetBand(decimal OnTrackFrom, decimal BehindBelow);
