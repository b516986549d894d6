namespace Wijkmonitor.Indicators.Access;

/// <summary>
/// For whom figures are computed, the widest first. Each is computed from what all of its members may see and from nothing else, so that no figure
/// can tell what it was kept from.
/// </summary>
public enum Audience
{
    /// <summary>Everybody: datasets that are public.</summary>
    Public,

    /// <summary>Partners within their areas: datasets that are public or for partners.</summary>
    Partners,

    /// <summary>The administrator, and partners who own all datasets that are for their owner only: all datasets.</summary>
    Everything,
}
