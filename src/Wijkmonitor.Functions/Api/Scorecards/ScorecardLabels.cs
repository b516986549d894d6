using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>Labels of lines in Dutch, as files and statements print them.</summary>
public static class ScorecardLabels
{
    /// <summary>Formats the labels of lines.</summary>
    /// <param name="codes">Their codes.</param>
    /// <param name="statement">The statement that has them.</param>
    public static string FormatLabels(IEnumerable<string> codes, Scorecard statement) =>
        string.Join(", ", codes.Select(code => statement.Lines.FirstOrDefault(l => l.Code == code)?.Label.Nl ?? code).Distinct(StringComparer.Ordinal));
}
