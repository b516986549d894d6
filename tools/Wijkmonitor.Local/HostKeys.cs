namespace Wijkmonitor.Local;

/// <summary>The keys that a Functions host checks.</summary>
/// <param name="Function">The key of each function.</param>
/// <param name="Host">The key that opens all functions of level function.</param>
/// <param name="Master">The key that opens everything.</param>
public sealed record HostKeys(string? Function = null, string? Host = null, string? Master = null);
