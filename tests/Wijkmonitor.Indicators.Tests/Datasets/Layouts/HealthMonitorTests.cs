using System.Globalization;
using System.Text;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

/// <summary>The health monitor of RIVM as CBS publishes it, by a definition of this test's own: all topics of one age.</summary>
public sealed class HealthMonitorTests
{
    private const string Absent = "The published data is not on this machine (docs/architecture.md).";
    private const int FixedColumns = 8;

    private static string Published => Path.Combine(RepositoryFolder.PublishedData!, "rivm-health-65plus-amsterdam-2020.csv");

    [Fact]
    public void Every_figure_of_the_chosen_age_is_read_as_in_the_file()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, Absent);
        var (header, rows) = Lines();
        var (definition, catalogue) = Define(header, age: "80200");

        var reading = Read(definition, catalogue);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(579, reading.Observations.Count);
        Assert.Equal(new AreaCounts(1, 99, 479, 0), reading.Log.Tally.ToSummary().Areas);
        Assert.All(reading.Observations.Zip(rows), pair =>
        {
            Assert.Equal((pair.Second[3].Trim(), 2020), (pair.First.Area.Value, pair.First.Period.Year));
            Assert.Equal(
                pair.Second[FixedColumns..].Select(text => text.Trim() is { Length: > 1 } number ? (decimal?)decimal.Parse(number, CultureInfo.InvariantCulture) : null),
                pair.First.Values.Select(value => value.Value.Number));
        });
        var district = reading.Observations.Single(row => row.Area == AreaCode.Parse("WK036300"));
        Assert.Equal(68.5m, district.Values[0].Value.Number);
    }

    [Fact]
    public void The_table_of_another_age_is_refused_with_the_age_that_it_holds()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, Absent);
        var (definition, catalogue) = Define(Lines().Header, age: "20300");

        var reading = Read(definition, catalogue);

        Assert.Empty(reading.Items);
        Assert.Equal((ProblemCodes.DimensionOther, "Leeftijd", "80200"), (reading.Log.Kept[0].Code, reading.Log.Kept[0].Column, reading.Log.Kept[0].Value));
    }

    private static (string[] Header, List<string[]> Rows) Lines()
    {
        var lines = File.ReadAllLines(Published, Encoding.UTF8);
        return (lines[0].TrimStart('\uFEFF').Trim('"').Split(';'), [.. lines.Skip(1).Select(line => line.Trim('"').Split(';'))]);
    }

    private static (DatasetDefinition Definition, IndicatorCatalogue Catalogue) Define(string[] header, string age)
    {
        var text = new BilingualText("x", "x");
        var codes = header[FixedColumns..].Select((column, i) => (Column: column, Code: string.Create(CultureInfo.InvariantCulture, $"health_{i}"))).ToList();
        var catalogue = new IndicatorCatalogue(
        [
            new Indicator("elderly", text, "people", Polarity.NoJudgement, 0, null, text, text, Total: true, Min: 0),
            .. codes.Select(topic => new Indicator(topic.Code, text, "%", Polarity.NoJudgement, 1, "elderly", text, text, Min: 0, Max: 100)),
        ]);
        var topics = string.Join(", ", codes.Select(topic => $$"""{ "column": "{{topic.Column}}", "indicator": "{{topic.Code}}" }"""));
        var json = $$"""
            { "id": "health", "title": { "nl": "Gezondheid", "en": "Health" }, "source": "RIVM/GGD/CBS 50052NED", "format": "statline", "visibility": "public", "owner": "x",
              "delimiter": ";", "decimalSeparator": ".", "symbols": { ".": "unknown", "": "unknown" }, "boundaryYear": "2020", "columns": { "area": "WijkenEnBuurten", "period": "Perioden" },
              "dimensions": { "Leeftijd": ["{{age}}"], "Marges": ["MW00000"] }, "ignoredColumns": { "ID": "x", "Gemeentenaam_1": "x", "SoortRegio_2": "x", "Codering_3": "x" }, "topics": [{{topics}}] }
            """;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return (DatasetDefinition.Read(stream, "health.json", catalogue), catalogue);
    }

    private static Reading Read(DatasetDefinition definition, IndicatorCatalogue catalogue)
    {
        var log = new ProblemLog(rules: definition.Problems);
        using var content = File.OpenRead(Published);
        return new Reading([.. DatasetReader.Read(definition.ForFile(Path.GetFileName(Published)), catalogue, content, log)], log);
    }
}
