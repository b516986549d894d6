using System.Globalization;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Description in words of what was read of a file.</summary>
public static class ReadSummaryText
{
    private static readonly NumberFormatInfo Dutch = new() { NumberGroupSeparator = "." };
    private static readonly NumberFormatInfo English = new() { NumberGroupSeparator = "," };

    /// <summary>Gets a sentence with the years, areas, symbols and lines passed over.</summary>
    public static BilingualText For(ReadSummary summary)
    {
        List<BilingualText> parts =
        [
            .. DescribeLayout(summary),
            .. DescribePeriods(summary),
            .. DescribeAreas(summary.Areas),
            .. DescribeSymbols(summary.Symbols),
            .. DescribeSkipped(summary.Skipped),
            .. DescribeIgnored(summary.IgnoredColumns),
            .. DescribeAbsent(summary.AbsentIndicators ?? []),
        ];
        return parts.Count == 0
            ? new("Er zijn geen gebieden of jaren gelezen.", "No areas or years were read.")
            : new($"Gelezen: {string.Join("; ", parts.Select(part => part.Nl))}.", $"Read: {string.Join("; ", parts.Select(part => part.En))}.");
    }

    private static IEnumerable<BilingualText> DescribeLayout(ReadSummary summary)
    {
        if (summary.Layout is { } layout)
        {
            yield return new($"als {layout.Nl}", $"as {layout.En}");
        }
    }

    private static IEnumerable<BilingualText> DescribePeriods(ReadSummary summary)
    {
        if (summary.Periods.Count > 0)
        {
            yield return DescribePeriods(summary.Periods);
        }

        if (summary.ReferenceDates is [var date])
        {
            var day = PeriodLabel.For(date);
            yield return new($"peildatum {day.Nl}", $"reference date {day.En}");
        }

        if (summary.BoundaryYears.Count > 0)
        {
            yield return new($"grenzen van {DescribeYears(summary.BoundaryYears)}", $"boundaries of {DescribeYears(summary.BoundaryYears)}");
        }
    }

    private static IEnumerable<BilingualText> DescribeAreas(AreaCounts areas)
    {
        (int Count, string Nl, string NlOne, string En, string EnOne)[] levels =
        [
            (areas.Municipalities, "gemeenten", "gemeente", "municipalities", "municipality"),
            (areas.Districts, "wijken", "wijk", "districts", "district"),
            (areas.Neighbourhoods, "buurten", "buurt", "neighbourhoods", "neighbourhood"),
            (areas.CustomAreas, "eigen gebieden", "eigen gebied", "custom areas", "custom area"),
        ];
        var there = levels.Where(level => level.Count > 0).ToList();
        if (there.Count > 0)
        {
            yield return new(
                string.Join(", ", there.Select(level => $"{level.Count.ToString("N0", Dutch)} {(level.Count == 1 ? level.NlOne : level.Nl)}")),
                string.Join(", ", there.Select(level => $"{level.Count.ToString("N0", English)} {(level.Count == 1 ? level.EnOne : level.En)}")));
        }
    }

    private static IEnumerable<BilingualText> DescribeSymbols(IReadOnlyDictionary<string, int> symbols)
    {
        if (symbols.Count > 0)
        {
            yield return new(
                $"zonder getal: {string.Join(", ", symbols.Select(pair => $"{(pair.Key.Length == 0 ? "leeg" : $"'{pair.Key}'")} {pair.Value.ToString("N0", Dutch)}×"))}",
                $"without a number: {string.Join(", ", symbols.Select(pair => $"{(pair.Key.Length == 0 ? "empty" : $"'{pair.Key}'")} {pair.Value.ToString("N0", English)}×"))}");
        }
    }

    private static IEnumerable<BilingualText> DescribeSkipped(IReadOnlyList<SkippedLines> skipped)
    {
        if (skipped.Count > 0)
        {
            yield return new(
                $"overgeslagen: {string.Join(", ", skipped.Select(lines => $"{lines.Count.ToString("N0", Dutch)} × {GetName(lines.Kind).Nl} (vanaf regel {lines.FirstLine.ToString(CultureInfo.InvariantCulture)})"))}",
                $"skipped: {string.Join(", ", skipped.Select(lines => $"{lines.Count.ToString("N0", English)} × {GetName(lines.Kind).En} (from line {lines.FirstLine.ToString(CultureInfo.InvariantCulture)})"))}");
        }
    }

    private static IEnumerable<BilingualText> DescribeIgnored(IReadOnlyList<string> columns)
    {
        if (columns.Count > 0)
        {
            yield return new(
                $"niet overgenomen: {ProblemText.Quote(columns)}", $"not accepted: {ProblemText.Quote(columns)}");
        }
    }

    private static IEnumerable<BilingualText> DescribeAbsent(IReadOnlyList<string> indicators)
    {
        if (indicators.Count > 0)
        {
            yield return new($"niet in dit bestand: {ProblemText.Quote(indicators)}", $"not in this file: {ProblemText.Quote(indicators)}");
        }
    }

    private static BilingualText GetName(string kind) => kind switch
    {
        SkippedKinds.Title => new("titelregel", "title line"),
        SkippedKinds.Units => new("regel met eenheden", "line of units"),
        SkippedKinds.Blank => new("lege rij", "blank row"),
        SkippedKinds.Header => new("herhaalde kopregel", "repeated header"),
        SkippedKinds.Footer => new("bronregel", "source line"),
        SkippedKinds.Dimension => new("rij over een andere groep", "row about another group"),
        SkippedKinds.WithoutArea => new("rij zonder gebied", "row without an area"),
        _ => new("land, landsdeel, provincie of regio", "country, part of the country, province or region"),
    };

    private static BilingualText DescribePeriods(IReadOnlyList<Period> periods)
    {
        if (periods.All(period => period.IsCalendarYear))
        {
            var years = DescribeYears([.. periods.Select(period => period.Year)]);
            return periods.Count == 1 ? new($"jaar {years}", $"year {years}") : new($"jaren {years}", $"years {years}");
        }

        var (first, last) = (periods[0].Label, periods[^1].Label);
        return periods.Count == 1
            ? first
            : new($"{periods.Count} perioden, {first.Nl} tot en met {last.Nl}", $"{periods.Count} periods, {first.En} to {last.En}");
    }

    private static string DescribeYears(IReadOnlyList<int> years) =>
        years.Count > 1 && years[^1] - years[0] == years.Count - 1
            ? string.Create(CultureInfo.InvariantCulture, $"{years[0]}-{years[^1]}")
            : string.Join(", ", years.Select(year => year.ToString(CultureInfo.InvariantCulture)));
}
