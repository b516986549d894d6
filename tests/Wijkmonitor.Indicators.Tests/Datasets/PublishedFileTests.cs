using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets;

/// <summary>Files as their publishers give them, and what is said of those that are of no use.</summary>
public sealed class PublishedFileTests
{
    private const string Absent = "The published data is not on this machine (docs/architecture.md).";

    [Fact]
    public void Boundaries_of_municipalities_are_of_the_year_that_stands_in_the_file()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, Absent);
        using var content = File.OpenRead(Published("municipalities-2022.geojson"));

        var reading = Reading.Of(Reading.Definition("boundaries").ForFile("gemeenten 2021.geojson"), content);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(345, reading.Items.OfType<BoundaryItem>().Count());
        Assert.All(reading.Items.OfType<BoundaryItem>(), drawn => Assert.Equal((2022, AreaLevel.Municipality), (drawn.Boundary.BoundaryYear, drawn.Boundary.Area.Level)));
        Assert.Equal(new AreaCounts(345, 0, 0, 0), reading.Log.Tally.ToSummary().Areas);
    }

    [Theory]
    [InlineData("ses-woa", "ses-woa-amsterdam-2019.csv", 1, 99, 479, 450)]
    [InlineData("leefbaarometer-2-classes", "leefbaarometer-2-classes-wijk.csv", 0, 2981, 0, 2740)]
    public void What_was_read_of_a_published_file_is_counted(string dataset, string file, int municipalities, int districts, int neighbourhoods, int withoutNumber)
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, Absent);

        var reading = Reading.OfFile(dataset, Published(file));

        var summary = reading.Log.Tally.ToSummary();
        Assert.Equal(new AreaCounts(municipalities, districts, neighbourhoods, 0), summary.Areas);
        Assert.Equal(withoutNumber, reading.Observations.SelectMany(row => row.Values).Count(value => value.Value.Number is null));
        Assert.Equal(withoutNumber, summary.Symbols.Values.Sum());
        Assert.Empty(summary.Skipped);
    }

    [Theory]
    [InlineData("kwb", "kwb-amsterdam-2023-income.csv", "'Area_Code'")]
    [InlineData("kwb", "odata4-observations.csv", "waarnemingen van OData v4 met tekst en zonder cijfers, over codes (WP) die geen gebieden van de monitor zijn")]
    [InlineData("area-indicators", "odata4-observations.csv", "waarnemingen van OData v4 met tekst en zonder cijfers, over codes (WP)")]
    [InlineData("kwb", "odata4-region-codes.csv", "een lijst van codes")]
    [InlineData("ses-woa", "odata4-region-codes.csv", "een lijst van codes")]
    [InlineData("area-indicators", "crime-statline-long.csv", "gebieden bij naam (kolom 'Regio')")]
    [InlineData("kwb", "crime-statline-long.csv", "gebieden bij naam (kolom 'Regio')")]
    public void A_table_of_another_kind_is_refused_as_what_it_is(string dataset, string file, string said)
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, Absent);

        var reading = Reading.OfFile(dataset, Published(file));

        Assert.Empty(reading.Items);
        Assert.Equal((ProblemCodes.HeaderMissing, 1), (reading.Problem.Code, reading.Problem.Line));
        Assert.Contains(said, reading.Problem.Message.Nl);
    }

    private static string Published(string file) => Path.Combine(RepositoryFolder.PublishedData!, file);
}
