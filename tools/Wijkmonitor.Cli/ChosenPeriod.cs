using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Cli;

/// <summary>The year that somebody chose for a file whose name can mean more than one.</summary>
internal static class ChosenPeriod
{
    /// <summary>Gets the year; null where none was chosen, or what was is no year.</summary>
    public static Period? Parse(string? period) => Period.TryParse(period, out var year) ? year : null;

    /// <summary>Says why a year cannot be chosen for a dataset; null where it can, or where none was.</summary>
    public static string? FindProblem(string? period, DatasetDefinition definition, NumberFormatter words) =>
        period is null ? null
        : Parse(period) is null ? words.Localize($"'{Printable.Escape(period)}' is geen jaar van vier cijfers.",
            $"'{Printable.Escape(period)}' is not a year of four digits.")
        : !definition.CanReadYearFromFileName ? words.Localize(
            $"Bestanden van '{definition.Id}' zeggen zelf over welk jaar ze gaan; laat --period weg.",
            $"Files of '{definition.Id}' say themselves which year they are about; leave out --period.")
        : null;

    /// <summary>Gets the name of a file with the year in it.</summary>
    public static string AddToName(string name, string period) => $"{Path.GetFileNameWithoutExtension(name)}.period-{period}{Path.GetExtension(name)}";
}
