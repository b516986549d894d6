using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>States of lines in Dutch, as statements print them.</summary>
internal static class LineStateNames
{
    /// <summary>Gets the state of a line; one whose figure is too incomplete to be judged says so.</summary>
    public static string GetName(ScorecardLine line) =>
        line is { State: LineState.MissingInput, Completeness.IsEnough: false } ? "onvolledig, geen oordeel" : GetName(line.State);

    /// <summary>Gets a state.</summary>
    public static string GetName(LineState state) => state switch
    {
        LineState.Valued => "gewaardeerd",
        LineState.ToBeDetermined => "nader te bepalen",
        LineState.MissingInput => "cijfer ontbreekt",
        LineState.Unresolved => "regel niet eenduidig",
        LineState.Suppressed => "afgeschermd",
        LineState.NotNormed => "geen norm",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no word for this state."),
    };

    /// <summary>Formats the number of omitted lines of a total by state; empty for none.</summary>
    public static string FormatOmittedCounts(IReadOnlyList<OmittedLines> omitted) =>
        omitted.Count == 0 ? "" : "zonder: " + string.Join(", ", omitted.Select(l => FormatCount(l.State, l.Codes.Count)));

    /// <summary>Formats the omitted lines of a total; empty for none.</summary>
    /// <param name="omitted">The lines that are left out.</param>
    /// <param name="statement">The statement that has them.</param>
    public static string FormatOmitted(IReadOnlyList<OmittedLines> omitted, Scorecard statement) =>
        omitted.Count == 0
            ? ""
            : "zonder: " + string.Join("; ", omitted.Select(l => $"{FormatCount(l.State, l.Codes.Count)} ({ScorecardLabels.FormatLabels(l.Codes, statement)})"));

    private static string FormatCount(LineState state, int count) => (state, count) switch
    {
        (LineState.MissingInput, > 1) => $"{count} cijfers ontbreken",
        (LineState.Unresolved, > 1) => $"{count} regels niet eenduidig",
        _ => $"{count} {GetName(state)}",
    };
}
