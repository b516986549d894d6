using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

/// <summary>Columns that say which group rows are about, where the definition says nothing of them; and rows that are about no area of the monitor.</summary>
public sealed class GroupTests
{
    private const string Topics = "\"decimalSeparator\": \".\", \"topics\": [{ \"column\": \"v\", \"indicator\": \"elderly_loneliness\" }]";

    [Theory]
    [InlineData("")]
    [InlineData(", \"ignoredColumns\": { \"*\": \"x\" }")]
    [InlineData(", \"ignoredColumns\": { \"Marges\": \"x\", \"Leeftijd\": \"x\" }")]
    public void Bounds_of_a_margin_are_never_the_figure(string members)
    {
        var problem = Reading.Read(Own.Definition(Topics + members), "code;jaar;Leeftijd;Marges;v\nGM0153;2019;20300;MOG0095;5\n").Log.Kept.Single(p => p.Column == "Marges");

        Assert.Equal((ProblemCodes.DimensionOther, ProblemSeverity.Error, 2), (problem.Code, problem.Severity, problem.Line));
        Assert.Contains("MOG0095", problem.Message.Nl);
        Assert.Contains("'margins'", problem.Remedy.Nl);
    }

    [Theory]
    [InlineData("")]
    [InlineData(", \"ignoredColumns\": { \"*\": \"x\" }")]
    public void One_undeclared_group_is_named_and_to_be_confirmed(string members)
    {
        var problem = Reading.Read(Own.Definition(Topics + members), "code;jaar;Leeftijd;Marges;v\nGM0153;2019;20300;MW00000;5\nGM0141;2019;20300;MW00000;5\n").Problem;

        Assert.Equal((ProblemCodes.DimensionOther, ProblemSeverity.Warning, true, "Leeftijd", "20300"), (problem.Code, problem.Severity, problem.NeedsConfirmation, problem.Column, problem.Value));
        Assert.DoesNotContain("Laat haar weg", problem.Remedy.Nl);
    }

    [Fact]
    public void Several_undeclared_groups_are_refused()
    {
        var problem = Reading.Read(Own.Definition(Topics), "code;jaar;Geslacht;v\nGM0153;2019;3000;5\nGM0141;2019;4000;5\n").Problem;

        Assert.Equal((ProblemCodes.DimensionOther, ProblemSeverity.Error, "3000, 4000"), (problem.Code, problem.Severity, problem.Value));
    }

    [Theory]
    [InlineData("KenmerkenVanHuishoudens")]
    [InlineData("Kenmerken van huishoudens")]
    [InlineData("Kenmerken van huishoudens (code)")]
    [InlineData("KenmerkenVanPersonen_3")]
    [InlineData("LeeftijdOp31December")]
    [InlineData("Leeftijd op 31 december")]
    [InlineData("Migratieachtergrond")]
    [InlineData("nationaliteit")]
    [InlineData("Herkomst/geboorteland")]
    [InlineData("Generatie")]
    [InlineData("Type huishouden")]
    [InlineData("Woningtype")]
    [InlineData("Eigendom")]
    [InlineData("Positie in het huishouden")]
    public void A_dimension_is_known_by_its_title_and_by_its_key(string column)
    {
        var problem = Reading.Read(Own.Definition(Topics + ", \"ignoredColumns\": { \"*\": \"x\" }"), $"code;jaar;{column};v\nGM0153;2019;1050010;5\n").Problem;

        Assert.Equal((ProblemCodes.DimensionOther, true, "1050010"), (problem.Code, problem.NeedsConfirmation, problem.Value));
    }

    [Theory]
    [InlineData("leeftijd_groep", "65+")]
    [InlineData("Leeftijd in klassen", "65-75")]
    [InlineData("Sekse", "vrouwen")]
    [InlineData("Categorie", "vrouwen")]
    [InlineData("Doelgroep", "ouderen")]
    [InlineData("Uitsplitsing", "65 jaar of ouder")]
    [InlineData("Kenmerk", "T001038")]
    [InlineData("Kenmerken", "20300")]
    [InlineData("Inkomensniveau", "laag")]
    [InlineData("Eigendom woning", "koop")]
    [InlineData("Age group", "65 and over")]
    public void A_column_that_may_be_a_dimension_is_to_be_confirmed(string column, string group)
    {
        var problem = Reading.Read(
            Own.Definition(Topics + ", \"ignoredColumns\": { \"*\": \"x\" }"), $"code;jaar;{column};v\nGM0153;2019;{group};5\nGM0141;2019;{group};5\n").Problem;

        Assert.Equal((ProblemCodes.DimensionOther, true, column, group), (problem.Code, problem.NeedsConfirmation, problem.Column, problem.Value));
    }

    [Fact]
    public void Several_groups_in_a_column_with_a_name_of_two_meanings_are_a_question()
    {
        var problem = Reading.Read(Own.Definition(Topics), "code;jaar;Kenmerk;v\nGM0153;2019;stedelijk;5\nGM0141;2019;landelijk;5\n").Problem;

        Assert.Equal((ProblemCodes.DimensionOther, ProblemSeverity.Warning, true, "landelijk, stedelijk"), (problem.Code, problem.Severity, problem.NeedsConfirmation, problem.Value));
        Assert.DoesNotContain("Laat haar weg", problem.Remedy.Nl);
    }

    [Theory]
    [InlineData("Eigendom onbekend (%)", "3")]
    [InlineData("Eigendom onbekend", "3,5")]
    [InlineData("Leeftijd 65 jaar en ouder", "1.250")]
    [InlineData("Categorie", "3")]
    [InlineData("Age 65 and over", ".")]
    public void A_column_of_figures_whose_name_begins_with_that_of_a_dimension_is_a_topic(string column, string text)
    {
        var reading = Reading.Read(Own.Definition(Topics), $"code;jaar;{column};v\nGM0153;2019;{text};5\nGM0141;2019;.;5\n");

        Assert.Equal((ProblemCodes.ColumnUnknown, 1, column), (reading.Problem.Code, reading.Problem.Line, reading.Problem.Column));
        Assert.Equal(2, reading.Observations.Count);
    }

    [Theory]
    [InlineData("Betrouwbaarheid", "ondergrens")]
    [InlineData("Zoiets", "Bovengrens 95%-interval")]
    [InlineData("Marges", "Lower bound")]
    public void A_row_that_calls_itself_a_bound_is_never_the_figure(string column, string text)
    {
        var problem = Reading.Read(
            Own.Definition(Topics + ", \"ignoredColumns\": { \"*\": \"x\" }"), $"code;jaar;{column};v\nGM0153;2019;{text};5\n").Problem;

        Assert.Equal((ProblemCodes.DimensionOther, ProblemSeverity.Error, column, text), (problem.Code, problem.Severity, problem.Column, problem.Value));
    }

    [Theory]
    [InlineData("Bevolking", "M", "M", ProblemSeverity.Warning)]
    [InlineData("Zoiets", "A", "B", ProblemSeverity.Error)]
    public void Each_further_column_of_observations_is_a_dimension(string column, string one, string other, ProblemSeverity severity)
    {
        var problem = Reading.Read(
            Reading.Definition("kwb").ForFile("85318NED_Observations.csv"),
            $"Id;Measure;ValueAttribute;Value;StringValue;WijkenEnBuurten;{column}\n0;T001036;None;79960;;GM0153;{one}\n1;T001036;None;79965;;GM0141;{other}\n").Problem;

        Assert.Equal((ProblemCodes.DimensionOther, severity, column), (problem.Code, problem.Severity, problem.Column));
    }

    [Fact]
    public void A_group_that_the_definition_ignores_by_its_name_is_of_no_account() =>
        Assert.Empty(Reading.Read(Own.Definition(Topics + ", \"ignoredColumns\": { \"Leeftijd\": \"65 or older\" }"), "code;jaar;Leeftijd;v\nGM0153;2019;20300;5\n").Log.Kept);

    [Fact]
    public void A_municipality_without_the_row_of_its_figure_is_named()
    {
        var definition = Health.Wide(
            "\"dimensions\": { \"Leeftijd\": [\"80200\"] }, \"margins\": { \"column\": \"Marges\", \"value\": [\"MW00000\"], \"lower\": [\"MOG0095\"], \"upper\": [\"MBG0095\"] }");

        var problems = Reading.Read(definition, Health.Header + "1;80200;MOG0095;GM0153;2020;6;7\n").Log.Kept;

        Assert.Equal([ProblemCodes.ValueMissing, ProblemCodes.ValueMissing], problems.Select(problem => problem.Code));
        Assert.Contains("GM0153 2020 elderly_loneliness", problems[0].Message.Nl);
        Assert.Contains("MW00000", problems[0].Message.Nl);
    }

    [Theory]
    [InlineData("RE01")]
    [InlineData("ZZ01")]
    [InlineData("NL")]
    public void Rows_about_other_regions_of_a_long_file_are_passed_over(string code)
    {
        var definition = Own.WithColumns("""
            "format": "long", "decimalSeparator": ".", "skippedAreas": ["RE", "ZZ"], "columns": { "area": "code", "period": "jaar", "indicator": "i", "value": "v" },
            "topics": [{ "column": "AA", "indicator": "homes" }]
            """);

        var reading = Reading.Read(definition, $"code;jaar;i;v\n{code};2019;AA;5\nGM0153;2019;AA;6\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(6, Assert.Single(reading.Observations).Values[0].Value.Number);
        Assert.Equal([new SkippedLines(SkippedKinds.LargerArea, 1, 2)], reading.Log.Tally.ToSummary().Skipped);
    }

    [Theory]
    [InlineData("kwb")]
    [InlineData("ses-woa")]
    public void Regions_of_CBS_do_not_refuse_a_published_table(string dataset)
    {
        var (header, row) = dataset == "kwb"
            ? ("WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_28\n", "{0};500;250\n")
            : ("Perioden;Wijken en buurten;Regiocode (gemeente, wijk, buurt) (code);Particuliere huishoudens (Aantal);Opleidingsniveau/Laag/Waarde (%);Opleidingsniveau/Middelbaar/Waarde (%);"
                + "Opleidingsniveau/Hoog/Waarde (%);SES-WOA/Totaalscore/Gemiddelde score (Getal);Spreiding/Spreiding totaal/Waarde (Getal)\n", "2019;x;{0};700;12.4;25.0;62.6;0.100;0.350\n");

        var reading = Reading.Read(
            Reading.Definition(dataset).ForFile("85318NED.csv"), header + string.Concat(new[] { "NL", "RE01", "GM0153" }.Select(code => row.Replace("{0}", code))));

        Assert.Empty(reading.Log.Kept);
        Assert.Single(reading.Observations);
    }

    [Fact]
    public void A_row_that_is_passed_over_is_searched_for_data_about_persons_all_the_same() => Assert.Contains(
        ProblemCodes.PersonalData,
        Reading.Read("area-indicators", "area;period;indicator;value;boundary_year;x\nNL01;2017;burglaries;5;2016;jan@voorbeeld.nl\nGM0153;2017;burglaries;5;2016;\n").Log.Kept.Select(p => p.Code));

    [Theory]
    [InlineData("GM", "363", "GM0363")]
    [InlineData("GM", "3", "GM0003")]
    [InlineData("WK", "36300", "WK036300")]
    [InlineData("BU", "3630000", "BU03630000")]
    [InlineData("WK", "363", null)]
    [InlineData("BU", "36300", null)]
    [InlineData("BU", "363", null)]
    public void Digits_are_only_filled_up_to_a_code_of_their_kind(string prefix, string text, string? code)
    {
        var definition = Own.WithColumns($$"""
            "format": "wide", "decimalSeparator": ".", "columns": { "area": "code", "period": "jaar", "areaPrefix": "{{prefix}}" },
            "topics": [{ "column": "v", "indicator": "homes" }]
            """);

        var reading = Reading.Read(definition, $"code;jaar;v\n{text};2019;5\n");

        Assert.Equal(code, reading.Observations.Select(row => row.Area.Value).SingleOrDefault());
        Assert.Equal(code is null ? [ProblemCodes.AreaCodeInvalid] : [], reading.Log.Kept.Select(p => p.Code));
        if (code is null)
        {
            Assert.Contains($"({prefix})", reading.Problem.Message.Nl);
        }
    }

    [Fact]
    public void Notes_below_a_table_are_passed_over()
    {
        var reading = Reading.Read(Own.Definition(Topics), "code;jaar;v\nGM0153;2019;5\n* voorlopige cijfers\nBron: CBS\nToelichting: steekproef\nDe cijfers zijn gewogen.\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([new SkippedLines(SkippedKinds.Footer, 4, 3)], reading.Log.Tally.ToSummary().Skipped);
    }

    [Fact]
    public void A_list_of_areas_with_another_delimiter_is_called_that()
    {
        var problem = Reading.Read(Reading.Definition("areas").ForFile("gemeenten 2022.csv"), "Gemeentecode,Gemeentenaam\n363,Amsterdam\n").Problem;

        Assert.Equal(ProblemCodes.DelimiterWrong, problem.Code);
    }

    [Fact]
    public void A_unit_with_a_capital_is_the_same_unit() => Assert.Equal(500, Assert.Single(Reading.Read(
        Reading.Definition("kwb").ForFile("kwb 2022.csv"),
        "Wijken en buurten;Regioaanduiding/Codering (code);Bevolking/Aantal inwoners (Aantal)\nEnschede;GM0153;500\n").Observations).Values[0].Value.Number);

    [Fact]
    public void A_column_that_an_export_lacks_is_named_as_an_export_calls_it()
    {
        var problem = Reading.Read(
            Reading.Definition("kwb").ForFile("kwb 2022.csv"), "Wijken en buurten;Regioaanduiding/Codering (code);Bevolking/Iets (aantal)\nEnschede;GM0153;500\n").Problem;

        Assert.Equal((ProblemCodes.ColumnMissing, "Bevolking/Aantal inwoners (aantal)"), (problem.Code, problem.Column));
    }

    [Theory]
    [InlineData("Onderwerp;Enschede;Totaal\nRegioaanduiding|Codering (code);GM0153;Totaal\nWijken en buurten;Enschede;Totaal\nBevolking|Aantal inwoners (aantal);500;600\n")]
    [InlineData("Onderwerp;Totaal;Enschede\nRegioaanduiding|Codering (code);Totaal;GM0153\nWijken en buurten;Totaal;Enschede\nBevolking|Aantal inwoners (aantal);600;500\n")]
    public void A_turned_table_names_a_column_without_a_code(string text)
    {
        var problems = Reading.Read(Reading.Definition("kwb").ForFile("tabel 2022.csv"), text).Log.Kept;

        Assert.Equal([(ProblemCodes.AreaCodeInvalid, "Totaal")], problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => (p.Code, p.Value ?? "")));
    }

    [Fact]
    public void A_table_with_names_only_is_refused_with_a_request_for_codes()
    {
        var problem = Reading.Read("area-indicators", "Regio's;Perioden;value\nEnschede;2019;5\n").Problem;

        Assert.Contains("CBS-codes", problem.Remedy.Nl);
        Assert.DoesNotContain("Exporteer de tabel opnieuw, met de kolom 'area'", problem.Remedy.Nl);
    }

    [Theory]
    [InlineData("burglaries", "4,5E-05", ProblemCodes.NumberSeparator)]
    [InlineData("inhabitants", "1,6E+05", ProblemCodes.DigitsLost)]
    [InlineData("burglaries", "1E400", ProblemCodes.NumberInvalid)]
    public void E_notation_is_named_in_its_problem(string indicator, string text, string code) =>
        Assert.Equal(code, Reading.Read("area-indicators", $"area;period;indicator;value\nGM0153;2017;{indicator};{text}\n").Problem.Code);
}
