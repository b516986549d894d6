using System.Text.Json;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Readers.GeoJson;

namespace Wijkmonitor.Indicators.Tests.Datasets.Areas;

/// <summary>Areas, crosswalks and boundaries as CBS and cities publish them.</summary>
public sealed class AreaLayoutTests
{
    [Theory]
    [InlineData("Gemeenten alfabetisch 2022.csv", "Gemeentecode;GemeentecodeGM;Gemeentenaam\n363;GM0363;Amsterdam\n", "GM0363", "Amsterdam", 2022)]
    [InlineData("gemeenten 2022.csv", "Gemeentecode;Gemeentenaam\n363;Amsterdam\n", "GM0363", "Amsterdam", 2022)]
    [InlineData("gwb.csv", "buurtcode2021;buurtnaam2021\n3630000;Kop Zeedijk\n", "BU03630000", "Kop Zeedijk", 2021)]
    [InlineData("gwb.csv", "Wijkcode2021;Wijknaam2021\n0363AA;Haarlemmerbuurt\n", "WK0363AA", "Haarlemmerbuurt", 2021)]
    [InlineData("gebieden.csv", "statcode;statnaam;jaar\nGM0363;Amsterdam;2021\n", "GM0363", "Amsterdam", 2021)]
    [InlineData("gebieden 2021.csv", "statcode;statnaam\nGM0363;Amsterdam\n", "GM0363", "Amsterdam", 2021)]
    [InlineData("kwb 2024.csv", "Wijken en buurten;Regioaanduiding/Codering (code);Bevolking/Aantal inwoners (aantal)\nNederland;NL00;17\nAmsterdam;GM0363;9\n", "GM0363", "Amsterdam", 2024)]
    [InlineData("ses.csv", "Perioden;Wijken en buurten;Regiocode (gemeente, wijk, buurt) (code)\n2019;Amsterdam;GM0363\n", "GM0363", "Amsterdam", 2019)]
    [InlineData("gem.csv", "Gemcode2021;Gemeentenaam2021\n363;Amsterdam\n", "GM0363", "Amsterdam", 2021)]
    [InlineData("gem 2023.csv", "Gemeentecode2021;Gemeentenaam2021\n363;Amsterdam\n", "GM0363", "Amsterdam", 2021)]
    [InlineData("gem 2021.csv", "GM_CODE;GM_NAAM\nGM0363;Amsterdam\n", "GM0363", "Amsterdam", 2021)]
    [InlineData("buurten 2021.csv", "BU_CODE;BU_NAAM;WK_CODE;GM_CODE;GM_NAAM\nBU03630000;Kop Zeedijk;WK036300;GM0363;Amsterdam\n", "BU03630000", "Kop Zeedijk", 2021)]
    [InlineData("buurten 2021.csv", "BUURTCODE;BUURTNAAM;GEMEENTECODE;GEMEENTENAAM\nBU03630000;Kop Zeedijk;GM0363;Amsterdam\n", "BU03630000", "Kop Zeedijk", 2021)]
    [InlineData("gebieden 2023.csv", "statcode;statnaam;JRSTATCODE\nGM0363;Amsterdam;2021GM0363\n", "GM0363", "Amsterdam", 2021)]
    [InlineData("eigen 2020.csv", "code;name;boundary_year\nGM0363;Amsterdam;2021\n", "GM0363", "Amsterdam", 2021)]
    public void A_list_of_areas_is_read_as_it_is_published(string file, string text, string code, string name, int year)
    {
        var reading = Reading.Read(Reading.Definition("areas").ForFile(file), text);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal((code, name, year), Assert.IsType<AreaItem>(Assert.Single(reading.Items)).Area is var area ? (area.Code.Value, area.Name, area.BoundaryYear) : default);
    }

    [Theory]
    [InlineData("Buurtcode;Buurtnaam;Gemeentecode;Gemeentenaam\n3630000;Kop Zeedijk;363;Amsterdam\n", "BU03630000")]
    [InlineData("Gemeentecode;Gemeentenaam;Wijkcode;Wijknaam;Buurtcode;Buurtnaam\n363;Amsterdam;36300;Burgwallen;3630000;Kop Zeedijk\n", "BU03630000")]
    [InlineData("buurtcode2022;buurtnaam2022;wijkcode2022;wijknaam2022\nBU03630000;Kop Zeedijk;WK036300;Burgwallen\n", "BU03630000")]
    [InlineData("wijkcode2022;wijknaam2022;Gemeentecode;Gemeentenaam\nWK036300;Burgwallen;363;Amsterdam\n", "WK036300")]
    [InlineData("buurt_code;buurt_naam;Gemeentecode;Gemeentenaam\nBU03630000;Kop Zeedijk;GM0363;Amsterdam\n", "BU03630000")]
    [InlineData("buurtcode2022;buurtnaam2022;Gemcode2022;Gemeentenaam2022\nBU03630000;Kop Zeedijk;363;Amsterdam\n", "BU03630000")]
    public void A_list_that_also_names_larger_areas_is_one_of_the_smallest(string text, string code)
    {
        var reading = Reading.Read(Reading.Definition("areas").ForFile("gebieden2022.csv"), text);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(code, Assert.IsType<AreaItem>(Assert.Single(reading.Items)).Area.Code.Value);
    }

    [Theory]
    [InlineData("Buurtcodenr;Buurt;Gemeentecode;Gemeentenaam\nBU03630000;Kop Zeedijk;GM0363;Amsterdam\n", "Buurtcodenr", "BU03630000")]
    [InlineData("Buurtcodenr;Buurt;Gemeentecode;Gemeentenaam\n3630000;Kop Zeedijk;363;Amsterdam\n", "Buurtcodenr", "BU03630000")]
    [InlineData("kleinste;Gemeentecode;Gemeentenaam\nWK036300;363;Amsterdam\n", "kleinste", "WK036300")]
    public void A_list_of_municipalities_with_codes_of_smaller_areas_is_refused_with_both(string text, string column, string smaller)
    {
        var problem = Reading.Read(Reading.Definition("areas").ForFile("gebieden2022.csv"), text).Log.Kept.Single(p => p.Severity == ProblemSeverity.Error);

        Assert.Equal((ProblemCodes.AreaCodeInvalid, "Gemeentecode", "GM0363"), (problem.Code, problem.Column, problem.Value));
        Assert.Contains($"'{column}' zegt {smaller}", problem.Message.Nl);
        Assert.Contains("'buurtcode'", problem.Remedy.En);
    }

    [Theory]
    [InlineData("Buurtcodenr", "give 'Buurtcodenr' the name 'buurtcode' or 'wijkcode'")]
    [InlineData("Buurtcode", "put that code in 'code'")]
    public void A_remedy_never_gives_a_column_the_name_that_it_has(string column, string remedy) => Assert.Contains(
        remedy, Reading.Read("areas", $"code;name;boundary_year;{column}\nGM0363;Amsterdam;2022;BU03630000\n").Log.Kept.Single(p => p.Severity == ProblemSeverity.Error).Remedy.En);

    [Fact]
    public void A_list_with_codes_of_any_kind_comes_before_one_of_municipalities()
    {
        var reading = Reading.Read(Reading.Definition("areas").ForFile("gebieden 2021.csv"), "statcode;statnaam;gemeentecode;gemeentenaam\nWK036300;Burgwallen;GM0363;Amsterdam\n");

        Assert.Equal(0, reading.Log.Errors);
        Assert.Equal("WK036300", Assert.IsType<AreaItem>(Assert.Single(reading.Items)).Area.Code.Value);
    }

    [Fact]
    public void A_list_with_the_code_of_a_municipality_elsewhere_is_read() => Assert.Equal(
        0, Reading.Read(Reading.Definition("areas").ForFile("gebieden2022.csv"), "Gemeentecode;Gemeentenaam;Buurgemeente;Centrum\n363;Amsterdam;GM0384;BU03840000\n").Log.Errors);

    [Fact]
    public void A_list_with_two_years_of_boundaries_is_refused()
    {
        var problem = Reading.Read(Reading.Definition("areas").ForFile("x.csv"), "statcode;statnaam;jaar;jrstatcode\nGM0363;Amsterdam;2022;2021GM0363\n").Log.Kept.Single(p => p.Severity == ProblemSeverity.Error);

        Assert.Equal((ProblemCodes.PeriodAmbiguous, "jrstatcode", "2021 / 2022"), (problem.Code, problem.Column, problem.Value));
        Assert.Contains("'jaar'", problem.Message.Nl);
    }

    [Fact]
    public void A_list_that_does_not_say_its_year_is_refused() =>
        Assert.Equal(ProblemCodes.PeriodNotInName, Reading.Read(Reading.Definition("areas").ForFile("gemeenten.csv"), "Gemeentecode;Gemeentenaam\n363;Amsterdam\n").Problem.Code);

    [Fact]
    public void A_crosswalk_of_a_city_is_read_by_mapped_columns()
    {
        var definition = Reading.Definition(
            "crosswalks",
            ("\"comment\": \"#\"",
            """
            "comment": "#", "period": { "from": "file-name", "fileNames": { "{year}": "{year}" } },
            "recordColumns": { "from_code": { "names": ["oude buurt"], "prefix": "BU" }, "from_year": { "value": "2021" }, "to_code": { "names": ["nieuwe buurt"], "prefix": "BU" }, "to_year": { "value": "{year}" },
              "share": { "names": ["aandeel (%)"], "factor": 0.01 } }
            """));

        var reading = Reading.Read(definition.ForFile("was-wordt 2022.csv"), "oude buurt;nieuwe buurt;aandeel (%)\n3630000;3630001;60\n3630000;3630002;40\n");

        Assert.Empty(reading.Log.Kept);
        var entry = Assert.IsType<CrosswalkItem>(Assert.Single(reading.Items)).Entry;
        Assert.Equal((2021, "BU03630000", 2022), (entry.FromYear, entry.From.Value, entry.ToYear));
        Assert.Equal([("BU03630001", 0.6m, 2), ("BU03630002", 0.4m, 3)], entry.Shares.Select(share => (share.To.Value, share.Share, share.Line)));
    }

    [Fact]
    public void A_mapped_column_that_is_absent_is_named_as_the_file_should_call_it()
    {
        var definition = Reading.Definition("crosswalks", ("\"comment\": \"#\"", "\"recordColumns\": { \"share\": { \"names\": [\"aandeel\", \"deel\"] } }"));

        Assert.Equal((ProblemCodes.ColumnMissing, "aandeel"), Reading.Read(definition, "from_year;from_code;to_year;to_code\n2021;BU03630000;2022;BU03630001\n").Problem is var p ? (p.Code, p.Column) : default);
    }

    [Theory]
    [InlineData("\"records\": \"areas\"", "\"recordColumns\": { \"kode\": { \"names\": [\"x\"] } }", "'kode'")]
    [InlineData("\"records\": \"areas\"", "\"recordColumns\": { \"code\": { } }", "'names', 'value' or both")]
    [InlineData("\"records\": \"areas\"", "\"recordColumns\": { \"code\": { \"names\": [\"x\"], \"prefix\": \"XX\" } }", "'prefix'")]
    [InlineData("\"records\": \"areas\"", "\"recordColumns\": { \"code\": { \"names\": [\"x\"], \"factor\": 0 } }", "'factor'")]
    public void A_mapping_that_cannot_be_is_refused_by_name(string before, string mapping, string named)
    {
        var exception = Assert.Throws<Wijkmonitor.Indicators.Configuration.ConfigurationException>(() => Reading.Definition("areas", (before, $"{before}, {mapping}")));

        Assert.Contains(exception.Errors, fault => fault.Message.En.Contains(named));
    }

    [Theory]
    [InlineData("\"363\"")]
    [InlineData("363")]
    [InlineData("\"GM0363\"")]
    public void Boundaries_are_read_by_a_mapped_property_with_a_code_without_letters(string code)
    {
        var definition = Reading.Definition("boundaries", ("\"area\": \"code\"", "\"area\": \"gm\", \"areaPrefix\": \"GM\""));

        var reading = Reading.Read(definition.ForFile("2022.geojson"), Shape($"\"gm\":{code}", "[6.88,52.21],[6.89,52.21],[6.89,52.22],[6.88,52.21]"));

        Assert.Empty(reading.Log.Kept);
        Assert.Equal("GM0363", Assert.IsType<BoundaryItem>(Assert.Single(reading.Items)).Boundary.Area.Value);
    }

    [Theory]
    [InlineData("\"Buurtcode\":\"BU03630000\",\"gemeentecode\":\"GM0363\"", "BU03630000")]
    [InlineData("\"gemeentecode\":\"GM0363\",\"BUURTCODE\":\"BU03630000\"", "BU03630000")]
    [InlineData("\"BU_CODE\":\"BU03630000\",\"GM_CODE\":\"GM0363\",\"statcode\":\"GM0363\"", "BU03630000")]
    [InlineData("\"code\":\"GM0363\",\"buurtcode\":\"BU03630000\"", "BU03630000")]
    [InlineData("\"gm_code\":\"GM0363\",\"wk_code\":\"WK036300\"", "WK036300")]
    [InlineData("\"code\":\"GM0363\",\"buurtcode\":null", "GM0363")]
    [InlineData("\"statcode\":\"GM0363\",\"JRSTATCODE\":\"2022GM0363\",\"hoofdkantoor\":\"BU03840000\"", "GM0363")]
    [InlineData("\"code\":\"CU0363-a\",\"gemeentecode\":\"GM0363\"", "CU0363-a")]
    public void A_shape_that_also_names_larger_areas_is_that_of_the_smallest(string properties, string code)
    {
        var reading = Shapes(properties);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(code, Assert.IsType<BoundaryItem>(Assert.Single(reading.Items)).Boundary.Area.Value);
    }

    [Theory]
    [InlineData("\"gemeentecode\":\"GM0363\",\"Buurt\":\"BU03630000\"", "gemeentecode", "'Buurt' zegt BU03630000")]
    [InlineData("\"statcode\":\"WK036300\",\"kleinste\":\"BU03630000\"", "statcode", "'kleinste' zegt BU03630000")]
    [InlineData("\"code\":\"GM0363\",\"buurtcode\":\"A01a\"", "buurtcode", "'A01a'")]
    [InlineData("\"statcode\":\"GM0363\",\"BU_CODE\":\"A01a\"", "BU_CODE", "'A01a'")]
    [InlineData("\"buurtcode\":\"\",\"gemeentecode\":\"GM0363\"", "buurtcode", "''")]
    public void A_shape_with_another_property_of_a_smaller_area_is_refused(string properties, string column, string words)
    {
        var problem = Shapes(properties).Problem;

        Assert.Equal((ProblemCodes.AreaCodeInvalid, column), (problem.Code, problem.Column));
        Assert.Contains(words, problem.Message.Nl);
    }

    // The Westertoren and the tower of Our Lady in Amersfoort, as their positions in both systems are published.
    [Theory]
    [InlineData(155_000, 463_000, 5.38720621, 52.15517440)]
    [InlineData(120_700.723, 487_525.501, 4.88352559, 52.37453253)]
    public void A_point_of_the_Dutch_grid_is_transformed(double x, double y, double longitude, double latitude)
    {
        var point = DutchGrid.ToWgs84(x, y);

        Assert.Equal(longitude, point.Longitude, 5);
        Assert.Equal(latitude, point.Latitude, 5);
    }

    [Fact]
    public void Boundaries_in_the_Dutch_grid_are_kept_in_WGS_84()
    {
        var reading = Reading.Read(Reading.Definition("boundaries").ForFile("2022.geojson"), Shape("\"statcode\":\"GM0363\"", "[120700.723,487525.501],[121700,487525,3.5],[121700,488000],[120700.723,487525.501]"));

        Assert.Empty(reading.Log.Kept);
        using var geometry = JsonDocument.Parse(Assert.IsType<BoundaryItem>(Assert.Single(reading.Items)).Boundary.Geometry);
        var first = geometry.RootElement.GetProperty("coordinates")[0][0];
        Assert.Equal(4.883526, first[0].GetDouble(), 5);
        Assert.Equal(52.374533, first[1].GetDouble(), 5);
        Assert.Equal(2, geometry.RootElement.GetProperty("coordinates")[0][1].GetArrayLength());
    }

    [Fact]
    public void A_point_in_neither_system_is_refused_with_both()
    {
        var problem = Reading.Read(Reading.Definition("boundaries").ForFile("2022.geojson"), Shape("\"statcode\":\"GM0363\"", "[52.37,4.88],[52.38,4.88],[52.38,4.89],[52.37,4.88]")).Problem;

        Assert.Equal(ProblemCodes.GeometryInvalid, problem.Code);
        Assert.Contains("EPSG:28992", problem.Remedy.Nl);
    }

    private static Reading Shapes(string properties) =>
        Reading.Read(Reading.Definition("boundaries").ForFile("2022.geojson"), Shape(properties, "[6.88,52.21],[6.89,52.21],[6.89,52.22],[6.88,52.21]"));

    private static string Shape(string property, string ring) =>
        $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{{{{property}}}},"geometry":{"type":"Polygon","coordinates":[[{{{ring}}}]]}}]}""";
}
