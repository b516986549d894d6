using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>One line of a scorecard.</summary>
/// <param name="Code">The indicator's or item's code.</param>
/// <param name="Theme">The theme it is shown under.</param>
/// <param name="Label">Its name.</param>
/// <param name="State">Whether it is valued, and if not, why.</param>
/// <param name="Value">The area's value in <paramref name="Unit"/>; null where there is none.</param>
/// <param name="Unit">The unit of value, baseline, reference and norm.</param>
/// <param name="Baseline">The value that improvement is counted from (nulmeting).</param>
/// <param name="Reference">The value compared with, such as the city's.</param>
/// <param name="Norm">The value that is wanted or allowed.</param>
/// <param name="Signal">The colour.</param>
/// <param name="Amount">The amount in euros that the line is worth, for kinds that value in money; null unless valued.</param>
/// <param name="Figures">Intermediate figures by name (gap, improvement, steps ...), so that the amount can be recomputed from them.</param>
/// <param name="Explanation">Explanation of the outcome, in a sentence.</param>
/// <param name="Inputs">Everything that the line was computed from.</param>
public sealed record ScorecardLine(
    string Code,
    BilingualText Theme,
    BilingualText Label,
    LineState State,
    decimal? Value,
    string Unit,
    decimal? Baseline,
    decimal? Reference,
    decimal? Norm,
    Signal Signal,
    decimal? Amount,
    IReadOnlyDictionary<string, decimal> Figures,
    BilingualText Explanation,
    IReadOnlyList<ScorecardInput> Inputs)
{
    /// <summary>The calculation of the amount, or of what a line without amounts is judged by, step by step.</summary>
    /// <remarks>The last step gives it. Null where nothing was computed, and for kinds that do not show it.</remarks>
    public IReadOnlyList<CalculationStep>? Steps { get; init; }

    /// <summary>
    /// Uncertainty of the figure (small numbers, chance, the mean of years), in words; its numbers are in <see cref="Figures"/>. Null
    /// where nothing can be said.
    /// </summary>
    public BilingualText? Uncertainty { get; init; }

    /// <summary>
    /// Completeness of the least complete figure that the line was computed from. Where that is not enough the line shows the figure and judges
    /// nothing by it. Null where none has parts that are missing.
    /// </summary>
    public FigureCompleteness? Completeness { get; init; }

    /// <summary>
    /// The bounds of the value, in <see cref="Unit"/>, where it is known as a range only. Then there is no <see cref="Value"/>, and no
    /// middle is made of it.
    /// </summary>
    public ValueRange? Range { get; init; }

    /// <summary>Whether the line is about something that exists with an unknown value (pro memorie, PM); null where not.</summary>
    /// <remarks>Then there is neither <see cref="Value"/> nor <see cref="Range"/>.</remarks>
    public bool? IsProMemorie { get; init; }

    /// <summary>The outcome in words, where it is no number alone: an answer, a choice, whether a norm holds. Null for a figure.</summary>
    public NamedOutcome? Outcome { get; init; }

    /// <summary>The value as a quantity that can be summed; null where the line has none.</summary>
    [JsonIgnore]
    public Quantity? Quantity => IsProMemorie == true ? Model.Calculations.Quantity.Unknown
        : Range is { } range ? Model.Calculations.Quantity.FromRange(range.Low, range.High)
        : State == LineState.Valued && Value is { } value ? Model.Calculations.Quantity.FromExact(value)
        : null;
}
