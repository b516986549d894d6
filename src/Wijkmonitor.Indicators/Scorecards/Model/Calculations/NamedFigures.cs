using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Wijkmonitor.Indicators.Scorecards.Model.Calculations;

/// <summary>
/// The figures of a line by name, in the order of their names. A city has a million of these, of a few figures each: so they are arrays and
/// no trees.
/// </summary>
internal sealed class NamedFigures : IReadOnlyDictionary<string, decimal>
{
    private readonly string[] names;
    private readonly decimal[] figures;

    private NamedFigures(string[] names, decimal[] figures) => (this.names, this.figures) = (names, figures);

    /// <summary>No figures.</summary>
    public static NamedFigures None { get; } = new([], []);

    /// <inheritdoc/>
    public int Count => names.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => names;

    /// <inheritdoc/>
    public IEnumerable<decimal> Values => figures;

    /// <inheritdoc/>
    public decimal this[string key] => TryGetValue(key, out var figure) ? figure : throw new KeyNotFoundException($"There is no figure '{key}'.");

    /// <summary>Creates the named figures that are present.</summary>
    public static NamedFigures Create(params ReadOnlySpan<(string Name, decimal? Figure)> named)
    {
        var count = 0;
        foreach (var (_, figure) in named)
        {
            count += figure is null ? 0 : 1;
        }

        if (count == 0)
        {
            return None;
        }

        var (names, figures) = (new string[count], new decimal[count]);
        foreach (var (name, figure) in named)
        {
            if (figure is { } known)
            {
                names[^count] = name;
                figures[^count] = known;
                count--;
            }
        }

        Array.Sort(names, figures, StringComparer.Ordinal);
        return new NamedFigures(names, figures);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Array.IndexOf(names, key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out decimal value)
    {
        var index = Array.IndexOf(names, key);
        value = index < 0 ? 0 : figures[index];
        return index >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, decimal>> GetEnumerator()
    {
        for (var index = 0; index < names.Length; index++)
        {
            yield return KeyValuePair.Create(names[index], figures[index]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
