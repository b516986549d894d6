using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>States of lines in Dutch, as statements print them.</summary>
internal static class LineStateNames
{
    /// <summary>A state.</summary>
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

    /// <summary>How many lines of each state a total leaves out; empty where that is none.</summary>
    public static string FormatOmittedCounts(IReadOnlyList<OmittedLines> omitted) =>
        omitted.Count == 0 ? "" : "zonder: " + string.Join(", ", omitted.Select(l => FormatCount(l.State, l.Codes.Count)));

    /// <summary>What a total leaves out; empty where that is nothing.</summary>
    /// <param name="omitted">The lines that are left out.</param>
    /// <param name="statement">The statement that they stand on.</param>
    public static string FormatOmitted(IReadOnlyList<OmittedLines> omitted, Scorecard statement) =>
        omitted.Count == 0 ? "" : "zonder: " + string.Join("; ", omitted.Select(l => $"{FormatCount(l.State, l.Codes.Count)} ({FindingNames.FormatLabels(l.Codes, statement)})"));

    private static string FormatCount(LineState state, int count) => (state, count) switch
    {
        (LineState.MissingInput, > 1) => $"{count} cijfers ontbreken",
        (LineState.Unresolved, > 1) => $"{count} regels niet eenduidig",
        _ => $"{count} {GetName(state)}",
    };
}
