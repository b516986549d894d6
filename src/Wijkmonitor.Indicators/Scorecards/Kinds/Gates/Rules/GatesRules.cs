using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

/// <summary>The rules of phases with gates, and of an advice about scenarios. What a source leaves open is null by choice or chosen here.</summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Code">The code by which subjects name these rules: lower-case words with hyphens.</param>
/// <param name="Datasets">The datasets with the records; of two that say the same of one thing the one named first counts.</param>
/// <param name="MinCount">
/// The smallest count of persons, households or homes that is shown, 1 or more; that of the deployment counts where it is larger.
/// </param>
/// <param name="Facts">Everything that can be known about a subject.</param>
/// <param name="Phases">The phases in order; empty where there are none.</param>
/// <param name="Flags">The tasks that can come together: a limit for each; empty where that is not asked.</param>
/// <param name="Advice">The advice about scenarios; null where there is none.</param>
/// <param name="Standpoints">Limits that are a point of view of somebody; empty where there are none.</param>
/// <param name="Blocks">The rule for blocks whose homes have to join together; null where there is none.</param>
/// <param name="Mentions">Topics that groups of people named; null where that is not asked.</param>
/// <param name="Stop">The moments at which parties have agreed to decide whether to go on; null where that is not asked.</param>
/// <param name="Notes">Remarks that each scorecard by these rules has as a finding, such as where a source contradicts itself.</param>
/// <param name="Visibility">
/// Widest audience of the scorecards: public, partners or owner; absent where the kind and the datasets of their inputs alone decide.
/// </param>
public sealed record GatesRules(
    string Version,
    BilingualText Title,
    string Source,
    string Code,
    IReadOnlyList<string> Datasets,
    int MinCount,
    IReadOnlyList<GateFact> Facts,
    IReadOnlyList<GatePhase> Phases,
    IReadOnlyList<GateTest> Flags,
    GateAdvice? Advice,
    IReadOnlyList<GateStandpoint> Standpoints,
    GateBlocks? Blocks,
    GateMentions? Mentions,
    GateStop? Stop,
    IReadOnlyList<RuleNote> Notes,
    DatasetVisibility? Visibility = null)
    : SubjectRules(Version, Title, Source, Code, Datasets, Notes, Visibility)
{
    /// <summary>The name of the kind.</summary>
    internal const string Kind = "gates";

    /// <summary>The name of all groups together.</summary>
    internal const string AllGroups = "all";

    /// <summary>The scenarios, in order; none where there is no advice.</summary>
    internal IReadOnlyList<GateScenario> Scenarios => Advice?.Scenarios ?? [];

    internal override IEnumerable<string> LineCodes =>
    [
        "phase", "task-stack", "advice", "weighing", "outcome",
        .. Phases.Select(phase => phase.LineCode),
        .. Flags.Where(flag => flag.IsNumeric).Select(GetFlagCode),
        .. Scenarios.SelectMany(scenario => new[] { scenario.LineCode, scenario.CoverageCode, scenario.HarmCode }),
        .. Standpoints.Select(standpoint => standpoint.LineCode),
        .. Stop?.When.Select(GetStopCode) ?? [],
        .. Mentions?.Groups.Select(group => group.Code).Append(AllGroups)
            .SelectMany(group => new[] { GetTopCode(group, isPositive: true), GetTopCode(group, isPositive: false) }) ?? [],
    ];

    internal override IEnumerable<string> LinePrefixes => Blocks is null ? [] : [GetBlockCode("")];

    /// <summary>Gets the code of the line of a flag.</summary>
    internal static string GetFlagCode(GateTest flag) => $"flag-{flag.Fact}";

    /// <summary>Gets the code of the line of a moment to decide whether to go on.</summary>
    internal static string GetStopCode(GateTest stop) => $"stop-{stop.Fact}";

    /// <summary>Gets the code of the line of a block.</summary>
    internal static string GetBlockCode(string block) => $"block-{block}";

    /// <summary>Gets the code of the line of the topics that a group names the most.</summary>
    internal static string GetTopCode(string group, bool isPositive) => $"top-{group}-{(isPositive ? "positive" : "negative")}";

    /// <summary>Finds a fact by its code; null where there is none.</summary>
    internal GateFact? FindFact(string code) => Facts.FirstOrDefault(fact => fact.Code == code);

    /// <summary>Gets the place of a phase; below 0 where there is none of this code.</summary>
    internal int GetPhase(string code) => Phases.Index().Where(phase => phase.Item.Code == code).Select(phase => phase.Index).DefaultIfEmpty(-1).First();

    /// <summary>Gets the place of a scenario; below 0 where there is none of this code.</summary>
    internal int GetScenario(string code) =>
        Scenarios.Index().Where(scenario => scenario.Item.Code == code).Select(scenario => scenario.Index).DefaultIfEmpty(-1).First();

    internal override void Validate(RuleValidator validator)
    {
        ValidateSubjects(validator);
        validator.Require(MinCount >= 1, "'minCount' is below 1.");
        ValidateNames(validator, "facts", Facts.Select(fact => fact.Code));
        foreach (var fact in Facts)
        {
            ValidateFact(validator, fact);
        }

        ValidateNames(validator, "phases", Phases.Select(phase => phase.Code));
        foreach (var phase in Phases)
        {
            ValidateAnswers(validator, "phases.conditions", phase.Conditions.Where(condition => condition != GatePhase.Go), needsWords: true);
            validator.Require(phase.Conditions.Count(condition => condition == GatePhase.Go) <= 1, "'phases.conditions' names 'go' twice.");
            ValidateAnswers(validator, "phases.decides", phase.Decides);
            ValidateAnswers(validator, "phases.involves", phase.Involves);
        }

        ValidateTests(validator, "flags", Flags);
        validator.RequireUnique("flags", Flags.Select(flag => flag.Fact));
        validator.Require(Flags.All(flag => flag.Fact != GateTest.Flags), "'flags' counts the flags themselves.");
        ValidateAdvice(validator);
        ValidateNames(validator, "standpoints", Standpoints.Select(standpoint => standpoint.Code));
        ValidateTests(validator, "standpoints", Standpoints.Select(standpoint => standpoint.Test), onlyNumbers: true);
        validator.Require(Blocks is null or { Required: null or (> 0 and <= 100) }, "'blocks.required' must be above 0 and at most 100.");
        validator.Require(Blocks is null || GetScenario(Blocks.Scenario) >= 0, $"'blocks.scenario' names '{Blocks?.Scenario}', which is no scenario.");
        ValidateMentions(validator);
        ValidateStop(validator);
    }

    private static void ValidateNames(RuleValidator validator, string field, IEnumerable<string> codes)
    {
        List<string> all = [.. codes];
        validator.RequireWords(field, all);
        validator.RequireUnique(field, all);
    }

    private static void ValidateFact(RuleValidator validator, GateFact fact)
    {
        validator.Require(fact.Code is not (GateTest.Flags or GatePhase.Go), $"'facts' names '{fact.Code}', which has a meaning of its own.");
        validator.Require(
            fact.Unit is null || Vocabulary.Shared.Units.ContainsKey(fact.Unit), $"'facts' has unit '{fact.Unit}', which is no unit of the vocabulary.");
        validator.Require(fact.Indicator is null || fact.Unit is not null, $"'facts' has no unit for '{fact.Code}', which an indicator gives.");
        validator.Require(
            fact.IsAnswer || fact.Indicator is not null || fact.Counted is not null,
            $"'facts' has no 'counted' for '{fact.Code}', which is a number in records.");
        validator.Require(
            fact.Counted is null || fact.CountedByUnit is not { } counted || counted == fact.Counted,
            $"'facts' has 'counted' for '{fact.Code}', which does not fit its unit '{fact.Unit}'.");
        if (fact.Indicator is not null && validator.RequireIndicator("facts", fact.Indicator) is { } indicator)
        {
            validator.Require(indicator.Unit == fact.Unit, $"'facts' has unit '{fact.Unit}' for '{fact.Code}', and that of its indicator is '{indicator.Unit}'.");
        }
    }

    private void ValidateAnswers(RuleValidator validator, string field, IEnumerable<string> codes, bool needsWords = false)
    {
        List<string> all = [.. codes];
        validator.RequireUnique(field, all);
        foreach (var code in all)
        {
            var fact = FindFact(code);
            validator.Require(fact is { IsAnswer: true }, $"'{field}' names '{code}', which is no fact that is answered by yes or no.");
            validator.Require(!needsWords || fact is null or { Lacking: not null }, $"'{field}' names '{code}', a fact without 'lacking'.");
        }
    }

    private void ValidateTests(RuleValidator validator, string field, IEnumerable<GateTest> tests, bool onlyNumbers = false)
    {
        foreach (var test in tests)
        {
            var fact = FindFact(test.Fact);
            var isCount = test.Fact == GateTest.Flags;
            validator.Require(isCount || fact is not null, $"'{field}' names '{test.Fact}', which is no fact.");
            validator.Require(fact is null || fact.IsAnswer != test.IsNumeric, $"'{field}' compares '{test.Fact}' in a way that does not fit its unit.");
            validator.Require(!isCount || test.IsNumeric, $"'{field}' compares '{test.Fact}' in a way that does not fit its unit.");
            validator.Require(test.IsNumeric || test.Value is null, $"'{field}' has a limit for '{test.Fact}', which is answered by yes or no.");
            validator.Require(!isCount || !(test.Value > Flags.Count), $"'{field}' asks for more flags than there are.");
            validator.Require(
                fact is null or { Unit: not "%" } or { Counted: null or CountedSubject.Other } || test.Value is null or (>= 0 and <= 100),
                $"'{field}' has a limit for '{test.Fact}' that no percentage of a number can reach.");
            validator.Require(!onlyNumbers || (test.IsNumeric && !isCount), $"'{field}' names '{test.Fact}', which is no number.");
        }
    }

    private void ValidateAdvice(RuleValidator validator)
    {
        if (Advice is not { } advice)
        {
            return;
        }

        ValidateNames(validator, "advice.scenarios", advice.Scenarios.Select(scenario => scenario.Code));
        validator.RequireAny("advice.scenarios", advice.Scenarios);
        validator.Require(advice.Fallback is null || GetScenario(advice.Fallback) >= 0, $"'advice.fallback' names '{advice.Fallback}', which is no scenario.");
        foreach (var rule in advice.Rules)
        {
            validator.RequireAny("advice.rules.when", rule.When);
            validator.Require(GetScenario(rule.Then) >= 0, $"'advice.rules' names '{rule.Then}', which is no scenario.");
            validator.Require(rule.Weight is null or > 0, "'advice.rules' has a weight that is not above 0.");
            validator.RequireUnique("advice.rules.when", rule.When.Select(test => $"{test.Fact} {test.Is}"));
            ValidateTests(validator, "advice.rules", rule.When);
        }
    }

    private void ValidateMentions(RuleValidator validator)
    {
        if (Mentions is { } mentions)
        {
            validator.Require(mentions.Top >= 1, "'mentions.top' is below 1.");
            ValidateNames(validator, "mentions.groups", mentions.Groups.Select(group => group.Code));
            ValidateNames(validator, "mentions.topics", mentions.Topics.Select(topic => topic.Code));
            validator.RequireAny("mentions.groups", mentions.Groups);
            validator.RequireAny("mentions.topics", mentions.Topics);
            validator.Require(mentions.Groups.All(group => group.Code != AllGroups), "'mentions.groups' names 'all', which is all groups together.");
        }
    }

    private void ValidateStop(RuleValidator validator)
    {
        if (Stop is { } stop)
        {
            ValidateAnswers(validator, "stop.agreed", [stop.Agreed]);
            ValidateTests(validator, "stop.when", stop.When, onlyNumbers: true);
            validator.RequireUnique("stop.when", stop.When.Select(test => test.Fact));
        }
    }
}

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(GatesRules))]
internal sealed partial class GatesRulesJson : JsonSerializerContext;
