using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Readers;

/// <summary>Reads a long file: a row for each value.</summary>
internal static class LongReader
{
    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, IndicatorCatalogue catalogue, Stream content, ProblemLog log)
    {
        using var rows = new CsvRowReader(definition, content, log);
        var columns = definition.Columns!;
        if (rows.ReadHeader([columns.Area, columns.Period!, columns.Indicator!, columns.Value!], columns.BoundaryYear) is not { } indexes)
        {
            yield break;
        }

        rows.SkipLargerAreas(indexes[0]);
        var fields = new FieldReader(definition, rows, log);
        var periods = new RowPeriods(definition, rows, log);
        var figures = new FigureReader(definition, rows, log);
        var indicators = definition.Indicators!.ToDictionary(code => code, code => FigureForm.For(catalogue.Find(code)!, definition), StringComparer.Ordinal);
        var totals = new AreaTotalCheck(definition.Checks?.AreaTotals ?? AreaTotalCheck.None, log);
        var keys = new UniqueKeys<ValueKey>(columns.Indicator!, log);
        while (rows.Read())
        {
            if (periods.TrySkip(indexes[1]))
            {
                continue;
            }

            var area = fields.ReadArea(indexes[0]);
            var published = periods.Read(indexes[1]);
            if (!indicators.TryGetValue(rows[indexes[2]].Trim(' '), out var form))
            {
                log.Add(RowProblems.IndicatorUnknown(rows.Line, columns.Indicator!, rows[indexes[2]], indicators.Keys));
                continue;
            }

            var indicator = form.Indicator;
            var boundaryYear = ReadBoundaryYear(definition, fields, indexes[4], published?.Period);
            if (figures.Read(indexes[3], form) is { } value
                && area is { } code
                && published is { Period: { } period, IsProvisional: var isProvisional }
                && boundaryYear is { } boundaries
                && keys.Add(new(code, period, indicator.Code), rows.Line))
            {
                totals.Add(code, period, indicator.Code, value, rows.Line, columns.Value!);
                yield return new AreaObservations(
                    code, period, boundaries, isProvisional, [new IndicatorValue(indicator.Code, value, rows.Line)]);
            }
        }

        periods.Report();
        totals.Report();
    }

    private static int? ReadBoundaryYear(DatasetDefinition definition, FieldReader fields, int column, Period? period) =>
        column >= 0 ? fields.ReadYear(column)?.Year : period is { } year ? definition.GetBoundaryYear(year) : null;
}

/// <summary>Unique key of a row of a long file; its text is used to report a duplicate.</summary>
internal readonly record struct ValueKey(AreaCode Area, Period Period, string Indicator)
{
    public override string ToString() => $"{Area} {Period} {Indicator}";
}
