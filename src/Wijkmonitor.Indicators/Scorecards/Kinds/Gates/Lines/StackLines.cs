using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Advice;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Lines;

/// <summary>The lines of numbers that are compared with a limit: flags, points of view, and moments to stop.</summary>
internal static class StackLines
{
    /// <summary>Adds the lines of flags.</summary>
    public static void AddFlags(GateCard card)
    {
        if (card.Rules.Flags.Count == 0)
        {
            return;
        }

        AddStack(card, card.Tests.Stack);
        foreach (var flag in card.Rules.Flags.Where(flag => flag.IsNumeric))
        {
            AddNumber(card, GatesRules.GetFlagCode(flag), GateText.Tasks, flag, "flag", DescribeFlag);
        }
    }

    /// <summary>Adds the lines of points of view.</summary>
    public static void AddStandpoints(GateCard card)
    {
        foreach (var standpoint in card.Rules.Standpoints)
        {
            AddNumber(card, standpoint.LineCode, GateText.Standpoints, standpoint.Test, "standpoint", (text, fact, test) =>
            {
                var (value, limit) = (DescribeNumber(text, fact), GateText.FormatLimit(text, test, fact.Fact.Unit!));
                return text.Localize(
                    $"{value}. Het standpunt van {standpoint.Holder.Nl} is {limit}; dat is een standpunt en geen uitkomst van onderzoek.",
                    $"{value}. The point of view of {standpoint.Holder.En} is {limit}; that is a point of view and no outcome of research.");
            });
        }
    }

    /// <summary>Adds the lines of moments to stop.</summary>
    public static void AddStops(GateCard card)
    {
        var isAgreed = card.Rules.Stop is { } stop && card.Tests.Get(stop.Agreed).Answer == true;
        foreach (var test in card.Rules.Stop?.When ?? [])
        {
            AddNumber(card, GatesRules.GetStopCode(test), GateText.StopMoments, test, "stop", DescribeStop, isAgreed);
        }
    }

    private static void AddStack(GateCard card, TaskStack stack)
    {
        var withoutLimit = stack.Select(Verdict.NotNormed).Count();
        var line = card.Builder.AddLine("task-stack", GateText.Tasks, new("Opgaven die hier samenkomen", "Tasks that come together here"), "count")
            .AddInputs(stack.Flags.SelectMany(flag => flag.Fact.CreateInputs()))
            .Require(withoutLimit == stack.Flags.Count, LineState.NotNormed, GateText.NoLimit)
            .Require(stack.Known == 0, LineState.MissingInput, new(
                "Van geen enkele opgave is bekend of ze hier speelt.", "Of no task it is known whether there is one here."));
        if (line.IsOpen)
        {
            line.WithValue(stack.Raised)
                .AddFigures(("known", stack.Known), ("unknown", stack.Select(Verdict.Unknown).Count()))
                .AddFigures(("without-limit", withoutLimit > 0 ? withoutLimit : null))
                .Explain(text => DescribeStack(text, stack));
        }
    }

    private static string DescribeStack(NumberFormatter text, TaskStack stack)
    {
        var (raised, known) = (text.Format(stack.Raised), text.Format(stack.Known));
        var sentence = text.Localize($"{raised} van de {known} bekende opgaven spelen hier", $"{raised} of {known} known tasks are here");
        var open = stack.Select(Verdict.Unknown).ToLookup(fact => fact.IsWithheld);
        return sentence + WriteFacts(stack.Select(Verdict.Holds), ": ", ": ", "") + "."
            + WriteFacts(open[false], " Niet bekend: ", " Not known: ") + WriteFacts(open[true], " Niet getoond: ", " Not shown: ")
            + WriteFacts(stack.Select(Verdict.NotNormed), " Zonder gekozen grens: ", " Without a chosen limit: ");

        string WriteFacts(IEnumerable<FactValue> facts, string nl, string en, string end = ".") =>
            facts.ToList() is { Count: > 0 } found ? text.Localize(nl, en) + GateText.WriteLabels(text, found) + end : "";
    }

    private static void AddNumber(
        GateCard card, string code, BilingualText theme, GateTest test, string name, Func<NumberFormatter, FactValue, GateTest, string> describe,
        bool isAgreed = true)
    {
        var fact = card.Tests.Get(test.Fact);
        var line = GateCard.RequireNumber(card.Builder.AddLine(code, theme, fact.Fact.Label, fact.Fact.Unit!), fact);
        if (!line.IsOpen)
        {
            return;
        }

        GateCard.SetValue(line, fact.Number!.Value);
        if (!isAgreed || test.Value is null)
        {
            line.WithState(isAgreed ? LineState.NotNormed : LineState.ToBeDetermined)
                .Explain(text => $"{DescribeNumber(text, fact)}. {text.Localize(isAgreed ? GateText.NoLimit : GateText.NoStop)}");
            return;
        }

        line.WithNorm(test.Value).AddInput(card.CreateInput("limit", $"{name}/{test.Fact}", test.Value.Value)).Explain(text => describe(text, fact, test));
    }

    private static string DescribeNumber(NumberFormatter text, FactValue fact) =>
        $"{text.Localize(fact.Fact.Label)}: {GateText.Format(text, fact.Number!.Value, fact.Fact.Unit!)}";

    private static string DescribeFlag(NumberFormatter text, FactValue fact, GateTest test)
    {
        var (value, limit) = (DescribeNumber(text, fact), GateText.FormatLimit(text, test, fact.Fact.Unit!));
        return text.Localize($"{value}. Het telt als opgave bij {limit}.", $"{value}. It counts as a task at {limit}.");
    }

    private static string DescribeStop(NumberFormatter text, FactValue fact, GateTest test)
    {
        var (value, limit) = (DescribeNumber(text, fact), GateText.FormatLimit(text, test, fact.Fact.Unit!));
        return text.Localize($"{value}. Afgesproken is opnieuw te besluiten bij {limit}.", $"{value}. It was agreed to decide again at {limit}.");
    }
}
