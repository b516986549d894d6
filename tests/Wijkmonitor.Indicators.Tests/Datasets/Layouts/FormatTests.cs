using System.Text;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

/// <summary>Reading of files in the layouts of their publishers by the shipped definitions and variations of them.</summary>
public sealed class FormatTests
{
    private const string SesHeader =
        "Perioden;Wijken en buurten;Regiocode (gemeente, wijk, buurt) (code);Particuliere huishoudens (Aantal);Opleidingsniveau/Laag/Waarde (%);" +
        "Opleidingsniveau/Middelbaar/Waarde (%);Opleidingsniveau/Hoog/Waarde (%);SES-WOA/Totaalscore/Gemiddelde score (Getal);Spreiding/Spreiding totaal/Waarde (Getal)\n";

    private static string Sample(string name) => RepositoryFolder.File("samples", "formats", name);

    [Theory]
    [InlineData("85318NED_kerncijfers-2022.csv", 2022, 160_000, 240_000, 25_900)]
    [InlineData("85984NED_kerncijfers-2024.csv", 2024, 161_500, 297_000, 27_600)]
    public void Key_figures_with_other_columns_each_year_are_read_by_one_definition(string file, int year, int residents, int value, int income)
    {
        var reading = Reading.ReadFile("kwb", Sample(file));

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(["GM0153", "WK015300", "BU01530000", "BU01530001"], reading.Observations.Select(row => row.Area.Value));
        var city = reading.Observations[0];
        Assert.Equal((year, year), (city.Period.Year, city.BoundaryYear));
        Assert.Equal(residents, Number(city, "residents"));
        Assert.Equal(value, Number(city, "woz_value"));
        Assert.Equal(income, Number(city, "income_per_resident"));
        Assert.Equal(ObservedValue.Unknown, Value(reading.Observations[3], "woz_value"));
        Assert.Equal(3, city.Values[0].Line);
    }

    [Fact]
    public void A_file_with_rows_about_the_country_only_is_not_called_empty()
    {
        var lines = File.ReadAllLines(Sample("85318NED_kerncijfers-2022.csv"));

        Assert.Equal(ProblemCodes.AreasMissing, Reading.Read(Reading.Definition("kwb").ForFile("85318NED.csv"), $"{lines[0]}\n{lines[1]}\n").Problem.Code);
    }

    [Fact]
    public void A_column_with_a_name_of_another_year_is_missing()
    {
        var definition = Reading.Definition("kwb", ("\"column\": \"Koopwoningen_*\",", "\"column\": \"Koopwoningen_40\", \"columnOfYear\": { \"2024\": \"Koopwoningen_47\" },"),
            ("\"owner_occupied_homes\", \"required\": false", "\"owner_occupied_homes\""));

        var reading = Reading.Read(definition.ForFile("85984NED.csv"), File.ReadAllText(Sample("85318NED_kerncijfers-2022.csv")));

        Assert.Contains(reading.Log.Kept, p => p is { Code: ProblemCodes.ColumnMissing, Column: "Koopwoningen_47" });
        Assert.Empty(reading.Items);
    }

    [Fact]
    public void A_file_name_without_a_year_is_refused_with_the_known_names()
    {
        var reading = Reading.Read(Reading.Definition("kwb").ForFile("kerncijfers.csv"), File.ReadAllText(Sample("85318NED_kerncijfers-2022.csv")));

        Assert.Equal(ProblemCodes.PeriodNotInName, reading.Problem.Code);
        Assert.Contains("85318NED (2022)", reading.Problem.Message.Nl);
        Assert.DoesNotContain("85318NED", reading.Problem.Remedy.Nl + reading.Problem.Remedy.En);
    }

    [Theory]
    [InlineData("kerncijfers_2023_wijken.csv", 2023)]
    [InlineData("kerncijfers_2023_juni.csv", null)]
    [InlineData("Kerncijfers_2021.CSV", 2021)]
    [InlineData("kerncijfers_20.csv", null)]
    public void The_year_may_be_anywhere_in_the_file_name(string file, int? year)
    {
        var definition = Reading.Definition("kwb", ("\"85318NED\": \"2022\"", "\"kerncijfers_{year}\": \"{year}\"")).ForFile(file);

        Assert.Equal(year, definition.FilePeriod?.Year);
    }

    [Fact]
    public void Scores_of_the_Leefbaarometer_are_read_with_the_code_of_any_level()
    {
        var text = File.ReadAllText(Sample("leefbaarometer-3-wijken.csv"));

        var districts = Reading.Read("leefbaarometer", text);
        var neighbourhoods = Reading.Read("leefbaarometer", text.Replace("wk_", "bu_").Replace("WK015300", "BU01530000").Replace("WK015301", "BU01530100"));

        Assert.Empty(districts.Log.Kept);
        Assert.Empty(neighbourhoods.Log.Kept);
        Assert.Equal([2018, 2020, 2020], districts.Observations.Select(row => row.Period.Year));
        Assert.All(districts.Observations, row => Assert.Equal(2020, row.BoundaryYear));
        Assert.Equal(4.102m, Number(districts.Observations[1], "liveability_score"));
        Assert.Equal("BU01530000", neighbourhoods.Observations[0].Area.Value);
    }

    [Theory]
    [InlineData("leefbaarometer-2-classes-gemeente.csv", "GM0003")]
    [InlineData("leefbaarometer-2-classes-wijk.csv", "WK000300")]
    public void The_published_classes_of_the_Leefbaarometer_are_read_whole(string file, string first)
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, "The published data is not on this machine (docs/architecture.md).");
        var path = Path.Combine(RepositoryFolder.PublishedData!, file);

        var reading = Reading.ReadFile("leefbaarometer-2-classes", path);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal((File.ReadLines(path).Count() - 1) * 5, reading.Observations.Count);
        Assert.All(reading.Observations, row => Assert.Equal(2016, row.BoundaryYear));
        var area = reading.Observations.Take(5).ToList();
        Assert.All(area, row => Assert.Equal(first, row.Area.Value));
        Assert.Equal([2002, 2008, 2012, 2014, 2016], area.Select(row => row.Period.Year));
        Assert.Equal([6m, 6, 6, 6, 6], area.Select(row => Number(row, "liveability_class")!.Value));
        Assert.Equal(["liveability_class"], area[0].Values.Select(v => v.Indicator));
        Assert.Equal(4, Number(area[2], "liveability_change_since_2002"));
        Assert.Equal(5, area[4].Values.Count);
    }

    [Fact]
    public void A_column_for_each_year_gives_a_row_for_each_year()
    {
        var definition = Reading.Definition(
            "leefbaarometer",
            (", \"period\": \"jaar\" }", " }, \"period\": { \"from\": \"header\" }"),
            ("\"lbm\"", "\"Score/Leefbaarheid (getal)/{year}\""),
            ("\"afw\"", "\"Score/Afwijking (getal)/{year}\""),
            ("\"fys\"", "\"fys{year}\""), ("\"onv\"", "\"onv{year}\""), ("\"soc\"", "\"soc{year}\""), ("\"vrz\"", "\"vrz{year}\""),
            ("\"indicator\": \"liveability_housing\"", "\"indicator\": \"liveability_housing\", \"required\": false"), ("\"won\"", "\"won{year}\""));

        var reading = Reading.Read(
            definition,
            "gm_code,Score/Leefbaarheid (getal)/2018,Score/Leefbaarheid (getal)/2020,Score/Afwijking (getal)/2018,Score/Afwijking (getal)/2020,fys2018,onv2018,soc2018,vrz2018\n" +
            "GM0153,4.1,4.2,0.1,0.2,1,2,3,4\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([2018, 2020], reading.Observations.Select(row => row.Period.Year));
        Assert.Equal([4.1m, 4.2m], reading.Observations.Select(row => Number(row, "liveability_score")!.Value));
        Assert.Equal(2, reading.Observations[1].Values.Count);
    }

    [Fact]
    public void An_empty_cell_of_an_export_without_symbols_is_unknown_and_not_impossible()
    {
        const string Row = "2019;Kop Zeedijk;BU03630000;700;;27.0;60.6;0.045;0.856\n";

        var with = Reading.Read(Reading.Definition("ses-woa").ForFile("ses.csv"), SesHeader + Row);
        var without = Reading.Read(Reading.Definition("ses-woa").ForFile("ses Zonder-Symbolen.csv"), SesHeader + Row.Replace('.', ','));

        Assert.Empty(without.Log.Kept);
        Assert.Equal(0.045m, Number(without.Observations[0], "ses_woa_score"));
        Assert.Equal(ObservedValue.NotApplicable, Value(with.Observations[0], "education_low"));
        Assert.Equal(ObservedValue.Unknown, Value(without.Observations[0], "education_low"));
    }

    [Fact]
    public void Windows_1252_is_read_where_it_is_declared_and_a_byte_without_a_character_is_found()
    {
        var definition = Reading.Definition("ses-woa", ("\"delimiter\": \";\"", "\"encoding\": \"windows-1252\", \"delimiter\": \";\""));
        const string Row = "2019;Café € ’t Hof;BU03630000;700;12.4;27.0;60.6;0.045;0.856\n";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        var reading = Reading.Read(definition, SesHeader + Row, windows);
        var damaged = windows.GetBytes(SesHeader + Row + Row.Replace("BU03630000", "BU03630001"));
        damaged[Array.LastIndexOf(damaged, (byte)0x80)] = 0x81;
        using var content = new MemoryStream(damaged);
        var wrong = Reading.Read(definition, content);
        var utf8 = Reading.Read(definition, "\uFEFF" + SesHeader + Row);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal("Café € ’t Hof", reading.Items.OfType<AreaItem>().Single().Area.Name);
        Assert.Equal((ProblemCodes.EncodingInvalid, 3, "Wijken en buurten"), (wrong.Problem.Code, wrong.Problem.Line, wrong.Problem.Column));
        Assert.Contains("Windows-1252", wrong.Problem.Message.Nl);
        Assert.Equal((ProblemCodes.EncodingInvalid, 1), (utf8.Problem.Code, utf8.Problem.Line));
    }

    [Fact]
    public void Behind_a_row_that_cannot_be_decoded_lines_are_counted_as_before()
    {
        const string Row = "2019;\"Kop\nZeedijk\";BU03630000;700;12.4;27.0;60.6;0.045;0.856\n";

        var reading = Reading.Read(
            Reading.Definition("ses-woa"), SesHeader + Row.Replace("Kop", "\uFFFD") + Row.Replace("\n", "") + "\n" + Row);

        Assert.Equal(
            [(ProblemCodes.EncodingInvalid, 2), (ProblemCodes.TextInvalid, 5)],
            reading.Log.Kept.Select(problem => (problem.Code, problem.Line)));
    }

    [Theory]
    [InlineData("single", "'Kop; Zeedijk'", "Kop; Zeedijk")]
    [InlineData("single", "'s-Hof", null)]
    [InlineData("none", "\"t Hof", "\"t Hof")]
    [InlineData("double", "\"Kop; \"\"Zeedijk\"\"\"", "Kop; \"Zeedijk\"")]
    public void Quoting_is_as_declared(string quoting, string written, string? name)
    {
        var definition = Reading.Definition("ses-woa", ("\"delimiter\": \";\"", $"\"quoting\": \"{quoting}\", \"delimiter\": \";\""));

        var reading = Reading.Read(definition, SesHeader + $"2019;{written};BU03630000;700;12.4;27.0;60.6;0.045;0.856\n");

        Assert.Equal(name, reading.Items.OfType<AreaItem>().SingleOrDefault()?.Area.Name);
        Assert.Equal(name is null, reading.Log.Errors > 0);
    }

    [Fact]
    public void Decimal_commas_and_thousands_points_are_read_where_they_are_declared()
    {
        var definition = Reading.Definition("ses-woa", ("\"decimalSeparator\": \".\"", "\"decimalSeparator\": \",\", \"thousandsSeparator\": \".\""));

        var reading = Reading.Read(definition, SesHeader + "2019;Kop Zeedijk;BU03630000;1.700;12,4;27,0;60,6;-0,045;0,856\n");

        Assert.Equal(1700, Number(reading.Observations[0], "households"));
        Assert.Equal(-0.045m, Number(reading.Observations[0], "ses_woa_score"));
    }

    [Theory]
    [InlineData("27.900001", ProblemCodes.NumberTooPrecise, false)]
    [InlineData("27.900015", ProblemCodes.NumberTooPrecise, false)]
    [InlineData("999999999999999", ProblemCodes.NumberTooPrecise, false)]
    [InlineData("27.90000", null, true)]
    public void A_product_that_overflows_is_refused(string written, string? code, bool fits)
    {
        var reading = Reading.Read(
            Reading.Definition("kwb").ForFile("85318NED.csv"),
            File.ReadAllText(Sample("85318NED_kerncijfers-2022.csv")).Replace("     27.9", written));

        Assert.Equal(fits, reading.Log.Errors == 0);
        Assert.Equal(code, reading.Log.Kept.Select(p => p.Code).SingleOrDefault());
    }

    private static ObservedValue Value(AreaObservations row, string indicator) => row.Values.Single(v => v.Indicator == indicator).Value;

    private static decimal? Number(AreaObservations row, string indicator) => Value(row, indicator).Number;
}
