using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Counts;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Lines;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline;

/// <summary>Kind of pipelines: how many entered, reached each stage, in time, and when the rest would be through.</summary>
/// <remarks>
/// Cases, homes or areas of a programme or project go through stages. Sources: Platform31, "Aan de slag in kwetsbare wijken" (2017); TNO, on the last
/// metre of heat networks; a paper of Portaal, Discussiedagen Sociale Huisvesting 2020.
/// </remarks>
public sealed class PipelineKind(PipelineRules rules) : SubjectKind<PipelineRules>(rules, Details)
{
    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        PipelineRules.Kind,
        new("Stappen van een aanpak", "Stages of a programme"),
        new("Hoeveel er binnenkwamen, elke stap bereikten, op tijd, en hoe lang de rest nog duurt.",
            "How many came in, reached each stage, in time, and how long the rest takes."),
        Order: 10,
        ScorecardLayout.Lines)
    {
        Roles = PipelineLabels.Roles,
        Figures = PipelineLabels.Figures,
        Steps = PipelineLabels.Steps,
        Alerts = PipelineLabels.Alerts,
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration =>
        KindRegistration.Create<PipelineRules>(Details, new PipelineRulesJson(), rules => new PipelineKind(rules));

    private protected override IEnumerable<Period> GetPeriods(SubjectContext subject) => GetRecords(subject).Years.Select(year => new Period(year));

    private protected override void Fill(ScorecardBuilder card, SubjectContext subject, Period period)
    {
        var records = GetRecords(subject);
        var pipeline = new PipelineCard(card, Rules, subject, records.GetCounts(period.Year), records.GetDisclosure(subject));
        StageLines.Add(pipeline);
        PaceLines.Add(pipeline);
        VisitLines.Add(pipeline);
        PipelineDeadlines.Add(pipeline);
        PipelineFindings.Add(pipeline, records);
    }

    private PipelineRecords GetRecords(SubjectContext subject) => subject.GetOrCreate(() => new PipelineRecords(Rules, subject));
}
