using Wijkmonitor.Indicators.Datasets.Recognition;
using Wijkmonitor.Indicators.Datasets.Sources;
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

/// <summary>Reads a wide file, such as StatLine's: a row for each area (and period, unless that stands elsewhere), a column for each topic.</summary>
internal sealed class WideReader
{
    private readonly DatasetDefinition definition;
    private readonly IndicatorCatalogue catalogue;
    private readonly CsvRowReader rows;
    private readonly ProblemLog log;
    private readonly FieldReader fields;
    private readonly FigureReader figures;
    private readonly RowPeriods periods;
    private UniqueAreaPeriods keys;
    private int areaColumn;
    private int periodColumn;
    private int nameColumn;
    private IReadOnlyList<PeriodTopics> topics = [];
    private SumCheck[] sums = [];
    private readonly AreaTotalCheck? totals;

    private WideReader(DatasetDefinition definition, IndicatorCatalogue catalogue, CsvRowReader rows, ProblemLog log)
    {
        this.definition = definition;
        this.catalogue = catalogue;
        this.rows = rows;
        this.log = log;
        fields = new FieldReader(definition, rows, log);
        figures = new FigureReader(definition, rows, log);
        periods = new RowPeriods(definition, rows, log);
        totals = definition.Checks?.AreaTotals is { } tolerances ? new AreaTotalCheck(tolerances, log) : null;
        keys = new UniqueAreaPeriods(definition.Columns!.Area, log);
    }

    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, IndicatorCatalogue catalogue, OpenedFile file, ProblemLog log)
    {
        using var rows = new CsvRowReader(definition, file, log);
        var reader = new WideReader(definition, catalogue, rows, log);
        if (!reader.ReadHeader())
        {
            yield break;
        }

        var isEmpty = true;
        while (rows.Read())
        {
            if (reader.IsSkipped())
            {
                log.Tally.Skip(SkippedKinds.LargerArea, rows.Line);
                continue;
            }

            foreach (var item in reader.TrySkipPeriod() ? [] : reader.ReadRow())
            {
                isEmpty = false;
                yield return item;
            }
        }

        reader.periods.Report();
        if (isEmpty && log.Errors == 0)
        {
            log.Add(FileProblems.AreasMissing());
        }

        reader.totals?.Report();
    }

    private bool ReadHeader()
    {
        if (rows.ReadHeader(DeclaredColumns.From(definition)) is not { } columns)
        {
            return false;
        }

        if (definition.IsAboutOneYear && definition.FilePeriod is null)
        {
            log.Add(PeriodProblems.NoFilePeriod(definition));
            return false;
        }

        var declared = definition.Columns!;
        areaColumn = columns.Require([declared.Area, .. declared.AreaAliases ?? []]);
        periodColumn = declared.Period is null ? -1 : columns.Require(declared.Period);
        nameColumn = declared.AreaName is null ? -1 : definition.RegistersAreas ? columns.Require(declared.AreaName) : columns.Find(declared.AreaName);
        topics = new TopicBindings(definition, catalogue, rows, columns, log).Find();
        sums = [.. topics.Select(period => new SumCheck(rows, log, period.Topics, definition.Checks?.Sums ?? []))];
        if (!columns.AreComplete())
        {
            return false;
        }

        rows.SkipLargerAreas(areaColumn);
        if (declared.AreaPrefix is { } prefix)
        {
            rows.SetAreaPrefix(areaColumn, prefix);
        }

        keys = new UniqueAreaPeriods(rows.GetName(areaColumn), log);
        return true;
    }

    private bool IsSkipped()
    {
        if (definition.SkippedAreas is not { } skipped)
        {
            return false;
        }

        var code = rows[areaColumn].AsSpan().TrimStart(' ');
        foreach (var start in skipped)
        {
            if (code.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool TrySkipPeriod() => periodColumn >= 0 && periods.TrySkip(periodColumn);

    // All fields are read before anything is given, so that every problem of a row is found at once.
    private DatasetItem[] ReadRow()
    {
        var area = fields.ReadArea(areaColumn);
        var rowPeriod = periodColumn < 0 ? null : periods.Read(periodColumn);
        var name = definition.RegistersAreas ? fields.ReadAreaName(nameColumn) : "";
        var isWhole = area is not null && name is not null && (periodColumn < 0 || rowPeriod is not null);
        var items = new DatasetItem[topics.Count];
        for (var i = 0; i < topics.Count; i++)
        {
            var values = ReadValues(topics[i].Topics);
            var period = topics[i].Period ?? rowPeriod?.Period;
            isWhole = values is not null && isWhole && keys.Add(new(area!.Value, period!.Value), rows.Line);
            if (isWhole)
            {
                Check(i, area!.Value, period!.Value, values!);
                items[i] = new AreaObservations(area!.Value, period!.Value, definition.GetBoundaryYear(period.Value), rowPeriod?.IsProvisional ?? false, values!);
            }
        }

        if (!isWhole)
        {
            return [];
        }

        if (!definition.RegistersAreas)
        {
            return items;
        }

        return items is [AreaObservations only]
            ? [new AreaItem(new Area(only.Area, name!, only.BoundaryYear)), only]
            : [.. items.Cast<AreaObservations>().Select(o => o.BoundaryYear).Distinct().Select(year => new AreaItem(new Area(area!.Value, name!, year))), .. items];
    }

    private void Check(int group, AreaCode area, Period period, IndicatorValue[] values)
    {
        sums[group].Check(values);
        for (var i = 0; totals is not null && i < values.Length; i++)
        {
            totals.Add(area, period, values[i].Indicator, values[i].Value, rows.Line, rows.GetName(topics[group].Topics[i].Column));
        }
    }

    private IndicatorValue[]? ReadValues(TopicBinding[] bindings)
    {
        var values = new IndicatorValue[bindings.Length];
        var complete = true;
        for (var i = 0; i < bindings.Length; i++)
        {
            var value = figures.Read(bindings[i].Column, bindings[i].Form);
            complete &= value is not null;
            values[i] = new IndicatorValue(bindings[i].Indicator, value.GetValueOrDefault(), rows.LineOf(bindings[i].Column));
        }

        return complete ? values : null;
    }
}
