using System.Globalization;
using System.Text;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Scorecards;

namespace Wijkmonitor.Functions.Api;

/// <summary>
/// A statement as a CSV that a Dutch Excel opens as it is: UTF-8 with a byte-order mark, semicolons, decimal commas. Text that a spreadsheet
/// would take for a formula starts with an apostrophe.
/// </summary>
public static class StatementCsv
{
    private static readonly CultureInfo Dutch = new("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "" } };

    /// <summary>The file.</summary>
    public static byte[] Write(Scorecard statement)
    {
        var text = new StringBuilder();
        Row(text, "soort", "code", "naam", "toestand", "waarde", "eenheid", "bedrag", "uitleg", "zekerheid");
        foreach (var line in statement.Lines)
        {
            Row(text, "regel", line.Code, line.Label.Nl, StateWords.Of(line.State), Number(line.Value), FindingWords.Unit(line.Unit), Number(line.Amount), line.Explanation.Nl, line.Uncertainty?.Nl ?? "");
        }

        foreach (var total in statement.Totals)
        {
            var isEuro = total.Unit == Indicator.Euro;
            Row(text, "totaal", total.Code, total.Label.Nl, "", isEuro ? "" : Number(total.Value), FindingWords.Unit(total.Unit), isEuro ? Number(total.Value) : "", StateWords.LeftOut(total.LeavesOut, statement), "");
        }

        foreach (var finding in statement.Findings)
        {
            var about = finding.Lines.Count == 0 ? "" : $": {FindingWords.Labels(finding.Lines, statement)}";
            Row(text, "bevinding", finding.Code, FindingWords.Of(finding) + about, "", "", "", "", finding.Message.Nl, "");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Row(StringBuilder text, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            text.Append(i == 0 ? "" : ";").Append(Quoted(fields[i]));
        }

        text.Append("\r\n");
    }

    private static string Quoted(string field)
    {
        var isNumber = decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, Dutch, out _);
        var safe = !isNumber && field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + field : field;
        return safe.AsSpan().ContainsAny(";\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string Number(decimal? number) => number?.ToString("0.############################", Dutch) ?? "";
}
