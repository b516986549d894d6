using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>Sentences that several kinds have in common.</summary>
internal static class StandardTexts
{
    /// <summary>Describes why a line has no value, by its state.</summary>
    public static BilingualText DescribeState(LineState state) => state == LineState.Suppressed
        ? new(
            "Een cijfer dat hiervoor nodig is wordt niet getoond, omdat het op te weinig mensen slaat.",
            "A figure that this needs is not shown, because it is about too few people.")
        : new(
            "Een cijfer dat hiervoor nodig is, is niet aangeleverd of niet bekend.",
            "A figure that this needs was not delivered or is not known.");

    /// <summary>Describes why a line's own figure is absent.</summary>
    public static BilingualText DescribeAbsence(Observation? own) => own?.Value.State switch
    {
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
