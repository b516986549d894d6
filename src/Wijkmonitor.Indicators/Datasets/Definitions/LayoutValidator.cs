using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Validator of the layouts that a definition declares.</summary>
internal static class LayoutValidator
{
    private static readonly string[] Prefixes = ["GM", "WK", "BU"];

    /// <summary>Finds the faults; each names the field.</summary>
    public static IEnumerable<ConfigurationFault> Find(DatasetDefinition definition) => FindInForm(definition).Concat(FindInRecordColumns(definition));

    /// <summary>Finds what is wrong with a layout for a dataset of this format.</summary>
    public static IEnumerable<ConfigurationFault> FindInFormat(DatasetDefinition definition, FileLayout layout)
    {
        if (definition.Format is DatasetFormat.Contract or DatasetFormat.Boundaries)
        {
            yield return ConfigurationFault.For(
                "layouts", "'layouts' is voor datasets waarvan bestanden rijen hebben.", "'layouts' is for datasets whose files have rows.");
        }

        if (layout.Format is { } format && (!IsOfFigures(format) || !IsOfFigures(definition.Format)))
        {
            yield return ConfigurationFault.For(
                "layouts",
                "'format' is statline, wide of long, en alleen waar dat van de dataset dat ook is.",
                "'format' is statline, wide or long, and only where that of the dataset is one of these.");
        }
    }

    private static bool IsOfFigures(DatasetFormat format) => format is DatasetFormat.StatLine or DatasetFormat.Wide or DatasetFormat.Long;

    private static IEnumerable<ConfigurationFault> FindInForm(DatasetDefinition definition)
    {
        if (definition.IsPartial && !definition.IsWide)
        {
            yield return ConfigurationFault.For(
                "partial",
                "'partial' is voor statline en wide: een lang bestand vervangt altijd alleen de waarden die erin staan.",
                "'partial' is for statline and wide: a long file always replaces only the values in it.");
        }

        if (definition.States is not null != definition.Columns?.State is not null
            || (definition.States is not null && definition.Format != DatasetFormat.Long))
        {
            yield return ConfigurationFault.For(
                "states", "'states' is verplicht bij 'columns.state', en is voor long.",
                "'states' is required with 'columns.state', and is for the format long.");
        }

        if (definition.Columns?.AreaPrefix is { } prefix && !Prefixes.Contains(prefix, StringComparer.Ordinal))
        {
            yield return ConfigurationFault.For("columns.areaPrefix", "'columns.areaPrefix' is GM, WK of BU.", "'columns.areaPrefix' is GM, WK or BU.");
        }
    }

    private static IEnumerable<ConfigurationFault> FindInRecordColumns(DatasetDefinition definition)
    {
        string[] known = definition.Records is { } kind ? [.. RecordColumnNames.For(kind)] : [];
        foreach (var (name, column) in definition.RecordColumns ?? new Dictionary<string, RecordColumn>(StringComparer.Ordinal))
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                yield return ConfigurationFault.For(
                    "recordColumns",
                    $"'recordColumns' heeft '{name}'; het is voor records van een soort met eigen kolommen: {string.Join(", ", known)}.",
                    $"'recordColumns' has '{name}'; it is for records of a kind with columns of its own: {string.Join(", ", known)}.");
            }

            foreach (var fault in FindInColumn(name, column))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<ConfigurationFault> FindInColumn(string name, RecordColumn column)
    {
        if (column is { Names: null or { Count: 0 }, Value: null })
        {
            yield return ConfigurationFault.For(
                "recordColumns", $"'recordColumns' van '{name}' heeft 'names', 'value' of allebei nodig.",
                $"'recordColumns' of '{name}' needs 'names', 'value' or both.");
        }

        if (column.Prefix is { } prefix && !Prefixes.Contains(prefix, StringComparer.Ordinal))
        {
            yield return ConfigurationFault.For("recordColumns", $"'prefix' van '{name}' is GM, WK of BU.", $"'prefix' of '{name}' is GM, WK or BU.");
        }

        if (column.Factor <= 0)
        {
            yield return ConfigurationFault.For("recordColumns", $"'factor' van '{name}' is meer dan 0.", $"'factor' of '{name}' is above 0.");
        }
    }
}
