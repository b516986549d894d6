using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

/// <summary>Figures that a publisher rounds to a base, as its definition declares.</summary>
public sealed class RoundingTests
{
    private const string Header = "area;period;indicator;value;boundary_year\n";

    [Theory]
    [InlineData(5, false, 5, 3, 7)]
    [InlineData(5, false, 0, 0, 2)]
    [InlineData(10, false, 10, 5, 14)]
    [InlineData(5, true, 5, 1, 9)]
    [InlineData(5, true, 0, 0, 4)]
    [InlineData(100, false, 300, 250, 349)]
    public void A_rounded_count_stands_for_the_numbers_that_round_to_it(int to, bool isRandom, int count, int min, int max)
    {
        var rounding = new FigureRounding(to, Random: isRandom);

        Assert.Equal((min, max), (rounding.GetMinCount(count), rounding.GetMaxCount(count)));
    }

    [Theory]
    [InlineData("105", 0)]
    [InlineData("110", 0)]
    [InlineData("115", 1)]
    public void A_total_over_areas_may_differ_by_the_rounding_of_its_parts(string neighbour, int warnings)
    {
        // 200 as counted against 95 and 105 to 115, each off by 2.5 at most, beyond 1 % of 200.
        var reading = Reading.Read(Definition("\"base\": 5, \"exceptMunicipalities\": true"), Header + $"GM0153;2017;inhabitants;202;2016\nWK015300;2017;inhabitants;95;2016\nWK015301;2017;inhabitants;{neighbour};2016\n");

        Assert.Equal(warnings, reading.Log.Total);
        Assert.All(reading.Log.Kept, problem => Assert.Equal(ProblemCodes.TotalMismatch, problem.Code));
    }

    [Fact]
    public void A_sum_in_a_row_may_differ_by_the_rounding_of_its_figures()
    {
        const string sums = "\"checks\": { \"sums\": [{ \"total\": \"inhabitants\", \"parts\": [\"households\", \"homes\"], \"tolerance\": 0 }] }";
        var plain = Health.Wide(sums, Counts);
        var rounded = Health.Wide(sums + ", \"rounding\": { \"*\": { \"base\": 10 } }", Counts);

        int Warnings(int total, bool isRounded) => Reading.Read(isRounded ? rounded : plain, $"WijkenEnBuurten;Perioden;a;b;c\nGM0153;2020JJ00;{total};50;40\n").Log.Total;

        Assert.Equal((0, 1, 0, 0, 1), (Warnings(90, false), Warnings(100, false), Warnings(90, true), Warnings(100, true), Warnings(110, true)));
    }

    [Fact]
    public void Figures_that_are_not_rounded_as_declared_are_named_once()
    {
        var reading = Reading.Read(Definition("\"base\": 5"), Header + "GM0153;2017;inhabitants;100;2016\nWK015300;2017;inhabitants;52;2016\nWK015301;2017;inhabitants;48;2016\n");

        Assert.Equal((ProblemCodes.ValueNotRounded, ProblemSeverity.Warning, 3, "52"), (reading.Problem.Code, reading.Problem.Severity, reading.Problem.Line, reading.Problem.Value));
        Assert.Contains("2 waarden zijn dat niet, zoals 52", reading.Problem.Message.Nl);
        Assert.Contains("2 values are not, such as 52", reading.Problem.Message.En);
    }

    [Fact]
    public void Indicator_rounding_overrides_the_default_and_can_exempt_municipalities()
    {
        var definition = Definition("\"base\": 10 }, \"*\": { \"base\": 5, \"exceptMunicipalities\": true");

        decimal? Base(string indicator, AreaLevel level) => definition.GetRounding(Reading.Catalogue.Find(indicator)!, level)?.Base;

        Assert.Equal((10m, 10m), (Base("inhabitants", AreaLevel.Municipality), Base("inhabitants", AreaLevel.Neighbourhood)));
        Assert.Equal((null, 5m), (Base("households", AreaLevel.Municipality), Base("households", AreaLevel.District)));
        Assert.Null(Base("social_assistance", AreaLevel.District));
    }

    [Theory]
    [InlineData(103, 0)]
    [InlineData(107, 0)]
    [InlineData(108, 1)]
    public void Two_datasets_differ_by_more_than_both_are_rounded_by(int there, int problems)
    {
        var definition = Definition("\"base\": 5");
        var precedence = new DatasetPrecedence(new Dictionary<string, IReadOnlyList<RankedDataset>>(StringComparer.Ordinal) { ["inhabitants"] = [new("area-indicators"), new("kwb")] });
        var check = new OverlapCheck(definition, Reading.Catalogue, precedence, _ => true);
        var other = new Observation(AreaCode.Parse("WK015300"), new Period(2017), "inhabitants", ObservedValue.Known(there), "kwb", 2016, FigureStatus.None, new SourceLine("d", 1)) { Rounding = new FigureRounding(10) };

        var reading = Reading.Read(definition, Header + "WK015300;2017;inhabitants;100;2016\n");
        check.Check(Assert.Single(reading.Observations), new[] { other }.ToLookup(o => (o.Area, o.Period, o.Indicator)));
        check.Report(reading.Log);

        Assert.Equal(problems, reading.Log.Total);
    }

    private static (string From, string To) Counts => (
        "{ \"column\": \"Eenzaam_28\", \"indicator\": \"elderly_loneliness\" }, { \"column\": \"Bijstand_4\", \"indicator\": \"social_assistance\" }",
        "{ \"column\": \"a\", \"indicator\": \"inhabitants\" }, { \"column\": \"b\", \"indicator\": \"households\" }, { \"column\": \"c\", \"indicator\": \"homes\" }");

    private static Wijkmonitor.Indicators.Datasets.Definitions.DatasetDefinition Definition(string rounding) => Reading.Definition(
        "area-indicators",
        ("\"boundaryYear\": \"period\"", $"\"boundaryYear\": \"period\", \"rounding\": {{ \"inhabitants\": {{ {rounding} }} }}, \"checks\": {{ \"areaTotals\": {{ \"inhabitants\": 0.01 }} }}"));
}
