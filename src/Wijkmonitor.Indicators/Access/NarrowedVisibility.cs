namespace Wijkmonitor.Indicators.Access;

/// <summary>Visibilities for some only, and the strictest of several.</summary>
public static class NarrowedVisibility
{
    /// <summary>Whether a visibility is for some only.</summary>
    public static bool IsNarrowed(DatasetVisibility? visibility) => visibility is DatasetVisibility.Partners or DatasetVisibility.Owner;

    /// <summary>Gets the strictest of several visibilities, or null where none is narrowed.</summary>
    public static DatasetVisibility? GetStrictest(params ReadOnlySpan<DatasetVisibility?> visibilities)
    {
        DatasetVisibility? strictest = null;
        foreach (var visibility in visibilities)
        {
            strictest = visibility is { } narrower && !(strictest >= narrower) ? narrower : strictest;
        }

        return strictest;
    }
}
