namespace Wijkmonitor.Indicators.Access;

/// <summary>The audiences that figures are computed for, the widest first.</summary>
/// <remarks>Each is computed from what all of its members may see and from nothing else, so that no figure can disclose what it was kept from.</remarks>
public enum Audience
{
    /// <summary>Everybody: datasets that are public.</summary>
    Public,

    /// <summary>Partners within their areas: datasets that are public or for partners.</summary>
    Partners,

    /// <summary>The administrator, and partners who own all datasets that are for their owner only: all datasets.</summary>
    Everything,
}
