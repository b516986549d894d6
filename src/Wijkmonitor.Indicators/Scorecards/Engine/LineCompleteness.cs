using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>The least complete of the figures that a line is computed from.</summary>
internal readonly record struct LineCompleteness
{
    private FigureCompleteness? Least { get; init; }

    /// <summary>Gets the same with another figure taken into account.</summary>
    public LineCompleteness With(Observation used) => With(used.Completeness);

    /// <summary>Gets the same with a completeness taken into account; null for that of a whole figure.</summary>
    public LineCompleteness With(FigureCompleteness? other) => other is null || IsWorse(Least, other) ? this : new() { Least = other };

    /// <summary>Adds what a line has to say of it: nothing where all figures are whole. A figure that is not judged is shown all the same.</summary>
    public ScorecardLine Complete(ScorecardLine line)
    {
        if (Least is not { } least)
        {
            return line;
        }

        var text = StandardTexts.DescribeCompleteness(least);
        return line with
        {
            Completeness = least,
            Value = line.Value ?? line.Inputs.FirstOrDefault(input => input is { Role: "value", Completeness.IsEnough: false })?.Value,
            Explanation = new BilingualText($"{line.Explanation.Nl} {text.Nl}", $"{line.Explanation.En} {text.En}"),
        };
    }

    private static bool IsWorse(FigureCompleteness? one, FigureCompleteness other) =>
        one is not null && (one.IsEnough != other.IsEnough ? !one.IsEnough : one.Share <= other.Share);
}
