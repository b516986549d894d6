using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure.Publications;

namespace Wijkmonitor.Functions.Storage.Publications;

/// <summary>The indexes that were used last, of a few municipalities.</summary>
/// <remarks>That of a large city is megabytes of JSON. Whether one still holds is asked of the storage each time, by its version.</remarks>
internal sealed class PublicationCache
{
    /// <summary>Number of municipalities whose index is kept.</summary>
    public const int MaxMunicipalities = 16;

    private readonly Lock gate = new();
    private readonly List<CachedIndex> indexes = [];

    /// <summary>Finds the index of a municipality that was kept, or null.</summary>
    public CachedIndex? Find(AreaCode municipality)
    {
        lock (gate)
        {
            if (indexes.Find(index => index.Municipality == municipality) is not { } found)
            {
                return null;
            }

            // The one that was used longest ago is first.
            indexes.Remove(found);
            indexes.Add(found);
            return found;
        }
    }

    /// <summary>Keeps an index in place of an earlier one of its municipality.</summary>
    public void Add(CachedIndex index)
    {
        lock (gate)
        {
            indexes.RemoveAll(earlier => earlier.Municipality == index.Municipality);
            indexes.Add(index);
            if (indexes.Count > MaxMunicipalities)
            {
                indexes.RemoveAt(0);
            }
        }
    }
}

/// <summary>Index that was read.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Version">The version of what it was read from: the blob, or the records where there was none.</param>
/// <param name="Index">The index.</param>
internal sealed record CachedIndex(AreaCode Municipality, string Version, PublicationIndex Index);
