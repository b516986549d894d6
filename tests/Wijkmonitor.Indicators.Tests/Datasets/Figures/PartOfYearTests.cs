using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

/// <summary>Files whose name or title says a period that is no calendar year.</summary>
public sealed class PartOfYearTests
{
    private const string Table =
        "ID;WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_28;GemiddeldeWOZWaardeVanWoningen_35;Koopwoningen_40;InBezitWoningcorporatie_42;GemiddeldInkomenPerInwoner_72\n1;GM0153    ;500;250;.;-;33;.\n";

    [Theory]
    [InlineData("kwb_2022KW03.csv")]
    [InlineData("kwb 2e kwartaal 2022.csv")]
    [InlineData("kwb_2024_Q1.csv")]
    [InlineData("kwb_Q1-2024.csv")]
    [InlineData("kwb_2022MM03.csv")]
    [InlineData("kwb 2022 week 5.csv")]
    [InlineData("kwb_2022-W05.csv")]
    [InlineData("kwb_2022_halfjaar1.csv")]
    [InlineData("kwb_2022_H1.csv")]
    [InlineData("kwb tweede helft 2022.csv")]
    [InlineData("kwb schooljaar 2022-2023.csv")]
    [InlineData("kwb 2022-23.csv")]
    [InlineData("kwb_2022SJ00.csv")]
    [InlineData("kwb maart 2022.csv")]
    [InlineData("kwb_2022-03.csv")]
    [InlineData("kwb_jan-jun_2022.csv")]
    [InlineData("85318NED_eerste_kwartaal.csv")]
    [InlineData("kwb eerste half jaar 2022.csv")]
    [InlineData("kwb 2022-23 wijken.csv")]
    [InlineData("kwb_2022_23.csv")]
    [InlineData("kwb 2022 23.csv")]
    [InlineData("kwb_2023_01.csv")]
    [InlineData("kwb_2023.01.csv")]
    [InlineData("01-2023 kwb.csv")]
    [InlineData("kwb stand per maart 2022.csv")]
    [InlineData("kwb_2022M03.csv")]
    [InlineData("kwb_2022_M03.csv")]
    [InlineData("kwb maand 3 2022.csv")]
    [InlineData("kwb_2022-maand-3.csv")]
    [InlineData("kwb_2022_maand_maart.csv")]
    [InlineData("kwb 2022 Q 3.csv")]
    [InlineData("kwb 2022 KW 3.csv")]
    [InlineData("kwb KW03 2022.csv")]
    [InlineData("kwb2022T4.csv")]
    [InlineData("kwb_T1_2022.csv")]
    [InlineData("kwb2022'23.csv")]
    [InlineData("kwb periode-2022-03.csv")]
    [InlineData("kwb_periode_2022KW03.csv")]
    [InlineData("kwb 2022 3e kw.csv")]
    [InlineData("kwb 3e kw 2022.csv")]
    [InlineData("3e kw. 2022 kwb.csv")]
    [InlineData("kwb_2022_1ekw.csv")]
    [InlineData("kwb KW 3 (2022).csv")]
    [InlineData("kwb 2022 - kw III.csv")]
    [InlineData("kwb 2022 1e hj.csv")]
    [InlineData("kwb 2022 halfjr.csv")]
    [InlineData("kwb 2022 t.m. juni.csv")]
    [InlineData("kwb 2022 tm sep.csv")]
    [InlineData("kwb eerste 3 maanden 2022.csv")]
    [InlineData("kwb_2022 YTD.csv")]
    [InlineData("H1 kwb 2022.csv")]
    [InlineData("kwb 2022 wijken KW2.csv")]
    public void A_part_of_a_year_or_a_school_year_in_a_name_is_no_year(string name)
    {
        var problem = Read(name, Table).Problem;

        Assert.Equal((ProblemCodes.PeriodUndeclared, ProblemSeverity.Error), (problem.Code, problem.Severity));
        Assert.Contains(problem.Value!, name);
    }

    [Theory]
    [InlineData("Kerncijfers wijken en buurten, 1e kwartaal 2022")]
    [InlineData("Kerncijfers, vierde kwartaal")]
    [InlineData("Kerncijfers, maart 2022")]
    [InlineData("Kerncijfers, eerste halfjaar 2022")]
    [InlineData("Kerncijfers, Jan-jun 2022")]
    [InlineData("Kerncijfers, januari t/m juni 2022")]
    [InlineData("Schooljaar 2022/'23")]
    [InlineData("Kerncijfers 2022/2023")]
    [InlineData("Kerncijfers, week 12, 2022")]
    [InlineData("Kwartaal: 1")]
    [InlineData("Kwartaal: eerste")]
    [InlineData("Maand: maart")]
    [InlineData("Maand: 3")]
    [InlineData("Periode: maart")]
    [InlineData("Week: 5")]
    [InlineData("Kerncijfers, 3e kw 2022")]
    public void A_part_of_a_year_or_a_school_year_in_a_title_is_no_year(string title)
    {
        foreach (var name in new[] { "kwb.csv", "85318NED.csv" })
        {
            Assert.Equal(ProblemCodes.PeriodUndeclared, Read(name, $"\"{title}\"\n{Table}").Problem.Code);
        }
    }

    [Theory]
    [InlineData("kwb_2022_okt2024.csv", "")]
    [InlineData("kwb jan-dec 2022.csv", "")]
    [InlineData("kwb_2022.csv", "Gemiddelde huur per maand, per kwartaal en per week\n")]
    [InlineData("kwb_2022.csv", "Kerncijfers januari t/m december 2022\n")]
    [InlineData("kwb_2022.csv", "Huur per half jaar, per half year en per semester\n")]
    [InlineData("kwb_2022_per_half_jaar.csv", "")]
    [InlineData("kwb_2022.csv", "Inwoners, stand per januari 2022\n")]
    [InlineData("kwb_2022.csv", "Peildatum: januari 2022\n")]
    [InlineData("kwb_2022.csv", "Inwoners as of January 2022\n")]
    [InlineData("kwb 2022 23 wijken.csv", "")]
    [InlineData("kwb 2022 23-11-28.csv", "")]
    [InlineData("kwb_2022_01 periode-2022.csv", "")]
    [InlineData("kwb_2022_23 periode-2022.csv", "")]
    [InlineData("kwb_2022.csv", "Kerncijfers 2022 (gepubliceerd in maart 2022)\n")]
    [InlineData("kwb_2022.csv", "Kerncijfers 2022, maart 2024\n")]
    [InlineData("kwb_okt2022 periode-2022.csv", "")]
    [InlineData("85318NED_WK015300.csv", "")]
    [InlineData("kwb_2022.csv", "Gemiddelde huur per maand 3 kamers\n")]
    [InlineData("kwb_2022.csv", "Periode januari 2022 t/m december 2022\n")]
    [InlineData("kwb_2022.csv", "Gegenereerd in maart 2022\n")]
    [InlineData("kwb_2022.csv", "Rapportdatum: maart 2022\n")]
    [InlineData("kwb_T1_2022 periode-2022.csv", "")]
    [InlineData("H1 kwb periode-2022.csv", "")]
    [InlineData("kwb 2022 t.m. december.csv", "")]
    [InlineData("kwb 2022 1e kwb.csv", "")]
    [InlineData("85318NED 3 kW zonnepanelen.csv", "")]
    [InlineData("85318NED_202212.csv", "")]
    [InlineData("kwb_2022.csv", "Kerncijfers januari t/m december\n")]
    [InlineData("kwb_2022.csv", "H2 Bevolking\n")]
    public void Months_that_are_not_those_of_the_figures_leave_the_year_as_it_is(string name, string title)
    {
        var reading = Read(name, title + Table);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(new Period(2022), Assert.Single(reading.Observations).Period);
    }

    [Theory]
    [InlineData("kwb_2023_01.csv")]
    [InlineData("kwb_2023.01.csv")]
    [InlineData("01-2023 kwb.csv")]
    [InlineData("kwb_2023_24.csv")]
    [InlineData("kwb_2023_T1.csv")]
    public void A_number_that_can_be_a_month_or_school_year_is_refused_with_a_remedy(string name)
    {
        var problem = Read(name, Table).Problem;

        Assert.Contains($"'{problem.Value}'", problem.Message.Nl);
        Assert.Contains("volgnummer", problem.Remedy.Nl);
        Assert.Contains("'periode-2023'", problem.Remedy.Nl);
        Assert.Contains("'period-2023'", problem.Remedy.En);
    }

    [Theory]
    [InlineData("kwb_2022KW03.csv", "")]
    [InlineData("kwb.csv", "\"Armoede, 1e kwartaal 2022\"\n")]
    [InlineData("kwb.csv", "\"Schooljaar 2022/'23\"\n")]
    public void A_part_of_the_year_that_the_rows_say_is_no_year(string name, string title)
    {
        var problem = Read(name, title + WithYear("2022")).Problem;

        Assert.Equal((ProblemCodes.PeriodUndeclared, ProblemSeverity.Error), (problem.Code, problem.Severity));
    }

    [Theory]
    [InlineData("ses-woa 2019 1e kwartaal.csv", "", ProblemSeverity.Error)]
    [InlineData("ses.csv", "\"SES-WOA, 1e kwartaal 2019\"\n", ProblemSeverity.Error)]
    [InlineData("ses kwartaal 1 2019.csv", "", ProblemSeverity.Error)]
    [InlineData("ses kwartaalrapportage.csv", "", ProblemSeverity.Warning)]
    [InlineData("ses.csv", "\"Kwartaal: 1\"\n", ProblemSeverity.Warning)]
    [InlineData("ses maart 2019.csv", "", ProblemSeverity.Warning)]
    [InlineData("ses maart.csv", "", ProblemSeverity.Warning)]
    [InlineData("ses_201903.csv", "", ProblemSeverity.Warning)]
    [InlineData("ses_kw1.csv", "", ProblemSeverity.Warning)]
    [InlineData("ses 19Q3.csv", "", ProblemSeverity.Warning)]
    [InlineData("ses.csv", "\"Cumulatief t/m september\"\n", ProblemSeverity.Warning)]
    public void A_part_of_a_year_counts_where_the_definition_reads_years_from_rows(string name, string title, ProblemSeverity severity)
    {
        var problem = Ses(name, title).Problem;

        Assert.Equal((ProblemCodes.PeriodUndeclared, severity, severity == ProblemSeverity.Warning), (problem.Code, problem.Severity, problem.NeedsConfirmation));
    }

    [Theory]
    [InlineData("ses-woa 2024 1e kwartaal.csv", "")]
    [InlineData("ses_2024-03.csv", "")]
    [InlineData("ses_202403.csv", "")]
    [InlineData("ses WK201903.csv", "")]
    [InlineData("SES_sep.csv", "")]
    [InlineData("ses 28-11-2024 maarten.csv", "")]
    [InlineData("ses 2019.csv", "\"Bijgewerkt in het 1e kwartaal 2019\"\n")]
    [InlineData("ses maart 2019 periode-2019.csv", "")]
    public void A_part_of_another_year_than_the_rows_is_when_the_file_was_made(string name, string title) => Assert.Empty(Ses(name, title).Log.Kept);

    [Fact]
    public void A_part_of_a_year_that_the_rows_say_too_is_right()
    {
        var definition = Own.Definition("\"decimalSeparator\": \".\", \"periods\": [\"year\", \"quarter\"], \"topics\": [{ \"column\": \"v\", \"indicator\": \"homes\" }]");

        Assert.Empty(Reading.Read(definition.ForFile("2022-Q1.csv"), "code;jaar;v\nGM0153;2022KW01;5\n").Log.Kept);
    }

    [Fact]
    public void The_year_in_the_rows_comes_before_a_month_in_the_name() => Assert.Equal(
        new Period(2021), Assert.Single(Read("kwb maart 2022.csv", Table.Replace("ID;", "Perioden;").Replace("1;GM", "2021;GM")).Observations).Period);

    private static string WithYear(string year) => Table.Replace("ID;", "Perioden;").Replace("1;GM", $"{year};GM");

    private static Reading Ses(string name, string title) => Reading.Read(
        Reading.Definition("ses-woa").ForFile(name),
        title + "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"Particuliere huishoudens (Aantal)\";\"Opleidingsniveau/Laag/Waarde (%)\";\"Opleidingsniveau/Middelbaar/Waarde (%)\";\"Opleidingsniveau/Hoog/Waarde (%)\";\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\";\"Spreiding/Spreiding totaal/Waarde (Getal)\"\n"
        + "\"2019\";\"Kop\";\"BU03630000\";\"  700\";\" 12.4\";\" 25.0\";\" 62.6\";\" 0.100\";\" 0.350\"\n");

    private static Reading Read(string name, string text) => Reading.Read(Reading.Definition("kwb").ForFile(name), text);
}
