using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Advice;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;

/// <summary>The texts of gates and scenarios.</summary>
internal static class GateText
{
    /// <summary>The theme of phases.</summary>
    public static BilingualText Phases { get; } = new("Fasen", "Phases");

    /// <summary>The theme of tasks that come together.</summary>
    public static BilingualText Tasks { get; } = new("Opgaven", "Tasks");

    /// <summary>The theme of scenarios.</summary>
    public static BilingualText Scenarios { get; } = new("Scenario's", "Scenarios");

    /// <summary>The theme of points of view.</summary>
    public static BilingualText Standpoints { get; } = new("Standpunten", "Points of view");

    /// <summary>The theme of blocks.</summary>
    public static BilingualText Blocks { get; } = new("Blokken", "Blocks");

    /// <summary>The theme of topics.</summary>
    public static BilingualText Topics { get; } = new("Wat mensen noemen", "What people name");

    /// <summary>The theme of moments to decide whether to go on.</summary>
    public static BilingualText StopMoments { get; } = new("Stopafspraak", "Agreement to stop");

    /// <summary>The sentence where only the lower end is known.</summary>
    public static BilingualText AtLeast { get; } = new("Ten minste: bekend is alleen een ondergrens.", "At least: only a lower limit is known.");

    /// <summary>The sentence where only the upper end is known.</summary>
    public static BilingualText AtMost { get; } = new("Ten hoogste: bekend is alleen een bovengrens.", "At most: only an upper limit is known.");

    /// <summary>The sentence where no limit was chosen.</summary>
    public static BilingualText NoLimit { get; } = new("Hiervoor is geen grens gekozen.", "No limit was chosen for this.");

    /// <summary>The sentence where no phase began.</summary>
    public static BilingualText NoPhase { get; } = new(
        "Welke fase is begonnen, is niet aangeleverd.", "Which phase has begun was not delivered.");

    /// <summary>The sentence without rules for an advice.</summary>
    public static BilingualText NoRules { get; } = new("Er zijn geen regels voor een advies gekozen.", "No rules for an advice were chosen.");

    /// <summary>The sentence without weights.</summary>
    public static BilingualText NoWeights { get; } = new(
        "Niet elke regel heeft een gewicht. Welk scenario het zwaarst weegt, is dus niet te zeggen.",
        "Not every rule has a weight. So it cannot be said which scenario weighs most.");

    /// <summary>The sentence where nothing was chosen and nothing holds by default.</summary>
    public static BilingualText NoOutcome { get; } = new("Er is nog geen scenario gekozen.", "No scenario was chosen yet.");

    /// <summary>The sentence where parties have not agreed when to stop.</summary>
    public static BilingualText NoStop { get; } = new(
        "Er is niet bekend dat is afgesproken wanneer dit niet doorgaat.", "It is not known that parties agreed when this does not go on.");

    /// <summary>The sentence where no topics were delivered.</summary>
    public static BilingualText NoMentions { get; } = new("Hiervan is niets aangeleverd.", "Nothing was delivered of this.");

    /// <summary>Describes a number that is not known.</summary>
    public static BilingualText DescribeMissing(GateFact fact) =>
        new($"Niet bekend is {fact.Question.Nl}.", $"It is not known {fact.Question.En}.");

    /// <summary>Gets the words for the subject by its extent.</summary>
    public static BilingualText GetScope(SubjectScope scope) => scope switch
    {
        SubjectScope.Project => new("dit project", "this project"),
        SubjectScope.Complex => new("dit complex", "this complex"),
        SubjectScope.Municipality => new("deze gemeente", "this municipality"),
        SubjectScope.Region => new("deze regio", "this region"),
        _ => new("deze buurt", "this neighbourhood"),
    };

    /// <summary>Formats a number, a range or the end that is known.</summary>
    public static string Format(NumberFormatter text, FactNumber number, string unit) => number switch
    {
        { IsExact: true } => text.FormatQuantity(number.Low!.Value, unit),
        { Low: { } low, High: { } high } => text.Localize(
            $"{text.Format(low)} tot {text.FormatQuantity(high, unit)}", $"{text.Format(low)} to {text.FormatQuantity(high, unit)}"),
        { Low: { } low } => text.Localize($"ten minste {text.FormatQuantity(low, unit)}", $"at least {text.FormatQuantity(low, unit)}"),
        _ => text.Localize($"ten hoogste {text.FormatQuantity(number.High!.Value, unit)}", $"at most {text.FormatQuantity(number.High.Value, unit)}"),
    };

    /// <summary>Formats a limit with its comparison.</summary>
    public static string FormatLimit(NumberFormatter text, GateTest test, string unit)
    {
        var limit = text.FormatQuantity(test.Value!.Value, unit);
        return test.Is switch
        {
            GateComparison.AtLeast => text.Localize($"ten minste {limit}", $"at least {limit}"),
            GateComparison.AtMost => text.Localize($"ten hoogste {limit}", $"at most {limit}"),
            GateComparison.Above => text.Localize($"meer dan {limit}", $"more than {limit}"),
            _ => text.Localize($"minder dan {limit}", $"less than {limit}"),
        };
    }

    /// <summary>Describes what lacks for a phase, one after the other.</summary>
    public static string DescribeLacks(NumberFormatter text, IEnumerable<GateLack> lacks) => string.Join("; ", lacks.Select(lack => DescribeLack(text, lack)));

    /// <summary>Writes a list with "and" before its last item.</summary>
    public static string WriteList(NumberFormatter text, IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.SkipLast(1))} {text.Localize("en", "and")} {items[^1]}";

    /// <summary>Writes the questions of facts as a list.</summary>
    public static string WriteQuestions(NumberFormatter text, IEnumerable<FactValue> facts) =>
        WriteList(text, [.. facts.Select(fact => text.Localize(fact.Fact.Question))]);

    /// <summary>Writes the labels of facts as a list.</summary>
    public static string WriteLabels(NumberFormatter text, IEnumerable<FactValue> facts) =>
        string.Join(", ", facts.Select(fact => text.Localize(fact.Fact.Label)));

    /// <summary>Describes who decided on which day, and why.</summary>
    public static string DescribeDecision(NumberFormatter text, GateEvent decision)
    {
        var body = decision.Body is { } who ? $" ({who})" : "";
        var reason = decision.Reason is { } why ? text.Localize($" Reden: {why.TrimEnd('.')}.", $" Reason: {why.TrimEnd('.')}.") : "";
        return $"{text.FormatDay(decision.Day)}{body}.{reason}";
    }

    /// <summary>Describes the advice: how many rules point to which scenario, and what can change that.</summary>
    public static string DescribeAdvice(NumberFormatter text, GateCard card, AdviceOutcome advice)
    {
        var scope = text.Localize(GetScope(card.Subject.Scope));
        List<(int Number, int Count)> pointing = [.. card.Rules.Scenarios.Index()
            .Select(scenario => (scenario.Index + 1, advice.Select(scenario.Item.Code, Verdict.Holds).Count()))
            .Where(scenario => scenario.Item2 > 0).OrderByDescending(scenario => scenario.Item2).ThenByDescending(scenario => scenario.Item1)];
        var sentence = pointing.Count == 0
            ? text.Localize($"Voor {scope} wijst geen regel naar een scenario", $"For {scope} no rule points to a scenario")
            : text.Localize($"Voor {scope} {DescribePointing(text, pointing)}", $"For {scope} {DescribePointing(text, pointing)}");
        var open = advice.ToFindOut.Count == 0 ? "" : text.Localize(
            $"; {WriteQuestions(text, advice.ToFindOut)}, is niet bekend en kan dat veranderen",
            $"; {WriteQuestions(text, advice.ToFindOut)} is not known and can change that");
        var limits = advice.HasNotNormed
            ? text.Localize(" Van een of meer regels is de grens niet gekozen.", " Of one or more rules no limit was chosen.")
            : "";
        return $"{sentence}{open}.{limits}";
    }

    private static string DescribePointing(NumberFormatter text, List<(int Number, int Count)> pointing)
    {
        List<string> items = [.. pointing.Select((scenario, index) => index > 0
            ? text.Localize(
                $"{text.Format(scenario.Count)} naar scenario {text.Format(scenario.Number)}",
                $"{text.Format(scenario.Count)} to scenario {text.Format(scenario.Number)}")
            : scenario.Count == 1
            ? text.Localize($"wijst 1 regel naar scenario {text.Format(scenario.Number)}", $"1 rule points to scenario {text.Format(scenario.Number)}")
            : text.Localize($"wijzen {text.Format(scenario.Count)} regels naar scenario {text.Format(scenario.Number)}", $"{text.Format(scenario.Count)} rules point to scenario {text.Format(scenario.Number)}"))];
        return WriteList(text, items);
    }

    private static string DescribeLack(NumberFormatter text, GateLack lack) => lack switch
    {
        { Fact: { Answer: null } fact } => text.Localize($"niet bekend is {fact.Fact.Question.Nl}", $"it is not known {fact.Fact.Question.En}"),
        { Fact: { } fact } => text.Localize(fact.Fact.Lacking!),
        { Decision: not null } => text.Localize("het besluit is no-go", "the decision is no-go"),
        _ => text.Localize("er is nog geen besluit", "there is no decision yet"),
    };
}
