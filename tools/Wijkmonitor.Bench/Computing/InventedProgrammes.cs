using System.Collections.Frozen;
using System.Globalization;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Computing;

/// <summary>Municipalities with subjects of mixed kinds: those of the samples in turn, each with its records under another code.</summary>
internal sealed class InventedProgrammes
{
    private const int BoundaryYear = 2022;
    private static readonly List<Template> Templates = ReadTemplates();
    private static readonly FrozenSet<string> Published =
        MonitorParts.Config.Datasets.All.Where(dataset => dataset.Published is not null).Select(dataset => dataset.Id).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Number of different subjects in the samples.</summary>
    public static int Different => Templates.Count;

    /// <summary>Creates all that is known of a municipality.</summary>
    /// <param name="number">Its number, 1 to 9,999.</param>
    /// <param name="subjects">Number of its subjects.</param>
    public static MunicipalityFigures Create(int number, int subjects)
    {
        var code = AreaCode.Parse(string.Create(CultureInfo.InvariantCulture, $"GM{number:0000}"));
        List<AreaRecord> records = [];
        for (var i = 0; i < subjects; i++)
        {
            var subject = string.Create(CultureInfo.InvariantCulture, $"subject-{i}");
            records.AddRange(Templates[i % Templates.Count].Records.Select(record => Rename(record, code, subject)));
        }

        return new MunicipalityFigures(code, MonitorParts.Config.Catalogue, [new Area(code, code.Value, BoundaryYear)], new ObservationSet([]), records)
        {
            PublishedDatasets = Published,
        };
    }

    private static AreaRecord Rename(AreaRecord record, AreaCode area, string subject) => record with
    {
        Area = area,
        Reference = $"{subject} {record.Reference}",
        Fields = new Dictionary<string, string>(record.Fields, StringComparer.Ordinal) { [Subject.Field] = subject },
    };

    private static List<Template> ReadTemplates()
    {
        var records = Directory.EnumerateFiles(RepositoryFolder.File("samples", "inbox"), "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(ReadRecords).Where(record => record.GetText(Subject.Field) is not null).ToList();
        return [.. records.Where(IsSubject).Select(subject => new Template(
            [subject, .. records.Where(record => !IsSubject(record) && record.GetText(Subject.Field) == subject.GetText(Subject.Field))]))];
    }

    private static bool IsSubject(AreaRecord record) => Subject.Datasets.Contains(record.Dataset, StringComparer.Ordinal);

    private static IEnumerable<AreaRecord> ReadRecords(string path)
    {
        var definition = MonitorParts.Config.Datasets.Find(Path.GetFileName(Path.GetDirectoryName(path)!))!.ForFile(Path.GetFileName(path));
        using var content = File.OpenRead(path);
        foreach (var item in DatasetReader.Read(definition, MonitorParts.Config.Catalogue, content, new ProblemLog()))
        {
            if (item is AreaRecordItem { Record: var record })
            {
                yield return record;
            }
        }
    }

    private sealed record Template(IReadOnlyList<AreaRecord> Records);
}
