using System.Text;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

/// <summary>A dataset comes in several layouts; which one a file has is read from the file.</summary>
public sealed class LayoutTests
{
    private const string Bulk =
        "ID;WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_28;GemiddeldeWOZWaardeVanWoningen_35;Koopwoningen_40;InBezitWoningcorporatie_42;GemiddeldInkomenPerInwoner_72\n";

    private const string Export = "\"Wijken en buurten\";\"Regioaanduiding/Gemeentenaam (naam)\";\"Regioaanduiding/Codering (code)\";\"Bevolking/Aantal inwoners (aantal)\";"
        + "\"Bevolking/Geslacht/Mannen (aantal)\";\"Inkomen/Inkomen van personen/Gemiddeld inkomen per inwoner (x 1 000 euro)\"\n";

    private const string Ses =
        "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"Particuliere huishoudens (Aantal)\";\"Opleidingsniveau/Laag/Waarde (%)\";\"Opleidingsniveau/Middelbaar/Waarde (%)\";"
        + "\"Opleidingsniveau/Hoog/Waarde (%)\";\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\";\"Spreiding/Spreiding totaal/Waarde (Getal)\"\n";

    [Fact]
    public void An_export_without_symbols_is_known_by_its_decimal_commas_whatever_its_name()
    {
        var reading = Reading.Read(Reading.Definition("ses-woa").ForFile("export.csv"), Ses + "\"2019\";\"Amsterdam\";\"GM0363    \";457400;20,8;29,8;49,5;-0,1;1,01\n\"2019\";\"Driemond\";\"BU03639801\";0;;;;;\n");

        Assert.Equal("web export without statistical symbols", Layout(reading));
        Assert.Equal([457400, 20.8m, 29.8m, 49.5m, -0.1m, 1.01m], reading.Observations[0].Values.Select(value => value.Value.Number!.Value));
        Assert.All(reading.Observations[1].Values.Skip(1), value => Assert.Equal(ObservedState.Unknown, value.Value.State));
    }

    [Fact]
    public void An_export_with_symbols_is_known_by_its_padding()
    {
        var reading = Reading.Read("ses-woa", Ses + "\"2019\";\"Driemond\";\"BU03639801\";\"       0\";\"       .\";\"        \";\"       x\";\"   0.045\";\"   0.856\"\n");

        Assert.Null(reading.Log.Tally.ToSummary().Layout);
        Assert.Equal([ObservedState.Unknown, ObservedState.NotApplicable, ObservedState.Suppressed], reading.Observations[0].Values.Skip(1).Take(3).Select(value => value.Value.State));
    }

    [Theory]
    [InlineData("85318NED_TypedDataSet_1.csv", "GM0153;160000;;240;52;33;25.9", "bulk file with numbers (TypedDataSet)", ObservedState.Unknown)]
    [InlineData("85318NED_UntypedDataSet_1.csv", "GM0153;160000;;240;52;33;25.9", "bulk file with text (UntypedDataSet)", ObservedState.NotApplicable)]
    [InlineData("kwb 2022.csv", "GM0153;160000;;240;52;33;25.9", "bulk file with numbers (TypedDataSet)", ObservedState.Unknown)]
    [InlineData("kwb 2022.csv", "GM0153    ;  160000;        ;     240;      52;      33;    25.9", null, ObservedState.NotApplicable)]
    public void The_meaning_of_an_empty_cell_follows_from_the_layout(string name, string row, string? layout, ObservedState state)
    {
        var reading = Reading.Read(Reading.Definition("kwb").ForFile(name), Bulk + $"1;{row}\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(layout, reading.Log.Tally.ToSummary().Layout?.En);
        Assert.Equal(state, Assert.Single(reading.Observations).Values[1].Value.State);
    }

    [Theory]
    [InlineData("25845;12867;27,6", "web export or table without statistical symbols")]
    [InlineData("\"   25845\";\"   12867\";\"    27.6\"", "web export with statistical symbols")]
    public void Some_topics_of_a_web_export_are_read_with_the_names_of_its_areas(string figures, string layout)
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("Kerncijfers 2024.csv"),
            Export + "\"Nederland\";\"Nederland   \";\"NL00      \";17942942;8920768;.\n" + $"\"Aa en Hunze\";\"Aa en Hunze   \";\"GM1680    \";{figures}\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(layout, Layout(reading));
        Assert.Equal("Aa en Hunze", Assert.Single(reading.Items.OfType<AreaItem>()).Area.Name);
        Assert.Equal([("residents", 25845m), ("income_per_resident", 27600m)], Assert.Single(reading.Observations).Values.Select(value => (value.Indicator, value.Value.Number!.Value)));
        Assert.Equal(["Regioaanduiding/Gemeentenaam (naam)", "Bevolking/Geslacht/Mannen (aantal)"], reading.Log.Tally.ToSummary().IgnoredColumns);
        Assert.Equal([new SkippedLines(SkippedKinds.LargerArea, 1, 2)], reading.Log.Tally.ToSummary().Skipped);
    }

    [Fact]
    public void An_export_with_none_of_the_topics_is_refused()
    {
        var reading = Reading.Read(Reading.Definition("kwb").ForFile("kwb 2024.csv"), "\"Wijken en buurten\";\"Regioaanduiding/Codering (code)\";\"Bevolking/Geslacht/Mannen (aantal)\"\n\"Aa en Hunze\";\"GM1680    \";12867\n");

        Assert.Equal((ProblemCodes.ColumnMissing, "Bevolking/Aantal inwoners (aantal)"), (reading.Problem.Code, reading.Problem.Column));
    }

    [Fact]
    public void Areas_are_never_matched_by_name_and_the_column_with_codes_is_named()
    {
        var reading = Reading.Read(Reading.Definition("kwb").ForFile("kwb 2024.csv"), "\"Wijken en buurten\";\"Bevolking/Aantal inwoners (aantal)\"\n\"Aa en Hunze\";25845\n");

        Assert.Equal((ProblemCodes.ColumnMissing, "Regioaanduiding/Codering (code)"), (reading.Problem.Code, reading.Problem.Column));
        Assert.Contains("nooit aan hun naam", reading.Problem.Message.Nl);
        Assert.Contains("'Regioaanduiding/Codering (code)'", reading.Problem.Remedy.Nl);
    }

    [Theory]
    [InlineData("AantalInwoners_5", "AantalInwoners_6")]
    [InlineData("GemiddeldInkomenPerInwoner_72", "GemiddeldInkomenPerInwoner_83")]
    [InlineData("Koopwoningen_40", "Koopwoningen_47")]
    public void A_topic_is_known_by_its_name_without_the_number(string from, string to)
    {
        var reading = Reading.Read(Reading.Definition("kwb").ForFile("85984NED.csv"), Bulk.Replace(from, to) + "1;GM0153    ;  160000;   77000;     240;      52;      33;    25.9\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([160000, 77000, 240000, 52, 33, 25900], Assert.Single(reading.Observations).Values.Select(value => value.Value.Number!.Value));
    }

    [Fact]
    public void A_name_that_occurs_twice_is_refused_unless_its_occurrence_is_declared()
    {
        var twice = Bulk.Replace("\n", ";Koopwoningen_47\n") + "1;GM0153    ;  160000;   77000;     240;      52;      33;    25.9;      53\n";
        var second = Reading.Definition("kwb", ("\"column\": \"Koopwoningen_*\",", "\"column\": \"Koopwoningen_*\", \"occurrence\": 2,"));

        var ambiguous = Reading.Read(Reading.Definition("kwb").ForFile("85984NED.csv"), twice).Problem;
        var read = Reading.Read(second.ForFile("85984NED.csv"), twice);

        Assert.Equal((ProblemCodes.ColumnRepeated, "Koopwoningen_*"), (ambiguous.Code, ambiguous.Column));
        Assert.Contains("'Koopwoningen_40', 'Koopwoningen_47'", ambiguous.Message.Nl);
        Assert.Empty(read.Log.Kept);
        Assert.Equal(53, read.Observations[0].Values.Single(value => value.Indicator == "owner_occupied_homes").Value.Number);
    }

    [Fact]
    public void A_StatLine_table_is_read_with_titles_two_header_lines_and_units()
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("tabel.csv"),
            """
            "Kerncijfers wijken en buurten 2022"
            ""
            "";"Onderwerp"
            "";"Regioaanduiding|Codering  ";"Bevolking|Aantal inwoners  ";"Inkomen|Inkomen van personen|Gemiddeld inkomen per inwoner  "
            "Wijken en buurten";"code";"aantal";"x 1 000 euro"
            "Amsterdam";"GM0363    ";"821750";"26,9"
            "Driemond";"BU03639801";".";"24,7"
            "Bron: CBS"

            """);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal("web export or table without statistical symbols", Layout(reading));
        Assert.Equal([(2022, 821750m, 26900m), (2022, null, 24700m)], reading.Observations.Select(row => (row.Period.Year, row.Values[0].Value.Number, row.Values[1].Value.Number)));
        Assert.Equal(["Amsterdam", "Driemond"], reading.Items.OfType<AreaItem>().Select(item => item.Area.Name));
        Assert.Equal([(SkippedKinds.Title, 2), (SkippedKinds.Blank, 1), (SkippedKinds.Footer, 1)], reading.Log.Tally.ToSummary().Skipped.Select(lines => (lines.Kind, lines.Count)));
    }

    [Theory]
    [InlineData("Kerncijfers wijken en buurten 2022", "85318NED.csv", 2022)]
    [InlineData("Kerncijfers wijken en buurten 2015", "85318NED.csv", 2015, 2022)]
    [InlineData("Kerncijfers wijken en buurten 2013-2022", "85318NED.csv", 2022)]
    [InlineData("Kerncijfers wijken en buurten", "tabel.csv")]
    public void A_title_says_the_year_and_must_agree_with_the_name(string title, string name, params int[] years)
    {
        var text = $"\"{title}\"\n" + Bulk + "1;GM0153    ;  160000;   77000;     240;      52;      33;    25.9\n";
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var found = Wijkmonitor.Indicators.Datasets.Formats.DatasetReader.FindLayout(Reading.Definition("kwb").ForFile(name), content);

        Assert.Equal(years, found.FilePeriods.Select(period => period.Year));
        Assert.Equal(years.Length == 1 ? 1 : 0, Reading.Read(Reading.Definition("kwb").ForFile(name), text).Items.Count);
    }

    [Fact]
    public void Regions_can_be_columns()
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("tabel 2022.csv"),
            """
            "Kerncijfers wijken en buurten"
            "";"";"Wijken en buurten";
            "Onderwerp";"";"Nederland";"Amsterdam";"Groningen"
            "Regioaanduiding|Codering";"code";"NL00      ";"GM0363    ";"GM0014    "
            "Wijken en buurten";"";"Nederland";"Amsterdam";"Groningen"
            "Bevolking|Aantal inwoners";"aantal";"17590672";"921402";"1380"
            "Bevolking|Geslacht|Mannen";"aantal";"8745468";"457000";"700"
            "Inkomen|Inkomen van personen|Gemiddeld inkomen per inwoner";"x 1 000 euro";"29,1";"33,5";"."
            "Bron: CBS"

            """);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([("GM0363", 921402m, (decimal?)33500m), ("GM0014", 1380m, null)], reading.Observations.Select(row => (row.Area.Value, row.Values[0].Value.Number!.Value, row.Values[1].Value.Number)));
        Assert.Equal([6, 8], reading.Observations[0].Values.Select(value => value.Line));
        Assert.Equal(1, reading.Log.Tally.ToSummary().Skipped.Single(lines => lines.Kind == SkippedKinds.LargerArea).Count);
    }

    [Fact]
    public void Regions_can_be_columns_where_the_unit_is_in_the_name_and_next_to_it()
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("tabel 2022.csv"),
            "\"Onderwerp\";\"\";\"Amsterdam\"\n\"Regioaanduiding|Codering (code)\";\"code\";\"GM0363\"\n\"Wijken en buurten\";\"\";\"Amsterdam\"\n\"Bevolking|Aantal inwoners\";\"aantal\";\"882633\"\n"
            + "\"Wonen|Gemiddelde WOZ-waarde van woningen\";\"x 1 000 euro\";\"550\"\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([882633m, 550000m], Assert.Single(reading.Observations).Values.Select(value => value.Value.Number!.Value));
    }

    [Fact]
    public void A_wrong_figure_of_a_table_with_regions_as_columns_is_reported_with_its_line()
    {
        var problem = Reading.Read(
            Reading.Definition("kwb").ForFile("tabel 2022.csv"),
            "\"Regioaanduiding|Codering\";\"code\";\"GM0363    \"\n\"Wijken en buurten\";\"\";\"Amsterdam\"\n\"Bevolking|Aantal inwoners\";\"aantal\";\"veel\"\n").Problem;

        Assert.Equal((ProblemCodes.NumberInvalid, 3, "Bevolking|Aantal inwoners (aantal)"), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void Mapped_codes_of_a_publisher_become_observations()
    {
        var reading = Reading.Read(
            Observations().ForFile("85318NED_Observations.csv"),
            "Id;Measure;ValueAttribute;Value;WijkenEnBuurten\n0;T001036;None;17590672;NL00      \n1;T001036;None;25615;GM1680    \n2;M000297;Impossible;;GM1680    \n3;M000297;None;25.9;WK168000  \n4;M999;None;1;GM1680    \n5;M999;None;2;GM1681    \n");

        Assert.Equal([("residents", ObservedValue.Known(25615)), ("woz_value", ObservedValue.NotApplicable), ("woz_value", ObservedValue.Known(25900))], reading.Observations.Select(row => (row.Values[0].Indicator, row.Values[0].Value)));
        Assert.All(reading.Observations, row => Assert.Equal(new Period(2022), row.Period));
        Assert.Equal((ProblemCodes.ColumnUnknown, ProblemSeverity.Warning, 6, "M999"), (reading.Problem.Code, reading.Problem.Severity, reading.Problem.Line, reading.Problem.Value));
        Assert.Contains("(2 rijen)", reading.Problem.Message.Nl);
        Assert.Equal(1, reading.Log.Tally.ToSummary().Symbols["Impossible"]);
    }

    [Fact]
    public void Codes_that_the_dataset_ignores_are_named_once_each()
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("85318NED_Observations.csv"),
            "Id;Measure;ValueAttribute;Value;WijkenEnBuurten\n1;T001036;None;25615;GM1680    \n2;M000297;None;25.9;GM1680    \n3;M000297;None;25.9;WK168000  \n");

        Assert.Equal("residents", Assert.Single(reading.Observations).Values[0].Indicator);
        Assert.Equal(["Id", "M000297"], reading.Log.Tally.ToSummary().IgnoredColumns);
    }

    [Theory]
    [InlineData("0;T001036;Sometimes;5;GM1680", "ValueAttribute", "Sometimes")]
    [InlineData("0;T001036;Impossible;5;GM1680", "Value", "5")]
    public void A_state_that_is_not_declared_or_contradicts_the_figure_is_refused(string row, string column, string value)
    {
        var problem = Reading.Read(Observations().ForFile("85318NED.csv"), $"Id;Measure;ValueAttribute;Value;WijkenEnBuurten\n{row}\n").Problem;

        Assert.Equal((ProblemCodes.StateInvalid, column, value), (problem.Code, problem.Column, problem.Value));
    }

    [Fact]
    public void Observations_without_a_mapped_code_are_refused() =>
        Assert.Contains(ProblemCodes.IndicatorUnknown, Reading.Read(Observations().ForFile("85318NED.csv"), "Id;Measure;ValueAttribute;Value;WijkenEnBuurten\n0;X1;None;5;GM1680\n").Log.Kept.Select(problem => problem.Code));

    [Fact]
    public void The_year_of_a_long_file_can_be_fixed()
    {
        var definition = Observations(("\"from\": \"file-name\", \"fileNames\": { \"85318NED\": \"2022\" }", "\"from\": \"fixed\", \"year\": \"2022\""));

        Assert.Equal(new Period(2022), Assert.Single(Reading.Read(definition.ForFile("2021.csv"), "Measure;ValueAttribute;Value;WijkenEnBuurten\nT001036;None;5;GM1680\n").Observations).Period);
    }

    [Fact]
    public void A_long_file_without_its_year_is_refused() =>
        Assert.Equal(ProblemCodes.PeriodNotInName, Reading.Read(Observations().ForFile("cijfers.csv"), "Measure;ValueAttribute;Value;WijkenEnBuurten\nT001036;None;5;GM1680\n").Problem.Code);

    [Theory]
    [InlineData("kwb 2022.csv", "GM0153    ;  160000;   77000;   1.260;      52;      33;    25.9", "GemiddeldeWOZWaardeVanWoningen_35")]
    [InlineData("kwb 2022.csv", "GM0153;160000;77000;1.260;52;33;25.9", "GemiddeldeWOZWaardeVanWoningen_35")]
    public void An_amount_in_thousands_with_three_decimals_is_refused_as_ambiguous(string name, string row, string column)
    {
        var problem = Reading.Read(Reading.Definition("kwb").ForFile(name), Bulk + $"1;{row}\n").Problem;

        Assert.Equal((ProblemCodes.NumberSeparator, column), (problem.Code, problem.Column));
    }

    [Fact]
    public void A_figure_that_may_mean_thousands_does_not_choose_the_layout()
    {
        const string header = "\"Wijken en buurten\";\"Regioaanduiding/Codering (code)\";\"Bevolking/Aantal inwoners (aantal)\";"
            + "\"Wonen/Gemiddelde WOZ-waarde van woningen (x 1 000 euro)\";\"Wonen/Woningen naar eigendom/Koopwoningen (%)\"\n";
        var reading = Reading.Read(Reading.Definition("kwb").ForFile("kwb 2022.csv"), header + "\"Enschede\";\"GM0153    \";159960;;43\n\"Wijk\";\"WK015300  \";960;1.260;40\n");

        Assert.Equal((ProblemCodes.NumberSeparator, 3), (reading.Problem.Code, reading.Problem.Line));
    }

    [Fact]
    public void Two_layouts_that_read_other_figures_in_a_file_refuse_it()
    {
        const string Layouts = "\"layouts\": [{ \"title\": { \"nl\": \"met punten\", \"en\": \"with points\" }, \"decimalSeparator\": \",\", \"thousandsSeparator\": \".\" }], \"boundaryYear\"";
        var definition = Reading.Definition("area-indicators", ("\"boundaryYear\": \"period\"", Layouts + ": \"period\""));

        var ambiguous = Reading.Read(definition, "area;period;indicator;value\nGM0153;2017;average_income;1.355\n").Problem;
        var points = Reading.Read(definition, "area;period;indicator;value\nGM0153;2017;average_income;1.355,90\nGM0153;2018;inhabitants;159.960\n");
        var plain = Reading.Read(definition, "area;period;indicator;value\nGM0153;2017;average_income;1355.90\n");

        Assert.Equal(ProblemCodes.LayoutAmbiguous, ambiguous.Code);
        Assert.Contains("'met punten'", ambiguous.Message.Nl);
        Assert.Equal([1355.90m, 159960m], points.Observations.Select(row => row.Values[0].Value.Number!.Value));
        Assert.Equal(1355.90m, Assert.Single(plain.Observations).Values[0].Value.Number);
    }

    [Theory]
    [InlineData("bu_code,bu_naam,wk_code,jaar", "BU01530000,Binnenstad,WK015300,2020", "BU01530000", "Binnenstad")]
    [InlineData("wk_code,wk_naam,jaar", "WK015300,Wijk 00,2020", "WK015300", "Wijk 00")]
    [InlineData("gm_code,gm_naam,jaar", "GM0153,Enschede,2020", "GM0153", "Enschede")]
    [InlineData("wk_code,jaar", "WK015300,2020", "WK015300", null)]
    [InlineData("bu_code,wk_naam,jaar", "BU01530000,Wijk 00,2020", "BU01530000", null)]
    public void The_Leefbaarometer_brings_the_names_of_the_areas_that_it_is_about(string header, string row, string area, string? name)
    {
        var reading = Reading.Read("leefbaarometer", $"{header},lbm,afw,fys,onv,soc,vrz,won\n{row},4.102,-0.049,-0.020,-0.095,-0.033,0.127,-0.028\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(area, Assert.Single(reading.Observations).Area.Value);
        Assert.Equal(name, reading.Items.OfType<AreaItem>().SingleOrDefault()?.Area.Name);
    }

    [Theory]
    [InlineData("GM", "0363", "GM0363")]
    [InlineData("GM", "363", "GM0363")]
    [InlineData("GM", " GM0363 ", "GM0363")]
    [InlineData("WK", "36300", "WK036300")]
    [InlineData("WK", "0363AA", "WK0363AA")]
    [InlineData("BU", "3630001", "BU03630001")]
    [InlineData("GM", "36300", null)]
    [InlineData("GM", "", null)]
    [InlineData("GM", "Amsterdam", null)]
    public void Codes_without_letters_are_read_with_the_declared_ones(string prefix, string code, string? area)
    {
        var definition = Reading.Definition("area-indicators", ("\"area\": \"area\",", $"\"area\": \"area\", \"areaPrefix\": \"{prefix}\","));

        var reading = Reading.Read(definition, $"area;period;indicator;value\n{code};2017;inhabitants;5\n");

        Assert.Equal(area, reading.Observations.SingleOrDefault()?.Area.Value);
        Assert.Equal(area is null ? [ProblemCodes.AreaCodeInvalid] : [], reading.Log.Kept.Select(problem => problem.Code));
    }

    private static string? Layout(Reading reading) => reading.Log.Tally.ToSummary().Layout?.En;

    private static Wijkmonitor.Indicators.Datasets.Definitions.DatasetDefinition Observations(params (string From, string To)[] changes)
    {
        var json =
            """
            { "id": "odata4", "title": { "nl": "OData v4", "en": "OData v4" }, "source": "CBS", "format": "long", "visibility": "public", "owner": "CBS", "delimiter": ";", "decimalSeparator": ".",
              "symbols": { "": "unknown" }, "boundaryYear": "period", "states": { "None": "known", "Impossible": "not-applicable" },
              "columns": { "area": "WijkenEnBuurten", "indicator": "Measure", "value": "Value", "state": "ValueAttribute" },
              "period": { "from": "file-name", "fileNames": { "85318NED": "2022" } }, "ignoredColumns": { "Id": "A number." },
              "topics": [{ "column": "T001036", "indicator": "residents" }, { "column": "M000297", "indicator": "woz_value", "unit": "x 1 000 euro", "factor": 1000 }] }
            """;
        json = changes.Aggregate(json, (text, change) => text.Replace(change.From, change.To));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return Wijkmonitor.Indicators.Datasets.Definitions.DatasetDefinition.Read(stream, "odata4", Reading.Catalogue);
    }
}
