using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Findings;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Lines;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates;

/// <summary>Kind of phases and scenarios: may the next phase begin, and which direction do the rules point to.</summary>
/// <remarks>
/// It advises and parties decide. Sources: municipality of Dordrecht and NVM, on foundations (after the Rli report of 2024); Ecorys, on the renovated homes
/// of Kanaleneiland (2021).
/// </remarks>
public sealed class GatesKind(GatesRules rules) : SubjectKind<GatesRules>(rules, Details)
{
    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        GatesRules.Kind,
        new("Fasen en scenario's", "Phases and scenarios"),
        new("In welke fase een aanpak is, of de volgende kan beginnen, en naar welk scenario de regels wijzen.",
            "The phase of a programme, whether the next one can begin, and the scenario that the rules point to."),
        Order: 15,
        ScorecardLayout.Lines)
    {
        Roles = GateLabels.Roles,
        Figures = GateLabels.Figures,
        Steps = GateLabels.Steps,
        Alerts = GateLabels.Alerts,
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration => KindRegistration.Create<GatesRules>(Details, new GatesRulesJson(), rules => new GatesKind(rules));

    private protected override IEnumerable<Period> GetPeriods(SubjectContext subject) => GetRecords(subject).Years.Select(year => new Period(year));

    private protected override void Fill(ScorecardBuilder card, SubjectContext subject, Period period)
    {
        var records = GetRecords(subject);
        var facts = subject.GetOrCreate(() => new FactBook(Rules, subject, records));
        var gates = new GateCard(card, Rules, subject, records, facts, period.Year);
        PhaseLines.Add(gates);
        StackLines.AddFlags(gates);
        AdviceLines.Add(gates);
        BlockLines.Add(gates);
        StackLines.AddStandpoints(gates);
        StackLines.AddStops(gates);
        if (Rules.Mentions is { } mentions)
        {
            var table = subject.GetOrCreate(() => new MentionTable(
                records.Mentions, records.Years.Select(year => new Period(year).End), records.GetRule(ofPeople: true)));
            new MentionLines(gates, mentions, table).Add();
        }

        GateDeadlines.Add(gates);
        PhaseFindings.Add(gates);
        AdviceFindings.Add(gates);
        RecordFindings.Add(gates);
    }

    private GateRecords GetRecords(SubjectContext subject) => subject.GetOrCreate(() => new GateRecords(Rules, subject));
}
