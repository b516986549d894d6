using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>Sentences that several kinds have in common.</summary>
internal static class StandardTexts
{
    private const int MaxLost = 5;
    private const decimal Percent = 100;

    /// <summary>Describes the sentence of a line without a value, by its state.</summary>
    public static BilingualText DescribeState(LineState state) => state == LineState.Suppressed
        ? new(
            "Een cijfer dat hiervoor nodig is wordt niet getoond, omdat het over te weinig mensen gaat.",
            "A figure that this needs is not shown, because it is about too few people.")
        : new(
            "Een cijfer dat hiervoor nodig is, is niet aangeleverd of niet bekend.",
            "A figure that this needs was not delivered or is not known.");

    /// <summary>Describes the sentence about a figure of which parts are missing.</summary>
    public static BilingualText DescribeCompleteness(FigureCompleteness completeness, Func<AreaCode, string> getAreaName) => BothLanguages.Write(text =>
    {
        var lost = string.Join(", ", completeness.Lost.Take(MaxLost).Select(getAreaName)) + (completeness.Lost.Count > MaxLost ? ", …" : "");
        var (share, required) = (text.Format(completeness.Share * Percent, 2), text.Format(completeness.Required * Percent, 2));
        return text.Localize(
            $"Een cijfer hierin gaat over {share}% van het geheel (ontbreekt: {lost}). ",
            $"A figure in this covers {share}% of the whole (missing: {lost}). ") + (completeness.IsEnough
            ? text.Localize($"Voor een oordeel is {required}% genoeg.", $"{required}% is enough for a judgement.")
            : completeness.Share >= completeness.Required
            ? text.Localize("Een totaal waarvan delen ontbreken wordt niet beoordeeld.", "A total with missing parts is not judged.")
            : text.Localize($"Voor een oordeel is {required}% nodig; er is geen oordeel.", $"A judgement needs {required}%; there is none."));
    });

    /// <summary>Describes the sentence of a line whose own figure is not there, by why.</summary>
    public static BilingualText DescribeAbsence(Observation? own) => own?.Value.State switch
    {
        _ when own?.IsTooIncomplete == true => new(
            "Dit cijfer is niet volledig genoeg om te beoordelen.", "This figure is not complete enough to be judged."),
        null => new("Voor dit gebied is dit cijfer niet aangeleverd.", "This figure was not delivered for this area."),
        ObservedState.Suppressed =>
            new("Dit cijfer wordt niet getoond, omdat het over te weinig mensen gaat.", "This figure is not shown because it is about too few people."),
        ObservedState.NotApplicable => new("Dit cijfer kan in dit gebied niet voorkomen.", "This figure cannot occur in this area."),
        _ => new("Dit cijfer is voor dit gebied niet bekend.", "This figure is not known for this area."),
    };
}

/// <summary>Sentences in both languages.</summary>
internal static class BothLanguages
{
    /// <summary>Writes a sentence in both languages.</summary>
    public static BilingualText Write(Func<NumberFormatter, string> sentence) => new(sentence(NumberFormatter.Nl), sentence(NumberFormatter.En));
}
