using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards;

/// <summary>
/// A scorecard of any kind: what was computed for an area and a period by one version of its rules, with everything needed to
/// explain it. All kinds share this shape, so that they are stored, served, exported and drawn by the same code.
/// </summary>
/// <param name="Kind">The kind, such as <c>compass</c> or <c>social-mortgage</c>.</param>
/// <param name="Subject">The id of what it is about, where an area can have several of a kind: a contract, a project, a complex. Null otherwise.</param>
/// <param name="Area">The area.</param>
/// <param name="Period">The year.</param>
/// <param name="RuleVersion">The version of the rules (for a social mortgage: of the contract) that gave these figures.</param>
/// <param name="BoundaryYear">The year of the area's boundaries.</param>
/// <param name="Lines">One line per indicator or item, in the rules' order.</param>
/// <param name="Totals">The totals, each saying what it leaves out.</param>
/// <param name="Findings">What a reader must know beside the figures.</param>
public sealed record Scorecard(
    string Kind,
    string? Subject,
    AreaCode Area,
    Period Period,
    string RuleVersion,
    int BoundaryYear,
    IReadOnlyList<ScorecardLine> Lines,
    IReadOnlyList<ScorecardTotal> Totals,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>When it was computed; null until it is stored.</summary>
    public DateTimeOffset? ComputedAt { get; init; }

    /// <summary>
    /// Who may see it, where its kind, its rules or what it is about narrows that: the strictest of these. Null where the datasets of its inputs
    /// alone decide. A score that is for the corporation stays with it, also where everything that it was computed from is public.
    /// </summary>
    public DatasetVisibility? Visibility { get; init; }
}

/// <summary>Why a line has a value or has none. The states are never mixed and none of them is a number.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LineState>))]
public enum LineState
{
    /// <summary>The line has its value.</summary>
    [JsonStringEnumMemberName("valued")]
    Valued,

    /// <summary>The rule is still to be agreed (nader te bepalen).</summary>
    [JsonStringEnumMemberName("to-be-determined")]
    ToBeDetermined,

    /// <summary>A figure that the rule needs was not delivered or is unknown.</summary>
    [JsonStringEnumMemberName("missing-input")]
    MissingInput,

    /// <summary>The rule itself is ambiguous, so that no amount can be computed from it.</summary>
    [JsonStringEnumMemberName("unresolved")]
    Unresolved,

    /// <summary>The figure is withheld because it could be traced to persons.</summary>
    [JsonStringEnumMemberName("suppressed")]
    Suppressed,

    /// <summary>The value is there, but nobody set the norm that it is judged by.</summary>
    [JsonStringEnumMemberName("not-normed")]
    NotNormed,
}

/// <summary>The colour of a line.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Signal>))]
public enum Signal
{
    /// <summary>There is no judgement.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Better than the reference.</summary>
    [JsonStringEnumMemberName("green")]
    Green,

    /// <summary>About as the reference.</summary>
    [JsonStringEnumMemberName("yellow")]
    Yellow,

    /// <summary>Worse than the reference.</summary>
    [JsonStringEnumMemberName("red")]
    Red,
}

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
/// <param name="Explanation">How the outcome came about, in a sentence.</param>
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
    /// <summary>
    /// The calculation of the amount, or for kinds without amounts of what the line is judged by, step by step; the last one gives it.
    /// Null where nothing was computed, and for kinds that do not show it.
    /// </summary>
    public IReadOnlyList<CalculationStep>? Steps { get; init; }

    /// <summary>How firm the figure is (small numbers, chance, the mean of years), in words; the figures stand in <see cref="Figures"/>. Null where nothing can be said.</summary>
    public BilingualText? Uncertainty { get; init; }

    /// <summary>Between what the value lies, in <see cref="Unit"/>, where it is known as a range only: then there is no <see cref="Value"/>, and no middle is made of it.</summary>
    public ValueRange? Range { get; init; }
}

/// <summary>A value that is known as a range.</summary>
/// <param name="Low">The least that it can be.</param>
/// <param name="High">The most that it can be.</param>
public sealed record ValueRange(decimal Low, decimal High);

/// <summary>One thing that a line was computed from, and where to find it.</summary>
/// <param name="Role">What the line used it as: <c>value</c>, <c>city</c>, <c>baseline</c>, <c>city-baseline</c>, <c>weight</c>, <c>entry</c> ...</param>
/// <param name="Key">Its key: of an observation (area/dataset/period/indicator), of a ledger entry, or of a contract's field.</param>
/// <param name="State">What is known of it.</param>
/// <param name="Value">The number, where known.</param>
/// <param name="Delivery">The delivery it came with; null for what stands in rules or was derived.</param>
/// <param name="Line">The line of that delivery's file; null for what stands in rules or was derived.</param>
public sealed record ScorecardInput(string Role, string Key, ObservedState State, decimal? Value, string? Delivery, int? Line)
{
    /// <summary>
    /// What a derived figure was derived from: figures of parts (<c>part</c>), what they were weighted by (<c>part-weight</c>) and how much
    /// of each part counted (<c>share</c>). Null for what was delivered or stands in rules.
    /// </summary>
    public IReadOnlyList<ScorecardInput>? From { get; init; }

    /// <summary>An observation as an input. A derived one names the delivery that said how to derive it, and all that it was derived from.</summary>
    public static ScorecardInput Of(string role, Observation observation) => new(
        role, observation.Key, observation.Value.State, observation.Value.Number, observation.Source.Delivery, observation.Source.Line)
    {
        From = observation.Derivation is { } derivation ? [.. derivation.Parts.SelectMany(part => OfPart(part, observation))] : null,
    };

    private static IEnumerable<ScorecardInput> OfPart(DerivedPart part, Observation whole)
    {
        yield return part.Figure is { } figure
            ? Of("part", figure)
            : new ScorecardInput("part", $"{part.Area}/{whole.Dataset}/{whole.Period}/{whole.Indicator}", ObservedState.Unknown, Value: null, Delivery: null, Line: null);
        if (part.Weight is { } weight)
        {
            yield return Of("part-weight", weight);
        }

        foreach (var share in part.Sources)
        {
            yield return new ScorecardInput("share", share.Key, ObservedState.Known, share.Share, share.Source.Delivery, share.Source.Line);
        }
    }
}

/// <summary>A total over lines.</summary>
/// <param name="Code">What is totalled.</param>
/// <param name="Label">Its name.</param>
/// <param name="Value">The total; null where it cannot be given.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="LeavesOut">The lines that it leaves out, by state; empty where it covers all lines it is about.</param>
public sealed record ScorecardTotal(string Code, BilingualText Label, decimal? Value, string Unit, IReadOnlyList<LeftOut> LeavesOut)
{
    /// <summary>The calculation of the total, step by step; the last one gives it. Null for kinds that do not show it.</summary>
    public IReadOnlyList<CalculationStep>? Steps { get; init; }
}

/// <summary>Lines of one state that a total leaves out.</summary>
/// <param name="State">Their state.</param>
/// <param name="Codes">Their codes.</param>
public sealed record LeftOut(LineState State, IReadOnlyList<string> Codes)
{
    /// <summary>What a total over these lines leaves out: those that are not valued, each code once per state, in the lines' order.</summary>
    public static IReadOnlyList<LeftOut> Of(IEnumerable<(LineState State, string Code)> lines) =>
        [.. lines
            .Where(l => l.State != LineState.Valued)
            .GroupBy(l => l.State)
            .OrderBy(g => g.Key)
            .Select(g => new LeftOut(g.Key, [.. g.Select(l => l.Code).Distinct(StringComparer.Ordinal)]))];
}

/// <summary>How much attention a finding asks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingSeverity>))]
public enum FindingSeverity
{
    /// <summary>Good to know.</summary>
    [JsonStringEnumMemberName("information")]
    Information,

    /// <summary>The figures must not be used without knowing this.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,
}

/// <summary>Something that a reader must know beside the figures.</summary>
/// <param name="Code">A constant, such as <c>within-chance</c>.</param>
/// <param name="Severity">How much attention it asks.</param>
/// <param name="Lines">The codes of the lines it is about; empty where it is about the whole scorecard.</param>
/// <param name="Message">The finding in words.</param>
public sealed record Finding(string Code, FindingSeverity Severity, IReadOnlyList<string> Lines, BilingualText Message);
