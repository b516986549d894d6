using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Cards;

/// <summary>The deadlines of a pipeline: the number that was agreed for the year, and when each area is due again.</summary>
internal static class PipelineDeadlines
{
    /// <summary>Adds the deadlines.</summary>
    public static void Add(PipelineCard card)
    {
        if (card.Rules.Quota is { } quota)
        {
            AddQuota(card, quota);
        }

        // Only of areas it may be said one by one when something happened.
        if (card.Rules is { Coverage: { } coverage, Counted: CountedUnit.Areas })
        {
            AddCoverage(card, coverage);
        }
    }

    private static void AddQuota(PipelineCard card, PipelineQuota quota)
    {
        var (year, stage) = (card.Counts.Year, card.Rules.Find(quota.Stage)!.Label);
        var isShown = card.Builder.Lines.Any(line => line is { Code: "quota", State: LineState.Valued });
        card.Builder.AddDeadline(new Deadline(
            FormattableString.Invariant($"quota-{year}"), new($"Aantal voor {year}", $"Number for {year}"), new DateOnly(year, 12, 31),
            new($"Voor {year} zijn er {NumberFormatter.Nl.Format(quota.Count)} afgesproken: {stage.Nl}.",
                $"For {year} {NumberFormatter.En.Format(quota.Count)} were agreed: {stage.En}."),
            isShown ? card.Counts.SumYear(quota.Stage) >= quota.Count : null)
        {
            Line = "quota",
        });
    }

    private static void AddCoverage(PipelineCard card, PipelineCoverage coverage)
    {
        var stage = card.Rules.Find(coverage.Stage)!.Label;
        foreach (var (segment, last) in card.Counts.FindLastReached(coverage.Stage))
        {
            var (label, due) = (card.GetSegmentLabel(segment), last.AddDays(1).AddMonths(coverage.Months).AddDays(-1));
            card.Builder.AddDeadline(new Deadline($"coverage-{segment}", label, due,
                new($"{label.Nl}: weer {stage.Nl} binnen {coverage.Months} maanden na {NumberFormatter.Nl.FormatDay(last)}.",
                    $"{label.En}: {stage.En} again within {coverage.Months} months after {NumberFormatter.En.FormatDay(last)}."),
                IsMet: false)
            {
                Line = "coverage",
            });
        }
    }
}
