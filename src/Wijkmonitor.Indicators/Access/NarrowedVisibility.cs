namespace Wijkmonitor.Indicators.Access;

/// <summary>Determines the strictest of several visibilities.</summary>
public static class NarrowedVisibility
{
    /// <summary>The strictest of what several say; who says nothing (null) narrows nothing.</summary>
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
