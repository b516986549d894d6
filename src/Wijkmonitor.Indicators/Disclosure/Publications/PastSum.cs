namespace Wijkmonitor.Indicators.Disclosure.Publications;

/// <summary>Sum among counts that were withheld. What was public in it is left out: everybody knows that.</summary>
/// <param name="Totals">The totals.</param>
/// <param name="Parts">The counts that add up to these and what is known.</param>
public sealed record PastSum(IReadOnlyList<PastCount> Totals, IReadOnlyList<PastCount> Parts)
{
    /// <summary>Gets a text that only the same sum has.</summary>
    public string ToKey() => $"{string.Join('+', Totals.Select(count => count.ToKey()))}={string.Join('+', Parts.Select(count => count.ToKey()))}";
}
