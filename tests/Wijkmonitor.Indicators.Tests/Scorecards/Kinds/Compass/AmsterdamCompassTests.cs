using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Compass;

/// <summary>The compass on published figures: Amsterdam 2019, CBS StatLine 85163NED.</summary>
public sealed class AmsterdamCompassTests
{
    private const int FirstValueColumn = 3;
    private static readonly string[] Columns = ["households", "education_low", "education_middle", "education_high", "ses_woa_score", "ses_woa_spread"];
    private static readonly IndicatorCatalogue Catalogue = IndicatorCatalogueTests.Shipped();

    [Fact]
    public void Every_district_and_neighbourhood_of_Amsterdam_has_a_compass()
    {
        var cards = Compute(new ObservationSet(Published()));

        Assert.Equal(99 + 479, cards.Count);
        Assert.All(cards, c => Assert.Equal(Columns, c.Lines.Select(l => l.Code)));
        var old = Score(cards, "WK036300");
        Assert.Equal((-0.022m, -0.100m, -0.078m), (old.Value, old.Reference, old.Figures["gap"]));
        Assert.Equal(LineState.Valued, old.State);
        Assert.Contains(cards, c => Score(cards, c.Area.Value).State == LineState.MissingInput);
    }

    [Fact]
    public void The_mean_of_the_neighbourhoods_of_Amsterdam_is_near_the_published_score()
    {
        var derived = Score(Compute(new ObservationSet(Published().Where(o => o.Area.Level != AreaLevel.Municipality))), "WK036300");

        Assert.InRange(derived.Reference!.Value, -0.110m, -0.090m);
        Assert.InRange(derived.Figures["derived-neighbourhoods"], 300, 479);
        Assert.Contains(derived.Inputs, i => i.Role == "derived-city");
    }

    private static IReadOnlyList<Scorecard> Compute(ObservationSet observations)
    {
        using var file = File.OpenRead(RepositoryFolder.File("config", "rules", "compass", "example.json"));
        return CompassCards.Compute(CompassCards.Rules(file), Catalogue, AreaCode.Parse("GM0363"), observations, new Period(2019), records: []);
    }

    private static ScorecardLine Score(IEnumerable<Scorecard> cards, string area) =>
        cards.Single(c => c.Area.Value == area).Lines.Single(l => l.Code == "ses_woa_score");

    private static List<Observation> Published()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, "The folder with published data is absent; set WIJKMONITOR_DATA to it.");
        using var reader = new StreamReader(Path.Combine(RepositoryFolder.PublishedData!, "ses-woa-amsterdam-2019.csv"));
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", TrimOptions = TrimOptions.Trim });
        csv.Read();
        csv.ReadHeader();
        List<Observation> observations = [];
        while (csv.Read())
        {
            observations.AddRange(Columns.Select((code, i) => new Observation(
                AreaCode.Parse(csv.GetField(2)!), new Period(2019), code, Value(csv.GetField(FirstValueColumn + i)!), "ses-woa", 2019, FigureStatus.None, new SourceLine("published", csv.Context.Parser!.RawRow))));
        }

        return observations;
    }

    private static ObservedValue Value(string text) => text.Trim() switch
    {
        "." => ObservedValue.Unknown,
        "" => ObservedValue.NotApplicable,
        var number => ObservedValue.Known(decimal.Parse(number, NumberStyles.Number, CultureInfo.InvariantCulture)),
    };
}
