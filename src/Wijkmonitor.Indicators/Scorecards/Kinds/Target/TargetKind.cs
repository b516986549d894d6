using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Lines;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target;

/// <summary>Kind of targets: how far a programme is, how fast it goes, and how long the rest takes.</summary>
/// <remarks>Sources: Platform31, "Aan de slag in kwetsbare wijken" (2017), chapters 2 and 4; Ecorys, on the renovated homes of Kanaleneiland (2021).</remarks>
public sealed class TargetKind(TargetRules rules) : SubjectKind<TargetRules>(rules, Details)
{
    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        TargetRules.Kind,
        new("Doel en tempo", "Target and pace"),
        new("Hoe ver een aanpak is, hoe snel het gaat, en hoe lang de rest in dit tempo nog duurt.",
            "How far a programme is, how fast it goes, and how long the rest takes at this pace."),
        Order: 11,
        ScorecardLayout.Lines)
    {
        Signals = TargetLabels.Signals,
        Roles = TargetLabels.Roles,
        Figures = TargetLabels.Figures,
        Steps = TargetLabels.Steps,
        Alerts = TargetLabels.Alerts,
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration =>
        KindRegistration.Create<TargetRules>(Details, new TargetRulesJson(), rules => new TargetKind(rules));

    private protected override IEnumerable<Period> GetPeriods(SubjectContext subject) => GetRecords(subject).Years.Select(year => new Period(year));

    private protected override void Fill(ScorecardBuilder card, SubjectContext subject, Period period)
    {
        var records = GetRecords(subject);
        var target = new TargetCard(card, Rules, subject, records, period.Year);
        var sentences = new TargetSentences(Rules);
        ProgressLines.Add(target, sentences);
        GoalLines.Add(target, sentences);
        new SegmentLines(target, sentences).Add();
        LeadingLines.Add(target, sentences);
        TargetDeadlines.Add(target);
        TargetFindings.Add(target, records);
    }

    private TargetRecords GetRecords(SubjectContext subject) => subject.GetOrCreate(() => new TargetRecords(Rules, subject));
}
