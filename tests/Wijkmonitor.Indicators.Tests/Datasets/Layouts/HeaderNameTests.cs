using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

/// <summary>Names in a header that are written otherwise, or of which none is known, and lines below a table. All figures here are invented.</summary>
public sealed class HeaderNameTests
{
    private const string Header = "\"Wijken en buurten\";\"Regioaanduiding/Codering (code)\";\"Bevolking/Aantal inwoners (aantal)\";"
        + "\"Inkomen/Inkomen van personen/Gemiddeld inkomen per inwoner (x 1 000 euro)\"\n";

    private const string Row = "Enschede;GM0153;159960;26,1\n";

    private const string Optional = """
        "decimalSeparator": ".",
        "topics": [
          { "column": "Pct", "indicator": "social_assistance", "required": false },
          { "column": "Cnt", "indicator": "homes", "required": false }
        ]
        """;

    [Theory]
    [InlineData("kwb")]
    [InlineData("KWB")]
    public void A_header_in_small_letters_or_capitals_is_read(string form)
    {
        var header = form == "kwb" ? Header.ToLowerInvariant() : Header.ToUpperInvariant();

        var reading = Kwb(header + Row + header);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([159960, 26100], Assert.Single(reading.Observations).Values.Select(value => value.Value.Number!.Value));
    }

    [Fact]
    public void Columns_of_a_bulk_file_in_small_letters_are_found_by_their_names_without_numbers()
    {
        var reading = Kwb("id;wijkenenbuurten;aantalinwoners_5;huishoudenstotaal_28\n1;GM0153;159960;76980\n");

        Assert.Equal(0, reading.Log.Errors);
        Assert.Equal([159960, 76980], Assert.Single(reading.Observations).Values.Select(value => value.Value.Number!.Value));
    }

    [Fact]
    public void A_name_that_is_written_as_it_is_declared_comes_before_the_same_in_capitals()
    {
        var reading = Reading.Read("area-indicators", "VALUE;area;period;indicator;value\n7;GM0153;2022;burglaries;5.4\n");

        Assert.Equal(0, reading.Log.Errors);
        Assert.Equal(5.4m, Assert.Single(reading.Observations).Values[0].Value.Number);
        Assert.Equal("VALUE", reading.Problem.Column);
    }

    [Theory]
    [InlineData("Percentage;Aantal", "'Percentage', 'Aantal'")]
    [InlineData("Pct (promille);Cnt (x 1000)", "'Pct (promille)', 'Cnt (x 1000)'")]
    public void A_header_without_any_topic_is_refused_with_its_columns_and_those_of_the_dataset(string columns, string found)
    {
        var problem = Reading.Read(Own.Definition(Optional), $"code;jaar;{columns}\nGM0153;2022;10;5\n").Log.Kept.Single(p => p.Severity == ProblemSeverity.Error);

        Assert.Equal((ProblemCodes.HeaderMissing, 1), (problem.Code, problem.Line));
        Assert.Contains(found, problem.Message.Nl);
        Assert.Contains("'Pct', 'Cnt'", problem.Remedy.En);
    }

    [Fact]
    public void One_topic_of_a_base_file_is_enough() =>
        Assert.Equal(10, Assert.Single(Reading.Read(Own.Definition(Optional), "code;jaar;pct;Aantal\nGM0153;2022;10;5\n").Observations).Values[0].Value.Number);

    [Fact]
    public void A_file_of_larger_areas_only_has_a_message_of_its_own() => Assert.Equal(
        ProblemCodes.AreasMissing, Reading.Read(Own.Definition(Optional), "code;jaar;Pct\nNL01;2022;10\nPV23;2022;10\n").Problem.Code);

    [Theory]
    [InlineData(". = onbekend")]
    [InlineData("- = nul")]
    [InlineData("x = geheim")]
    [InlineData("*: voorlopig")]
    [InlineData("a) exclusief instellingen")]
    [InlineData("1) voorlopig")]
    [InlineData("Voetnoot: x")]
    [InlineData("Let op: voorlopige cijfers")]
    [InlineData("Gegevens: CBS")]
    [InlineData("Datum export: 28-11-2023")]
    [InlineData("Verklaring van tekens")]
    public void A_note_below_a_table_is_passed_over_and_counted(string note)
    {
        foreach (var line in new[] { note, $"\"{note}\";;;" })
        {
            var reading = Kwb(Header + Row + line + "\n");

            Assert.Empty(reading.Log.Kept);
            Assert.Equal(159960, Assert.Single(reading.Observations).Values[0].Value.Number);
            Assert.Equal(SkippedKinds.Footer, Assert.Single(reading.Log.Tally.ToSummary().Skipped).Kind);
        }
    }

    [Theory]
    [InlineData("Almelo")]
    [InlineData("x")]
    [InlineData("Wijk 1) Noord")]
    public void Part_of_a_row_is_no_note_and_its_remedy_names_both(string line)
    {
        var problem = Kwb(Header + Row + line + "\n").Problem;

        Assert.Equal((ProblemCodes.FieldCount, 3), (problem.Code, problem.Line));
        Assert.Contains("opmerking onder de tabel", problem.Remedy.Nl);
        Assert.Contains("remark below the table", problem.Remedy.En);
    }

    [Fact]
    public void A_line_that_lacks_one_field_is_about_delimiters() => Assert.Contains("scheidingstekens", Kwb(Header + Row + "Almelo;GM0141;5\n").Problem.Remedy.Nl);

    private static Reading Kwb(string text) => Reading.Read(Reading.Definition("kwb").ForFile("kwb2022.csv"), text);
}
