namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

/// <summary>A limit at which the parties agreed to decide whether the project goes on.</summary>
/// <param name="Figure">The code of the line that is compared, such as <c>slip-factor</c>.</param>
/// <param name="Above">The limit: above it the parties decide.</param>
public sealed record StopCriterion(string Figure, decimal Above)
{
    /// <summary>The code of its line.</summary>
    internal string LineCode => $"stop-{Figure}";
}
