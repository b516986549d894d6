using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

/// <summary>Titles and names with a year that is not, or not for certain, that of measured figures.</summary>
public sealed class TitlePeriodTests
{
    [Theory]
    [InlineData("Vastgesteld 2023")]
    [InlineData("Printdatum 2024")]
    [InlineData("Gegenereerd in 2024")]
    [InlineData("Rapportdatum 2024")]
    [InlineData("Editie 2024")]
    [InlineData("Op basis van BAG 2024")]
    public void A_title_of_when_the_file_was_made_does_not_say_the_year(string title)
    {
        var problem = ReadAnyYear("f.csv", title).Problem;

        Assert.Equal(ProblemCodes.PeriodNotInName, problem.Code);
        Assert.Contains(title[^4..], problem.Message.Nl);
    }

    [Theory]
    [InlineData("f.csv", "Begroting 2024")]
    [InlineData("f.csv", "Prognose 2030")]
    [InlineData("f.csv", "Kostenraming voor 2025")]
    [InlineData("prognose 2030.csv", "")]
    public void Expected_figures_ask_for_confirmation(string name, string title)
    {
        var reading = ReadAnyYear(name, title);

        Assert.Equal((ProblemCodes.PeriodAmbiguous, true), (reading.Problem.Code, reading.Problem.NeedsConfirmation));
        Assert.Single(reading.Observations);
    }

    [Fact]
    public void Expected_figures_of_a_chosen_year_are_taken() => Assert.Empty(ReadAnyYear("periode-2030.csv", "Prognose 2030").Log.Kept);

    private static Reading ReadAnyYear(string name, string title) => Reading.Read(
        Own.WithColumns("""
            "format": "wide", "decimalSeparator": ".", "columns": { "area": "code" }, "period": { "from": "file-name", "fileNames": { "{year}": "{year}" } },
            "topics": [{ "column": "v", "indicator": "homes" }]
            """).ForFile(name),
        $"{title}\ncode;v\nGM0153;5\n");
}
