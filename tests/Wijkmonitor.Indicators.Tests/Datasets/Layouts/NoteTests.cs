using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

/// <summary>Titles and notes that say of all figures what a column would say of each row. All figures here are invented.</summary>
public sealed class NoteTests
{
    private const string Table =
        "\"Wijken en buurten\";\"Regioaanduiding/Codering (code)\";\"Bevolking/Aantal inwoners (aantal)\";\"Inkomen/Inkomen van personen/Gemiddeld inkomen per inwoner (x 1 000 euro)\"\n"
        + "\"Enschede\";\"GM0153\";160;26,1\n";

    [Theory]
    [InlineData("Eenheid: x 1 000")]
    [InlineData("Eenheid: x 1.000")]
    [InlineData("Unit = thousands")]
    [InlineData("Eenheid\";\"1 000")]
    [InlineData("Eenheid: duizend inwoners")]
    [InlineData("Eenheid: x mln")]
    [InlineData("Eenheid: euro")]
    [InlineData("Eenheid: %")]
    [InlineData("Eenheid: per 1 000 inwoners")]
    [InlineData("Eenheid: x 100")]
    public void A_unit_above_a_table_that_is_not_that_of_its_figures_refuses_the_file(string title)
    {
        var problem = Read($"\"{title}\"\n" + Table).Problem;

        Assert.Equal((ProblemCodes.UnitWrong, ProblemSeverity.Error, 1), (problem.Code, problem.Severity, problem.Line));
        Assert.Contains(title.StartsWith("Eenheid: euro", StringComparison.Ordinal) ? "'x 1000 EUR'" : "'inhabitants'", problem.Remedy.Nl);
        Assert.Contains("'factor'", problem.Remedy.En);
    }

    [Theory]
    [InlineData("Aantallen in duizenden")]
    [InlineData("Kerncijfers (aantallen x 1 000)")]
    [InlineData("Eenheid: aantal inwoners, x 1 000")]
    [InlineData("Alle cijfers x 1.000")]
    [InlineData("Aantallen (duizend)")]
    [InlineData("Aantallen (1.000)")]
    [InlineData("Aantallen (in k)")]
    [InlineData("Aantallen x 100")]
    [InlineData("Waarden in 10.000")]
    [InlineData("Aantallen: duizendtal")]
    [InlineData("Aantallen gedeeld door 1000")]
    public void A_title_that_mentions_another_scale_is_to_be_confirmed(string title)
    {
        var problem = Read($"\"{title}\"\n" + Table).Problem;

        Assert.Equal((ProblemCodes.UnitWrong, ProblemSeverity.Warning, true, title), (problem.Code, problem.Severity, problem.NeedsConfirmation, problem.Value));
    }

    [Theory]
    [InlineData("Eenheid: aantal")]
    [InlineData("Eenheid: aantal, x 1 000 euro")]
    [InlineData("Inkomens x 1 000 euro")]
    [InlineData("Bedragen in € 1.000")]
    [InlineData("Bedragen in k€")]
    [InlineData("Vierkanten van 100 x 100 meter")]
    [InlineData("Gemeenten (100)")]
    [InlineData("Wonen in 100 wijken")]
    [InlineData("Gemiddelde in 2022")]
    [InlineData("Misdrijven per 1 000 inwoners")]
    [InlineData("Leeftijd: totaal")]
    [InlineData("Geslacht: totaal mannen en vrouwen")]
    [InlineData("Marges: Waarde")]
    [InlineData("Bevolking: Enschede, onder- en bovengrens")]
    [InlineData("Gemeenten met 100 duizend inwoners")]
    [InlineData("Thema: leeftijd")]
    [InlineData("Leeftijd\";\"Geslacht\";\"Herkomst")]
    public void A_title_that_fits_the_figures_is_passed_over(string title)
    {
        var reading = Read($"\"{title}\"\n" + Table);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([160, 26100], Assert.Single(reading.Observations).Values.Select(value => value.Value.Number!.Value));
    }

    [Fact]
    public void A_unit_of_percentages_is_about_those_of_a_table_only() => Assert.Empty(Read("\"Eenheid: %\"\n"
        + "\"Wijken en buurten\";\"Regioaanduiding/Codering (code)\";\"Bevolking/Aantal inwoners (aantal)\";\"Wonen/Woningen naar eigendom/Koopwoningen (%)\"\n"
        + "\"Enschede\";\"GM0153\";160;26\n").Log.Kept);

    [Theory]
    [InlineData("Leeftijd: 65 jaar of ouder", "Leeftijd: 65 jaar of ouder")]
    [InlineData("Geslacht = Vrouwen", "Geslacht: Vrouwen")]
    [InlineData("Kenmerken van huishoudens: alleenstaanden", "Kenmerken van huishoudens: alleenstaanden")]
    [InlineData("Leeftijd\";\"65 jaar of ouder\";\"65 jaar of ouder", "Leeftijd: 65 jaar of ouder")]
    [InlineData("Tabel 3 | Sekse: vrouwen", "Sekse: vrouwen")]
    public void A_group_above_a_table_is_to_be_confirmed(string title, string value)
    {
        var problem = Read($"\"{title}\"\n" + Table).Problem;

        Assert.Equal((ProblemCodes.DimensionOther, ProblemSeverity.Warning, true, value), (problem.Code, problem.Severity, problem.NeedsConfirmation, problem.Value));
    }

    [Theory]
    [InlineData("Marges: Ondergrens 95%-interval", false)]
    [InlineData("Marges: MBG0095", false)]
    [InlineData("Bovengrens van het 95%-interval", true)]
    [InlineData("95%-ondergrens", true)]
    public void Bounds_above_a_table_are_never_the_figures(string title, bool isQuestion)
    {
        var problem = Read($"\"{title}\"\n" + Table).Problem;

        Assert.Equal(
            (ProblemCodes.DimensionOther, isQuestion ? ProblemSeverity.Warning : ProblemSeverity.Error, isQuestion), (problem.Code, problem.Severity, problem.NeedsConfirmation));
    }

    [Fact]
    public void A_note_below_the_source_and_a_comment_count_as_a_title_does()
    {
        Assert.Equal((ProblemCodes.UnitWrong, 4), Read(Table + "\"Bron: CBS\"\n\"Aantallen in duizenden\"\n").Problem is var note ? (note.Code, note.Line!.Value) : default);
        Assert.Equal(
            ProblemCodes.UnitWrong, Reading.Read("area-indicators", "# Eenheid: x 1 000\narea;period;indicator;value\nGM0153;2017;inhabitants;160\n").Problem.Code);
        Assert.Empty(Reading.Read("area-indicators", "# Eenheid: x 1 000\narea;period;indicator;value\nGM0153;2017;burglaries;5\n").Log.Kept);
    }

    [Theory]
    [InlineData("Voortschrijdend gemiddelde 2020-2022")]
    [InlineData("Gemiddelde over 2020-2022")]
    [InlineData("3-jaars gemiddelde")]
    public void A_title_that_says_a_mean_of_years_is_to_be_confirmed(string title)
    {
        var problem = Read($"\"{title}\"\n" + Table).Problem;

        Assert.Equal((ProblemCodes.PeriodUndeclared, true, 1, title), (problem.Code, problem.NeedsConfirmation, problem.Line!.Value, problem.Value));
        Assert.Contains("hele jaar", problem.Message.Nl);
        Assert.Contains("whole year", problem.Remedy.En);
    }

    [Theory]
    [InlineData("Bron: CBS, kwartaal 1 2022")]
    [InlineData("Bron: CBS. Cijfers over 2021")]
    [InlineData("Bron: CBS\"\n\"Cijfers over het eerste halfjaar")]
    public void A_note_below_the_figures_that_says_another_period_is_to_be_confirmed(string note) =>
        Assert.Equal((ProblemCodes.PeriodUndeclared, true), Read(Table + $"\"{note}\"\n").Problem is var problem ? (problem.Code, problem.NeedsConfirmation) : default);

    [Theory]
    [InlineData("Bron: CBS, maart 2022")]
    [InlineData("Bron: CBS, 2022")]
    [InlineData("Bron: CBS. Cijfers over 2022")]
    [InlineData("Bron: CBS\"\n\"Inkomens van 2020 in prijzen van 2015")]
    [InlineData("Bron: CBS\"\n\"Stand ultimo december 2022")]
    [InlineData("Bron: CBS\"\n\"Laatst gewijzigd: 1e kwartaal 2022")]
    public void A_note_below_the_figures_that_says_when_they_were_made_is_passed_over(string note) =>
        Assert.Empty(Read(Table + $"\"{note}\"\n").Log.Kept);

    [Theory]
    [InlineData("# Kwartaal: 1", true)]
    [InlineData("# 1e kwartaal 2022", true)]
    [InlineData("# maart 2022", true)]
    [InlineData("# Cijfers t/m september 2022", true)]
    [InlineData("# 2021", true)]
    [InlineData("# 2022", false)]
    [InlineData("# Gemaakt in maart 2022", false)]
    [InlineData("# maart 2023", false)]
    [InlineData("# The survey is held every two years: 2020 has none.", false)]
    public void A_comment_that_says_another_period_than_the_rows_is_to_be_confirmed(string comment, bool isQuestion)
    {
        var reading = Reading.Read("area-indicators", comment + "\narea;period;indicator;value\nGM0153;2022;inhabitants;160\n");

        Assert.Equal(isQuestion ? [(ProblemCodes.PeriodUndeclared, true)] : [], reading.Log.Kept.Select(problem => (problem.Code, problem.NeedsConfirmation)));
        Assert.Single(reading.Observations);
    }

    [Fact]
    public void The_rows_count_where_they_say_the_group_themselves()
    {
        const string Fixed = "\"dimensions\": { \"Leeftijd\": [\"80200\", \"65 jaar of ouder\"] }";

        Assert.Empty(Reading.Read(Health.Wide(Fixed), "Leeftijd: 65 jaar of ouder;;;;;;\n" + Health.Header + "1;80200;MW00000;GM0153;2020JJ00;40.0;5.0\n").Log.Kept);
    }

    [Theory]
    [InlineData("65 jaar of ouder", 0)]
    [InlineData("18 tot 65 jaar", 1)]
    public void A_title_in_place_of_a_column_is_compared_with_the_groups_of_the_dataset(string group, int errors)
    {
        var definition = Health.Wide("\"dimensions\": { \"Leeftijd\": [\"80200\", \"65 jaar of ouder\"] }, \"optionalDimensions\": [\"Leeftijd\"]");

        var reading = Reading.Read(definition, $"Leeftijd: {group}\nWijkenEnBuurten;Perioden;Eenzaam_28;Bijstand_4\nGM0153;2020JJ00;40.0;5.0\n");

        Assert.Equal(errors, reading.Log.Errors);
        Assert.Equal(errors == 0 ? [] : [(ProblemCodes.DimensionOther, $"Leeftijd: {group}")], reading.Log.Kept.Select(problem => (problem.Code, problem.Value!)));
    }

    [Fact]
    public void A_title_of_a_table_with_regions_as_columns_counts_too()
    {
        const string Turned = "\"Regioaanduiding|Codering\";\"code\";\"GM0363    \"\n\"Wijken en buurten\";\"\";\"Amsterdam\"\n\"Bevolking|Aantal inwoners\";\"aantal\";\"160\"\n";

        Assert.Equal(ProblemCodes.UnitWrong, Read("\"Eenheid: x 1 000\"\n" + Turned).Problem.Code);
        Assert.Contains(ProblemCodes.PersonalData, Read("\"Vragen: cijfers@example.nl\"\n" + Turned).Log.Kept.Select(problem => problem.Code));
    }

    private static Reading Read(string text) => Reading.Read(Reading.Definition("kwb").ForFile("kwb2022.csv"), text);
}
