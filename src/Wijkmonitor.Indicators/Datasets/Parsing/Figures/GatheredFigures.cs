using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>Merger of several rows of a file about one area and period: other dimensions, and bounds of margins.</summary>
/// <remarks>The rows may be anywhere in the file, so that all of them are in memory until it was read.</remarks>
/// <param name="definition">The file's dataset.</param>
/// <param name="rows">The rows.</param>
/// <param name="log">Log for the problems.</param>
internal sealed class GatheredFigures(DatasetDefinition definition, CsvRowReader rows, ProblemLog log)
{
    private readonly Dictionary<AreaPeriod, GatheredRow> byKey = [];
    private readonly Dictionary<string, int> places = definition.IndicatorCodes.Index()
        .ToDictionary(code => code.Item, code => code.Index, StringComparer.Ordinal);

    /// <summary>All that was put together, in the order in which areas and periods came.</summary>
    public IEnumerable<GatheredRow> All => byKey.Values;

    /// <summary>Gets what was put together of an area and a period so far.</summary>
    /// <param name="key">The area and the period.</param>
    /// <param name="create">Creates it where the file said nothing of them before.</param>
    public GatheredRow Get(AreaPeriod key, Func<GatheredRow> create) => byKey.TryGetValue(key, out var row) ? row : byKey[key] = create();

    /// <summary>Adds a part of a figure; one that was there before is reported.</summary>
    /// <param name="row">Row that it is about.</param>
    /// <param name="part">The part.</param>
    /// <param name="value">The figure, or a bound of it as a value.</param>
    /// <param name="column">The column that it is in.</param>
    public void Add(GatheredRow row, FigurePart part, IndicatorValue value, int column)
    {
        if (!row.TryAdd(places[value.Indicator], places.Count, part, value))
        {
            var firstLine = row.GetLine(places[value.Indicator]);
            log.Add(RowProblems.KeyDuplicate(value.Line, rows.GetName(column), $"{row.Key} {value.Indicator}", firstLine, isOfFigures: true));
        }
    }

    /// <summary>Gets a figure with its margin; null where the file does not have it.</summary>
    public IndicatorValue? Find(GatheredRow row, string indicator)
    {
        if (row.Find(places[indicator]) is not { } value)
        {
            if (row.HasMargin(places[indicator]))
            {
                log.Add(DetailProblems.ValueRowMissing($"{row.Key} {indicator}", definition.Margins!.Column!, definition.Margins.Value ?? []));
            }

            return null;
        }

        if (value is { Interval: { } interval, Value.Number: { } number } && !interval.Contains(number))
        {
            log.Add(DetailProblems.IntervalInvalid(value.Line, log.Tally.GetColumn(indicator, row.Key.Period), number, interval));
        }

        return value;
    }
}

/// <summary>Rows of a file about one area and period.</summary>
/// <param name="Key">The area and the period.</param>
/// <param name="Topics">Group of topics of the file that they are about.</param>
/// <param name="BoundaryYear">The year of the area's boundaries.</param>
/// <param name="Status">Publisher's status of all its figures.</param>
/// <param name="Name">The area's name; empty where areas are not registered.</param>
internal sealed record GatheredRow(AreaPeriod Key, int Topics, int BoundaryYear, FigureStatus Status, string Name)
{
    private IndicatorValue?[] values = [];
    private ObservedInterval?[] margins = [];

    /// <summary>Adds a part of a figure.</summary>
    /// <returns>Whether it was not there before.</returns>
    public bool TryAdd(int place, int count, FigurePart part, IndicatorValue value)
    {
        if (part == FigurePart.Value)
        {
            values = values.Length == 0 ? new IndicatorValue?[count] : values;
            var isNew = values[place] is null;
            values[place] ??= value;
            return isNew;
        }

        margins = margins.Length == 0 ? new ObservedInterval?[count] : margins;
        var before = margins[place] ?? new ObservedInterval(Lower: null, Upper: null);
        var bound = value.Value.Number;
        margins[place] = part switch
        {
            FigurePart.Lower => before with { Lower = bound ?? before.Lower },
            FigurePart.Upper => before with { Upper = bound ?? before.Upper },
            _ => before with { SampleSize = bound ?? before.SampleSize },
        };
        return bound is null || part switch
        {
            FigurePart.Lower => before.Lower,
            FigurePart.Upper => before.Upper,
            _ => before.SampleSize,
        } is null;
    }

    /// <summary>Gets the line of a figure; 0 where only bounds of it were read.</summary>
    public int GetLine(int place) => values.Length == 0 ? 0 : values[place]?.Line ?? 0;

    /// <summary>Whether a bound of a figure was read.</summary>
    public bool HasMargin(int place) =>
        margins.Length > 0 && margins[place] is { } interval && (interval.Lower ?? interval.Upper ?? interval.SampleSize) is not null;

    /// <summary>Gets a figure with its margin; null where it was not read.</summary>
    public IndicatorValue? Find(int place) =>
        values.Length == 0 || values[place] is not { } value ? null
        : value.Value.Number is not null
            && margins.Length > 0
            && margins[place] is { } interval
            && (interval.Lower ?? interval.Upper ?? interval.SampleSize) is not null
            ? value with { Interval = value.Interval ?? interval }
            : value;
}
