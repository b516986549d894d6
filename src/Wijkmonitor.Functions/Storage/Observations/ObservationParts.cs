using System.Text;

namespace Wijkmonitor.Functions.Storage.Observations;

/// <summary>Division of the indicators of a row over entities, if one entity cannot hold them all (docs/decisions/0002).</summary>
public static class ObservationParts
{
    // An entity holds 252 properties of its own; a few of them say what the row is about.
    private const int MaxValueProperties = 240;

    /// <summary>Computes the smallest number of parts, a power of two, in which each part holds its indicators.</summary>
    /// <param name="indicators">The codes of the indicators, each once.</param>
    /// <param name="hasSources">Whether a value can have its source next to it, so that it takes two properties.</param>
    public static int CountFor(IReadOnlyCollection<string> indicators, bool hasSources)
    {
        var max = hasSources ? MaxValueProperties / 2 : MaxValueProperties;
        var count = 1;
        while (GetLargest(indicators, count) > max)
        {
            count *= 2;
        }

        return count;
    }

    /// <summary>Finds the part that an indicator is in.</summary>
    /// <param name="indicator">The code of the indicator.</param>
    /// <param name="count">The number of parts, a power of two.</param>
    public static int GetPart(string indicator, int count) => count == 1 ? 0 : (int)(Hash(indicator) & (uint)(count - 1));

    private static int GetLargest(IReadOnlyCollection<string> indicators, int count) =>
        count == 1 || indicators.Count == 0 ? indicators.Count : indicators.CountBy(code => GetPart(code, count)).Max(part => part.Value);

    // FNV-1a of 32 bits over UTF-8. Stored keys follow from it: it can never be another.
    private static uint Hash(string text)
    {
        const uint OffsetBasis = 2_166_136_261;
        const uint Prime = 16_777_619;
        var hash = OffsetBasis;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ octet) * Prime);
        }

        return hash;
    }
}
