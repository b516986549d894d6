using System.Text;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Sources;

/// <summary>The text of a file steers no terminal, and names that were encoded twice are asked about.</summary>
public sealed class PrintableTests
{
    private const string Areas = "code;name;boundary_year\n";

    [Theory]
    [InlineData("gewoon, ook met é en €", "gewoon, ook met é en €")]
    [InlineData("\u001B[31mrood", "\\u001B[31mrood")]
    [InlineData("a\u0007\u009Bb\u007F", "a\\u0007\\u009Bb\\u007F")]
    [InlineData("a\u202Egnp.exe\u2066", "a\\u202Egnp.exe\\u2066")]
    [InlineData("a\r\nb", "a\\u000D\\u000Ab")]
    public void Control_characters_are_written_as_their_code(string text, string expected) => Assert.Equal(expected, Printable.Escape(text));

    [Theory]
    [InlineData("area;period;indicator;value\nGM\u001B]0;2017;burglaries;5\n")]
    [InlineData("area;period;indicator;value\nGM0153;2017;\u001B[2J;5\n")]
    [InlineData("area;period;indicator;value;\u202Eextra\nGM0153;2017;burglaries;5;1\n")]
    [InlineData("area;period;\u001B[31m;value\nGM0153;2017;burglaries;5\n")]
    [InlineData("\u001B[31m;b;c\n1;2;3\n")]
    public void No_problem_holds_a_control_character_of_the_file(string text)
    {
        var reading = Reading.Read("area-indicators", text);

        Assert.NotEmpty(reading.Log.Kept);
        Assert.All(reading.Log.Kept, problem =>
            Assert.False(Printable.HasControls($"{problem.Column}{problem.Value}{problem.Message.Nl}{problem.Message.En}{problem.Remedy.Nl}{problem.Remedy.En}"), problem.Message.En));
    }

    [Fact]
    public void A_name_with_characters_that_turn_text_around_is_refused() =>
        Assert.Equal(ProblemCodes.TextInvalid, Reading.Read("areas", Areas + "GM0153;Ensch\u202Eede;2022\n").Problem.Code);

    [Theory]
    [InlineData("Súdwest-Fryslân")]
    [InlineData("Café ’t Hof")]
    [InlineData("Zuid–Oost")]
    public void A_name_encoded_twice_is_to_be_confirmed_with_its_likely_meaning(string meant)
    {
        var twice = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Encoding.UTF8.GetBytes(meant));

        var reading = Reading.Read("areas", Areas + $"GM1900;{twice};2022\nGM1901;{twice};2022\n");

        Assert.Equal((0, 1), (reading.Log.Errors, reading.Log.ConfirmationCount));
        Assert.Equal((ProblemCodes.EncodedTwice, ProblemSeverity.Warning, 2, "name"), (reading.Problem.Code, reading.Problem.Severity, reading.Problem.Line, reading.Problem.Column));
        Assert.Contains($"'{meant}'", reading.Problem.Message.Nl);
        Assert.Contains("Aantal in deze kolom: 2", reading.Problem.Message.Nl);
        Assert.Equal(2, reading.Items.OfType<AreaItem>().Count());
    }

    [Theory]
    [InlineData("Súdwest-Fryslân")]
    [InlineData("Ãbc")]
    [InlineData("Âge d'or")]
    [InlineData("Kralingen-Crooswijk")]
    public void A_name_that_is_right_is_not_asked_about(string name) => Assert.Empty(Reading.Read("areas", Areas + $"GM1900;{name};2022\n").Log.Kept);
}
