using System.Text;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Tests.Configuration;

public sealed class ProblemReportTests
{
    [Fact]
    public void A_report_opens_in_a_Dutch_Excel_with_line_column_value_and_remedy()
    {
        var log = new ProblemLog();
        log.Add(RowProblems.AreaCodeInvalid(7, "area", "B;U"));

        var report = Text(log);

        Assert.StartsWith("\uFEFFcode;ernst;aantal;regel;kolom;waarde;melding;wat te doen;message;what to do", report);
        Assert.Contains("area-code-invalid;fout;1;7;area;\"B;U\";", report);
        Assert.Contains("'B;U' is geen gebiedscode.", report);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("+1")]
    [InlineData("-1+1")]
    public void A_value_that_looks_like_a_formula_is_escaped(string value)
    {
        var log = new ProblemLog();
        log.Add(RowProblems.AreaCodeInvalid(1, "area", value));

        Assert.Contains($"'{value}", Text(log).Split(';')[14]);
    }

    [Fact]
    public void Problems_beyond_the_limit_are_counted_by_code_in_the_last_row()
    {
        var log = new ProblemLog(limit: 2);
        for (var line = 1; line <= 5; line++)
        {
            log.Add(RowProblems.DateInvalid(line, "date", "x"));
        }

        var rows = Text(log).TrimEnd().Split('\n');

        Assert.Equal(4, rows.Length);
        Assert.Contains("2 van 5 meldingen", rows[^1]);
        Assert.Contains("date-invalid: 5", rows[^1]);
    }

    [Fact]
    public void Problems_are_grouped_by_code_with_errors_first_and_a_count()
    {
        var log = new ProblemLog(rules: new Dictionary<string, ProblemRule> { [ProblemCodes.CoverageDropped] = new(NeedsConfirmation: true) });
        log.Add(FileProblems.ColumnUnknown(1, "extra"));
        log.Add(RowProblems.DateInvalid(2, "date", "x"));
        log.Add(RowProblems.AreaCodeInvalid(3, "area", "x"));
        log.Add(RowProblems.DateInvalid(4, "date", "y"));
        log.Add(FileProblems.CoverageDropped(1, 2));

        var rows = Text(log).TrimEnd().Split("\r\n").Skip(1).Select(row => string.Join(';', row.Split(';').Take(4)));

        Assert.Equal(
            ["date-invalid;fout;2;2", "date-invalid;fout;;4", "area-code-invalid;fout;1;3", "column-unknown;waarschuwing;1;1",
                "coverage-dropped;waarschuwing, te bevestigen;1;"],
            rows);
    }

    [Fact]
    public void The_last_row_summarises_the_file()
    {
        var log = new ProblemLog();
        log.Tally.Add(AreaCode.Parse("GM0153"), 2022, new Period(2022));
        log.Tally.GetCount(".").Increment();
        log.Tally.Skip(SkippedKinds.Footer, 5);

        Assert.Equal(
            ";gelezen;;;;;\"Gelezen: jaar 2022; grenzen van 2022; 1 gemeente; zonder getal: '.' 1×; overgeslagen: 1 × bronregel (vanaf regel 5).\";;"
            + "\"Read: year 2022; boundaries of 2022; 1 municipality; without a number: '.' 1×; skipped: 1 × source line (from line 5).\";",
            Text(log).TrimEnd().Split("\r\n")[^1]);
    }

    private static string Text(ProblemLog log)
    {
        using var report = ProblemReport.Write(log);
        return Encoding.UTF8.GetString(report.ToArray());
    }
}
