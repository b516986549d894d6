using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

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
