using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Tests.Datasets.Figures;

/// <summary>Margins that a source gives next to its figures, and what it says of how final these are.</summary>
public sealed class MarginTests
{
    private const string Margins = """
        "margins": { "column": "Marges", "value": ["MW00000"], "lower": ["MOG0095"], "upper": ["MBG0095"], "method": { "nl": "bootstrap", "en": "bootstrap" } }, "dimensions": { "Leeftijd": ["80200"] }
        """;

    private const string BesideTopic = "{ \"column\": \"Eenzaam_28\", \"indicator\": \"elderly_loneliness\", \"lower\": \"onder\", \"upper\": \"boven\", \"sampleSize\": \"n\" }";
    private static readonly (string, string) WithColumns = ("{ \"column\": \"Eenzaam_28\", \"indicator\": \"elderly_loneliness\" }", BesideTopic);

    [Fact]
    public void Rows_with_bounds_are_joined_to_their_figure_in_any_order()
    {
        var reading = Reading.Read(Health.Wide(Margins), Health.Header
            + "1;80200;MOG0095;GM0153;2020JJ00;48.0;.\n2;80200;MW00000;GM0153;2020JJ00;50.0;6.0\n3;80200;MW00000;WK015300;2020JJ00;.;7.0\n"
            + "4;80200;MBG0095;WK015300;2020JJ00;60.0;8.0\n5;80200;MBG0095;GM0153;2020JJ00;52.5;.\n6;20300;MW00000;GM0153;2020JJ00;1.0;1.0\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            [
                "GM0153 2020 elderly_loneliness 50.0 [48.0-52.5/] :3", "GM0153 2020 social_assistance 6.0 :3",
                "WK015300 2020 elderly_loneliness Unknown :4", "WK015300 2020 social_assistance 7.0 [-8.0/] :4",
            ],
            Health.Figures(reading));
        Assert.Equal(2, reading.Observations.Count);
        Assert.Equal(1, Assert.Single(reading.Log.Tally.ToSummary().Skipped).Count);
    }

    [Fact]
    public void A_table_with_bounds_and_without_figures_is_refused()
    {
        var reading = Reading.Read(Health.Wide(Margins), Health.Header + "1;80200;MOG0095;GM0153;2020JJ00;48.0;3.0\n");

        Assert.Empty(reading.Items);
        Assert.True(reading.Log.Errors > 0);
    }

    [Fact]
    public void A_row_with_another_margin_is_skipped_and_a_table_of_them_refused()
    {
        var reading = Reading.Read(Health.Wide(Margins), Health.Header + "1;80200;MRM0001;GM0153;2020JJ00;48.0;3.0\n");

        Assert.Equal((ProblemCodes.DimensionOther, "Marges", "MRM0001"), (reading.Log.Kept[0].Code, reading.Log.Kept[0].Column, reading.Log.Kept[0].Value));
    }

    [Fact]
    public void A_figure_outside_its_own_margin_is_an_error_at_its_line()
    {
        var reading = Reading.Read(Health.Wide(Margins), Health.Header + "1;80200;MW00000;GM0153;2020JJ00;50.0;6.0\n2;80200;MOG0095;GM0153;2020JJ00;50.1;1.0\n3;80200;MBG0095;GM0153;2020JJ00;52.0;9.0\n");

        Assert.Equal((ProblemCodes.IntervalInvalid, ProblemSeverity.Error, 2, "Eenzaam_28", "50.1 - 52.0"),
            (reading.Problem.Code, reading.Problem.Severity, reading.Problem.Line, reading.Problem.Column, reading.Problem.Value));
    }

    [Fact]
    public void Two_lines_with_one_bound_are_a_duplicate()
    {
        var reading = Reading.Read(Health.Wide(Margins), Health.Header + "1;80200;MW00000;GM0153;2020JJ00;50.0;6.0\n2;80200;MOG0095;GM0153;2020JJ00;48.0;.\n3;80200;MOG0095;GM0153;2020JJ00;47.0;.\n");

        Assert.Equal((ProblemCodes.KeyDuplicate, 4), (reading.Problem.Code, reading.Problem.Line));
    }

    [Theory]
    [InlineData("1.500", ProblemCodes.CountNotWhole)]
    [InlineData("1.5E+02", ProblemCodes.DigitsLost)]
    [InlineData("12.5", ProblemCodes.CountNotWhole)]
    public void The_number_of_respondents_is_a_whole_number(string n, string code)
    {
        var problem = Reading.Read(Health.Wide("", WithColumns), $"WijkenEnBuurten;Perioden;Eenzaam_28;onder;boven;n;Bijstand_4\nGM0153;2020JJ00;50;48.25;52.5;{n};6\n").Problem;

        Assert.Equal((code, "n", n), (problem.Code, problem.Column, problem.Value));
    }

    [Fact]
    public void Margins_are_read_from_columns_next_to_a_topic()
    {
        const string header = "WijkenEnBuurten;Perioden;Eenzaam_28;onder;boven;n;Bijstand_4\n";

        var reading = Reading.Read(Health.Wide("", WithColumns), header + "GM0153;2020JJ00;50;48.25;52.5;1204;6\nWK015300;2020JJ00;.;.;.;12;7\nWK015301;2020JJ00;40;.;.;55;7\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            ["GM0153 2020 elderly_loneliness 50 [48.25-52.5/1204] :2", "WK015300 2020 elderly_loneliness Unknown :3", "WK015301 2020 elderly_loneliness 40 [-/55] :4"],
            Health.Figures(reading).Where(figure => figure.Contains("loneliness")));
        Assert.Equal(
            (ProblemCodes.IntervalInvalid, 2, "onder"),
            Reading.Read(Health.Wide("", WithColumns), header + "GM0153;2020JJ00;50;50.5;52.5;1204;6\n").Problem is var problem ? (problem.Code, problem.Line!.Value, problem.Column) : default);
        Assert.Equal(ProblemCodes.NumberInvalid, Reading.Read(Health.Wide("", WithColumns), header + "GM0153;2020JJ00;50;x;52.5;1204;6\n").Problem.Code);
    }

    [Fact]
    public void Margins_are_read_from_columns_and_from_rows_of_a_long_file()
    {
        var reading = Reading.Read(
            Health.Long("", ("\"value\": \"value\"", "\"value\": \"value\", \"lower\": \"lo\", \"upper\": \"hi\"")),
            "area;period;measure;value;lo;hi\nGM0153;2020;T1;50;48;52\nGM0153;2020;T2;6;.;.\n");
        var inRows = Reading.Read(
            Health.Long("\"margins\": { \"column\": \"margin\", \"value\": [\"V\"], \"lower\": [\"L\"], \"upper\": [\"U\"], \"sampleSize\": [\"N\"] }"),
            "area;period;measure;margin;value\nGM0153;2020;T1;L;48\nGM0153;2020;T1;V;50\nGM0153;2020;T2;V;6\nGM0153;2020;T1;U;52\nGM0153;2020;T1;N;900\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(["GM0153 2020 elderly_loneliness 50 [48-52/] :2", "GM0153 2020 social_assistance 6 :3"], Health.Figures(reading));
        Assert.Empty(inRows.Log.Kept);
        Assert.Equal(["GM0153 2020 elderly_loneliness 50 [48-52/900] :3", "GM0153 2020 social_assistance 6 :4"], Health.Figures(inRows));
    }

    [Fact]
    public void A_count_has_bounds_with_decimals()
    {
        var definition = Health.Wide("", ("{ \"column\": \"Eenzaam_28\", \"indicator\": \"elderly_loneliness\" }", BesideTopic.Replace("elderly_loneliness", "inhabitants")));

        var reading = Reading.Read(definition, "WijkenEnBuurten;Perioden;Eenzaam_28;onder;boven;n;Bijstand_4\nGM0153;2020JJ00;120;95.3;144.7;60;6\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal("GM0153 2020 inhabitants 120 [95.3-144.7/60] :2", Health.Figures(reading).First());
    }

    [Theory]
    [InlineData("50*", FigureStatus.Provisional)]
    [InlineData("50 **", FigureStatus.Provisional | FigureStatus.Revised)]
    [InlineData("50e", FigureStatus.Estimated)]
    [InlineData(" 50 m ", FigureStatus.Modelled)]
    [InlineData("50%e", FigureStatus.Estimated)]
    [InlineData("50", FigureStatus.None)]
    public void A_mark_behind_a_number_says_how_final_it_is(string written, FigureStatus status)
    {
        var reading = Reading.Read(Marked(), $"WijkenEnBuurten;Perioden;Eenzaam_28;Bijstand_4\nGM0153;2020JJ00;{written};6\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([(50m, status), (6m, FigureStatus.None)], reading.Observations[0].Values.Select(value => (value.Value.Number!.Value, value.Status)));
    }

    [Theory]
    [InlineData("e")]
    [InlineData("*")]
    [InlineData("50x")]
    [InlineData("50e*")]
    public void A_mark_without_a_number_or_declaration_is_no_figure(string written) => Assert.Equal(
        ProblemCodes.NumberInvalid, Reading.Read(Marked(), $"WijkenEnBuurten;Perioden;Eenzaam_28;Bijstand_4\nGM0153;2020JJ00;{written};6\n").Problem.Code);

    [Fact]
    public void A_mark_behind_a_symbol_keeps_the_symbol()
    {
        var reading = Reading.Read(Marked(), "WijkenEnBuurten;Perioden;Eenzaam_28;Bijstand_4\nGM0153;2020JJ00;.*;6\n");

        Assert.Equal((ObservedState.Unknown, FigureStatus.Provisional), (reading.Observations[0].Values[0].Value.State, reading.Observations[0].Values[0].Status));
    }

    [Fact]
    public void The_state_column_sets_the_status_of_a_value()
    {
        var definition = Health.Long(
            "\"states\": { \"None\": \"known\", \"Prov\": \"provisional\", \"Rev\": \"revised\", \"Est\": \"estimated\", \"Mod\": \"modelled\", \"Gone\": \"unknown\" }",
            ("\"value\": \"value\"", "\"value\": \"value\", \"state\": \"ValueAttribute\""));

        var reading = Reading.Read(
            definition,
            "area;period;measure;value;ValueAttribute\nGM0153;2020;T1;50;None\nGM0154;2020;T1;51;Prov\nGM0155;2020;T1;52;Rev\nGM0156;2020;T1;53;Est\nGM0157;2020;T1;54;Mod\nGM0158;2020;T1;;Gone\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            [FigureStatus.None, FigureStatus.Provisional, FigureStatus.Revised, FigureStatus.Estimated, FigureStatus.Modelled, FigureStatus.None],
            reading.Observations.Select(row => row.Values[0].Status));
        Assert.Equal(ObservedState.Unknown, reading.Observations[5].Values[0].Value.State);
    }

    private static Wijkmonitor.Indicators.Datasets.Definitions.DatasetDefinition Marked() =>
        Health.Wide("\"marks\": { \"*\": [\"provisional\"], \"**\": [\"provisional\", \"revised\"], \"e\": [\"estimated\"], \"m\": [\"modelled\"] }");
}
