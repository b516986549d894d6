namespace Wijkmonitor.Indicators.Configuration;

/// <summary>A field of JSON that was given under its former name.</summary>
/// <param name="Former">The former name.</param>
/// <param name="Current">The name that it has now.</param>
public sealed record RenamedField(string Former, string Current);
