using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>Reader of the mark behind a number that says how final the number is.</summary>
internal sealed class StatusMarks(IReadOnlyDictionary<string, IReadOnlyList<FigureStatus>>? declared)
{
    // The longest first: two asterisks say something else than one.
    private readonly (string Mark, FigureStatus Status)[] marks =
    [
        .. (declared ?? new Dictionary<string, IReadOnlyList<FigureStatus>>(StringComparer.Ordinal))
            .OrderByDescending(mark => mark.Key.Length)
            .Select(mark => (mark.Key, mark.Value.Aggregate(FigureStatus.None, (together, status) => together | status))),
    ];

    /// <summary>Tries to cut the mark off a text.</summary>
    /// <param name="text">The text; what comes before the mark afterwards.</param>
    /// <param name="status">Status by the mark.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(ref ReadOnlySpan<char> text, out FigureStatus status)
    {
        foreach (var (mark, meaning) in marks)
        {
            if (text.Length > mark.Length && text.EndsWith(mark, StringComparison.Ordinal))
            {
                text = NumberFormat.Trim(text[..^mark.Length]);
                status = meaning;
                return true;
            }
        }

        status = FigureStatus.None;
        return false;
    }
}
