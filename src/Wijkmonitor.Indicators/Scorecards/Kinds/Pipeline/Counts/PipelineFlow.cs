using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Counts;

/// <summary>The order of the stages, and what is between them.</summary>
internal static class PipelineFlow
{
    /// <summary>Gets the stages that follow a stage; several where it branches.</summary>
    public static IEnumerable<PipelineStage> GetNext(PipelineRules rules, PipelineStage stage) =>
        rules.AllStages.Where(next => next.Previous == stage.Code);

    /// <summary>Computes those that reached a stage and neither the next nor left. It is null for the last one and where a count is missing.</summary>
    public static decimal? GetOpen(PipelineRules rules, SegmentCounts counts, PipelineStage stage)
    {
        List<decimal?> next = [.. GetNext(rules, stage).Select(following => counts.Sum(following.Code, CountField.Entered))];
        return next.Count == 0
            ? null
            : counts.Sum(stage.Code, CountField.Entered) - next.Aggregate((sum, count) => sum + count) - counts.Sum(stage.Code, CountField.Left);
    }
}
