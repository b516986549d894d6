namespace Wijkmonitor.Indicators.Disclosure.Publications;

/// <summary>Count that was withheld when its table was published.</summary>
/// <remarks>The same area with the same identity is the same unknown, whenever it was delivered.</remarks>
/// <param name="Area">The code of the area.</param>
/// <param name="Identity">The count as text; of parts of a count, these.</param>
/// <param name="Count">The count; null where the monitor did not know it either.</param>
/// <param name="Max">The most that everybody knew it could be. Null for no bound.</param>
/// <param name="IsPart">Whether it stands for a part and the rest alike.</param>
/// <param name="IsAbsent">Whether no figure of it was there.</param>
/// <param name="Known">The part of it that everybody knew.</param>
/// <param name="Limit">The lowest count that was shown then: what is below it was promised to be anything below it.</param>
/// <param name="Width">The width of the interval that was promised.</param>
public sealed record PastCount(
    string Area, string Identity, long? Count, long? Max = null, bool IsPart = false, bool IsAbsent = false, long Known = 0, int Limit = 0, int Width = 0)
{
    /// <summary>Gets its key in a table, which no area has.</summary>
    public string ToKey() => $"{Area}#{Identity}";
}
