using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Finds what is wrong with how a definition says that files are laid out.</summary>
internal static class LayoutFaults
{
    private static readonly string[] Prefixes = ["GM", "WK", "BU"];

    /// <summary>Finds the faults; each names the field.</summary>
    public static IEnumerable<ConfigurationFault> Find(DatasetDefinition definition) => FindInForm(definition).Concat(FindInRecordColumns(definition));

    /// <summary>Creates the fault of a layout from that of the definition with the layout in place of its own.</summary>
    public static ConfigurationFault InLayout(FileLayout layout, ConfigurationFault fault) => fault with
    {
        Field = fault.Field is null ? "layouts" : $"layouts.{fault.Field}",
        Message = new BilingualText($"De layout '{layout.Title.Nl}': {fault.Message.Nl}", $"The layout '{layout.Title.En}': {fault.Message.En}"),
    };

    private static IEnumerable<ConfigurationFault> FindInForm(DatasetDefinition definition)
    {
        if (definition.Partial && !definition.IsWide)
        {
            yield return ConfigurationFault.For(
                "partial",
                "'partial' is voor statline en wide: een lang bestand vervangt alleen de waarden die erin staan.",
                "'partial' is for statline and wide: a long file replaces only the values that it holds.");
        }

        if (definition.States is not null != definition.Columns?.State is not null || (definition.States is not null && definition.Format != DatasetFormat.Long))
        {
            yield return ConfigurationFault.For(
                "states", "'states' is verplicht bij 'columns.state', en is voor het format long.", "'states' is required with 'columns.state', and is for the format long.");
        }

        if (definition.Columns?.AreaPrefix is { } prefix && !Prefixes.Contains(prefix, StringComparer.Ordinal))
        {
            yield return ConfigurationFault.For("columns.areaPrefix", "'columns.areaPrefix' is GM, WK of BU.", "'columns.areaPrefix' is GM, WK or BU.");
        }
    }

    private static IEnumerable<ConfigurationFault> FindInRecordColumns(DatasetDefinition definition)
    {
        string[] known = definition.Records is { } kind ? [.. RecordColumnNames.For(kind)] : [];
        return (definition.RecordColumns ?? new Dictionary<string, RecordColumn>(StringComparer.Ordinal)).SelectMany(declared => FindInRecordColumn(declared.Key, declared.Value, known));
    }

    private static IEnumerable<ConfigurationFault> FindInRecordColumn(string name, RecordColumn column, string[] known)
    {
        const string field = "recordColumns";
        if (!known.Contains(name, StringComparer.Ordinal))
        {
            yield return ConfigurationFault.For(
                field,
                $"'recordColumns' heeft '{name}'; het is voor records van een soort met eigen kolommen: {string.Join(", ", known)}.",
                $"'recordColumns' has '{name}'; it is for records of a kind with columns of its own: {string.Join(", ", known)}.");
        }

        if (column is { Names: null or { Count: 0 }, Value: null })
        {
            yield return ConfigurationFault.For(
                field, $"'recordColumns' van '{name}' vraagt 'names', 'value' of allebei.", $"'recordColumns' of '{name}' needs 'names', 'value' or both.");
        }

        if (column.Prefix is { } prefix && !Prefixes.Contains(prefix, StringComparer.Ordinal))
        {
            yield return ConfigurationFault.For(field, $"'prefix' van '{name}' is GM, WK of BU.", $"'prefix' of '{name}' is GM, WK or BU.");
        }

        if (column.Factor <= 0)
        {
            yield return ConfigurationFault.For(field, $"'factor' van '{name}' is groter dan 0.", $"'factor' of '{name}' is above 0.");
        }
    }
}
