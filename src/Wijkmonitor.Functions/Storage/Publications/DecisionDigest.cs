using Wijkmonitor.Indicators.Disclosure.Publications;

namespace Wijkmonitor.Functions.Storage.Publications;

/// <summary>Computation of digests of decisions. They are listed with the records, which need not be read to be compared with an index.</summary>
internal static class DecisionDigest
{
    /// <summary>Computes the digest of the decisions about a period.</summary>
    public static string Compute(IEnumerable<PublicationUnit> units) => UnitDigest.Compute(units.SelectMany(ToLines));

    private static IEnumerable<string> ToLines(PublicationUnit unit) =>
    [
        unit.Count, unit.Figures, unit.Terms, .. unit.Withheld.Select(key => $"withheld {key}"),
        .. unit.WithheldForPeriods.Select(key => $"for periods {key}"),
    ];
}
