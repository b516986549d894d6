using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>
/// Builder of the lines of one scorecard, one after the other. A line is open until something that it needs is missing: after that only its inputs
/// can be added, so that a state is handled once and what follows need not ask for it again.
/// </summary>
/// <param name="getAreaName">Gets the name of an area; null where lines name areas by their codes.</param>
internal sealed class LineBuilder(Func<AreaCode, string>? getAreaName = null)
{
    private readonly List<ScorecardInput> inputs = [];
    private readonly List<(string Name, decimal? Value)> figures = [];
    private LineCompleteness completeness;
    private string? code;
    private BilingualText theme = null!;
    private BilingualText label = null!;
    private string unit = "";
    private bool withholdsInputs;
    private LineState state;
    private decimal? value;
    private decimal? baseline;
    private decimal? reference;
    private decimal? norm;
    private decimal? amount;
    private Signal signal;
    private ValueRange? range;
    private bool? isProMemorie;
    private NamedOutcome? outcome;
    private BilingualText? explanation;
    private BilingualText? uncertainty;
    private IReadOnlyList<CalculationStep>? steps;

    /// <summary>Whether everything that it needs so far is there.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Creates the builder of a line that is no part of a scorecard yet.</summary>
    public static LineBuilder Create(string code, BilingualText theme, BilingualText label, string unit) =>
        new LineBuilder().Start(code, theme, label, unit, withholds: false);

    /// <summary>Starts a line.</summary>
    public LineBuilder Start(string newCode, BilingualText newTheme, BilingualText newLabel, string newUnit, bool withholds)
    {
        inputs.Clear();
        figures.Clear();
        completeness = default;
        (code, theme, label, unit, withholdsInputs) = (newCode, newTheme, newLabel, newUnit, withholds);
        (state, signal, IsOpen) = (LineState.Valued, Model.Signal.None, true);
        (value, baseline, reference, norm, amount, range) = (null, null, null, null, null, null);
        (explanation, uncertainty, steps, isProMemorie, outcome) = (null, null, null, null, null);
        return this;
    }

    /// <summary>Adds the observations that are there, in the roles that they have.</summary>
    public LineBuilder AddInputs(params ReadOnlySpan<(string Role, Observation? Observation)> used)
    {
        foreach (var (role, observation) in used)
        {
            if (observation is not null)
            {
                completeness = completeness.With(observation);
                inputs.Add(ScorecardInput.FromObservation(role, observation));
            }
        }

        return this;
    }

    /// <summary>Adds an input, where there is one.</summary>
    public LineBuilder AddInput(ScorecardInput? used)
    {
        if (used is not null)
        {
            inputs.Add(used);
        }

        return this;
    }

    /// <summary>Adds inputs.</summary>
    public LineBuilder AddInputs(IEnumerable<ScorecardInput> used)
    {
        inputs.AddRange(used);
        return this;
    }

    /// <summary>Takes into account how complete a figure is that is no observation; null for a whole one.</summary>
    public LineBuilder AddCompleteness(FigureCompleteness? added)
    {
        completeness = completeness.With(added);
        return this;
    }

    /// <summary>Closes the line unless observations are known. That one is withheld counts before that one is missing.</summary>
    public LineBuilder Require(params ReadOnlySpan<Observation?> needed)
    {
        var found = GetState(needed);
        return Require(found, StandardTexts.DescribeState(found));
    }

    /// <summary>Closes the line for a reason; leaves it as it is where the state is that it is valued.</summary>
    public LineBuilder Require(LineState reason, BilingualText why)
    {
        if (IsOpen && reason != LineState.Valued)
        {
            (state, explanation, IsOpen) = (reason, why, false);
        }

        return this;
    }

    /// <summary>Closes the line where a condition holds.</summary>
    public LineBuilder Require(bool condition, LineState reason, BilingualText why) => condition ? Require(reason, why) : this;

    /// <summary>Closes the line where a condition holds; asked for only while the line is open.</summary>
    public LineBuilder Require(Func<bool> condition, LineState reason, BilingualText why) => IsOpen && condition() ? Require(reason, why) : this;

    /// <summary>Sets the state of a line whose value is there and something else is not, such as a norm.</summary>
    public LineBuilder WithState(LineState reason) => Set(ref state, reason);

    /// <summary>Sets the value to that of an observation.</summary>
    public LineBuilder WithValue(Observation? own) => Set(ref value, own?.Value.Number);

    /// <summary>Sets the value.</summary>
    public LineBuilder WithValue(decimal? number) => Set(ref value, number);

    /// <summary>Sets the value to a range, without a middle.</summary>
    public LineBuilder WithRange(decimal low, decimal high) => Set(ref range, new ValueRange(low, high));

    /// <summary>Marks the value as existing but unknown (pro memorie, PM).</summary>
    public LineBuilder AsProMemorie() => Set(ref isProMemorie, true);

    /// <summary>Sets the value as it is known: a number, a range, or existing but unknown.</summary>
    public LineBuilder WithValue(Quantity quantity) =>
        quantity is not { HasUnknown: false, Low: { } low, High: { } high } ? AsProMemorie()
        : low == high ? WithValue(low)
        : WithRange(low, high);

    /// <summary>Sets the outcome that is no number, such as an answer; null for none.</summary>
    public LineBuilder WithOutcome(NamedOutcome? named) => Set(ref outcome, named);

    /// <summary>Sets the baseline that improvement is counted from.</summary>
    public LineBuilder WithBaseline(decimal? number) => Set(ref baseline, number);

    /// <summary>Sets the reference that the value is compared with.</summary>
    public LineBuilder WithReference(decimal? number) => Set(ref reference, number);

    /// <summary>Sets the norm: the value that is wanted or allowed.</summary>
    public LineBuilder WithNorm(decimal? number) => Set(ref norm, number);

    /// <summary>Sets the colour.</summary>
    public LineBuilder WithSignal(Signal colour) => Set(ref signal, colour);

    /// <summary>Sets the amount in euros.</summary>
    public LineBuilder WithAmount(decimal? euros) => Set(ref amount, euros);

    /// <summary>Adds figures by name; those without a number are left out.</summary>
    public LineBuilder AddFigures(params ReadOnlySpan<(string Name, decimal? Value)> named)
    {
        if (IsOpen)
        {
            figures.AddRange(named);
        }

        return this;
    }

    /// <summary>Sets the calculation, where it has steps.</summary>
    public LineBuilder WithSteps(Calculation calculation) => WithSteps(calculation.Steps.Count > 0 ? calculation.Steps : null);

    /// <summary>Sets the steps, or null where none are shown.</summary>
    public LineBuilder WithSteps(IReadOnlyList<CalculationStep>? performed) => Set(ref steps, performed);

    /// <summary>Sets the explanation in both languages; evaluated only while the line is open.</summary>
    public LineBuilder Explain(Func<NumberFormatter, string> sentence) => IsOpen ? Explain(BothLanguages.Write(sentence)) : this;

    /// <summary>Sets the explanation.</summary>
    public LineBuilder Explain(BilingualText text) => Set(ref explanation, text);

    /// <summary>Sets the uncertainty of the figure; null for none.</summary>
    public LineBuilder WithUncertainty(BilingualText? text) => Set(ref uncertainty, text);

    /// <summary>Completes the line that was started.</summary>
    public ScorecardLine Build() => TryBuild(out var line) ? line : throw new InvalidOperationException("No line was started.");

    /// <summary>Completes the line.</summary>
    /// <returns>False where none was started.</returns>
    public bool TryBuild([NotNullWhen(true)] out ScorecardLine? line)
    {
        line = null;
        if (code is null)
        {
            return false;
        }

        line = completeness.Complete(new ScorecardLine(
            code, theme, label, state, value, unit, baseline, reference, norm, value is null && range is null ? Model.Signal.None : signal, amount,
            NamedFigures.Create(CollectionsMarshal.AsSpan(figures)),
            explanation ?? throw new InvalidOperationException($"The line '{code}' says nothing of how it came about."),
            withholdsInputs && state == LineState.Suppressed ? [] : [.. inputs])
        {
            Steps = steps,
            Range = range,
            IsProMemorie = isProMemorie,
            Outcome = outcome,
            Uncertainty = uncertainty,
        }, getAreaName);
        code = null;
        return true;
    }

    /// <summary>Gets the state of a line that needs these observations: valued where all are known. Withheld counts before missing.</summary>
    public static LineState GetState(params ReadOnlySpan<Observation?> observations)
    {
        var found = LineState.Valued;
        foreach (var observation in observations)
        {
            if (observation?.Value.State == ObservedState.Suppressed)
            {
                return LineState.Suppressed;
            }

            found = observation?.Value.Number is null ? LineState.MissingInput : found;
        }

        return found;
    }

    private LineBuilder Set<T>(ref T field, T with)
    {
        if (IsOpen)
        {
            field = with;
        }

        return this;
    }
}

/// <summary>The least complete of the figures that a line is computed from.</summary>
internal readonly record struct LineCompleteness
{
    private FigureCompleteness? Worst { get; init; }

    /// <summary>Gets the same with another figure taken into account.</summary>
    public LineCompleteness With(Observation used) => With(used.Completeness);

    /// <summary>Gets the same with a completeness taken into account; null for that of a whole figure.</summary>
    public LineCompleteness With(FigureCompleteness? other) => other is null || IsWorse(Worst, other) ? this : new() { Worst = other };

    /// <summary>Adds what a line has to say of it: nothing where all figures are whole. A figure that is not judged is shown all the same.</summary>
    public ScorecardLine Complete(ScorecardLine line, Func<AreaCode, string>? getAreaName)
    {
        if (Worst is not { } worst)
        {
            return line;
        }

        var text = StandardTexts.DescribeCompleteness(worst, getAreaName ?? (area => area.Value));
        return line with
        {
            Completeness = worst,
            Value = line.Value ?? line.Inputs.FirstOrDefault(input => input is { Role: "value", Completeness.IsEnough: false })?.Value,
            Explanation = new BilingualText($"{line.Explanation.Nl} {text.Nl}", $"{line.Explanation.En} {text.En}"),
        };
    }

    private static bool IsWorse(FigureCompleteness? one, FigureCompleteness other) =>
        one is not null && (one.IsEnough != other.IsEnough ? !one.IsEnough : one.Share <= other.Share);
}
