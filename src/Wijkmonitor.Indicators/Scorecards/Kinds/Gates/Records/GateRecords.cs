using System.Globalization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;

/// <summary>The records of a subject, and those of them that the rules have no place for.</summary>
/// <remarks>The fields of a record say what it is: an event at a gate, a fact, a block, a mention or an effect.</remarks>
internal sealed class GateRecords
{
    private const string Money = "EUR";
    private static readonly string[] Refusals = ["record-unknown", "decision-incomplete", "out-of-range"];
    private static readonly string[] UnitsOfPeople = ["persons", "households", "homes"];

    private static readonly Shape[] Shapes =
    [
        new("gate", ["event"], ["outcome", "scenario"]),
        new("fact", [], ["answer", "value", "low", "high"]),
        new("block", [], ["homes", "joined"]),
        new("effect", ["scenario", "topic"], ["effect"]),
        new("mentions", ["group", "sign", "topic"], ["mentions"]),
    ];

    private readonly GatesRules rules;
    private readonly SubjectContext subject;
    private readonly List<GateEvent> events = [];
    private readonly List<AreaRecord> facts = [];
    private readonly List<BlockRow> blocks = [];
    private readonly List<MentionRow> mentions = [];
    private readonly List<EffectRow> effects = [];
    private readonly List<(string Finding, AreaRecord Record)> problems = [];
    private readonly List<(AreaRecord Counted, AreaRecord Other)> differing = [];

    /// <summary>Gathers the records.</summary>
    public GateRecords(GatesRules rules, SubjectContext subject)
    {
        (this.rules, this.subject) = (rules, subject);
        var seen = new Dictionary<string, AreaRecord>(StringComparer.Ordinal);
        foreach (var record in rules.Datasets.SelectMany(subject.GetRecords))
        {
            Add(record, seen);
        }

        events = [.. events.OrderBy(found => found.Day)];
        Days = [.. events.Where(found => found.Kind != GateEventKind.Planned).Select(found => found.Record)
            .Concat(facts).Concat(blocks.Select(row => row.Record)).Concat(mentions.Select(row => row.Record)).Concat(effects.Select(row => row.Record))
            .Select(record => record.Date).Distinct().Order()];
        Years = [.. Days.Select(day => day.Year).DefaultIfEmpty(subject.Subject.ValidFrom.Year).Distinct()];
    }

    /// <summary>The years of which there is a scorecard. What is only planned makes none.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The days with records, in order.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>The events at gates, by day.</summary>
    public IReadOnlyList<GateEvent> Events => events;

    /// <summary>The effects of scenarios on topics.</summary>
    public IReadOnlyList<EffectRow> Effects => effects;

    /// <summary>The topics that groups named.</summary>
    public IReadOnlyList<MentionRow> Mentions => mentions;

    /// <summary>Records that do not count or count in part, each with the finding that says why.</summary>
    public IReadOnlyList<(string Finding, AreaRecord Record)> Problems => problems;

    /// <summary>Records that another dataset contradicts, each with that one.</summary>
    public IReadOnlyList<(AreaRecord Counted, AreaRecord Other)> Differing => differing;

    /// <summary>Gets the records of a fact until a day, by day.</summary>
    public IEnumerable<AreaRecord> GetFacts(string code, DateOnly until) =>
        facts.Where(record => record.GetText("fact") == code && record.Date <= until).OrderBy(record => record.Date);

    /// <summary>Gets the last row of each block until a day, by name of the block.</summary>
    public IEnumerable<BlockRow> GetBlocks(DateOnly until) => blocks.Where(row => row.Record.Date <= until)
        .GroupBy(row => row.Block, StringComparer.Ordinal).OrderBy(rows => rows.Key, StringComparer.Ordinal)
        .Select(rows => rows.MaxBy(row => row.Record.Date)!);

    /// <summary>Whether the numbers of a fact may not be shown, on any day.</summary>
    public bool IsHidden(GateFact fact)
    {
        List<AreaRecord> all = [.. GetFacts(fact.Code, DateOnly.MaxValue)];
        if (all.TrueForAll(record => subject.Municipality.IsPublished(record.Dataset)))
        {
            return false;
        }

        var rule = GetRule(fact.Counted is CountedSubject.Persons or CountedSubject.Households);
        if (fact.Unit == Money)
        {
            return IsOfPeople && !(subject.Subject.Units >= rule.Limit);
        }
        List<decimal> numbers = [.. all.Select(FactNumber.Read).OfType<FactNumber>().SelectMany(number => number.Ends)];
        return IsCounted(fact) && SmallSeries.IsSmall(fact.Unit!, numbers, subject.Subject.Units, rule);
    }

    // Amounts of a project or complex of few homes are amounts of few households; of an area or more they are not.
    private bool IsOfPeople => subject.Subject.Record.GetText("unit") is { } unit
        ? UnitsOfPeople.Contains(unit, StringComparer.Ordinal)
        : subject.Subject.Scope is SubjectScope.Project or SubjectScope.Complex;

    private static bool IsCounted(GateFact fact) => fact is { IsAnswer: false, Counted: not (null or CountedSubject.Other) };

    /// <summary>Whether the numbers of a block may not be shown, on any day.</summary>
    public bool IsHidden(string block)
    {
        List<BlockRow> all = blocks.FindAll(row => row.Block == block);
        return !all.TrueForAll(row => row.IsPublished)
            && SmallSeries.IsSmall(
                [.. all.Where(row => row is { Homes: not null, Joined: not null }).Select(row => (row.Joined!.Value, row.Homes!.Value))],
                GetRule(ofPeople: false));
    }

    /// <summary>Gets the rule by which counts are shown: the stricter of the deployment's and that of the rules.</summary>
    /// <param name="ofPeople">Whether they are of people or households, of whom none is a statement about everybody.</param>
    public Disclosure.SuppressionRule GetRule(bool ofPeople)
    {
        var rule = subject.Municipality.Disclosure;
        return new(Math.Max(rules.MinCount, rule.Limit), rule.HidesZero && ofPeople, rule.IntervalWidth);
    }

    private void Add(AreaRecord record, Dictionary<string, AreaRecord> seen)
    {
        if (Array.Find(Shapes, shape => record.GetText(shape.Field) is not null) is not { } shape)
        {
            problems.Add(("record-unknown", record));
        }
        else if (seen.TryGetValue(shape.GetKey(record), out var first))
        {
            if (shape.Values.Any(field => Differs(first, record, field)))
            {
                differing.Add((first, record));
            }
        }
        else
        {
            var problem = TryAdd(shape.Field, record);
            if (problem is not null)
            {
                problems.Add((problem, record));
            }

            // A row that does not count keeps no other one out.
            if (problem is null || !Refusals.Contains(problem, StringComparer.Ordinal))
            {
                seen.Add(shape.GetKey(record), record);
            }
        }
    }

    // Two ways to write one number do not differ.
    private static bool Differs(AreaRecord first, AreaRecord other, string field)
    {
        var (one, second) = (first.GetText(field), other.GetText(field));
        return one != second
            && !(decimal.TryParse(one, CultureInfo.InvariantCulture, out var number)
                && decimal.TryParse(second, CultureInfo.InvariantCulture, out var same) && number == same);
    }

    private string? TryAdd(string shape, AreaRecord record) => shape switch
    {
        "gate" => TryAddEvent(record),
        "fact" => TryAddFact(record),
        "block" => TryAddBlock(record),
        "effect" => TryAddEffect(record),
        _ => TryAddMention(record),
    };

    private string? TryAddEvent(AreaRecord record)
    {
        var phase = rules.GetPhase(record.GetText("gate")!);
        GateOutcome? outcome = record.GetText("outcome") switch
        {
            "go" => GateOutcome.Go,
            "no-go" => GateOutcome.NoGo,
            "back" => GateOutcome.Back,
            "stop" => GateOutcome.Stop,
            _ => null,
        };
        var kind = record.GetText("event") switch { "begun" => GateEventKind.Begun, "planned" => GateEventKind.Planned, _ => GateEventKind.Decision };
        if (phase < 0 || (record.GetText("scenario") is { } scenario && rules.GetScenario(scenario) < 0))
        {
            return "record-unknown";
        }

        if ((kind == GateEventKind.Decision) == (outcome is null))
        {
            return "decision-incomplete";
        }

        events.Add(new GateEvent(phase, kind, outcome, record));
        return null;
    }

    private string? TryAddFact(AreaRecord record)
    {
        if (rules.FindFact(record.GetText("fact")!) is not { Indicator: null } fact)
        {
            return "record-unknown";
        }

        if (record.GetDecimal("low") > record.GetDecimal("high") || (IsCounted(fact) && !IsPossible(fact, record)))
        {
            return "out-of-range";
        }

        facts.Add(record);
        var isOther = fact.IsAnswer ? FactNumber.Read(record) is not null : record.GetText("answer") is not null;
        return isOther ? "answer-unread"
            : record.GetDecimal("value") is not null && (record.GetDecimal("low") ?? record.GetDecimal("high")) is not null ? "value-and-range"
            : null;
    }

    private static bool IsPossible(GateFact fact, AreaRecord record) =>
        FactNumber.Read(record)?.Ends.All(end => end >= 0 && (fact.Unit != "%" || end <= 100)) != false;

    private string? TryAddBlock(AreaRecord record)
    {
        var (homes, joined) = (record.GetDecimal("homes"), record.GetDecimal("joined"));
        if (rules.Blocks is null)
        {
            return "record-unknown";
        }

        if (joined > homes || homes <= 0 || homes % 1 > 0 || joined % 1 > 0)
        {
            return "out-of-range";
        }

        blocks.Add(new BlockRow(record.GetText("block")!, homes, joined, record, subject.Municipality.IsPublished(record.Dataset)));
        return null;
    }

    private string? TryAddEffect(AreaRecord record)
    {
        var (scenario, topic) = (record.GetText("scenario") ?? "", record.GetText("topic") ?? "");
        if (rules.GetScenario(scenario) < 0 || !HasTopic(topic))
        {
            return "record-unknown";
        }

        effects.Add(new EffectRow(scenario, topic, record.GetText("effect")!, record));
        return null;
    }

    private string? TryAddMention(AreaRecord record)
    {
        var (group, topic) = (record.GetText("group") ?? "", record.GetText("topic") ?? "");
        if (!HasTopic(topic) || rules.Mentions!.Groups.All(known => known.Code != group))
        {
            return "record-unknown";
        }

        var count = record.GetDecimal("mentions")!.Value;
        if (count < 0 || count > int.MaxValue || count != decimal.Truncate(count))
        {
            return "out-of-range";
        }

        mentions.Add(new MentionRow(
            group, record.GetText("sign") == "positive", topic, (long)count, record, subject.Municipality.IsPublished(record.Dataset)));
        return null;
    }

    private bool HasTopic(string topic) => rules.Mentions?.Topics.Any(known => known.Code == topic) == true;

    // What a record is: the field that only it has, with other fields that name it, and the fields that say something.
    private sealed record Shape(string Field, IReadOnlyList<string> Keys, IReadOnlyList<string> Values)
    {
        public string GetKey(AreaRecord record) =>
            string.Join('|', Keys.Select(record.GetText).Prepend(Values.Contains(Field, StringComparer.Ordinal) ? null : record.GetText(Field))
                .Prepend(string.Create(CultureInfo.InvariantCulture, $"{Field} {record.Date:yyyy-MM-dd}")));
    }
}
