using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Parsing.Figures;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Sources.Records;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Readers;

/// <summary>Reader of a long file: a row for each value, with the code of its indicator or its publisher's code.</summary>
internal sealed class LongReader
{
    private readonly DatasetDefinition definition;
    private readonly CsvRowReader rows;
    private readonly ProblemLog log;
    private readonly FieldReader fields;
    private readonly RowPeriods periods;
    private readonly FigureReader figures;
    private readonly ValueCodes codes;
    private readonly UniqueKeys<ValueKey> keys;
    private readonly AreaTotalCheck totals;
    private readonly DeclaredRounding rounding;
    private readonly MarginReader margins;
    private readonly GatheredFigures? gathered;
    private RowDimensions? dimensions;
    private MarginColumns? marginColumns;
    private UnitColumn? units;
    private SmallerAreaCheck? smaller;
    private int areaColumn;
    private int periodColumn;
    private int indicatorColumn;
    private int valueColumn;
    private int stateColumn;
    private int boundaryYearColumn;

    private LongReader(DatasetDefinition definition, IndicatorCatalogue catalogue, CsvRowReader rows, ProblemLog log)
    {
        this.definition = definition;
        this.rows = rows;
        this.log = log;
        fields = new FieldReader(rows, log);
        periods = new RowPeriods(definition, rows, log);
        figures = new FigureReader(definition, rows, log);
        margins = new MarginReader(figures, rows, log);
        gathered = definition.GathersRows ? new GatheredFigures(definition, rows, log) : null;
        codes = new ValueCodes(definition, catalogue, rows, log);
        keys = new UniqueKeys<ValueKey>(definition.Columns!.Indicator!, log, isOfFigures: true);
        rounding = new DeclaredRounding(definition, catalogue, log);
        totals = new AreaTotalCheck(definition.Checks?.AreaTotals ?? AreaTotalCheck.None, rounding, log);
    }

    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, IndicatorCatalogue catalogue, OpenedFile file, ProblemLog log)
    {
        using var rows = new CsvRowReader(definition, file, log);
        var reader = new LongReader(definition, catalogue, rows, log);
        if (!reader.ReadHeader())
        {
            yield break;
        }

        while (rows.Read())
        {
            if (!reader.periods.TrySkip(reader.periodColumn) && reader.ReadRow() is { } row)
            {
                yield return row;
            }
        }

        reader.dimensions?.Report();
        reader.codes.Report();
        foreach (var row in reader.ReadGathered())
        {
            yield return row;
        }

        reader.periods.Report();
        reader.rounding.Report();
        reader.totals.Report();
        new NoteCheck(definition, rows, log).Report(reader.codes.Found, reader.periods.WholeYears);
    }

    private bool ReadHeader()
    {
        if (FigureColumns.Read(definition, rows, log) is not { } columns)
        {
            return false;
        }

        var declared = definition.Columns!;
        areaColumn = FigureColumns.RequireArea(definition, columns);
        periodColumn = declared.Period is null ? rows.AddConstant(definition.FilePeriod!.Value.ToString()) : columns.Require(declared.Period);
        indicatorColumn = columns.Require(declared.Indicator!);
        valueColumn = columns.Require(declared.Value!);
        stateColumn = declared.State is null ? -1 : columns.Require(declared.State);
        dimensions = RowDimensions.Find(definition, columns, rows, log);
        marginColumns = MarginColumns.Find(declared, columns);
        boundaryYearColumn = declared.BoundaryYear is null ? -1 : columns.Find(declared.BoundaryYear);
        units = UnitColumn.Find(columns, rows, log);
        if (!FigureColumns.AreComplete(definition, columns, rows, areaColumn))
        {
            return false;
        }

        log.Tally.ValueColumn = rows.GetName(valueColumn);
        smaller = new SmallerAreaCheck(rows, areaColumn, columns.UnknownColumns, log);
        return true;
    }

    // All fields are read before anything is given, so that every problem of a row is found at once.
    private AreaObservations? ReadRow()
    {
        var selection = dimensions?.Read();
        if ((selection is null && dimensions is not null) || codes.Find(indicatorColumn, selection, dimensions) is not { } form)
        {
            return null;
        }

        if (selection is not null)
        {
            dimensions!.MarkAccepted(selection);
        }

        units?.Check(form);
        if (selection is { Part: not FigurePart.Value and var part })
        {
            form = part == FigurePart.SampleSize ? form.ForSampleSize() : form.ForBound();
        }

        var area = fields.ReadArea(areaColumn);
        var published = periods.Read(periodColumn);
        var indicator = form.Indicator.Code;
        var boundaryYear = ReadBoundaryYear(published?.Period);
        var isRead = stateColumn < 0
            ? figures.TryRead(valueColumn, form, out var value, out var valueStatus)
            : figures.TryRead(valueColumn, form, stateColumn, out value, out valueStatus);
        ObservedInterval? interval = null;
        if (!isRead || area is not { } code || !smaller!.Check(code)
            || published is not { Period: { } period, Status: var status } || boundaryYear is not { } boundaries
            || !margins.TryRead(gathered is null ? marginColumns : null, form, value, out interval)
            || (gathered is null && !keys.Add(new(code, period, indicator), rows.Line)))
        {
            return null;
        }

        var read = new IndicatorValue(indicator, value, rows.Line) { Status = valueStatus, Interval = interval };
        if (gathered is not null)
        {
            var together = gathered.Get(new(code, period), () => new GatheredRow(new(code, period), Topics: 0, boundaries, status, Name: ""));
            gathered.Add(together, selection?.Part ?? FigurePart.Value, read, valueColumn);
            return null;
        }

        Check(code, period, read);
        return new AreaObservations(code, period, boundaries, status, [read]);
    }

    private void Check(AreaCode area, Period period, IndicatorValue value)
    {
        rounding.Check(value, area.Level, definition.Columns!.Value!);
        totals.Add(area, period, value, value.Line, definition.Columns!.Value!);
    }

    // A file with errors is refused: then nothing is put together.
    private IEnumerable<AreaObservations> ReadGathered()
    {
        foreach (var row in gathered is null || log.Errors > 0 ? [] : gathered.All)
        {
            var values = definition.IndicatorCodes.Select(indicator => gathered!.Find(row, indicator)).OfType<IndicatorValue>().ToList();
            foreach (var value in values)
            {
                Check(row.Key.Area, row.Key.Period, value);
            }

            if (values.Count > 0)
            {
                yield return new AreaObservations(row.Key.Area, row.Key.Period, row.BoundaryYear, row.Status, values);
            }
        }
    }

    private int? ReadBoundaryYear(Period? period) =>
        boundaryYearColumn >= 0 ? fields.ReadYear(boundaryYearColumn)?.Year : period is { } year ? definition.GetBoundaryYear(year) : null;
}

/// <summary>Unique key of a row of a long file; its text is used to report a duplicate.</summary>
internal readonly record struct ValueKey(AreaCode Area, Period Period, string Indicator)
{
    public override string ToString() => $"{Area} {Period} {Indicator}";
}
