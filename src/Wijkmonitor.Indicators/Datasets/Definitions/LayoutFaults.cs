namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Finds what is wrong with how a definition says that files are laid out.</summary>
internal static class LayoutFaults
{
    private static readonly string[] Prefixes = ["GM", "WK", "BU"];

    /// <summary>Finds the faults; each names the field.</summary>
    public static IEnumerable<string> Find(DatasetDefinition definition) => FindInForm(definition).Concat(FindInRecordColumns(definition));

    private static IEnumerable<string> FindInForm(DatasetDefinition definition)
    {
        if (definition.Partial && !definition.IsWide)
        {
            yield return "'partial' is for statline and wide: a long file replaces only the values that it holds.";
        }

        if (definition.States is not null != definition.Columns?.State is not null || (definition.States is not null && definition.Format != DatasetFormat.Long))
        {
            yield return "'states' is required with 'columns.state', and is for the format long.";
        }

        if (definition.Columns?.AreaPrefix is { } prefix && !Prefixes.Contains(prefix, StringComparer.Ordinal))
        {
            yield return "'columns.areaPrefix' is GM, WK or BU.";
        }
    }

    private static IEnumerable<string> FindInRecordColumns(DatasetDefinition definition)
    {
        string[] known = definition.Records is { } kind ? [.. RecordColumnNames.For(kind)] : [];
        foreach (var (name, column) in definition.RecordColumns ?? new Dictionary<string, RecordColumn>(StringComparer.Ordinal))
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                yield return $"'recordColumns' has '{name}'; it is for records of a kind with columns of its own: {string.Join(", ", known)}.";
            }

            if (column is { Names: null or { Count: 0 }, Value: null })
            {
                yield return $"'recordColumns' of '{name}' needs 'names', 'value' or both.";
            }

            if (column.Prefix is { } prefix && !Prefixes.Contains(prefix, StringComparer.Ordinal))
            {
                yield return $"'prefix' of '{name}' is GM, WK or BU.";
            }

            if (column.Factor <= 0)
            {
                yield return $"'factor' of '{name}' is above 0.";
            }
        }
    }
}
