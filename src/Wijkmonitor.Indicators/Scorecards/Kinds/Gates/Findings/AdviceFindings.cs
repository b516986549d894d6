using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Advice;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Findings;

/// <summary>The findings about advice, points of view, blocks and moments to stop.</summary>
internal static class AdviceFindings
{
    /// <summary>Adds the findings.</summary>
    public static void Add(GateCard card)
    {
        if (card.Advice is { } advice)
        {
            AddAdvice(card, advice);
        }

        card.Builder.AddFinding("over-standpoint", FindingSeverity.Information, card.Rules.Standpoints
                .Where(standpoint => card.Tests.Compute(standpoint.Test) == Verdict.Fails).Select(standpoint => standpoint.LineCode),
            "Dit past niet bij een standpunt dat iemand heeft ingenomen. Dat is geen uitkomst van onderzoek.",
            "This does not fit a point of view that somebody took. That is no outcome of research.");
        card.Builder.AddFinding("not-feasible", FindingSeverity.Information,
            line => line.Code.StartsWith(GatesRules.GetBlockCode(""), StringComparison.Ordinal) && line is { State: LineState.Valued, Norm: { } norm }
                && line.Figures["joined"] * 100 < norm * line.Figures["homes"],
            "In deze blokken doen niet genoeg woningen mee.", "In these blocks not enough homes join.");
        if (card.Rules.Stop is { } stop)
        {
            AddStop(card, stop);
        }
    }

    private static void AddAdvice(GateCard card, AdviceOutcome advice)
    {
        if (advice is { ToFindOut.Count: > 0, NeedsWithheld: false })
        {
            card.Builder.AddFinding(new Finding("find-out", FindingSeverity.Warning, ["advice"], BothLanguages.Write(text => text.Localize(
                $"Zoek uit {GateText.WriteQuestions(text, advice.ToFindOut)}. {GateText.DescribeAdvice(text, card, advice)}",
                $"Find out {GateText.WriteQuestions(text, advice.ToFindOut)}. {GateText.DescribeAdvice(text, card, advice)}"))));
        }

        List<GateScenario> pointed = [.. card.Rules.Scenarios.Where(scenario => advice.Select(scenario.Code, Verdict.Holds).Any())];
        if (pointed.Count > 1)
        {
            card.Builder.AddFinding("mixed-advice", FindingSeverity.Information, pointed.Select(scenario => scenario.LineCode),
                "De regels wijzen naar meer dan één scenario. Ze kiezen niet: dat doen partijen.",
                "The rules point to more than one scenario. They do not choose: parties do.");
        }

        if (card.Timeline.Chosen is { Scenario: { } chosen } && pointed.Count > 0 && pointed.TrueForAll(scenario => scenario.Code != chosen))
        {
            card.Builder.AddFinding(new Finding("outcome-differs", FindingSeverity.Information, ["outcome"], BothLanguages.Write(text =>
            {
                var list = GateText.WriteList(text, [.. pointed.Select(scenario => $"scenario {text.Format(card.Rules.GetScenario(scenario.Code) + 1)}")]);
                return text.Localize(
                    $"Partijen kozen iets anders dan waar de regels naar wijzen: {list}. Dat mag; het is geen fout.",
                    $"Parties chose something else than the rules point to: {list}. They may; it is no error.");
            })));
        }
    }

    private static void AddStop(GateCard card, GateStop stop)
    {
        if (card.Tests.Get(stop.Agreed).Answer != true)
        {
            card.Builder.AddFinding(new Finding("no-stop-rule", FindingSeverity.Warning, [.. stop.When.Select(GatesRules.GetStopCode)], new(
                "Er is niet bekend dat partijen vooraf hebben afgesproken wanneer dit niet doorgaat. Spreek dat af voor het begint.",
                "It is not known that parties agreed beforehand when this does not go on. Agree on it before it begins.")));
            return;
        }

        if (card.Facts.FindFirstYes(stop.Agreed, card.AsOf) is { } agreed && card.Timeline.Start is { } start && agreed > start)
        {
            card.Builder.AddFinding(new Finding("stop-rule-late", FindingSeverity.Warning, [], BothLanguages.Write(text => text.Localize(
                $"De afspraak wanneer dit niet doorgaat is van {text.FormatDay(agreed)}, na het begin op {text.FormatDay(start)}.",
                $"The agreement when this does not go on is of {text.FormatDay(agreed)}, after the start on {text.FormatDay(start)}."))));
        }

        card.Builder.AddFinding("stop-rule", FindingSeverity.Warning, stop.When
                .Where(test => card.Tests.Compute(test) == Verdict.Holds).Select(GatesRules.GetStopCode),
            "Deze grens is bereikt. Partijen hebben afgesproken dan te besluiten of dit doorgaat. Dat besluit nemen zij.",
            "This limit was reached. Parties agreed to decide then whether this goes on. The decision is theirs.");
        card.Builder.AddFinding("depends", FindingSeverity.Information, stop.When
                .Where(test => card.Tests.Get(test.Fact).IsKnown && card.Tests.Compute(test) == Verdict.Unknown).Select(GatesRules.GetStopCode),
            "Of deze grens is bereikt, hangt af van waar het cijfer in zijn marge ligt.",
            "Whether this limit was reached depends on the place of the figure in its margin.");
    }
}
