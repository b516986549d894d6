namespace Wijkmonitor.Indicators.Areas;

/// <summary>Level of an area.</summary>
public enum AreaLevel
{
    /// <summary>A municipality (gemeente), such as GM0363.</summary>
    Municipality,

    /// <summary>A district (wijk), such as WK036300.</summary>
    District,

    /// <summary>A neighbourhood (buurt), such as BU03630000.</summary>
    Neighbourhood,

    /// <summary>An area that users drew themselves within one municipality, such as CU0153-dolphia.</summary>
    Custom,
}
