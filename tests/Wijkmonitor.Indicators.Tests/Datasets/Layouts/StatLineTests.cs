using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets.Layouts;

public sealed class StatLineTests
{
    private const string Header =
        "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"Particuliere huishoudens (Aantal)\";" +
        "\"Opleidingsniveau/Laag/Waarde (%)\";\"Opleidingsniveau/Middelbaar/Waarde (%)\";\"Opleidingsniveau/Hoog/Waarde (%)\";" +
        "\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\";\"Spreiding/Spreiding totaal/Waarde (Getal)\"\n";

    private const string KopZeedijk = "\"2019\";\"Kop Zeedijk\";\"BU03630000\";\"     700\";\"    12.4\";\"    27.0\";\"    60.6\";\"   0.045\";\"   0.856\"\n";

    [Fact]
    public void The_published_file_of_Amsterdam_is_read_whole()
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, "CBS's file of Amsterdam is not on this machine (docs/architecture.md).");
        using var file = File.OpenRead(Path.Combine(RepositoryFolder.PublishedData!, "ses-woa-amsterdam-2019.csv"));

        var reading = Reading.Read(Reading.Definition("ses-woa"), file);

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(579, reading.Observations.Count);
        Assert.Equal(1 + 99 + 479, reading.Items.OfType<AreaItem>().Count());
        Assert.Equal(99, reading.Observations.Count(row => row.Area.Level == AreaLevel.District));
        var amsterdam = reading.Observations[0];
        Assert.Equal("GM0363", amsterdam.Area.Value);
        Assert.Equal(2019, amsterdam.Period.Year);
        Assert.Equal([457_400m, 20.8m, 29.8m, 49.5m, -0.100m, 1.010m], amsterdam.Values.Select(v => v.Value.Number!.Value));
        Assert.All(amsterdam.Values, value => Assert.Equal(2, value.Line));
        Assert.Equal(90, reading.Observations.Count(row => row.Values.Any(v => v.Value.State == ObservedState.Unknown)));
        Assert.Equal(580, reading.Observations[^1].Values[0].Line);
    }

    [Fact]
    public void Padding_byte_order_mark_and_symbols_are_handled()
    {
        var reading = Reading.Read("ses-woa", "\uFEFF" + Header + KopZeedijk +
            "\"2019\";\"Stationsplein e.o.\";\"BU03630100\";\"       0\";\"       .\";\"       -\";\"        \";\"       x\";\"       .\"\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal("BU03630000", reading.Observations[0].Area.Value);
        Assert.Equal(
            [ObservedValue.Known(0), ObservedValue.Unknown, ObservedValue.Known(0), ObservedValue.NotApplicable, ObservedValue.Suppressed, ObservedValue.Unknown],
            reading.Observations[1].Values.Select(v => v.Value));
    }

    [Theory]
    [InlineData("2019", FigureStatus.None)]
    [InlineData("2019*", FigureStatus.Provisional)]
    [InlineData("2019**", FigureStatus.Provisional | FigureStatus.Revised)]
    [InlineData("2019JJ00", FigureStatus.None)]
    public void An_asterisk_after_the_year_marks_provisional_figures(string year, FigureStatus status)
    {
        var reading = Reading.Read("ses-woa", Header + KopZeedijk.Replace("2019", year));

        var row = Assert.Single(reading.Observations);
        Assert.Equal(new Period(2019), row.Period);
        Assert.Equal(status, row.Status);
    }

    [Fact]
    public void A_renamed_column_is_reported_with_its_likely_replacement()
    {
        var reading = Reading.Read("ses-woa", Header.Replace("Opleidingsniveau/Laag/Waarde (%)", "Opleiding laag") + KopZeedijk);

        Assert.Empty(reading.Items);
        Assert.Equal(ProblemCodes.ColumnMissing, reading.Problem.Code);
        Assert.Equal(1, reading.Problem.Line);
        Assert.Equal("Opleidingsniveau/Laag/Waarde (%)", reading.Problem.Column);
        Assert.Contains("'Opleiding laag'", reading.Problem.Message.Nl);
    }

    [Fact]
    public void Another_delimiter_is_recognised()
    {
        var reading = Reading.Read("ses-woa", (Header + KopZeedijk).Replace(';', ','));

        Assert.Equal((ProblemCodes.DelimiterWrong, 1), (reading.Problem.Code, reading.Problem.Line));
        Assert.Contains("een komma (,)", reading.Problem.Message.Nl);
        Assert.Contains("a semicolon (;)", reading.Problem.Message.En);
    }

    [Fact]
    public void A_header_repeated_between_the_rows_is_passed_over_and_counted()
    {
        var reading = Reading.Read("ses-woa", Header + KopZeedijk + Header + KopZeedijk.Replace("BU03630000", "BU03630001"));

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(2, reading.Observations.Count);
        Assert.Equal([new SkippedLines(SkippedKinds.Header, 1, 3)], reading.Log.Tally.ToSummary().Skipped);
    }

    [Fact]
    public void The_same_area_and_year_twice_is_reported_with_both_lines()
    {
        var reading = Reading.Read("ses-woa", Header + KopZeedijk + KopZeedijk);

        Assert.Equal((ProblemCodes.KeyDuplicate, 3), (reading.Problem.Code, reading.Problem.Line));
        Assert.Equal("BU03630000 2019", reading.Problem.Value);
        Assert.Contains("regel 2", reading.Problem.Message.Nl);
    }

    [Fact]
    public void A_decimal_comma_is_not_a_number_when_a_point_is_declared()
    {
        var reading = Reading.Read("ses-woa", Header + KopZeedijk.Replace("12.4", "12,4"));

        Assert.Equal(ProblemCodes.NumberSeparator, reading.Problem.Code);
        Assert.Equal((2, "Opleidingsniveau/Laag/Waarde (%)", "    12,4"), (reading.Problem.Line, reading.Problem.Column, reading.Problem.Value));
        Assert.Contains("een punt (.)", reading.Problem.Message.Nl);
    }

    [Fact]
    public void A_byte_that_is_not_utf8_is_found_on_its_line_and_column()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(Header + KopZeedijk + KopZeedijk.Replace("BU03630000", "BU03630001").Replace("Kop Zeedijk", "Café"));

        var reading = Reading.Read("ses-woa", bytes);

        Assert.Equal((ProblemCodes.EncodingInvalid, 3, "Wijken en buurten"), (reading.Problem.Code, reading.Problem.Line, reading.Problem.Column));
    }

    [Fact]
    public void Utf16_is_not_mistaken_for_utf8()
    {
        var reading = Reading.Read("ses-woa", [.. System.Text.Encoding.Unicode.GetPreamble(), .. System.Text.Encoding.Unicode.GetBytes(Header + KopZeedijk)]);

        Assert.Equal((ProblemCodes.EncodingInvalid, 1), (reading.Problem.Code, reading.Problem.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n\n")]
    [InlineData(Header)]
    public void A_file_without_rows_is_empty(string text) =>
        Assert.Equal(ProblemCodes.FileEmpty, Reading.Read("ses-woa", text).Problem.Code);

    [Fact]
    public void A_malformed_area_code_is_reported_as_read()
    {
        var reading = Reading.Read("ses-woa", Header + KopZeedijk.Replace("BU03630000", "BU0363"));

        Assert.Equal((ProblemCodes.AreaCodeInvalid, 2, "BU0363"), (reading.Problem.Code, reading.Problem.Line, reading.Problem.Value));
    }

    [Fact]
    public void A_row_with_too_few_fields_is_reported_and_the_next_rows_are_still_checked()
    {
        var reading = Reading.Read("ses-woa", Header + "\"2019\";\"Kop Zeedijk\"\n" + KopZeedijk.Replace("2019", "19"));

        Assert.Equal([ProblemCodes.FieldCount, ProblemCodes.PeriodInvalid], reading.Log.Kept.Select(p => p.Code));
        Assert.Equal([2, 3], reading.Log.Kept.Select(p => p.Line!.Value));
    }

    [Fact]
    public void Lines_are_counted_as_in_an_editor_after_a_field_of_several_lines()
    {
        var reading = Reading.Read("ses-woa", Header + KopZeedijk.Replace("Kop Zeedijk", "Kop\r\nZeedijk") + KopZeedijk.Replace("BU03630000", "XX"));

        Assert.Equal([(ProblemCodes.TextInvalid, 2), (ProblemCodes.AreaCodeInvalid, 4)], reading.Log.Kept.Select(p => (p.Code, p.Line!.Value)));
    }

    [Fact]
    public void An_unclosed_quotation_mark_is_reported_where_it_opens()
    {
        var reading = Reading.Read("ses-woa", Header + KopZeedijk + "\"2019;Kop Zeedijk\n" + KopZeedijk);

        Assert.Contains(reading.Log.Kept, p => p is { Code: ProblemCodes.QuoteUnbalanced, Line: 3 });
    }

    [Fact]
    public void A_field_of_endless_length_is_refused_without_reading_it_into_memory()
    {
        var reading = Reading.Read("ses-woa", Header + "\"" + new string('a', 5_000_000));

        Assert.Equal((ProblemCodes.FieldTooLong, 2), (reading.Problem.Code, reading.Problem.Line));
    }

    [Fact]
    public void A_line_of_endless_length_is_refused_without_reading_it_into_memory()
    {
        var reading = Reading.Read("ses-woa", Header + new string(';', 20_000_000));

        Assert.Equal(ProblemCodes.FieldTooLong, reading.Problem.Code);
    }

    [Fact]
    public void A_header_with_too_many_columns_is_refused()
    {
        var reading = Reading.Read("ses-woa", string.Join(';', Enumerable.Range(0, 3000)) + "\n" + string.Join(';', Enumerable.Range(0, 2000)) + "\n");

        Assert.Equal((ProblemCodes.FieldCount, 1, "3000"), (reading.Problem.Code, reading.Problem.Line, reading.Problem.Value));
    }

    [Fact]
    public void Two_files_with_a_byte_order_mark_each_are_recognised_when_they_are_joined()
    {
        var reading = Reading.Read("ses-woa", "\uFEFF" + Header + KopZeedijk + "\uFEFF" + Header.Replace("\"", "") + KopZeedijk.Replace("BU03630000", "BU03630001"));

        Assert.Empty(reading.Log.Kept);
        Assert.Equal([new SkippedLines(SkippedKinds.Header, 1, 3)], reading.Log.Tally.ToSummary().Skipped);
    }

    [Fact]
    public void An_undeclared_column_is_a_warning_and_the_rest_is_read()
    {
        var reading = Reading.Read("ses-woa", Header.Replace("\n", ";\"Extra\"\n") + KopZeedijk.Replace("\n", ";\"1\"\n"));

        Assert.Equal((ProblemCodes.ColumnUnknown, ProblemSeverity.Warning, "Extra"), (reading.Problem.Code, reading.Problem.Severity, reading.Problem.Column));
        Assert.Equal(0, reading.Log.Errors);
        Assert.Single(reading.Observations);
    }
}
