using System.Text;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Tests.Datasets.Sources;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

/// <summary>Numbers of files that can be meant in more than one way.</summary>
public sealed class NumberReadingTests
{
    private const string SharesOf100 = """{ "column": "v", "indicator": "elderly_loneliness", "unit": "aandeel", "factor": 100 }""";

    [Theory]
    [InlineData("0.4%", "0.4")]
    [InlineData("12.5 %", "12.5")]
    [InlineData("0.004", "0.4")]
    public void A_share_with_a_percent_sign_is_the_percentage_that_it_says(string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Value(Wide(SharesOf100), text));

    [Fact]
    public void A_share_that_a_workbook_shows_as_a_percentage_is_multiplied_once()
    {
        using var content = new MemoryStream(Zipped.CreateWorkbook(("Blad1", [["code", "jaar", "v"], ["GM0153", 2019, new Percentage(0.004)]])));

        Assert.Equal(0.4m, Assert.Single(Reading.Read(Wide(SharesOf100), content).Observations).Values[0].Value.Number);
    }

    [Fact]
    public void A_percent_sign_next_to_another_factor_is_refused_with_the_factor()
    {
        var problem = Read(Wide("""{ "column": "v", "indicator": "elderly_loneliness", "unit": "promille", "factor": 0.1 }"""), "4%").Problem;

        Assert.Equal((ProblemCodes.NumberInvalid, 2, "v", "4%"), (problem.Code, problem.Line, problem.Column, problem.Value));
        Assert.Contains("0.1", problem.Message.Nl);
        Assert.Contains("'factor'", problem.Remedy.En);
    }

    [Theory]
    [InlineData("burglaries", "0.123")]
    [InlineData("residents", "0.159")]
    [InlineData("ses_woa_score", "-0.500")]
    [InlineData("burglaries", "000.123")]
    [InlineData("burglaries", "012.345")]
    public void A_first_group_of_thousands_does_not_begin_with_a_zero(string indicator, string text)
    {
        var problem = Read(Wide($$"""{ "column": "v", "indicator": "{{indicator}}" }""", ",", "\"thousandsSeparator\": \".\","), text).Problem;

        Assert.Equal((ProblemCodes.NumberSeparator, text), (problem.Code, problem.Value));
    }

    [Theory]
    [InlineData("26.125", ".")]
    [InlineData("26,125", ",")]
    public void Three_decimals_in_thousands_of_euros_can_be_either_and_the_message_says_both(string text, string separator)
    {
        var problem = Read(Wide(ThousandsOfEuros, separator), text).Problem;

        Assert.Equal(ProblemCodes.NumberSeparator, problem.Code);
        Assert.Contains("26125", problem.Message.Nl);
        Assert.Contains($"{text}0", problem.Remedy.Nl);
        Assert.DoesNotContain("afgesproken", problem.Message.Nl);
    }

    [Theory]
    [InlineData("26.1250", ".", "")]
    [InlineData("26,125", ",", "\"thousandsSeparator\": \".\",")]
    public void Three_decimals_are_read_where_the_file_or_definition_declares_them(string text, string separator, string members) =>
        Assert.Equal(26_125, Value(Wide(ThousandsOfEuros, separator, members), text));

    [Fact]
    public void An_amount_below_one_thousand_euros_is_no_group_of_thousands() => Assert.Equal(125, Value(Wide(ThousandsOfEuros), "0.125"));

    [Fact]
    public void Scores_below_one_do_not_speak_for_a_layout_with_decimal_commas()
    {
        var reading = Reading.Read("ses-woa", "Perioden;Wijken en buurten;Regiocode (gemeente, wijk, buurt) (code);Particuliere huishoudens (Aantal);Opleidingsniveau/Laag/Waarde (%);"
            + "Opleidingsniveau/Middelbaar/Waarde (%);Opleidingsniveau/Hoog/Waarde (%);SES-WOA/Totaalscore/Gemiddelde score (Getal);Spreiding/Spreiding totaal/Waarde (Getal)\n"
            + "2020;Almelo;GM0141;33950;32;45;23;-0.100;0.350\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([33950, 32, 45, 23, -0.1m, 0.35m], Assert.Single(reading.Observations).Values.Select(value => value.Value.Number!.Value));
    }

    [Theory]
    [InlineData("kWh", 0, "2.430")]
    [InlineData("per km2", 0, "5.432")]
    [InlineData("m3", 0, "1.340")]
    [InlineData("x 1000 EUR", 1, "26.125")]
    public void A_quantity_that_is_shown_without_decimals_takes_no_point_that_can_be_between_thousands(string unit, int decimals, string text)
    {
        var problem = ReadQuantity(unit, decimals, text).Problem;

        Assert.Equal((ProblemCodes.NumberSeparator, text), (problem.Code, problem.Value));
        Assert.Contains($"{text}0", problem.Remedy.Nl);
    }

    [Theory]
    [InlineData("kWh", 0, "2.4300")]
    [InlineData("kWh", 0, "0.430")]
    [InlineData("kWh", 0, "2430.125")]
    [InlineData("kWh", 3, "2.430")]
    [InlineData("%", 0, "12.345")]
    [InlineData("grade", 0, "7.125")]
    [InlineData("class", 0, "7.000")]
    [InlineData("per 1000", 0, "1.234")]
    [InlineData("index", 0, "102.125")]
    [InlineData("kWh", 0, "2.43", 2.43)]
    [InlineData("kWh", 0, "2.43E+03", 2430.0)]
    public void Scores_rates_and_quantities_in_another_form_are_read_as_they_are(string unit, int decimals, string text, double? number = null)
    {
        var reading = ReadQuantity(unit, decimals, text);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            (decimal?)number ?? decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(reading.Observations).Values[0].Value.Number);
    }

    [Fact]
    public void A_quantity_with_declared_thousands_is_read() =>
        Assert.Equal(2430, ReadQuantity("kWh", 0, "2.430", ",", "\"thousandsSeparator\": \".\",").Observations[0].Values[0].Value.Number);

    // The shipped catalogue with another unit of one indicator.
    private static Reading ReadQuantity(string unit, int decimals, string text, string separator = ".", string members = "")
    {
        var json = JsonNode.Parse(File.ReadAllText(RepositoryFolder.File("config", "indicators.json")))!;
        var indicator = json["indicators"]!.AsArray().Single(node => node!["code"]!.GetValue<string>() == "burglaries")!;
        indicator["unit"] = unit;
        indicator["decimals"] = decimals;
        using var config = new MemoryStream(Encoding.UTF8.GetBytes(json.ToJsonString()));
        var catalogue = IndicatorCatalogue.Read(config);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"code;jaar;v\nGM0153;2019;{text}\n"));
        var log = new ProblemLog();
        return new Reading([.. DatasetReader.Read(Wide("""{ "column": "v", "indicator": "burglaries" }""", separator, members), catalogue, content, log)], log);
    }

    private const string ThousandsOfEuros = """{ "column": "v", "indicator": "income_per_resident", "unit": "x 1 000 euro", "factor": 1000 }""";

    private static decimal? Value(DatasetDefinition definition, string text)
    {
        var reading = Read(definition, text);
        Assert.Empty(reading.Log.Kept);
        return Assert.Single(reading.Observations).Values[0].Value.Number;
    }

    private static Reading Read(DatasetDefinition definition, string text) => Reading.Read(definition, $"code;jaar;v\nGM0153;2019;{text}\n");

    private static DatasetDefinition Wide(string topics, string separator = ".", string members = "") => Own.Definition(
        $$"""{{members}} "decimalSeparator": "{{separator}}", "topics": [{{topics}}]""");
}
