using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>The places of the columns with the margin of a value; -1 for a part that the file lacks.</summary>
internal sealed record MarginColumns(int Lower, int Upper, int SampleSize)
{
    /// <summary>Finds the columns next to a topic of a wide file; null where it declares none.</summary>
    public static MarginColumns? Find(TopicColumn topic, FileColumns columns) => Find(topic.Lower, topic.Upper, topic.SampleSize, columns);

    /// <summary>Finds the columns of a long file; null where it declares none.</summary>
    public static MarginColumns? Find(DatasetColumns declared, FileColumns columns) => Find(declared.Lower, declared.Upper, declared.SampleSize, columns);

    private static MarginColumns? Find(string? lower, string? upper, string? sampleSize, FileColumns columns)
    {
        int Place(string? name) => name is null ? -1 : columns.Require(name);
        return (lower ?? upper ?? sampleSize) is null ? null : new MarginColumns(Place(lower), Place(upper), Place(sampleSize));
    }
}

/// <summary>Reader of margins in columns next to values.</summary>
internal sealed class MarginReader(FigureReader figures, CsvRowReader rows, ProblemLog log)
{
    /// <summary>Reads the margin of a value. What does not fit goes to the log.</summary>
    /// <param name="columns">Its columns; null where the file gives none.</param>
    /// <param name="form">Form of the value itself.</param>
    /// <param name="value">The value.</param>
    /// <param name="interval">The margin; null where there is none, and where the value is not known.</param>
    /// <returns>Whether it could be read.</returns>
    public bool TryRead(MarginColumns? columns, FigureNumberFormat form, ObservedValue value, out ObservedInterval? interval)
    {
        interval = null;
        if (columns is null)
        {
            return true;
        }

        var isRead = TryReadPart(columns.Lower, form.ForBound(), out var lower);
        isRead &= TryReadPart(columns.Upper, form.ForBound(), out var upper);
        isRead &= TryReadPart(columns.SampleSize, form.ForSampleSize(), out var sampleSize);
        if (!isRead || value.Number is not { } number || (lower ?? upper ?? sampleSize) is null)
        {
            return isRead;
        }

        interval = new ObservedInterval(lower, upper, sampleSize);
        if (interval.Contains(number))
        {
            return true;
        }

        var column = columns.Lower < 0 ? columns.Upper : columns.Lower;
        log.Add(DetailProblems.IntervalInvalid(rows.GetLine(column), rows.GetName(column), number, interval));
        return true;
    }

    private bool TryReadPart(int column, FigureNumberFormat form, out decimal? part)
    {
        part = null;
        if (column < 0)
        {
            return true;
        }

        var isRead = figures.TryRead(column, form, out var value, out _);
        part = isRead ? value.Number : null;
        return isRead;
    }
}
