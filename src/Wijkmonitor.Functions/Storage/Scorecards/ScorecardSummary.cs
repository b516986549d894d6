using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Storage.Scorecards;

/// <summary>Summary of a scorecard in a list.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Subject">The id of what it is about within the area, such as a contract or a project.</param>
/// <param name="Area">The area.</param>
/// <param name="Period">The year.</param>
/// <param name="RuleVersion">The version of the rules.</param>
/// <param name="BoundaryYear">The year of the area's boundaries.</param>
/// <param name="ComputedAt">Time of the computation.</param>
/// <param name="Signals">The colour of each line that has one.</param>
/// <param name="States">The state of each line that is not valued.</param>
/// <param name="Totals">The totals.</param>
/// <param name="Findings">The codes of its findings.</param>
/// <param name="Href">Address of the full scorecard.</param>
public sealed record ScorecardSummary(
    string Kind,
    string? Subject,
    AreaCode Area,
    Period Period,
    string RuleVersion,
    int BoundaryYear,
    DateTimeOffset? ComputedAt,
    IReadOnlyDictionary<string, Signal> Signals,
    IReadOnlyDictionary<string, LineState> States,
    IReadOnlyList<ScorecardTotal> Totals,
    IReadOnlyList<string> Findings,
    string Href)
{
    /// <summary>Number of lines by colour.</summary>
    public SignalCounts SignalCounts => SignalCounts.From(Signals.Values);

    /// <summary>The title of the subject; null if it has none.</summary>
    public string? SubjectTitle { get; init; }

    /// <summary>The area's name, where scorecards of several areas are listed.</summary>
    public string? Name { get; init; }

    /// <summary>The value of each line that has one.</summary>
    public IReadOnlyDictionary<string, decimal> Values { get; init; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>Gets the address of a scorecard of an area, or of a subject within it.</summary>
    public static string GetHref(Scorecard scorecard) =>
        $"/api/v1/areas/{scorecard.Area}/scorecards/{scorecard.Kind}/{scorecard.Period}{(scorecard.Subject is { } subject ? $"/{Uri.EscapeDataString(subject)}" : "")}";

    /// <summary>Creates the summary of a scorecard that is served at an address.</summary>
    public static ScorecardSummary From(Scorecard scorecard, string href) => new(
        scorecard.Kind,
        scorecard.Subject,
        scorecard.Area,
        scorecard.Period,
        scorecard.RuleVersion,
        scorecard.BoundaryYear,
        scorecard.ComputedAt,
        scorecard.Lines.Where(line => line.Signal != Signal.None).ToDictionary(line => line.Code, line => line.Signal, StringComparer.Ordinal),
        scorecard.Lines.Where(line => line.State != LineState.Valued).ToDictionary(line => line.Code, line => line.State, StringComparer.Ordinal),
        scorecard.Totals,
        [.. scorecard.Findings.Select(finding => finding.Code).Distinct(StringComparer.Ordinal)],
        href)
    {
        SubjectTitle = scorecard.About?.Title,
        Values = scorecard.Lines.Where(line => line.Value is not null).ToDictionary(line => line.Code, line => line.Value!.Value, StringComparer.Ordinal),
    };
}

/// <summary>Numbers of lines of a scorecard by colour.</summary>
/// <param name="Green">Better than the reference.</param>
/// <param name="Yellow">About as the reference.</param>
/// <param name="Red">Worse than the reference.</param>
public sealed record SignalCounts(int Green, int Yellow, int Red)
{
    /// <summary>Counts colours.</summary>
    public static SignalCounts From(IEnumerable<Signal> signals)
    {
        var counts = signals.CountBy(signal => signal).ToDictionary();
        return new SignalCounts(counts.GetValueOrDefault(Signal.Green), counts.GetValueOrDefault(Signal.Yellow), counts.GetValueOrDefault(Signal.Red));
    }
}
