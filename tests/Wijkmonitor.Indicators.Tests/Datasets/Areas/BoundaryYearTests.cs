using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Areas;

/// <summary>Files that name a year of boundaries, or the day of a stock. All figures here are invented.</summary>
public sealed class BoundaryYearTests
{
    private const string Header = "ID;WijkenEnBuurten;AantalInwoners_5;HuishoudensTotaal_28;GemiddeldeWOZWaardeVanWoningen_35;Koopwoningen_40;"
        + "InBezitWoningcorporatie_42;GemiddeldInkomenPerInwoner_72";

    private const string Row = "1;GM0153;159960;76980;260;43;36;26.1";

    [Theory]
    [InlineData("Kerncijfers 2022 (wijkindeling 2023)")]
    [InlineData("Kerncijfers 2022, gemeentelijke indeling van 2021")]
    [InlineData("Key figures 2022, boundaries 2024")]
    public void Other_boundaries_in_a_title_are_to_be_confirmed(string title)
    {
        var reading = Read($"\"{title}\"\n{Header}\n{Row}\n");

        Assert.Equal((ProblemCodes.PeriodAmbiguous, true, 1, title), (reading.Problem.Code, reading.Problem.NeedsConfirmation, reading.Problem.Line, reading.Problem.Value));
        Assert.Contains("grenzen van 2022", reading.Problem.Message.Nl);
        Assert.Contains("'boundaryYear'", reading.Problem.Remedy.En);
        Assert.Single(reading.Observations);
    }

    [Theory]
    [InlineData("Indeling", "2023")]
    [InlineData("Gemeentelijke indeling", "2023")]
    [InlineData("Wijkindeling", "indeling 2023")]
    [InlineData("Wijkindeling 2023", "x")]
    [InlineData("Gemeentegrenzen", "2021")]
    public void Other_boundaries_in_a_column_are_to_be_confirmed(string column, string value)
    {
        var problem = Read($"{Header};{column}\n{Row};{value}\n").Log.Kept.Single(problem => problem.NeedsConfirmation);

        Assert.Equal((ProblemCodes.PeriodAmbiguous, column), (problem.Code, problem.Column));
    }

    [Theory]
    [InlineData("Kerncijfers 2022 (wijkindeling 2022)", "Indeling", "2022")]
    [InlineData("Kerncijfers 2022", "Wijkindeling 2022", "x")]
    [InlineData("Kerncijfers 2022", "Leeftijdsindeling", "5 jaar")]
    [InlineData("Kerncijfers 2022", "Ondergrenzen", "2021")]
    [InlineData("Kerncijfers 2022", "Peildatum", "2022-01-01")]
    public void The_same_boundaries_and_other_divisions_are_no_question(string title, string column, string value)
    {
        var reading = Read($"\"{title}\"\n{Header};{column}\n{Row};{value}\n");

        Assert.DoesNotContain(reading.Log.Kept, problem => problem.Code == ProblemCodes.PeriodAmbiguous);
        Assert.Equal(159960, Assert.Single(reading.Observations).Values[0].Value.Number);
    }

    [Theory]
    [InlineData("Peildatum", true)]
    [InlineData("Stand per", true)]
    [InlineData("Oprichtingsdatum", false)]
    public void Days_of_two_years_in_a_column_of_such_a_day_are_to_be_confirmed(string column, bool isQuestion)
    {
        var reading = Read($"{Header};{column}\n{Row};2022-01-01\n{Row.Replace("GM0153", "GM0164")};2021-01-01\n");

        Assert.Equal(isQuestion ? [(3, "2021-01-01")] : [], reading.Log.Kept.Where(p => p.Code == ProblemCodes.PeriodAmbiguous).Select(p => (p.Line!.Value, p.Value!)));
        Assert.Equal(2, reading.Observations.Count);
    }

    [Theory]
    [InlineData("2021-01-01", true)]
    [InlineData("01-01-2021", true)]
    [InlineData("2022-01-01", false)]
    [InlineData("", false)]
    public void The_day_of_a_shape_is_compared_with_the_name_of_its_file(string day, bool isQuestion)
    {
        var text = $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"buurtcode":"BU01530000","peildatum":"{{{day}}}"},"geometry":{"type":"Polygon","coordinates":[[[6.88,52.21],[6.89,52.21],[6.89,52.22],[6.88,52.21]]]}}]}""";

        var reading = Reading.Read(Reading.Definition("boundaries").ForFile("buurten2022.geojson"), text);

        Assert.Equal(isQuestion ? [(ProblemCodes.PeriodAmbiguous, true, "peildatum")] : [], reading.Log.Kept.Select(p => (p.Code, p.NeedsConfirmation, p.Column!)));
        Assert.Single(reading.Items);
    }

    private static Reading Read(string text) => Reading.Read(Reading.Definition("kwb").ForFile("85318NED.csv"), text);
}
