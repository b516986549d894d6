using System.Collections;

namespace Wijkmonitor.Functions.Observability;

/// <summary>A logging scope: properties for structured sinks, <c>Key=value</c> text for console sinks.</summary>
/// <param name="about">The names and values, such as <c>Delivery</c> and its id.</param>
public sealed class LogScope(params IReadOnlyList<KeyValuePair<string, object>> about) : IReadOnlyList<KeyValuePair<string, object>>
{
    /// <inheritdoc/>
    public int Count => about.Count;

    /// <inheritdoc/>
    public KeyValuePair<string, object> this[int index] => about[index];

    /// <summary>Creates a scope of one name.</summary>
    public static LogScope Create(string name, string value) => new(KeyValuePair.Create(name, (object)value));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => about.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Formats the scope for console sinks, such as <c>Delivery=areas-0123</c>.</summary>
    public override string ToString() => string.Join(' ', about.Select(pair => $"{pair.Key}={pair.Value}"));
}
