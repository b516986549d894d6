using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

/// <summary>Columns of years and parts of years that the definition does not name.</summary>
public sealed class ColumnPeriodTests
{
    private const string Header =
        "{0};WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_28;GemiddeldeWOZWaardeVanWoningen_35;Koopwoningen_40;InBezitWoningcorporatie_42;GemiddeldInkomenPerInwoner_72\n";

    private const string Figures = "500;250;.;-;33;.\n";

    [Theory]
    [InlineData("jrstatcode")]
    [InlineData("JRSTATCODE")]
    public void The_year_before_the_code_of_an_area_comes_before_the_name(string column)
    {
        var reading = Kwb("85318NED.csv", Header.Replace("{0}", column) + $"2021GM0153;GM0153    ;{Figures}2021BU01530000;BU01530000;{Figures}");

        Assert.Empty(reading.Log.Kept);
        Assert.All(reading.Observations, row => Assert.Equal((new Period(2021), 2021), (row.Period, row.BoundaryYear)));
    }

    [Fact]
    public void The_year_before_the_code_of_an_area_is_compared_with_the_boundaries()
    {
        const string Columns = "\"format\": \"wide\", \"decimalSeparator\": \".\", \"topics\": [{ \"column\": \"v\", \"indicator\": \"homes\" }], \"columns\": { \"area\": \"code\", \"period\": \"jaar\" }";
        const string Text = "code;jaar;jrstatcode;v\nGM0153;2019;2021GM0153;5\n";

        var problem = Reading.Read(Own.WithColumns(Columns), Text).Log.Kept.Single(p => p.Severity == ProblemSeverity.Error);

        Assert.Equal((ProblemCodes.PeriodAmbiguous, "jrstatcode", "2021GM0153"), (problem.Code, problem.Column, problem.Value));
        Assert.Contains("de grenzen van 2019", problem.Message.Nl);
        Assert.Equal(0, Reading.Read(Own.WithColumns(Columns), Text.Replace("2021GM", "2019GM")).Log.Errors);
    }

    [Fact]
    public void A_year_of_boundaries_in_a_column_of_its_own_can_be_another() => Assert.Equal(
        0, Reading.Read("area-indicators", "area;period;indicator;value;boundary_year;jrstatcode\nGM0153;2019;inhabitants;160000;2021;2021GM0153\n").Log.Errors);

    [Theory]
    [InlineData("Jaar;Perioden", "2022;2021JJ00", "Perioden", "2021JJ00")]
    [InlineData("Perioden;Jaar", "2021JJ00;2022", "Jaar", "2022")]
    [InlineData("Jaar;Peiljaar", "2022;2019", "Peiljaar", "2019")]
    [InlineData("Jaar;Peiljaar", "2022;2.019", "Peiljaar", "2.019")]
    public void Two_columns_with_other_years_are_refused_with_both(string columns, string years, string column, string value)
    {
        var problem = Kwb("kwb.csv", Header.Replace("{0}", columns) + $"{years};GM0153    ;{Figures}").Problem;

        Assert.Equal((ProblemCodes.PeriodAmbiguous, ProblemSeverity.Error, column, value), (problem.Code, problem.Severity, problem.Column, problem.Value));
        Assert.Contains(years.Split(';').First(year => year != value), problem.Message.Nl);
    }

    [Theory]
    [InlineData("Jaar;Perioden", "2022;2022JJ00")]
    [InlineData("Jaar;Peildatum", "2022;2023-01-01")]
    [InlineData("Jaar;Peiljaar", "2022;")]
    [InlineData("Jaar;Bouwjaar", "2022;1990")]
    public void Another_column_of_the_same_year_or_of_a_day_is_of_no_account(string columns, string years) =>
        Assert.Empty(Kwb("kwb.csv", Header.Replace("{0}", columns) + $"{years};GM0153    ;{Figures}").Log.Kept);

    [Fact]
    public void Another_year_than_that_of_the_agreed_column_is_refused()
    {
        var reading = Reading.Read("area-indicators", "area;period;indicator;value;boundary_year;Jaar\nGM0153;2022;inhabitants;160000;2022;2019\n");

        Assert.Contains(reading.Log.Kept, problem => problem is { Code: ProblemCodes.PeriodAmbiguous, Severity: ProblemSeverity.Error, Column: "Jaar", Value: "2019" });
    }

    [Fact]
    public void The_year_of_a_quarter_in_another_column_is_the_same()
    {
        var definition = Own.Definition("\"decimalSeparator\": \".\", \"periods\": [\"quarter\", \"school-year\"], \"topics\": [{ \"column\": \"v\", \"indicator\": \"homes\" }]");

        Assert.Equal(0, Reading.Read(definition, "code;jaar;Year;Kwartaal;v\nGM0153;2022KW01;2022;1;5\nWK015300;2022SJ00;2023;;5\n").Log.Errors);
        Assert.Equal(1, Reading.Read(definition, "code;jaar;Year;v\nGM0153;2022KW01;2021;5\n").Log.Errors);
    }

    [Theory]
    [InlineData("Jaar", "2.019", ProblemSeverity.Error)]
    [InlineData("Jaar", "'19", ProblemSeverity.Error)]
    [InlineData("Perioden", "Totaal", ProblemSeverity.Warning)]
    [InlineData("Peildatum", "1-1-2019 00:00", ProblemSeverity.Warning)]
    [InlineData("Peildatum", "2019-01-01T00:00:00", ProblemSeverity.Warning)]
    [InlineData("peildatum", "20190101", ProblemSeverity.Warning)]
    [InlineData("peil_datum", "20190101", ProblemSeverity.Warning)]
    [InlineData("StandOp", "20190101", ProblemSeverity.Warning)]
    [InlineData("Jaren", "2019", ProblemSeverity.Warning)]
    public void A_cell_that_is_not_plainly_a_year_never_loses_from_the_name_in_silence(string column, string value, ProblemSeverity severity)
    {
        var problem = Kwb("85318NED.csv", Header.Replace("{0}", column) + $"{value};GM0153    ;{Figures}").Problem;

        Assert.Equal(
            (ProblemCodes.PeriodAmbiguous, severity, column, value, severity == ProblemSeverity.Warning),
            (problem.Code, problem.Severity, problem.Column, problem.Value, problem.NeedsConfirmation));
        Assert.Contains("2022", problem.Message.En);
    }

    [Theory]
    [InlineData("Jaar", "2.022")]
    [InlineData("Jaar", "'22")]
    [InlineData("Jaar", ".")]
    [InlineData("Peildatum", "1-1-2022 00:00")]
    [InlineData("Peildatum", "20220101")]
    [InlineData("Nummer", "20190101")]
    public void A_cell_that_says_the_same_year_or_nothing_is_of_no_account(string column, string value) =>
        Assert.Empty(Kwb("85318NED.csv", Header.Replace("{0}", column) + $"{value};GM0153    ;{Figures}").Log.Kept);

    [Fact]
    public void The_first_cell_that_is_a_year_makes_a_column_one_of_years()
    {
        var problem = Kwb("85318NED.csv", Header.Replace("{0}", "Jaar") + $"n.b.;GM0153    ;{Figures}2021;WK015300  ;{Figures}").Problem;

        Assert.Equal((ProblemCodes.PeriodInvalid, 2, "n.b."), (problem.Code, problem.Line!.Value, problem.Value));
    }

    [Theory]
    [InlineData("Maand", "3")]
    [InlineData("Maand", "3.0")]
    [InlineData("Maand", "maart")]
    [InlineData("Maandnummer", "03")]
    [InlineData("Month", "March 2022")]
    [InlineData("Kwartaal", "1")]
    [InlineData("Kwartaal_2", "1")]
    [InlineData("kwartaal", "2022K1")]
    [InlineData("Week", "5")]
    [InlineData("Halfjaar", "1e")]
    [InlineData("Periode", "maart")]
    [InlineData("Periode", "1e kwartaal")]
    [InlineData("maand", "202203")]
    [InlineData("Maand", "20220301")]
    [InlineData("Maand", "2022.03")]
    [InlineData("kwartaal", "20221")]
    [InlineData("week", "202205")]
    [InlineData("jaarmaand", "202203")]
    [InlineData("JaarMaand", "2022M03")]
    [InlineData("jaar_maand", "032022")]
    [InlineData("Peilmaand", "3")]
    [InlineData("Rapportagemaand", "202203")]
    [InlineData("Peilkwartaal", "1")]
    [InlineData("Kwartaal_oms", "eerste kwartaal")]
    [InlineData("tm maand", "september")]
    public void A_column_with_a_part_of_a_year_is_refused_and_never_read_as_the_year(string column, string value)
    {
        foreach (var text in new[] { $"{Header.Replace("{0}", column)}{value};GM0153    ;{Figures}", $"{Header.Replace("{0}", column + ";Jaar")}{value};2022;GM0153    ;{Figures}" })
        {
            var problem = Kwb("85318NED.csv", text).Log.Kept.First(p => p.Severity == ProblemSeverity.Error);

            Assert.Equal((ProblemCodes.PeriodUndeclared, column, value), (problem.Code, problem.Column, problem.Value));
            Assert.Contains("hele jaren", problem.Remedy.Nl);
        }
    }

    [Theory]
    [InlineData("Maand", "")]
    [InlineData("Maand", "Totaal")]
    [InlineData("Kwartaal", "2022JJ00")]
    [InlineData("Kwartaal", "heel jaar")]
    [InlineData("Week", "37.5")]
    [InlineData("Kwartaal_1;Kwartaal_2", "3;4")]
    [InlineData("Maand", "202200")]
    [InlineData("kwartaal", "20225")]
    [InlineData("Maand", "19800")]
    [InlineData("Werkweek", "55.5")]
    [InlineData("wk", "01 Centrum")]
    [InlineData("wk", "00")]
    [InlineData("MeldingenPerWeek", "5")]
    [InlineData("Huur per maand", "5")]
    [InlineData("Wijk", "W03")]
    [InlineData("Tijdvak", "januari-december")]
    public void A_column_that_says_the_whole_year_or_a_figure_is_of_no_account(string columns, string values) =>
        Assert.Empty(Kwb("85318NED.csv", Header.Replace("{0}", columns) + $"{values};GM0153    ;{Figures}").Log.Kept);

    [Theory]
    [InlineData("mnd", "3")]
    [InlineData("kw", "1")]
    [InlineData("wk", "5")]
    [InlineData("Instroommaand", "202203")]
    [InlineData("Meetmoment", "Q1")]
    [InlineData("Tijdvak", "januari-maart")]
    [InlineData("Omschrijving", "eerste kwartaal")]
    public void A_column_that_can_be_a_part_of_a_year_is_to_be_confirmed(string column, string value)
    {
        var problem = Kwb("85318NED.csv", Header.Replace("{0}", column) + $"{value};GM0153    ;{Figures}").Problem;

        Assert.Equal((ProblemCodes.PeriodUndeclared, ProblemSeverity.Warning, true), (problem.Code, problem.Severity, problem.NeedsConfirmation));
        Assert.Equal((column, value, 2), (problem.Column, problem.Value, problem.Line!.Value));
    }

    [Fact]
    public void A_column_with_other_words_among_months_is_about_something_else() => Assert.DoesNotContain(
        Reading.Read(
            "area-indicators",
            "area;period;indicator;value;boundary_year;naam\nGM0153;2022;inhabitants;160;2022;Mei\nGM0153;2021;inhabitants;161;2021;Enschede\n").Log.Kept,
        problem => problem.Code == ProblemCodes.PeriodUndeclared);

    [Fact]
    public void Months_of_one_year_are_not_two_figures_to_choose_from()
    {
        var problems = Reading.Read(
            "area-indicators",
            "area;period;indicator;value;boundary_year;maand\nGM0153;2022;inhabitants;160000;2022;3\nGM0153;2022;inhabitants;160001;2022;4\n").Log.Kept;

        Assert.Contains(problems, problem => problem is { Code: ProblemCodes.PeriodUndeclared, Severity: ProblemSeverity.Error, Column: "maand" });
        Assert.Contains("delen van een jaar", problems.Single(problem => problem.Code == ProblemCodes.KeyDuplicate).Remedy.Nl);
    }

    [Fact]
    public void A_column_that_the_definition_ignores_by_name_is_not_inspected()
    {
        var definition = Own.Definition("\"decimalSeparator\": \".\", \"ignoredColumns\": { \"Week\": \"Week of delivery.\" }, \"topics\": [{ \"column\": \"v\", \"indicator\": \"homes\" }]");

        Assert.Empty(Reading.Read(definition, "code;jaar;Week;v\nGM0153;2022;5;5\n").Log.Kept);
    }

    private static Reading Kwb(string file, string text) => Reading.Read(Reading.Definition("kwb").ForFile(file), text);
}
