using System.Globalization;
using System.Text;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

/// <summary>Files as their publishers give them, and what is said of those that are of no use.</summary>
public sealed class PublishedFileTests
{
    private const string Absent = "The published data is not on this machine (docs/architecture.md).";

    [Fact]
    public void Boundaries_of_municipalities_are_of_the_year_in_the_file()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, Absent);
        using var content = File.OpenRead(Published("municipalities-2022.geojson"));

        var reading = Reading.Read(Reading.Definition("boundaries").ForFile("gemeenten 2021.geojson"), content);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(345, reading.Items.OfType<BoundaryItem>().Count());
        Assert.All(reading.Items.OfType<BoundaryItem>(), drawn => Assert.Equal((2022, AreaLevel.Municipality), (drawn.Boundary.BoundaryYear, drawn.Boundary.Area.Level)));
        Assert.Equal(new AreaCounts(345, 0, 0, 0), reading.Log.Tally.ToSummary().Areas);
    }

    [Theory]
    [InlineData("ses-woa", "ses-woa-amsterdam-2019.csv", 1, 99, 479, 450)]
    [InlineData("leefbaarometer-2-classes", "leefbaarometer-2-classes-wijk.csv", 0, 2981, 0, 2740)]
    public void Rows_read_of_a_published_file_are_counted(string dataset, string file, int municipalities, int districts, int neighbourhoods, int withoutNumber)
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, Absent);

        var reading = Reading.ReadFile(dataset, Published(file));

        var summary = reading.Log.Tally.ToSummary();
        Assert.Equal(new AreaCounts(municipalities, districts, neighbourhoods, 0), summary.Areas);
        Assert.Equal(withoutNumber, reading.Observations.SelectMany(row => row.Values).Count(value => value.Value.Number is null));
        Assert.Equal(withoutNumber, summary.Symbols.Values.Sum());
        Assert.Empty(summary.Skipped);
    }

    [Fact]
    public void Key_figures_of_a_web_export_are_read_with_the_areas_that_they_name()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, Absent);

        var reading = Reading.ReadFile("kwb", Published("kwb-2024-statline-population.csv"));

        var summary = reading.Log.Tally.ToSummary();
        Assert.Empty(reading.Log.Kept);
        Assert.Equal([new Period(2024)], summary.Periods);
        Assert.Equal(new AreaCounts(342, 3393, 14574, 0), summary.Areas);
        Assert.Equal([new SkippedLines(SkippedKinds.LargerArea, 1, 2)], summary.Skipped);
        Assert.Contains("Bevolking/Leeftijdsgroepen/65 jaar of ouder (aantal)", summary.IgnoredColumns);
        Assert.Equal(9, summary.IgnoredColumns.Count);
        Assert.Equal(963, reading.Observations.Count(row => row.Status == FigureStatus.SeriesBreak));
        Assert.Equal([931_298, 25_845, 495], new[] { "GM0363", "GM1680", "BU01935210" }.Select(area => Value(reading, area, "residents")));
        Assert.Equal(18_309, reading.Items.OfType<AreaItem>().Count());
        HoldsFigures(reading, Published("kwb-2024-statline-population.csv"), codeColumn: 3, [("residents", 5, 1)], ',');
    }

    [Fact]
    public void Key_figures_without_codes_are_refused_with_the_column_that_has_them()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, Absent);

        var problem = Reading.ReadFile("kwb", Published("kwb-2024-statline-origin.csv")).Problem;

        Assert.Equal((ProblemCodes.ColumnMissing, "Regioaanduiding/Codering (code)"), (problem.Code, problem.Column));
        Assert.Contains("Codering (code)", problem.Remedy.Nl);
    }

    [Fact]
    public void A_table_with_heads_of_its_user_is_read_by_a_definition_that_maps_them()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, Absent);

        var reading = ReadWith(
            """
            "decimalSeparator": ",", "symbols": { "": "unknown" }, "columns": { "area": "Area_Code", "areaName": "District_Type" }, "nameColumns": ["Municipality_Name"],
            "period": { "from": "file-name", "fileNames": { "{year}": "{year}" } }, "ignoredColumns": { "*": "Not used here." },
            "topics": [{ "column": "Avg_Income_Per_Inhabitant_1000EUR", "indicator": "income_per_resident", "unit": "x 1 000 euro", "factor": 1000 },
              { "column": "Avg_Income_Per_Income_Recipient_1000EUR", "indicator": "average_income", "unit": "x 1 000 euro", "factor": 1000 }]
            """,
            "kwb-amsterdam-2023-income.csv");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(628, reading.Observations.Count);
        Assert.All(reading.Observations, row => Assert.Equal(new Period(2023), row.Period));
        Assert.Equal(45_400, Value(reading, "WK0363AA", "income_per_resident"));
        Assert.Equal(433, reading.Observations.Count(row => row.Values.Single(value => value.Indicator == "average_income").Value.State == ObservedState.Unknown));
        HoldsFigures(reading, Published("kwb-amsterdam-2023-income.csv"), codeColumn: 2, [("average_income", 4, 1000), ("income_per_resident", 5, 1000)], ',');
    }

    [Fact]
    public void A_bulk_table_with_renamed_columns_is_read_by_a_definition_that_maps_them()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, Absent);

        var reading = ReadWith(
            """
            "decimalSeparator": ".", "symbols": { ".": "unknown" }, "columns": { "area": "DistrictsAndNeighbourhoods" }, "nameColumns": ["MunicipalityName_*"],
            "period": { "from": "file-name", "fileNames": { "{year}": "{year}" } }, "ignoredColumns": { "*": "Not used here." },
            "topics": [{ "column": "supermarkets_within_1km", "indicator": "amenities" }, { "column": "DistanceToTrainStationAllTypes_*", "indicator": "meeting_places" }]
            """,
            "proximity-amsterdam-2024.csv");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(628, reading.Observations.Count);
        Assert.Equal(3.9m, Value(reading, "WK0363AA", "amenities"));
        Assert.Equal(41, reading.Observations.Count(row => row.Values.All(value => value.Value.State == ObservedState.Unknown)));
        HoldsFigures(reading, Published("proximity-amsterdam-2024.csv"), codeColumn: 1, [("amenities", 4, 1), ("meeting_places", 11, 1)], '.');
    }

    [Theory]
    [InlineData("kwb", "kwb-amsterdam-2023-income.csv", "'Area_Code'")]
    [InlineData("kwb", "odata4-observations.csv", "waarnemingen van OData v4 met tekst en zonder cijfers, over codes (WP) die geen gebieden van de monitor zijn")]
    [InlineData("area-indicators", "odata4-observations.csv", "waarnemingen van OData v4 met tekst en zonder cijfers, over codes (WP)")]
    [InlineData("kwb", "odata4-region-codes.csv", "een lijst van codes")]
    [InlineData("ses-woa", "odata4-region-codes.csv", "een lijst van codes")]
    [InlineData("area-indicators", "crime-statline-long.csv", "gebieden bij naam (kolom 'Regio')")]
    [InlineData("kwb", "crime-statline-long.csv", "gebieden bij naam (kolom 'Regio')")]
    public void A_table_of_another_kind_is_refused_by_its_kind(string dataset, string file, string said)
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, Absent);

        var reading = Reading.ReadFile(dataset, Published(file));

        Assert.Empty(reading.Items);
        Assert.Equal((ProblemCodes.HeaderMissing, 1), (reading.Problem.Code, reading.Problem.Line));
        Assert.Contains(said, reading.Problem.Message.Nl);
    }

    private static decimal Value(Reading reading, string area, string indicator) =>
        reading.Observations.Single(row => row.Area.Value == area).Values.Single(value => value.Indicator == indicator).Value.Number!.Value;

    // Holds all that was read against the file, taken apart without the reader.
    private static void HoldsFigures(Reading reading, string path, int codeColumn, (string Indicator, int Column, decimal Factor)[] topics, char decimalSeparator)
    {
        var rows = File.ReadLines(path).Skip(1).Select(line => line.Split(';').Select(field => field.Trim('"').Trim()).ToArray()).Where(row => AreaCode.TryParse(row[codeColumn], out _));
        var expected = rows.Select(row => (row[codeColumn], string.Join(' ', topics.Select(topic =>
            decimal.TryParse(row[topic.Column].Replace(decimalSeparator, '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Text(number * topic.Factor) : "-"))));
        var read = reading.Observations.Select(row => (row.Area.Value, string.Join(' ', topics.Select(topic =>
            row.Values.Single(value => value.Indicator == topic.Indicator).Value.Number is { } number ? Text(number) : "-"))));

        Assert.Equal(expected, read);
    }

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static Reading ReadWith(string form, string file)
    {
        var json = $$"""{ "id": "own", "title": { "nl": "x", "en": "x" }, "source": "x", "format": "wide", "visibility": "public", "owner": "x", "delimiter": ";", "boundaryYear": "period", {{form}} }""";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var definition = DatasetDefinition.Read(stream, "own", Reading.Catalogue).ForFile(file);
        using var content = File.OpenRead(Published(file));
        return Reading.Read(definition, content);
    }

    private static string Published(string file) => Path.Combine(RepositoryFolder.PublishedData!, file);
}
