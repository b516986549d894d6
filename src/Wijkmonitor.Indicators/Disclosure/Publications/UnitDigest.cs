using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Disclosure.Publications;

/// <summary>Computation of digests of figures and of the terms that they are decided on.</summary>
/// <remarks>Equal digests mean that a decision holds as it is. Neither says from which delivery a figure is.</remarks>
public static class UnitDigest
{
    // Another one when the same figures can lead to another decision.
    private const string Version = "2";
    private const int Length = 24;

    /// <summary>Computes the digest of figures, in whatever order they are.</summary>
    public static string ComputeFigures(IEnumerable<Observation> observations) => Compute(observations.Select(ToLine).Order(StringComparer.Ordinal));

    /// <summary>Computes the digest of what else a decision follows from.</summary>
    /// <param name="indicators">The indicators.</param>
    /// <param name="rule">Text of the rule for small counts.</param>
    /// <param name="sums">Digest of the sums among the areas.</param>
    public static string ComputeTerms(IEnumerable<Indicator> indicators, string rule, string sums) =>
        Compute(indicators.Select(ToLine).Order(StringComparer.Ordinal).Prepend(sums).Prepend(rule).Prepend(Version));

    /// <summary>Computes the digest of some lines.</summary>
    public static string Compute(IEnumerable<string> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }

    /// <summary>Gets the key of a figure among those of its period.</summary>
    public static string GetKey(Observation observation) => $"{observation.Area}|{observation.Dataset}|{observation.Indicator}";

    private static string ToLine(Observation observation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{GetKey(observation)}|{observation.Value.State}|{Normalize(observation.Value.Number)}|{observation.BoundaryYear}|{observation.IsPublished}|")
        + string.Create(
            CultureInfo.InvariantCulture,
            $"{Normalize(observation.Rounding?.Base)}|{observation.Rounding?.Random}|{observation.Interval?.SampleSize}");

    private static string ToLine(Indicator indicator) =>
        $"{indicator.Code}|{indicator.SameAs}|{indicator.PartOf}|{indicator.WithheldWith}|{indicator.Denominator}|{indicator.Unit}|{indicator.Total}|"
        + $"{Normalize(indicator.Min)}|{indicator.IsMoney}|{indicator.IsCount}";

    private static string Normalize(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
