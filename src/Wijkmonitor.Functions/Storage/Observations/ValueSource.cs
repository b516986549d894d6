using System.Globalization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Storage.Observations;

/// <summary>Source of a stored value, with the status and margin that the source gives. It is one text that changes together with the value.</summary>
/// <remarks>
/// The text is <c>delivery:line:year</c> with marks for the status behind the year of the boundaries, and <c>:lower:upper:sample</c> behind those where
/// the source gives a margin: <c>kwb-1:12:2024</c>, <c>kwb-1:12:2024*</c>, <c>health-1:7:2020e:65.1:71.9:214</c>.
/// </remarks>
/// <param name="Source">The delivery and the line.</param>
/// <param name="BoundaryYear">The year of the area's boundaries.</param>
/// <param name="Status">Publisher's status of the value.</param>
/// <param name="Interval">Its margin; null where the source gives none.</param>
internal readonly record struct ValueSource(SourceLine Source, int BoundaryYear, FigureStatus Status, ObservedInterval? Interval)
{
    private const char Separator = ':';
    private const int PlainParts = 3;

    // Stored values follow from these: they can never be others.
    private static readonly (char Mark, FigureStatus Status)[] Marks =
    [
        ('*', FigureStatus.Provisional), ('r', FigureStatus.Revised), ('e', FigureStatus.Estimated), ('m', FigureStatus.Modelled),
        ('b', FigureStatus.SeriesBreak),
    ];

    /// <summary>Reads the text.</summary>
    public static ValueSource Parse(string text)
    {
        var parts = text.Split(Separator);
        var year = parts[2].TrimEnd([.. Marks.Select(known => known.Mark)]);
        var status = FigureStatus.None;
        foreach (var mark in parts[2].AsSpan(year.Length))
        {
            status |= Array.Find(Marks, known => known.Mark == mark).Status;
        }

        var interval = parts.Length == PlainParts ? null : new ObservedInterval(ParseBound(parts[3]), ParseBound(parts[4]), ParseBound(parts[5]));
        return new ValueSource(new SourceLine(parts[0], ParseNumber(parts[1])), ParseNumber(year), status, interval);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var status = Status;
        var marks = string.Concat(Marks.Where(known => status.HasFlag(known.Status)).Select(known => known.Mark));
        var plain = string.Create(CultureInfo.InvariantCulture, $"{Source.Delivery}{Separator}{Source.Line}{Separator}{BoundaryYear}{marks}");
        return Interval is { } interval ? string.Join(Separator, plain, Format(interval.Lower), Format(interval.Upper), Format(interval.SampleSize)) : plain;
    }

    private static string Format(decimal? bound) => bound?.ToString("G29", CultureInfo.InvariantCulture) ?? "";

    private static decimal? ParseBound(string text) => text.Length == 0 ? null : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static int ParseNumber(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
