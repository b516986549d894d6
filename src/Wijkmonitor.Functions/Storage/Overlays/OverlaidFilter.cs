using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Functions.Storage.Overlays;

/// <summary>A filter on rows that are not in the storage: comparisons of properties with texts and numbers, joined by <c>and</c>.</summary>
/// <param name="Partition">The partition that it selects.</param>
/// <param name="Comparisons">The comparisons.</param>
internal sealed partial record OverlaidFilter(string Partition, IReadOnlyList<(string Property, string Operator, object Value)> Comparisons)
{
    private const string Joint = " and ";

    /// <summary>Parses a filter as the monitor's stores write them.</summary>
    /// <exception cref="NotSupportedException">It is of another form, or does not select one partition.</exception>
    public static OverlaidFilter Parse(string? filter)
    {
        var matches = ComparisonForm().Matches(filter ?? "");
        var comparisons = matches.Select(match => (match.Groups["property"].Value, match.Groups["operator"].Value, ReadValue(match))).ToList();
        return string.Join(Joint, matches.Select(match => match.Value)) == filter
            && comparisons is [("PartitionKey", "eq", string partition), ..]
            ? new OverlaidFilter(partition, comparisons)
            : throw new NotSupportedException($"'{filter}' is no filter that can be asked of a preview.");
    }

    /// <summary>Whether it compares properties that are not keys.</summary>
    public bool ComparesValues => Comparisons.Any(comparison => !IsKey(comparison.Property));

    /// <summary>The filter without the comparisons of properties that are not keys, as the storage reads it.</summary>
    public string KeyFilter => string.Join(Joint, Comparisons.Where(comparison => IsKey(comparison.Property))
        .Select(comparison => $"{comparison.Property} {comparison.Operator} '{((string)comparison.Value).Replace("'", "''", StringComparison.Ordinal)}'"));

    /// <summary>Whether it selects a row; one without a compared property is not selected.</summary>
    public bool Matches(TableEntity entity) =>
        Comparisons.All(comparison => Matches(entity, comparison.Property, comparison.Operator, comparison.Value));

    private static bool IsKey(string property) => property is "PartitionKey" or "RowKey";

    private static bool Matches(TableEntity entity, string property, string comparison, object value)
    {
        if (!entity.TryGetValue(property, out var found) || found is null)
        {
            return false;
        }

        var order = value is int number
            ? Convert.ToInt64(found, CultureInfo.InvariantCulture).CompareTo(number)
            : string.CompareOrdinal(Convert.ToString(found, CultureInfo.InvariantCulture), (string)value);
        return comparison switch
        {
            "eq" => order == 0,
            "ge" => order >= 0,
            "gt" => order > 0,
            "le" => order <= 0,
            _ => order < 0,
        };
    }

    private static object ReadValue(Match match) => match.Groups["number"] is { Success: true } number
        ? int.Parse(number.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
        : match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<property>[A-Za-z]+) (?<operator>eq|ge|gt|le|lt) ('(?<text>([^']|'')*)'|(?<number>-?[0-9]+))",
        RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex ComparisonForm();
}
