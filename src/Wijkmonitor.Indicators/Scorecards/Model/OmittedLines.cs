namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>Lines of one state that a total leaves out.</summary>
/// <param name="State">Their state.</param>
/// <param name="Codes">Their codes.</param>
public sealed record OmittedLines(LineState State, IReadOnlyList<string> Codes)
{
    /// <summary>Groups the lines that a total leaves out by their state.</summary>
    public static IReadOnlyList<OmittedLines> GroupByState(IEnumerable<ScorecardLine> lines) => GroupByState(lines.Select(line => (line.State, line.Code)));

    /// <summary>Groups the lines that a total leaves out by state. Each code occurs once per state, in line order.</summary>
    public static IReadOnlyList<OmittedLines> GroupByState(IEnumerable<(LineState State, string Code)> lines) =>
        [.. lines
            .Where(l => l.State != LineState.Valued)
            .GroupBy(l => l.State)
            .OrderBy(g => g.Key)
            .Select(g => new OmittedLines(g.Key, [.. g.Select(l => l.Code).Distinct(StringComparer.Ordinal)]))];
}
