using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>Labels of lines and units in Dutch, as files and statements print them.</summary>
public static class ScorecardLabels
{
    /// <summary>Formats the labels of lines.</summary>
    /// <param name="codes">Their codes.</param>
    /// <param name="statement">The statement that has them.</param>
    public static string FormatLabels(IEnumerable<string> codes, Scorecard statement) =>
        string.Join(", ", codes.Select(code => statement.Lines.FirstOrDefault(l => l.Code == code)?.Label.Nl ?? code).Distinct(StringComparer.Ordinal));

    /// <summary>Gets the name of a unit of the catalogue.</summary>
    public static string GetUnitName(string unit) => unit switch
    {
        "EUR" => "euro",
        "count" => "aantal",
        "grade" => "cijfer",
        "per 1000" => "per 1.000",
        _ => unit,
    };
}
