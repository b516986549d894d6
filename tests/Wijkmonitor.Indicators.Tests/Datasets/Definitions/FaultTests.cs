using System.Text;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Indicators.Tests.Datasets.Definitions;

/// <summary>Faults of definitions that would read figures wrongly.</summary>
public sealed class FaultTests
{
    private const string Topics = "\"topics\": [{ \"column\": \"v\", \"indicator\": \"homes\" }]";

    [Theory]
    [InlineData("""{ "column": "v", "indicator": "homes" }, { "column": "w", "indicator": "homes" }""")]
    [InlineData("""{ "column": "v", "indicator": "homes", "required": false }, { "column": "w", "indicator": "homes", "required": false }""")]
    [InlineData("""{ "column": "v", "indicator": "homes", "lastYear": 2021 }, { "column": "w", "indicator": "homes", "firstYear": 2021 }""")]
    [InlineData("""{ "column": "v", "indicator": "homes", "lastYear": 2021 }, { "column": "w", "indicator": "homes" }""")]
    [InlineData("""{ "column": "v", "indicator": "homes", "dimensions": { "Leeftijd": ["1"] } }, { "column": "w", "indicator": "homes", "dimensions": { "Leeftijd": ["1", "2"] } }""")]
    public void Two_columns_for_one_indicator_in_one_year_are_a_fault(string topics)
    {
        var fault = Assert.Single(Find($"\"decimalSeparator\": \".\", \"topics\": [{topics}]", isOfFileName: true));

        Assert.Equal("topics", fault.Field);
        Assert.Contains("'v' en 'w'", fault.Message.Nl);
        Assert.Contains("'aliases'", fault.Message.En);
    }

    [Theory]
    [InlineData("""{ "column": "v", "indicator": "homes", "lastYear": 2020 }, { "column": "w", "indicator": "homes", "firstYear": 2021 }""")]
    [InlineData("""{ "column": "v", "indicator": "homes", "dimensions": { "Leeftijd": ["1"] } }, { "column": "w", "indicator": "homes", "dimensions": { "Leeftijd": ["2"] } }""")]
    public void Two_columns_for_one_indicator_in_other_years_or_groups_are_none(string topics) =>
        Assert.Empty(Find($"\"decimalSeparator\": \".\", \"topics\": [{topics}]", isOfFileName: true));

    [Theory]
    [InlineData("decimalSeparator", "\"decimalSeparator\": \"5\"")]
    [InlineData("decimalSeparator", "\"decimalSeparator\": \";\"")]
    [InlineData("thousandsSeparator", "\"decimalSeparator\": \".\", \"thousandsSeparator\": \"0\"")]
    [InlineData("skippedAreas", "\"decimalSeparator\": \".\", \"skippedAreas\": [\"\"]")]
    [InlineData("checks.jumps", "\"decimalSeparator\": \".\", \"checks\": { \"jumps\": { \"homes\": { \"share\": -1 } } }")]
    [InlineData("checks.areaTotals", "\"decimalSeparator\": \".\", \"checks\": { \"areaTotals\": { \"homes\": -0.1 } }")]
    [InlineData("precedence", "\"decimalSeparator\": \".\", \"precedence\": { \"homes\": [{ \"dataset\": \"own\" }, { \"dataset\": \"own\" }] }")]
    public void A_definition_that_cannot_be_meant_is_a_fault(string field, string members) =>
        Assert.Contains(field, Find($"{members}, {Topics}").Select(fault => fault.Field));

    [Theory]
    [InlineData("0", true)]
    [InlineData("1", true)]
    [InlineData("12,5", true)]
    [InlineData("99", true)]
    [InlineData("999", false)]
    [InlineData("99999999", false)]
    [InlineData("-99997", false)]
    [InlineData("x", false)]
    public void A_symbol_that_can_be_a_figure_is_a_fault(string symbol, bool isFault) => Assert.Equal(
        isFault, Find($"\"decimalSeparator\": \".\", {Topics}", symbols: $"{{ \"{symbol}\": \"unknown\" }}").Any(fault => fault.Field == "symbols"));

    [Theory]
    [InlineData("none", true)]
    [InlineData("double", false)]
    public void The_delimiter_can_be_before_decimals_where_fields_are_quoted(string quoting, bool isFault) => Assert.Equal(
        isFault, Find($"\"decimalSeparator\": \",\", \"quoting\": \"{quoting}\", {Topics}", delimiter: ",").Any(fault => fault.Field == "decimalSeparator"));

    [Fact]
    public void A_fault_that_quotes_the_definition_cannot_steer_a_terminal()
    {
        var fault = new ConfigurationFault("colour\u001b[31m", new("'colour\u001b[31m' kan niet", "'colour\u001b[31m' cannot be")) { Remedy = new("\u001b", "\u001b") };

        var shown = Assert.Single(new FaultyDefinition("own", "own.json", [fault]).Faults);

        Assert.Equal(("colour\\u001B[31m", "'colour\\u001B[31m' kan niet", "\\u001B"), (shown.Field, shown.Message.Nl, shown.Remedy!.En));
    }

    private static IReadOnlyList<ConfigurationFault> Find(string members, bool isOfFileName = false, string symbols = "{ \".\": \"unknown\" }", string delimiter = ";")
    {
        var columns = isOfFileName
            ? "\"columns\": { \"area\": \"code\" }, \"period\": { \"from\": \"file-name\", \"fileNames\": { \"{year}\": \"{year}\" } }"
            : "\"columns\": { \"area\": \"code\", \"period\": \"jaar\" }";
        var json = $$"""
            { "id": "own", "title": { "nl": "Eigen", "en": "Own" }, "source": "x", "format": "wide", "visibility": "public", "owner": "x", "delimiter": "{{delimiter}}",
              "symbols": {{symbols}}, "boundaryYear": "period", {{columns}}, {{members}} }
            """;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        try
        {
            DatasetDefinition.Read(stream, "own.json", Reading.Catalogue);
            return [];
        }
        catch (ConfigurationException e)
        {
            return e.Errors;
        }
    }
}
