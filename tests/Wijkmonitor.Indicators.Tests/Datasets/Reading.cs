using System.Text;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets;

/// <summary>A file read by one of the definitions that ship: what it gave and what was wrong.</summary>
internal sealed record Reading(IReadOnlyList<DatasetItem> Items, ProblemLog Log)
{
    public static IndicatorCatalogue Catalogue { get; } = ReadCatalogue();

    public IReadOnlyList<AreaObservations> Observations => [.. Items.OfType<AreaObservations>()];

    /// <summary>The only problem, for tests of one mistake.</summary>
    public RowProblem Problem => Assert.Single(Log.Kept);

    public static DatasetDefinition Definition(string dataset)
    {
        using var json = File.OpenRead(RepositoryFolder.File("config", "datasets", dataset + ".json"));
        return DatasetDefinition.Read(json, dataset, Catalogue);
    }

    public static Reading Of(string dataset, string text) => Of(dataset, Encoding.UTF8.GetBytes(text));

    public static Reading Of(string dataset, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return Of(Definition(dataset), content);
    }

    public static Reading Of(DatasetDefinition definition, Stream content)
    {
        var log = new ProblemLog();
        return new Reading([.. DatasetReader.Read(definition, Catalogue, content, log)], log);
    }

    private static IndicatorCatalogue ReadCatalogue()
    {
        using var json = File.OpenRead(RepositoryFolder.File("config", "indicators.json"));
        return IndicatorCatalogue.Read(json);
    }
}
