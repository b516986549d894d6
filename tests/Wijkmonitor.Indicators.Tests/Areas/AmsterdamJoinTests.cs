using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Datasets;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Areas;

/// <summary>Published figures of 2019 and published boundaries of 2022: Amsterdam changed all codes of its neighbourhoods in between.</summary>
public sealed class AmsterdamJoinTests
{
    private const int Figures = 479;
    private const int Shapes = 518;
    private const int SameCode = 0;
    private const int SameName = 240;

    [Fact]
    public void Figures_of_2019_join_shapes_of_2022_by_code_and_the_rest_is_counted()
    {
        var (figures, shapes) = Published();
        var codes = shapes.Select(shape => shape.Area).ToHashSet();

        Assert.Equal((Figures, Shapes), (figures.Count, shapes.Count));
        Assert.Equal(SameCode, figures.Keys.Count(codes.Contains));
    }

    [Fact]
    public void An_equal_name_joins_nothing_until_a_crosswalk_is_made_from_it()
    {
        var (figures, shapes) = Published();
        var names = ShapeNames();
        var observations = Observations();
        var pairs = figures.Where(f => names.ContainsKey(f.Value)).Select(f => (From: f.Key, To: names[f.Value])).ToList();
        Assert.Equal(SameName, pairs.Count);

        var alone = DerivedObservations.Compute(observations, IndicatorCatalogueTests.Shipped(), [], []);
        Assert.DoesNotContain(shapes, shape => alone.Find(shape.Area, new Period(2019), "households", 2022) is not null);

        var crosswalk = Crosswalk.Create(2019, 2022, pairs.Select((pair, i) => new CrosswalkEntry(2019, pair.From, 2022, [new CrosswalkShare(pair.To, 1, i + 2)], "crosswalks-1")));
        var carried = crosswalk.CarryAll(observations.Where(o => o.Area.Level == AreaLevel.Neighbourhood), IndicatorCatalogueTests.Shipped());
        Assert.Equal(SameName, carried.Carried.Count(o => o.Indicator == "households"));
        Assert.Equal(Figures - SameName, carried.NotCarried.Count(n => n.Indicator == "households" && n.Reason == NotDerivedReason.NotInCrosswalk));
        Assert.Equal(Shapes - SameName, shapes.Select(s => s.Area).Except(carried.Carried.Select(o => o.Area)).Count());
    }

    private static (IReadOnlyDictionary<AreaCode, string> Figures, IReadOnlyList<AreaBoundary> Shapes) Published()
    {
        var figures = Reading.ReadFile("ses-woa", PublishedFile("ses-woa-amsterdam-2019.csv"));
        var shapes = Reading.ReadFile("boundaries", PublishedFile("amsterdam-neighbourhoods-2022.geojson"));
        Assert.Empty(shapes.Log.Kept);
        Assert.All(shapes.Items.OfType<BoundaryItem>(), drawn => Assert.Equal(2022, drawn.Boundary.BoundaryYear));
        return (
            figures.Items.OfType<AreaItem>().Where(a => a.Area.Code.Level == AreaLevel.Neighbourhood).ToDictionary(a => a.Area.Code, a => a.Area.Name),
            [.. shapes.Items.OfType<BoundaryItem>().Select(drawn => drawn.Boundary)]);
    }

    private static List<Observation> Observations() =>
        [.. Reading.ReadFile("ses-woa", PublishedFile("ses-woa-amsterdam-2019.csv")).Observations.SelectMany(row => row.Values.Select(v =>
            new Observation(row.Area, row.Period, v.Indicator, v.Value, "ses-woa", row.BoundaryYear, row.Status, new SourceLine("published", v.Line))))];

    private static Dictionary<string, AreaCode> ShapeNames()
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(PublishedFile("amsterdam-neighbourhoods-2022.geojson")));
        return json.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties"))
            .ToDictionary(p => p.GetProperty("name").GetString()!, p => AreaCode.Parse(p.GetProperty("code").GetString()!), StringComparer.Ordinal);
    }

    private static string PublishedFile(string name)
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, "The folder with published data is absent; set WIJKMONITOR_DATA to it.");
        return Path.Combine(RepositoryFolder.PublishedData!, name);
    }
}
