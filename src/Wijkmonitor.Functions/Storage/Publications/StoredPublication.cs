using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Storage.Publications;

/// <summary>Record or index of a municipality as it was listed.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Name">The text of the period, or <see cref="IndexName"/>.</param>
/// <param name="Version">The version of the blob.</param>
/// <param name="WrittenAt">Time at which it was written, to the second.</param>
/// <param name="Decisions">Digest of the decisions of a record; null where an earlier version wrote it.</param>
public sealed record StoredPublication(AreaCode Municipality, string Name, string Version, DateTimeOffset WrittenAt, string? Decisions)
{
    /// <summary>The name of an index.</summary>
    public const string IndexName = "index";

    /// <summary>Whether it is an index.</summary>
    public bool IsIndex => Name == IndexName;
}
