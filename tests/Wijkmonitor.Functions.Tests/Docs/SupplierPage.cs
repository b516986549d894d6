using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Docs;

/// <summary>The page that explains the datasets to data suppliers.</summary>
internal static class SupplierPage
{
    public static string Text { get; } = File.ReadAllText(RepositoryFolder.File("docs", "data-suppliers.md"));

    /// <summary>The entry of a dataset on the page.</summary>
    public static string Section(string dataset) => Text.Split($"### `{dataset}`")[1].Split("\n##")[0];

    /// <summary>The example of a dataset whose files have rows, and the dataset as it is for a file of that name.</summary>
    public static (DatasetDefinition Definition, string File) Example(string dataset)
    {
        var name = dataset switch { "kwb" => "85318NED.csv", "boundaries" => "buurten-2022.geojson", _ => "voorbeeld.csv" };
        return (Stores.Definition(dataset).ForFile(name), Section(dataset).Split("```")[1].TrimStart('\n'));
    }
}
