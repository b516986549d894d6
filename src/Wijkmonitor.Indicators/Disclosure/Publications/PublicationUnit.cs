namespace Wijkmonitor.Indicators.Disclosure.Publications;

/// <summary>Decision about the figures of a period that lead to the same count.</summary>
/// <param name="Count">The code of that count.</param>
/// <param name="Figures">A digest of the figures that were decided about.</param>
/// <param name="Terms">A digest of what else it follows from: limits, sums among the areas, and how the indicators are related.</param>
/// <param name="Withheld">The keys of the figures that are withheld, in order.</param>
/// <param name="WithheldForPeriods">The keys of those that are withheld for the sake of other periods only, in order.</param>
public sealed record PublicationUnit(
    string Count, string Figures, string Terms, IReadOnlyList<string> Withheld, IReadOnlyList<string> WithheldForPeriods)
{
    /// <summary>Whether it was decided about the same on the same terms.</summary>
    public bool IsAbout(string figures, string terms) => Figures == figures && Terms == terms;

    /// <summary>Whether another decision is the same in all.</summary>
    public bool IsSame(PublicationUnit other) =>
        IsAbout(other.Figures, other.Terms) && Count == other.Count && Withheld.SequenceEqual(other.Withheld, StringComparer.Ordinal)
        && WithheldForPeriods.SequenceEqual(other.WithheldForPeriods, StringComparer.Ordinal);
}
