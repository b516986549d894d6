using System.Globalization;
using Spectre.Console;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Cli;

/// <summary>Checks a file as the monitor would, without what only the storage knows.</summary>
/// <remarks>That is the register of areas, contracts and booked entries.</remarks>
/// <param name="file">The file.</param>
/// <param name="dataset">The dataset that it is meant for.</param>
/// <param name="previous">The file that was delivered before, to hold this one against; null for none.</param>
/// <param name="period">The year that the file is about, where its name does not say which; null where it does.</param>
/// <param name="report">Where the report goes that a refused file gets; null for nowhere.</param>
/// <param name="crosswalk">Where a draft crosswalk of the areas that have changed goes; null for nowhere.</param>
internal sealed class CheckCommand(FileInfo file, string dataset, FileInfo? previous, string? period, FileInfo? report, FileInfo? crosswalk)
{
    private const int Fit = 0;
    private const int Refused = 1;
    public const int NotChecked = 2;
    private const int MaxShown = 50;
    private readonly DraftCrosswalk draft = new();
    private readonly BuiltInConfiguration config = DefinitionReport.Read();

    public int Run()
    {
        if (DefinitionReport.ShowIfFaulty(config, dataset))
        {
            return NotChecked;
        }

        DefinitionReport.NameOthers(config);
        if (config.Datasets.Find(dataset) is not { } declared)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]There is no dataset '{dataset}'.[/] Known: {string.Join(", ", config.Datasets.All.Select(d => d.Id))}.");
            return NotChecked;
        }

        if (new[] { file, previous }.FirstOrDefault(f => f?.Exists == false) is { } absent)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]There is no file {Printable.Escape(absent.FullName)}.[/]");
            return NotChecked;
        }

        if (ChosenPeriod.FindProblem(period, declared) is { } problem)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{problem}[/]");
            return NotChecked;
        }

        var definition = declared.ForFile(file.Name, ChosenPeriod.Parse(period));
        var log = new ProblemLog(rules: definition.Problems);
        var items = CheckItems(definition, log);
        Show(log);
        WriteReport(log);
        WriteCrosswalk();
        if (definition.Format != DatasetFormat.Contract)
        {
            var read = ReadSummaryText.For(log.Tally.ToSummary());
            AnsiConsole.MarkupLineInterpolated($"{read.En}");
            AnsiConsole.MarkupLineInterpolated($"{read.Nl}");
        }

        var name = Printable.Escape(file.Name).EscapeMarkup();
        var verdict = log.Errors == 0 ? $"[green]{name} fits '{dataset}'[/] ({items} items read)" : $"[red]{name} would be refused[/] ({log.Errors} errors)";
        var confirm = log is { Errors: 0, ConfirmationCount: > 0 } ? ". It will ask for confirmation" : "";
        AnsiConsole.MarkupLine(verdict + confirm + ". Not checked here: whether areas, contracts and entries are known to the monitor.");
        return log.Errors == 0 ? Fit : Refused;
    }

    private int CheckItems(DatasetDefinition definition, ProblemLog log)
    {
        var (known, rowsBefore) = ReadPreviousFile();
        var items = 0;
        var rows = 0;
        using var content = file.OpenRead();
        foreach (var item in DatasetReader.Read(definition, config.Catalogue, content, log))
        {
            items++;
            if (item is AreaObservations row)
            {
                rows++;
                draft.Add(row);
                HistoryCheck.CheckJumps(definition, row, known, log);
            }
        }

        HistoryCheck.CheckCoverage(definition, rows, rowsBefore, log);
        return items;
    }

    private (Dictionary<(Indicators.Areas.AreaCode Area, string Indicator), List<EarlierValue>> Known, int Rows) ReadPreviousFile()
    {
        if (previous is null)
        {
            return ([], 0);
        }

        var definition = config.Datasets.Find(dataset)!.ForFile(previous.Name);
        using var content = previous.OpenRead();
        var rows = DatasetReader.Read(definition, config.Catalogue, content, new ProblemLog(rules: definition.Problems)).OfType<AreaObservations>().ToList();
        var observations = rows.SelectMany(row => row.Values.Select(value =>
            new Observation(row.Area, row.Period, value.Indicator, value.Value, dataset, row.BoundaryYear, row.Status, new SourceLine(previous.Name, value.Line))));
        return (HistoryCheck.SelectRelevant(definition, observations), rows.Count);
    }

    private void WriteReport(ProblemLog log)
    {
        if (report is not null)
        {
            using var content = ProblemReport.Write(log);
            using var target = report.Create();
            content.CopyTo(target);
        }
    }

    private void WriteCrosswalk()
    {
        if (crosswalk is null)
        {
            return;
        }

        using var target = crosswalk.Create();
        draft.WriteTo(target);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{draft.Count} changed areas are in {crosswalk.Name}: fill in from_code and share, a row for each area that it came from.");
    }

    private static void Show(ProblemLog log)
    {
        if (log.Total == 0)
        {
            return;
        }

        var summary = new Table().Border(TableBorder.Rounded).AddColumns("code", "severity").AddColumn("number", column => column.RightAligned()).AddColumns("first line", "first of them / de eerste");
        foreach (var group in log.GroupByCode())
        {
            summary.AddRow(
                new Text(group.First.Code),
                new Text(FormatSeverity(group.First)),
                new Text(group.Count.ToString(CultureInfo.InvariantCulture)),
                new Text(FormatLine(group.First)),
                new Text($"{group.First.Message.En}\n{group.First.Message.Nl}"));
        }

        AnsiConsole.Write(summary);
        var table = new Table().Border(TableBorder.Rounded).AddColumns("line", "column", "value", "problem / probleem", "what to do / wat te doen");
        foreach (var problem in log.GroupByCode().SelectMany(group => group.Kept).Take(MaxShown))
        {
            table.AddRow(
                new Text(FormatLine(problem)),
                new Text(problem.Column ?? ""),
                new Text(problem.Value ?? ""),
                new Text($"{problem.Code} ({FormatSeverity(problem)})\n{problem.Message.En}\n{problem.Message.Nl}"),
                new Text($"{problem.Remedy.En}\n{problem.Remedy.Nl}"));
        }

        AnsiConsole.Write(table);
        if (log.Total > MaxShown)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"These are the first {MaxShown} of {log.Total}; --report writes {Math.Min(log.Total, ProblemLog.DefaultLimit)} of them to a file.");
        }
    }

    private static string FormatLine(RowProblem problem) => problem.Line?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string FormatSeverity(RowProblem problem) =>
        problem.Severity.ToString().ToLowerInvariant() + (problem.NeedsConfirmation ? ", to be confirmed" : "");
}
