using System.Collections;

namespace Wijkmonitor.Functions.Observability;

/// <summary>A logging scope: properties for structured sinks, <c>Key=value</c> text for console sinks.</summary>
/// <param name="properties">The names and values, such as <c>Delivery</c> and its id.</param>
public sealed class LogScope(params IReadOnlyList<KeyValuePair<string, object>> properties) : IReadOnlyList<KeyValuePair<string, object>>
{
    /// <inheritdoc/>
    public int Count => properties.Count;

    /// <inheritdoc/>
    public KeyValuePair<string, object> this[int index] => properties[index];

    /// <summary>Creates a scope of one name.</summary>
    public static LogScope Create(string name, string value) => new(KeyValuePair.Create(name, (object)value));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => properties.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Formats the scope for console sinks, such as <c>Delivery=areas-0123</c>.</summary>
    public override string ToString() => string.Join(' ', properties.Select(pair => $"{pair.Key}={pair.Value}"));
}
