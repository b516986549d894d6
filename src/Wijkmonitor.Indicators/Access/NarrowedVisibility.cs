namespace Wijkmonitor.Indicators.Access;

/// <summary>Strictest of several visibilities.</summary>
public static class NarrowedVisibility
{
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
