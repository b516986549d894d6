namespace Wijkmonitor.Indicators.Areas;

/// <summary>What kind of area a code stands for.</summary>
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
