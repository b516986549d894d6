using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>Sentences that several kinds have in common.</summary>
internal static class StandardTexts
{
    /// <summary>The sentence of a line without a value, by its state.</summary>
    public static BilingualText WithoutValue(LineState state) => state == LineState.Suppressed
        ? new(
            "Een cijfer dat hiervoor nodig is wordt niet getoond, omdat het op te weinig mensen slaat.",
            "A figure that this needs is not shown, because it is about too few people.")
        : new(
            "Een cijfer dat hiervoor nodig is, is niet aangeleverd of niet bekend.",
            "A figure that this needs was not delivered or is not known.");
}

/// <summary>Sentences in both languages.</summary>
internal static class BothLanguages
{
    /// <summary>The sentence in both languages.</summary>
    public static BilingualText Write(Func<FigureText, string> sentence) => new(sentence(FigureText.Nl), sentence(FigureText.En));
}
