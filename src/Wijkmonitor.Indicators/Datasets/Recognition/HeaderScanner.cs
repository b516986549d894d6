using Wijkmonitor.Indicators.Datasets.Sources.Records;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>A header in a file.</summary>
/// <param name="First">The record that it starts on, from 0.</param>
/// <param name="Last">The record that it ends on.</param>
/// <param name="Line">The line that it starts on, as an editor counts.</param>
/// <param name="Names">The names of the columns.</param>
/// <param name="Matches">Number of declared columns among them.</param>
internal sealed record HeaderLocation(int First, int Last, int Line, string[] Names, int Matches);

/// <summary>Scanner that finds the header among the first lines of a file.</summary>
/// <remarks>It is the line, or lines together, that name most of the declared columns.</remarks>
internal sealed class HeaderScanner
{
    /// <summary>The number of lines that are inspected.</summary>
    public const int MaxLines = 20;

    private const int MaxHeaderLines = 4;
    private readonly List<(string[] Fields, int Line)> records;
    private readonly DeclaredColumns declared;

    /// <summary>Creates a scanner of the first records.</summary>
    public HeaderScanner(FileSample sample, DeclaredColumns declared)
    {
        this.declared = declared;
        records = [.. sample.Records.Take(MaxLines).Select(record => (record.Fields.Select(ColumnName.Clean).ToArray(), record.Line))];
    }

    /// <summary>The inspected records, each with the line that it starts on.</summary>
    public IReadOnlyList<(string[] Fields, int Line)> Records => records;

    /// <summary>Gets the header, or null where no line names a declared column.</summary>
    public HeaderLocation? Find()
    {
        HeaderLocation? best = null;
        for (var first = 0; first < records.Count; first++)
        {
            best = ChooseBetter(best, CreateLocation(first, first, records[first].Fields));
        }

        // A line that names every declared column cannot be bettered, and joining lines takes time.
        for (var first = 0; first < records.Count && best?.Matches != declared.All.Count; first++)
        {
            for (var last = first + 1; last < Math.Min(first + MaxHeaderLines, records.Count); last++)
            {
                best = ChooseBetter(best, CreateLocation(first, last, Join(first, last)));
            }
        }

        return best;
    }

    /// <summary>Gets the record that comes nearest to a header: the first of those with most fields.</summary>
    public HeaderLocation FindNearest()
    {
        var place = records.FindIndex(record => record.Fields.Length == records.Max(other => other.Fields.Length));
        return CreateLocation(place, place, records[place].Fields);
    }

    private static HeaderLocation? ChooseBetter(HeaderLocation? best, HeaderLocation other) => other.Matches > (best?.Matches ?? 0) ? other : best;

    private HeaderLocation CreateLocation(int first, int last, string[] names) =>
        new(first, last, records[first].Line, names, names.Select(declared.Find).Where(column => column >= 0).Distinct().Count());

    // Each name of a column is what is above one another, with a slash between; an upper cell can stand for those to its right, and the
    // last line can hold units.
    private string[] Join(int first, int last)
    {
        var names = new string[records.Skip(first).Take(last - first + 1).Max(record => record.Fields.Length)];
        for (var column = 0; column < names.Length; column++)
        {
            List<string> plain = [.. EnumerateCells(first, last, column, isFilled: false)];
            List<string> filled = [.. EnumerateCells(first, last, column, isFilled: true)];
            names[column] = new[] { JoinPath(plain), JoinPath(filled), WithUnit(plain), WithUnit(filled) }.FirstOrDefault(declared.Contains)
                ?? (plain.Count > 1 && UnitLine.Is([plain[^1]]) ? WithUnit(plain) : JoinPath(plain));
        }

        return names;
    }

    private IEnumerable<string> EnumerateCells(int first, int last, int column, bool isFilled)
    {
        for (var i = first; i <= last; i++)
        {
            var fields = records[i].Fields;
            var at = column;
            while (isFilled && i < last && at > 0 && (at >= fields.Length || fields[at].Length == 0))
            {
                at--;
            }

            if (at < fields.Length && fields[at].Length > 0)
            {
                yield return fields[at];
            }
        }
    }

    private static string JoinPath(List<string> cells) => string.Join('/', cells);

    private static string WithUnit(List<string> cells) => cells.Count < 2 ? JoinPath(cells) : $"{string.Join('/', cells.SkipLast(1))} ({cells[^1]})";
}
