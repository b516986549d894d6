using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>Lines of kinds that give figures and neither colours nor money.</summary>
internal static class FigureLine
{
    /// <summary>A line without norm, colour and amount.</summary>
    public static ScorecardLine Of(
        string code,
        BilingualText theme,
        BilingualText label,
        LineState state,
        decimal? value,
        string unit,
        BilingualText explanation,
        IReadOnlyList<ScorecardInput> inputs,
        decimal? baseline = null,
        decimal? reference = null,
        IReadOnlyDictionary<string, decimal>? figures = null) =>
        new(code, theme, label, state, value, unit, baseline, reference, Norm: null, Signal.None, Amount: null, figures ?? NamedFigures.None, explanation, inputs);

    /// <summary>Figures by name, those left out that are not there.</summary>
    public static IReadOnlyDictionary<string, decimal> Figures(params ReadOnlySpan<(string Name, decimal? Value)> figures) => NamedFigures.Of(figures);

    /// <summary>Why a line that needs these observations has no value; valued where all are known. What is withheld counts before what is missing.</summary>
    public static LineState StateOf(params IReadOnlyCollection<Observation?> observations) =>
        observations.Any(o => o?.Value.State == ObservedState.Suppressed) ? LineState.Suppressed
        : observations.Any(o => o?.Value.Number is null) ? LineState.MissingInput
        : LineState.Valued;

    /// <summary>The observations that are there, as inputs in the roles that they have.</summary>
    public static IReadOnlyList<ScorecardInput> Inputs(params IEnumerable<(string Role, Observation? Observation)> used) =>
        [.. used.Where(u => u.Observation is not null).Select(u => ScorecardInput.Of(u.Role, u.Observation!))];

    /// <summary>A number that stands in the rules or was derived from what is stored, as an input.</summary>
    public static ScorecardInput Input(string role, string key, decimal value) => new(role, key, ObservedState.Known, value, Delivery: null, Line: null);

    /// <summary>The sentence of a line without a value, by its state.</summary>
    public static BilingualText WithoutValue(LineState state) => state == LineState.Suppressed
        ? new(
            "Een cijfer dat hiervoor nodig is wordt niet getoond, omdat het op te weinig mensen slaat.",
            "A figure that this needs is not shown, because it is about too few people.")
        : new(
            "Een cijfer dat hiervoor nodig is, is niet aangeleverd of niet bekend.",
            "A figure that this needs was not delivered or is not known.");
}
