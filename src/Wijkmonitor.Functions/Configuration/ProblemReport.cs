using System.Globalization;
using Wijkmonitor.Functions.Spreadsheets;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Configuration;

/// <summary>A file's problems as a CSV that opens in a Dutch Excel.</summary>
public static class ProblemReport
{
    private static readonly string[] Header = ["code", "ernst", "aantal", "regel", "kolom", "waarde", "melding", "wat te doen", "message", "what to do"];

    /// <summary>Writes the report: the kept problems by code, errors first.</summary>
    /// <remarks>The first of each code has how many there are. A row says where not all are kept, and a last row what was read, where anything was.</remarks>
    public static MemoryStream Write(ProblemLog log)
    {
        using var csv = new SpreadsheetCsv();
        WriteRow(csv, Header);
        foreach (var group in log.GroupByCode())
        {
            WriteRow(csv, GetFields(group.First, group.Count));
            foreach (var problem in group.Kept.Skip(1))
            {
                WriteRow(csv, GetFields(problem, count: null));
            }
        }

        if (log.Total > log.Kept.Count)
        {
            WriteRow(csv, GetRemainderFields(log));
        }

        if (log.Tally.ToSummary() is { BoundaryYears.Count: > 0 } or { Skipped.Count: > 0 })
        {
            WriteRow(csv, GetReadFields(ReadSummaryText.For(log.Tally.ToSummary())));
        }

        return new MemoryStream(csv.ToArray());
    }

    private static string?[] GetFields(RowProblem problem, int? count) =>
    [
        problem.Code,
        problem.Severity == ProblemSeverity.Error ? "fout" : problem.NeedsConfirmation ? "waarschuwing, te bevestigen" : "waarschuwing",
        count?.ToString(CultureInfo.InvariantCulture),
        problem.Line?.ToString(CultureInfo.InvariantCulture),
        problem.Column,
        problem.Value,
        problem.Message.Nl,
        problem.Remedy.Nl,
        problem.Message.En,
        problem.Remedy.En,
    ];

    private static string?[] GetReadFields(BilingualText text) => ["", "gelezen", "", "", "", "", text.Nl, "", text.En, ""];

    private static string?[] GetRemainderFields(ProblemLog log)
    {
        var counts = string.Join(", ", log.CountByCode.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}: {pair.Value}")));
        return
        [
            "", "", "", "", "", "",
            string.Create(CultureInfo.InvariantCulture, $"Dit zijn de eerste {log.Kept.Count} van {log.Total} meldingen. In totaal: {counts}."), "",
            string.Create(CultureInfo.InvariantCulture, $"These are the first {log.Kept.Count} of {log.Total} problems. In all: {counts}."), "",
        ];
    }

    private static void WriteRow(SpreadsheetCsv csv, string?[] fields)
    {
        csv.WriteTexts(fields);
        csv.EndRow();
    }
}
