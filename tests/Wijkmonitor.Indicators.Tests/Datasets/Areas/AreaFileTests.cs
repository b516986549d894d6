using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets.Areas;

/// <summary>Crosswalks, custom areas and boundaries as files.</summary>
public sealed class AreaFileTests
{
    private const string Crosswalk = "from_year;from_code;to_year;to_code;share\n";
    private const string Custom = "code;name;boundary_year;part;weight\n";
    private const string Ring = "[[6.88,52.21],[6.89,52.21],[6.89,52.22],[6.88,52.21]]";

    [Fact]
    public void The_samples_are_read_without_problems()
    {
        var crosswalk = Reading.ReadFile("crosswalks", Sample("crosswalk-2021-2022.csv"));
        var custom = Reading.ReadFile("custom-areas", Sample("custom-areas-enschede.csv"));
        var shapes = Reading.ReadFile("boundaries", Sample("boundaries-2022.geojson"));

        Assert.Empty(crosswalk.Log.Kept.Concat(custom.Log.Kept).Concat(shapes.Log.Kept));
        var divided = crosswalk.Items.OfType<CrosswalkItem>().Single(j => j.Entry.From.Value == "BU01530000").Entry;
        Assert.Equal([("BU01530010", 0.6m, 4), ("BU01530011", 0.4m, 5)], divided.Shares.Select(s => (s.To.Value, s.Share, s.Line)));
        var area = Assert.IsType<CustomAreaItem>(Assert.Single(custom.Items)).CustomArea;
        Assert.Equal([("BU01530010", 1m), ("BU01530011", 0.25m)], area.Parts.Select(p => (p.Area.Value, p.Weight)));
        Assert.Equal([("BU01530010", 2022, 5), ("BU01530011", 2022, 6)], shapes.Items.OfType<BoundaryItem>().Select(d => (d.Boundary.Area.Value, d.Boundary.BoundaryYear, d.Boundary.Line)));
    }

    [Theory]
    [InlineData("2021;BU01530000;2022;BU01530010;0.6\n2021;BU01530000;2022;BU01530011;0.39", ProblemCodes.SharesTotal, "share")]
    [InlineData("2021;BU01530000;2022;BU01530010;0", ProblemCodes.ShareInvalid, "share")]
    [InlineData("2021;BU01530000;2022;BU01530010;1.1", ProblemCodes.ShareInvalid, "share")]
    [InlineData("2021;BU01530000;2021;BU01530010;1", ProblemCodes.CrosswalkInvalid, "to_year")]
    [InlineData("2021;BU01530000;2022;WK015300;1", ProblemCodes.CrosswalkInvalid, "to_code")]
    [InlineData("2021;CU0153-a;2022;CU0153-b;1", ProblemCodes.CrosswalkInvalid, "to_code")]
    [InlineData("2021;BU01530000;2022;BU01530010;0.5\n2021;BU01530000;2022;BU01530010;0.5", ProblemCodes.KeyDuplicate, "to_code")]
    public void An_invalid_crosswalk_is_refused_with_line_and_remedy(string rows, string code, string column)
    {
        var problem = Reading.Read("crosswalks", Crosswalk + rows + "\n").Log.Kept[0];

        Assert.Equal((code, column, ProblemSeverity.Error), (problem.Code, problem.Column, problem.Severity));
        Assert.NotNull(problem.Line);
        Assert.NotEmpty(problem.Remedy.Nl);
    }

    [Fact]
    public void Three_shares_of_0_333_add_up_to_a_whole() =>
        Assert.Empty(Reading.Read("crosswalks", Crosswalk + "2021;BU01530000;2022;BU01530010;0.333\n2021;BU01530000;2022;BU01530011;0.333\n2021;BU01530000;2022;BU01530012;0.333\n").Log.Kept);

    [Theory]
    [InlineData("BU01530000;Naam;2022;BU01530001;1", "code")]
    [InlineData("CU0153-a;Naam;2022;BU01540001;1", "part")]
    [InlineData("CU0153-a;Naam;2022;CU0153-b;1", "part")]
    [InlineData("CU0153-a;Naam;2022;WK015300;1\nCU0153-a;Naam;2022;BU01530001;1", "part")]
    [InlineData("CU0153-a;Naam;2022;GM0153;1\nCU0153-a;Naam;2022;BU01530001;1", "part")]
    [InlineData("CU0153-a;Naam;2022;BU01530001;1\nCU0153-a;Anders;2022;BU01530002;1", "name")]
    public void An_invalid_custom_area_is_refused(string rows, string column)
    {
        var problem = Reading.Read("custom-areas", Custom + rows + "\n").Problem;

        Assert.Equal((ProblemCodes.CustomAreaInvalid, column), (problem.Code, problem.Column));
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[6.88,52.21],[6.89,52.21],[6.89,52.22],[6.88,52.215]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[6.88,52.21],[6.89,52.21],[6.88,52.21]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""")]
    [InlineData("""{"type":"Point","coordinates":[6.88,52.21]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[630000,5800000],[630001,5800000],[630001,5800001],[630000,5800000]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[52.21,6.88],[52.22,6.88],[52.22,6.89],[52.21,6.88]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[["6.88",52.21],[6.89,52.21],[6.89,52.22],[6.88,52.21]]]}""")]
    [InlineData("null")]
    public void A_shape_outside_the_Netherlands_is_refused(string geometry) =>
        Assert.Equal(ProblemCodes.GeometryInvalid, Shapes(Feature("BU01530000", geometry)).Problem.Code);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"FeatureCollection"}""")]
    [InlineData("""{"type":"Feature","features":[]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[1]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[]} x""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"\ud800"},"geometry":null}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"BU0""")]
    public void Anything_but_a_feature_collection_is_refused(string json) =>
        Assert.Equal(ProblemCodes.JsonInvalid, Reading.Read(Reading.Definition("boundaries").ForFile("2022.geojson"), json).Log.Kept[0].Code);

    [Fact]
    public void An_empty_collection_is_refused() => Assert.Equal(ProblemCodes.FileEmpty, Shapes().Problem.Code);

    [Fact]
    public void The_year_comes_from_the_file_name_or_the_feature()
    {
        var feature = Feature("BU01530000", $$"""{"type":"Polygon","coordinates":[{{Ring}}]}""");
        var json = Collection(feature, feature.Replace("0000", "0001"));

        Assert.Equal(ProblemCodes.PeriodNotInName, Assert.Single(Reading.Read(Reading.Definition("boundaries").ForFile("buurten.geojson"), json).Log.Kept).Code);
        Assert.Empty(Reading.Read(Reading.Definition("boundaries").ForFile("buurten-2023.geojson"), json).Log.Kept);
    }

    [Fact]
    public void A_duplicate_shape_is_refused()
    {
        var feature = Feature("BU01530000", $$"""{"type":"Polygon","coordinates":[{{Ring}}]}""");

        Assert.Equal(ProblemCodes.KeyDuplicate, Shapes(feature, feature).Problem.Code);
    }

    [Fact]
    public void A_large_file_is_read_in_bounded_pieces_and_a_huge_feature_is_refused()
    {
        var ring = string.Concat(Enumerable.Range(0, 4000).Select(i => FormattableString.Invariant($"[6.{1000 + (i % 8000)},52.21],")));
        var closed = $"[[6.1,52.2],{ring}[6.1,52.2]]";
        var features = Enumerable.Range(0, 60).Select(i => Feature($"BU015300{i:00}", $$"""{"type":"Polygon","coordinates":[{{closed}}]}""")).ToArray();

        Assert.Equal(60, Shapes(features).Items.Count);

        var huge = $"[[6.1,52.2],{string.Concat(Enumerable.Repeat("[6.1234567890123456,52.2123456789012345],", 250_000))}[6.1,52.2]]";
        var problem = Shapes(features[0], Feature("BU01530099", $$"""{"type":"Polygon","coordinates":[{{huge}}]}""")).Log.Kept[0];
        Assert.Equal(ProblemCodes.GeometryInvalid, problem.Code);
    }

    private static string Sample(string name) => RepositoryFolder.File("samples", "formats", name);

    private static Reading Shapes(params string[] features) => Reading.Read(Reading.Definition("boundaries").ForFile("2022.geojson"), Collection(features));

    private static string Collection(params string[] features) => $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}""";

    private static string Feature(string code, string geometry) => $$"""{"type":"Feature","properties":{"code":"{{code}}"},"geometry":{{geometry}}}""";
}
