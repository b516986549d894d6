using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Figures;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Sources.Records;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Readers;

/// <summary>Reader of a wide file, such as StatLine's.</summary>
/// <remarks>It has a row for each area (and period, unless that is elsewhere) and a column for each topic.</remarks>
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
    private int changeColumn;
    private IReadOnlyList<PeriodTopics> topics = [];
    private SumCheck[] sums = [];
    private readonly AreaTotalCheck? totals;
    private readonly DeclaredRounding rounding;
    private readonly MarginReader margins;
    private readonly GatheredFigures? gathered;
    private RowDimensions? dimensions;
    private UnitColumn? units;
    private SmallerAreaCheck? smaller;

    private WideReader(DatasetDefinition definition, IndicatorCatalogue catalogue, CsvRowReader rows, ProblemLog log)
    {
        this.definition = definition;
        this.catalogue = catalogue;
        this.rows = rows;
        this.log = log;
        fields = new FieldReader(rows, log);
        figures = new FigureReader(definition, rows, log);
        margins = new MarginReader(figures, rows, log);
        gathered = definition.GathersRows ? new GatheredFigures(definition, rows, log) : null;
        periods = new RowPeriods(definition, rows, log);
        rounding = new DeclaredRounding(definition, catalogue, log);
        totals = definition.Checks?.AreaTotals is { } tolerances ? new AreaTotalCheck(tolerances, rounding, log) : null;
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
            foreach (var item in reader.TrySkipPeriod() ? [] : reader.ReadRow())
            {
                isEmpty = false;
                yield return item;
            }
        }

        reader.dimensions?.Report();
        foreach (var item in reader.ReadGathered())
        {
            isEmpty = false;
            yield return item;
        }

        reader.periods.Report();
        if (isEmpty && log.Errors == 0)
        {
            log.Add(log.Tally.HasSkipped(SkippedKinds.LargerArea) ? FileProblems.AreasMissing() : FileProblems.FileEmpty());
        }

        reader.rounding.Report();
        reader.totals?.Report();
        new NoteCheck(definition, rows, log).Report(
            [.. reader.topics.SelectMany(period => period.Topics.Select(topic => topic.Form))], reader.periods.WholeYears);
    }

    private bool ReadHeader()
    {
        if (FigureColumns.Read(definition, rows, log) is not { } columns)
        {
            return false;
        }

        var declared = definition.Columns!;
        areaColumn = FigureColumns.RequireArea(definition, columns);
        periodColumn = declared.Period is null ? -1 : columns.Require(declared.Period);
        nameColumn = declared.AreaName is null ? -1 : definition.RegistersAreas ? columns.Require(declared.AreaName) : columns.Find(declared.AreaName);
        changeColumn = definition.BoundaryChanges is { } changes ? columns.Find([.. changes.Columns]) : -1;
        dimensions = RowDimensions.Find(definition, columns, rows, log);
        topics = new TopicBindings(definition, catalogue, rows, columns, log).Find();
        units = UnitColumn.Find(columns, rows, log);
        sums = [.. topics.Select(period => new SumCheck(rows, log, rounding, period.Topics, definition.Checks?.Sums ?? []))];
        if (!FigureColumns.AreComplete(definition, columns, rows, areaColumn))
        {
            return false;
        }

        if (topics.Count == 0)
        {
            log.Add(HeaderProblems.TopicsMissing(
                rows.Line, [.. columns.UnknownColumns.Select(rows.GetName)], [.. definition.Topics!.Select(topic => topic.Column)]));
            return false;
        }

        keys = new UniqueAreaPeriods(rows.GetName(areaColumn), log);
        smaller = new SmallerAreaCheck(rows, areaColumn, columns.UnknownColumns, log);
        return true;
    }

    private bool TrySkipPeriod() => periodColumn >= 0 && periods.TrySkip(periodColumn);

    // All fields are read before anything is given, so that every problem of a row is found at once.
    private DatasetItem[] ReadRow()
    {
        var selection = dimensions?.Read();
        if (selection is null && dimensions is not null)
        {
            return [];
        }

        dimensions?.MarkAccepted(selection!);

        var area = fields.ReadArea(areaColumn);
        var rowPeriod = periodColumn < 0 ? null : periods.Read(periodColumn);
        var name = definition.RegistersAreas ? fields.ReadAreaName(nameColumn) : "";
        var isWhole = area is not null && smaller!.Check(area.Value) && name is not null && (periodColumn < 0 || rowPeriod is not null);
        var items = new DatasetItem[topics.Count];
        for (var i = 0; i < topics.Count; i++)
        {
            var bindings = selection?.Select(topics[i].Topics) ?? topics[i].Topics;
            units?.Check(bindings);
            var values = ReadValues(bindings, selection?.Part ?? FigurePart.Value);
            var period = topics[i].Period ?? rowPeriod?.Period;
            isWhole = values is not null && isWhole && (gathered is not null || keys.Add(new(area!.Value, period!.Value), rows.Line));
            if (isWhole)
            {
                var status = (rowPeriod?.Status ?? FigureStatus.None) | ReadChange();
                items[i] = new AreaObservations(area!.Value, period!.Value, definition.GetBoundaryYear(period.Value), status, values!);
                Take(i, (AreaObservations)items[i], bindings, selection, name!);
            }
        }

        return isWhole && gathered is null ? WithAreas(items, name!) : [];
    }

    private FigureStatus ReadChange() =>
        changeColumn >= 0 && definition.BoundaryChanges!.Changed.Contains(rows[changeColumn].Trim(' '), StringComparer.Ordinal)
            ? FigureStatus.SeriesBreak : FigureStatus.None;

    private void Take(int group, AreaObservations row, TopicBinding[] bindings, RowSelection? selection, string name)
    {
        if (gathered is null)
        {
            Check(group, row.Area, row.Period, row.Values);
            return;
        }

        var together = gathered.Get(new(row.Area, row.Period), () => new GatheredRow(new(row.Area, row.Period), group, row.BoundaryYear, row.Status, name));
        for (var i = 0; i < bindings.Length; i++)
        {
            gathered.Add(together, selection?.Part ?? FigurePart.Value, row.Values[i], bindings[i].Column);
        }
    }

    // A file with errors is refused: then nothing is put together.
    private IEnumerable<DatasetItem> ReadGathered()
    {
        foreach (var row in gathered is null || log.Errors > 0 ? [] : gathered.All)
        {
            var found = topics[row.Topics].Topics.Select(topic => gathered!.Find(row, topic.Indicator)).ToList();
            Check(row.Topics, row.Key.Area, row.Key.Period,
                [.. found.Zip(topics[row.Topics].Topics, (value, topic) => value ?? new IndicatorValue(topic.Indicator, ObservedValue.Unknown, Line: 0))]);
            var values = found.OfType<IndicatorValue>().ToList();
            foreach (var item in values.Count == 0
                ? []
                : WithAreas([new AreaObservations(row.Key.Area, row.Key.Period, row.BoundaryYear, row.Status, values)], row.Name))
            {
                yield return item;
            }
        }
    }

    private DatasetItem[] WithAreas(DatasetItem[] items, string name)
    {
        if (!definition.RegistersAreas)
        {
            return items;
        }

        return items is [AreaObservations only]
            ? [new AreaItem(new Area(only.Area, name, only.BoundaryYear)), only]
            : [.. items.Cast<AreaObservations>()
                .Select(o => o.BoundaryYear)
                .Distinct()
                .Select(year => new AreaItem(new Area(((AreaObservations)items[0]).Area, name, year))), .. items];
    }

    private void Check(int group, AreaCode area, Period period, IReadOnlyList<IndicatorValue> values)
    {
        sums[group].Check(values, area.Level, isCurrentRow: gathered is null);
        for (var i = 0; (totals is not null || definition.Rounding is not null) && i < values.Count; i++)
        {
            var column = rows.GetName(topics[group].Topics[i].Column);
            rounding.Check(values[i], area.Level, column);
            totals?.Add(area, period, values[i], gathered is null ? rows.Line : values[i].Line, column);
        }
    }

    private IndicatorValue[]? ReadValues(TopicBinding[] bindings, FigurePart part)
    {
        var values = new IndicatorValue[bindings.Length];
        var complete = true;
        for (var i = 0; i < bindings.Length; i++)
        {
            var (column, form) = (bindings[i].Column, part == FigurePart.Value ? bindings[i].Form : bindings[i].GetForm(part));
            complete &= figures.TryRead(column, form, out var value, out var status);
            ObservedInterval? interval = null;
            if (part == FigurePart.Value && bindings[i].Margin is { } margin)
            {
                complete &= margins.TryRead(margin, form, value, out interval);
            }

            values[i] = new IndicatorValue(bindings[i].Indicator, value, rows.GetLine(column)) { Status = status, Interval = interval };
        }

        return complete ? values : null;
    }
}
