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
    public void A_number_that_can_be_a_month_or_school_year_is_refused_with_a_remedy(string name)
    {
        var problem = Read(name, Table).Problem;

        Assert.Contains($"'{problem.Value}'", problem.Message.Nl);
        Assert.Contains("volgnummer", problem.Remedy.Nl);
        Assert.Contains("'periode-2023'", problem.Remedy.Nl);
        Assert.Contains("'period-2023'", problem.Remedy.En);
    }

    [Fact]
    public void The_year_in_the_rows_comes_before_a_month_in_the_name() => Assert.Equal(
        new Period(2021), Assert.Single(Read("kwb maart 2022.csv", Table.Replace("ID;", "Perioden;").Replace("1;GM", "2021;GM")).Observations).Period);

    private static Reading Read(string name, string text) => Reading.Read(Reading.Definition("kwb").ForFile(name), text);
}
