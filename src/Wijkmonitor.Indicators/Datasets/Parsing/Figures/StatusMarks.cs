using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>A mark behind a number that says how final the number is.</summary>
/// <param name="Text">The mark.</param>
/// <param name="Status">Status by it.</param>
internal sealed record StatusMark(string Text, FigureStatus Status);

/// <summary>Finder of the marks behind numbers.</summary>
internal sealed class StatusMarks(IReadOnlyDictionary<string, IReadOnlyList<FigureStatus>>? declared)
{
    // The longest first: two asterisks say something else than one.
    private readonly StatusMark[] marks =
    [
        .. (declared ?? new Dictionary<string, IReadOnlyList<FigureStatus>>(StringComparer.Ordinal))
            .OrderByDescending(mark => mark.Key.Length)
            .Select(mark => new StatusMark(mark.Key, mark.Value.Aggregate(FigureStatus.None, (together, status) => together | status))),
    ];

    /// <summary>Finds the mark at the end of a text, or null.</summary>
    public StatusMark? Find(ReadOnlySpan<char> text)
    {
        foreach (var mark in marks)
        {
            if (text.Length > mark.Text.Length && text.EndsWith(mark.Text, StringComparison.Ordinal))
            {
                return mark;
            }
        }

        return null;
    }
}
