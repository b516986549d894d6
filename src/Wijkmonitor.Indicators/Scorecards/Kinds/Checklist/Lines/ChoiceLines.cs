using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules.Choices;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Lines;

/// <summary>The lines of choices of now and of those that are intended, and of what their ratings depend on.</summary>
internal static class ChoiceLines
{
    /// <summary>Adds the lines and totals.</summary>
    public static void Add(ChecklistCard card)
    {
        if (card.Rules.Aspects.Count == 0)
        {
            return;
        }

        AddChoices(card, isIntended: false);
        if (card.Records.HasIntended)
        {
            AddChoices(card, isIntended: true);
        }

        foreach (var context in card.Rules.Contexts)
        {
            AddContext(card, context);
        }
    }

    private static void AddChoices(ChecklistCard card, bool isIntended)
    {
        var choices = card.GetChoices(isIntended);
        var ending = isIntended ? LineNames.Intended : "";
        int Count(params ChoiceStanding[] standings) => choices.Count(choice => standings.Contains(choice.Standing));
        var (advised, acceptable, improvable) =
            (Count(ChoiceStanding.Advised), Count(ChoiceStanding.Acceptable, ChoiceStanding.Experiment), Count(ChoiceStanding.Discouraged));
        var unrated = choices.Count(choice => !choice.IsRated);
        card.Builder.AddLine(
                LineNames.Choices + ending, ChecklistText.Together, isIntended ? ChecklistText.AdvisedIntendedLabel : ChecklistText.AdvisedLabel, "count")
            .AddInputs(choices.Where(choice => choice.Choice is not null).Select(CreateInput))
            .Require(choices.All(choice => choice.Choice is null), LineState.MissingInput, ChecklistText.NothingChosen)
            .WithValue(advised)
            .AddFigures(("acceptable", acceptable), ("to-improve", improvable), ("not-rated", unrated), ("aspects", choices.Count))
            .Explain(text => ChoiceSentences.ExplainAll(text, isIntended, choices.Count, advised, improvable, unrated));
        var sentences = new ChoiceSentences(card.Rules);
        foreach (var choice in choices)
        {
            Add(card, sentences, choice, isIntended);
        }

        var leftOut = OmittedLines.GroupByState(choices.Select(choice => card.Builder.Lines.First(line => line.Code == choice.Aspect.Code + ending)));
        var suffix = isIntended ? new BilingualText(" (voornemen)", " (intended)") : new BilingualText("", "");
        void AddTotal(string code, string nl, string en, int value) =>
            card.Builder.AddTotal(
                code + ending, new(nl + suffix.Nl, en + suffix.En), "count", choices.Any(choice => choice.Choice is not null) ? value : null, leftOut);
        AddTotal("advised", "Aangeraden", "Advised", advised);
        AddTotal("acceptable", "Aanvaardbaar, proeven meegeteld", "Acceptable, experiments included", acceptable);
        AddTotal("to-improve", "Kan beter", "Can be improved", improvable);
    }

    private static void Add(ChecklistCard card, ChoiceSentences sentences, JudgedChoice choice, bool isIntended)
    {
        var line = card.Builder.AddLine(
            choice.Aspect.Code + (isIntended ? LineNames.Intended : ""), isIntended ? ChecklistText.Intended : ChecklistText.Now, choice.Aspect.Label, "");
        if (choice.Choice is not null)
        {
            line.AddInput(CreateInput(choice));
        }

        switch (choice.Standing)
        {
            case ChoiceStanding.Unknown:
                line.Require(LineState.MissingInput, ChoiceSentences.ExplainUnknown(isIntended));
                break;
            case ChoiceStanding.NoOption:
                line.Require(LineState.Unresolved, ChoiceSentences.ExplainNoOption(choice));
                break;
            case ChoiceStanding.Contested:
                line.Require(LineState.Unresolved, sentences.ExplainContested(choice));
                break;
            case ChoiceStanding.ContextUnknown:
                line.Require(LineState.MissingInput, sentences.ExplainContextUnknown(choice));
                break;
            case ChoiceStanding.NotNormed:
                WithOption(line, choice).Explain(text => ChoiceSentences.ExplainNotNormed(text, choice)).WithState(LineState.NotNormed);
                break;
            default:
                WithOption(line, choice).Explain(text => ChoiceSentences.Explain(text, choice));
                break;
        }
    }

    private static LineBuilder WithOption(LineBuilder line, JudgedChoice choice) =>
        line.WithOutcome(new NamedOutcome(choice.Option!.Code, choice.Option.Label.Capitalize()));

    private static void AddContext(ChecklistCard card, ChoiceContext context)
    {
        var chosen = card.Records.GetChosen(context.Code, card.Year).First;
        var line = card.Builder.AddLine(LineNames.GetContext(context.Code), ChecklistText.Contexts, context.Label, "");
        if (chosen is null)
        {
            line.Require(LineState.MissingInput, new("Dit is niet bekend.", "This is not known."));
            return;
        }

        line.AddInputs(ChecklistCard.CreateInputs("context", [chosen]));
        if (context.Find(chosen.Text) is { } value)
        {
            line.WithOutcome(new NamedOutcome(value.Code, value.Label.Capitalize()))
                .Explain(text => text.Localize(value.Label).Capitalize() + ".");
        }
        else
        {
            line.Require(LineState.Unresolved, BothLanguages.Write(text => text.Localize(
                $"Geschreven is: '{chosen.Text}'. Dat is geen van deze: {ChecklistText.Join(text, context.Values.Select(known => known.Label))}.",
                $"Written is: '{chosen.Text}'. That is none of these: {ChecklistText.Join(text, context.Values.Select(known => known.Label))}.")));
        }
    }

    private static ScorecardInput CreateInput(JudgedChoice choice) => ScorecardInput.FromRecord("choice", choice.Choice!.Record);
}
