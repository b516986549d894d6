using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Advice;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Lines;

/// <summary>The lines of the advice, and of what parties chose next to it. None has a colour.</summary>
internal static class AdviceLines
{
    /// <summary>Adds the lines.</summary>
    public static void Add(GateCard card)
    {
        if (card.Advice is not { } advice)
        {
            return;
        }

        AddAdvice(card, advice);
        foreach (var scenario in card.Rules.Scenarios)
        {
            AddScenario(card, advice, scenario);
        }

        AddWeighing(card, advice);
        AddOutcome(card, card.Rules.Advice!);
    }

    private static void AddAdvice(GateCard card, AdviceOutcome advice)
    {
        var line = card.Builder.AddLine("advice", GateText.Scenarios, new("Regels die naar een scenario wijzen", "Rules that point to a scenario"), "count")
            .AddInputs(advice.Facts.SelectMany(fact => fact.CreateInputs()).DistinctBy(input => input.Key, StringComparer.Ordinal))
            .Require(card.Rules.Advice!.Rules.Count == 0, LineState.NotNormed, GateText.NoRules);
        if (!line.IsOpen)
        {
            return;
        }

        var sentence = BothLanguages.Write(text => GateText.DescribeAdvice(text, card, advice));
        line.AddFigures(("rules", card.Rules.Advice.Rules.Count))
            .Require(advice.NeedsWithheld, LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed))
            .Require(advice.ToFindOut.Count > 0, LineState.MissingInput, sentence)
            .WithValue(advice.Count).WithState(advice.HasNotNormed ? LineState.NotNormed : LineState.Valued).Explain(sentence);
    }

    private static void AddScenario(GateCard card, AdviceOutcome advice, GateScenario scenario)
    {
        var (holding, open) = (advice.Select(scenario.Code, Verdict.Holds).ToList(), advice.Select(scenario.Code, Verdict.Unknown).ToList());
        var withoutLimit = advice.Select(scenario.Code, Verdict.NotNormed).ToList();
        var line = card.Builder.AddLine(scenario.LineCode, GateText.Scenarios, scenario.Label, "count")
            .Require(card.Rules.Advice!.Rules.Count == 0, LineState.NotNormed, GateText.NoRules);
        if (!line.IsOpen)
        {
            return;
        }

        // A rule of which something is not known may hold or not.
        line = open.Count == 0 ? line.WithValue(holding.Count) : line.WithRange(holding.Count, holding.Count + open.Count);
        line.WithState(withoutLimit.Count > 0 ? LineState.NotNormed : LineState.Valued)
            .AddFigures(("rules", card.Rules.Advice.Rules.Count(rule => rule.Then == scenario.Code)), ("unknown", open.Count > 0 ? open.Count : null))
            .Explain(text =>
            {
                var number = text.Format(card.Rules.GetScenario(scenario.Code) + 1);
                var none = open.Count == 0
                    ? text.Localize($"Geen regel wijst naar scenario {number}.", $"No rule points to scenario {number}.")
                    : text.Localize(
                        $"Van geen regel is zeker dat hij naar scenario {number} wijst.",
                        $"Of no rule it is certain that it points to scenario {number}.");
                return (holding.Count > 0 ? List(text, holding, $"Naar scenario {number} wijst: ", $"To scenario {number} points: ") : none)
                    + List(text, open, " Niet te zeggen: ", " Cannot be said: ")
                    + List(text, withoutLimit, " Zonder gekozen grens: ", " Without a chosen limit: ");
            });
    }

    private static string List(NumberFormatter text, List<AdviceRule> rules, string nl, string en) =>
        rules.Count == 0 ? "" : $"{text.Localize(nl, en)}{string.Join("; ", rules.Select(rule => text.Localize(rule.Reason)))}.";

    private static void AddWeighing(GateCard card, AdviceOutcome advice)
    {
        var line = card.Builder.AddLine(
                "weighing", GateText.Scenarios, new("Hoogste gewicht van een scenario", "Highest weight of a scenario"), "count")
            .Require(card.Rules.Advice!.Rules.Count == 0, LineState.NotNormed, GateText.NoRules)
            .Require(!advice.HasWeights, LineState.NotNormed, GateText.NoWeights)
            .Require(advice.NeedsWithheld, LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed))
            .Require(advice.ToFindOut.Count > 0, LineState.MissingInput, StandardTexts.DescribeState(LineState.MissingInput));
        if (!line.IsOpen)
        {
            return;
        }

        var sums = card.Rules.Scenarios.Index()
            .Select(scenario => (Number: scenario.Index + 1, Sum: advice.Select(scenario.Item.Code, Verdict.Holds).Sum(rule => rule.Weight!.Value))).ToList();
        line.WithValue(sums.Max(sum => sum.Sum))
            .WithState(advice.HasNotNormed ? LineState.NotNormed : LineState.Valued)
            .Explain(text =>
            {
                var list = string.Join(", ", sums.Select(sum => $"scenario {text.Format(sum.Number)} {text.Format(sum.Sum)}"));
                return text.Localize($"Gewicht van de regels die gelden: {list}.", $"Weight of the rules that hold: {list}.");
            });
    }

    private static void AddOutcome(GateCard card, GateAdvice advice)
    {
        var chosen = card.Timeline.Chosen;
        var scenario = chosen?.Scenario ?? advice.Fallback;
        var line = card.Builder.AddLine("outcome", GateText.Scenarios, new("Scenario dat partijen kozen", "Scenario that parties chose"), "count")
            .AddInput(chosen is null ? null : ScorecardInput.FromRecord("event", chosen.Record))
            .Require(scenario is null, LineState.MissingInput, GateText.NoOutcome);
        if (!line.IsOpen)
        {
            return;
        }

        var number = card.Rules.GetScenario(scenario!) + 1;
        line.WithValue(number)
            .AddInput(chosen is null ? card.CreateInput("fallback", "fallback", number) : null)
            .Explain(text =>
            {
                var name = text.Localize(card.Rules.Scenarios[number - 1].Label);
                return chosen is null
                    ? text.Localize(
                        $"Er is nog geen scenario gekozen; zolang geldt scenario {text.Format(number)} ({name}).",
                        $"No scenario was chosen yet; until then scenario {text.Format(number)} holds ({name}).")
                    : text.Localize(
                        $"Gekozen is scenario {text.Format(number)} ({name}) op {GateText.DescribeDecision(text, chosen)}",
                        $"Scenario {text.Format(number)} ({name}) was chosen on {GateText.DescribeDecision(text, chosen)}");
            });
    }
}
