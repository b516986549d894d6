using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Lines;

/// <summary>The lines of the topics that are named the most, and of what each scenario does to these.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="rules">The rules for topics.</param>
/// <param name="table">The topics that were named.</param>
internal sealed class MentionLines(GateCard card, GateMentions rules, MentionTable table)
{
    private static readonly BilingualText All = new("alle groepen samen", "all groups together");

    private static readonly BilingualText Withheld = new(
        "Een onderwerp op de lijst wordt niet getoond, omdat te weinig mensen het noemen of omdat dat dan te berekenen is.",
        "A topic on the list is not shown, because too few people name it or because that could be computed then.");

    /// <summary>Adds the lines.</summary>
    public void Add()
    {
        foreach (var group in rules.Groups)
        {
            AddTop(group.Code, group.Label, isPositive: false, table.GetTopics(group.Code, isPositive: false, card.AsOf));
            AddTop(group.Code, group.Label, isPositive: true, table.GetTopics(group.Code, isPositive: true, card.AsOf));
        }

        AddTop(GatesRules.AllGroups, All, isPositive: false, table.GetTopics(isPositive: false, card.AsOf));
        AddTop(GatesRules.AllGroups, All, isPositive: true, table.GetTopics(isPositive: true, card.AsOf));
        foreach (var scenario in card.Rules.Scenarios)
        {
            AddEffect(scenario, scenario.CoverageCode, isPositive: false);
            AddEffect(scenario, scenario.HarmCode, isPositive: true);
        }
    }

    // Topics with as many mentions as the last one on the list are on it too; those that nobody named are not.
    private List<MentionTotal> SelectTop(IEnumerable<MentionTotal> topics)
    {
        List<MentionTotal> named =
        [
            .. topics.Where(topic => topic.Count > 0).OrderByDescending(topic => topic.Count).ThenBy(topic => topic.Topic, StringComparer.Ordinal),
        ];
        return named.Count <= rules.Top ? named : named.FindAll(topic => topic.Count >= named[rules.Top - 1].Count);
    }

    private void AddTop(string group, BilingualText name, bool isPositive, IEnumerable<MentionTotal> topics)
    {
        var top = SelectTop(topics);
        var shown = top.FindAll(topic => !table.IsHidden(topic));
        var label = isPositive ? new BilingualText($"Vaakst positief genoemd: {name.Nl}", $"Named most as good: {name.En}")
            : new BilingualText($"Vaakst negatief genoemd: {name.Nl}", $"Named most as bad: {name.En}");
        var line = card.Builder.AddLine(GatesRules.GetTopCode(group, isPositive), GateText.Topics, label, "count")
            .AddInputs(shown.SelectMany(CreateInputs))
            .Require(top.Count == 0, LineState.MissingInput, GateText.NoMentions)
            .Require(shown.Count == 0, LineState.Suppressed, Withheld);
        if (line.IsOpen)
        {
            line.WithValue(top.Count).Explain(text =>
            {
                var list = string.Join(", ", shown.Select(topic => $"{GetLabel(text, topic.Topic)} ({text.Format(topic.Count)})"));
                return $"{list.Capitalize()}.{(shown.Count < top.Count ? " " + text.Localize(Withheld) : "")}";
            });
        }
    }

    // A sum of rows that are not all shown gives away what is left of it, so that it has none of them as an input.
    private IEnumerable<ScorecardInput> CreateInputs(MentionTotal total) =>
        !total.Rows.Any(table.IsHidden)
            ? total.Rows.Select(row => ScorecardInput.FromRecord("mentions", row.Record, row.Count))
            : [];

    private string GetLabel(NumberFormatter text, string topic) => text.Localize(rules.Topics.First(known => known.Code == topic).Label);

    private void AddEffect(GateScenario scenario, string code, bool isPositive)
    {
        var top = SelectTop(table.GetTopics(isPositive, card.AsOf));
        var effects = top.ConvertAll(topic => FindEffect(scenario, topic.Topic));
        var wanted = isPositive ? EffectRow.Worse : EffectRow.Better;
        var label = isPositive ? new BilingualText($"Goede punten die slechter worden: {scenario.Label.Nl}", $"Good points that get worse: {scenario.Label.En}")
            : new BilingualText($"Klachten die minder worden: {scenario.Label.Nl}", $"Complaints that get better: {scenario.Label.En}");
        var isWithheld = top.Exists(table.IsHidden);
        var line = card.Builder.AddLine(code, GateText.Topics, label, "%")
            .Require(top.Count == 0, LineState.MissingInput, GateText.NoMentions)
            .Require(isWithheld, LineState.Suppressed, Withheld)
            .Require(effects.TrueForAll(effect => effect is null), LineState.MissingInput, new(
                "Wat dit scenario met deze onderwerpen doet, is niet aangeleverd.", "What this scenario does to these topics was not delivered."));
        if (!line.IsOpen)
        {
            return;
        }

        var (known, open) = (effects.Count(effect => effect?.Effect == wanted), effects.Count(effect => effect is null or { Effect: EffectRow.Unknown }));
        var calculation = new Calculation(GateLabels.Steps);
        var listed = card.CreateInput("topics", $"{code}/topics", top.Count);
        line.AddInputs(effects.OfType<EffectRow>().Select(effect => ScorecardInput.FromRecord("effect", effect.Record))).AddInput(listed);
        decimal Compute(string name, int count)
        {
            var affected = card.CreateInput("affected", $"{code}/{name}-affected", count);
            line.AddInput(affected);
            return GateCard.ComputePercent(calculation, name, new Operand(count, affected.Key), new Operand(top.Count, listed.Key)).Value;
        }

        if (open == 0)
        {
            line.WithValue(Compute("topics", known)).AddFigures(("affected", known));
        }
        else
        {
            line.WithRange(Compute("topics-low", known), Compute("topics-high", known + open));
        }

        line.AddFigures(("topics", top.Count), ("unknown", open > 0 ? open : null)).WithSteps(calculation)
            .Explain(text => DescribeEffect(text, isPositive, known, open, top.Count));
    }

    private static string DescribeEffect(NumberFormatter text, bool isPositive, int known, int open, int all)
    {
        var unknown = open > 0 ? text.Localize($" Van {text.Format(open)} is het niet bekend.", $" Of {text.Format(open)} it is not known.") : "";
        var (changed, list) = (text.Format(known), text.Format(all));
        return (isPositive
            ? text.Localize(
                $"Van de {list} goede punten die het vaakst zijn genoemd, worden er {changed} slechter.",
                $"Of the {list} good points that were named most {changed} get worse.")
            : text.Localize(
                $"Van de {list} klachten die het vaakst zijn genoemd, worden er {changed} minder.",
                $"Of the {list} complaints that were named most {changed} get better.")) + unknown;
    }

    private EffectRow? FindEffect(GateScenario scenario, string topic) => card.Records.Effects
        .Where(effect => effect.Scenario == scenario.Code && effect.Topic == topic && effect.Record.Date <= card.AsOf)
        .MaxBy(effect => effect.Record.Date);
}
