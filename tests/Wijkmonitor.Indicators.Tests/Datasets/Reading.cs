using System.Text;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets;

/// <summary>A file read by one of the definitions that ship: what it gave and what was wrong.</summary>
internal sealed record Reading(IReadOnlyList<DatasetItem> Items, ProblemLog Log)
{
    public static IndicatorCatalogue Catalogue { get; } = ReadCatalogue();

    public IReadOnlyList<AreaObservations> Observations => [.. Items.OfType<AreaObservations>()];

    /// <summary>The only problem, for tests of one mistake.</summary>
    public RowProblem Problem => Assert.Single(Log.Kept);

    public static Reading Read(string dataset, string text) => Read(dataset, Encoding.UTF8.GetBytes(text));

    public static Reading Read(string dataset, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return Read(Definition(dataset), content);
    }

    /// <summary>A sample of a format or a published file, read under its own name.</summary>
    public static Reading ReadFile(string dataset, string path)
    {
        using var content = File.OpenRead(path);
        return Read(Definition(dataset).ForFile(Path.GetFileName(path)), content);
    }

    /// <summary>A shipped definition with parts of its JSON replaced.</summary>
    public static DatasetDefinition Definition(string dataset, params (string From, string To)[] changes)
    {
        var json = File.ReadAllText(RepositoryFolder.File("config", "datasets", dataset + ".json"));
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, json);
            json = json.Replace(from, to);
        }

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return DatasetDefinition.Read(stream, dataset, Catalogue).WithSubjectKinds(ScorecardKinds.SubjectNames);
    }

    public static Reading Read(DatasetDefinition definition, string text, Encoding? encoding = null)
    {
        using var content = new MemoryStream((encoding ?? Encoding.UTF8).GetBytes(text));
        return Read(definition, content);
    }

    public static Reading Read(DatasetDefinition definition, Stream content)
    {
        var log = new ProblemLog(rules: definition.Problems);
        return new Reading([.. DatasetReader.Read(definition, Catalogue, content, log)], log);
    }

    private static IndicatorCatalogue ReadCatalogue()
    {
        using var json = File.OpenRead(RepositoryFolder.File("config", "indicators.json"));
        return IndicatorCatalogue.Read(json);
    }
}
