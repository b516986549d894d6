namespace Wijkmonitor.Indicators.Datasets.Problems;

/// <summary>Rule of a dataset for a problem code.</summary>
/// <param name="Severity">Whether it refuses the file; null for as usual.</param>
/// <param name="NeedsConfirmation">Whether a warning needs confirmation before the file is accepted.</param>
/// <param name="RefuseAbove">Highest number of them; more refuse the file.</param>
public sealed record ProblemRule(ProblemSeverity? Severity = null, bool NeedsConfirmation = false, int? RefuseAbove = null);
