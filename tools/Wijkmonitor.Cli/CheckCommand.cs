using System.Globalization;
using Spectre.Console;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Drafts;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Cli;

/// <summary>Command that checks a file as the monitor would, without what only the storage knows.</summary>
/// <remarks>That is the register of areas, contracts and booked entries.</remarks>
/// <param name="config">The configuration.</param>
/// <param name="file">The file.</param>
/// <param name="dataset">The dataset that it is meant for.</param>
/// <param name="previous">The file that was delivered before, to hold this one against; null for none.</param>
/// <param name="period">The year that the file is about, where its name does not say which; null where it does.</param>
/// <param name="report">Path of the report that a refused file gets; null for none.</param>
/// <param name="crosswalk">Path of a draft crosswalk of the areas that have changed; null for none.</param>
/// <param name="words">The language.</param>
internal sealed class CheckCommand(
    BuiltInConfiguration config, FileInfo file, string dataset, FileInfo? previous, string? period, FileInfo? report, FileInfo? crosswalk,
    NumberFormatter words)
{
    private const int Fit = 0;
    private const int Refused = 1;
    public const int NotChecked = 2;
    private const int MaxShown = 50;

    // Where a dataset declares none: the share that a value may change by, and that of the rows that must be there.
    private const decimal UsualJump = 0.5m;
    private const decimal UsualCoverage = 0.9m;

    // A share of a score says nothing: it is below and above zero.
    private const string PassesZero = "score";
    private readonly DraftCrosswalk draft = new();

    // Whether both files have a value of one area, indicator and period.
    private bool isReplacement;

    public int Run()
    {
        var definitions = new DefinitionReport(words);
        if (definitions.ShowIfFaulty(config, dataset))
        {
            return NotChecked;
        }

        definitions.NameOthers(config);
        if (definitions.FindDataset(config, dataset) is not { } declared || !definitions.Exists(file)
            || (previous is not null && !definitions.Exists(previous)))
        {
            return NotChecked;
        }

        if (ChosenPeriod.FindProblem(period, declared, words) is { } problem)
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
            AnsiConsole.MarkupLineInterpolated($"{Localize(read)}");
        }

        ShowUsualLimits(definition);
        var name = Printable.Escape(file.Name).EscapeMarkup();
        var verdict = log.Errors == 0
            ? words.Localize($"[green]{name} past bij '{dataset}'[/] (gelezen: {items})", $"[green]{name} fits '{dataset}'[/] (read: {items})")
            : words.Localize($"[red]{name} zou worden geweigerd[/] (fouten: {log.Errors})", $"[red]{name} would be refused[/] (errors: {log.Errors})");
        var confirm = log is { Errors: 0, ConfirmationCount: > 0 }
            ? words.Localize(". Er wordt om bevestiging gevraagd", ". It will ask for confirmation") : "";
        AnsiConsole.MarkupLine($"{verdict}{confirm}. {words.Localize(
            "Hier niet gecontroleerd: of gebieden, contracten en boekingen bekend zijn bij de monitor.",
            "Not checked here: whether areas, contracts and entries are known to the monitor.")}");
        return log.Errors == 0 ? Fit : Refused;
    }

    private int CheckItems(DatasetDefinition definition, ProblemLog log)
    {
        var limits = AddUsualLimits(definition);
        var (known, rowsBefore) = ReadPreviousFile(limits);
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
                HistoryCheck.CheckJumps(limits, row, known, log);
                isReplacement |= row.Values.Any(value =>
                    known.TryGetValue((row.Area, value.Indicator), out var values) && values.Exists(earlier => earlier.Period == row.Period));

                // The monitor compares with another period only. Where the limits are its own, what is reported here decides as it would there.
                if (!HasJumps(definition))
                {
                    HistoryCheck.CheckRevisions(limits, row, known, log);
                }
            }
        }

        HistoryCheck.CheckCoverage(limits, rows, rowsBefore, log);
        return items;
    }

    private (Dictionary<(Indicators.Areas.AreaCode Area, string Indicator), List<EarlierValue>> Known, int Rows) ReadPreviousFile(DatasetDefinition limits)
    {
        if (previous is null)
        {
            return ([], 0);
        }

        var definition = config.Datasets.Find(dataset)!.ForFile(previous.Name);
        using var content = previous.OpenRead();
        var rows = DatasetReader.Read(definition, config.Catalogue, content, new ProblemLog(rules: definition.Problems)).OfType<AreaObservations>().ToList();
        var observations = rows.SelectMany(row => row.Values.Select(value =>
            new Observation(row.Area, row.Period, value.Indicator, value.Value, dataset, row.BoundaryYear, row.Status,
                new SourceLine(previous.Name, value.Line))));
        return (HistoryCheck.SelectRelevant(limits, observations), rows.Count);
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
        AnsiConsole.WriteLine(words.Localize(
            $"In {crosswalk.Name} staan {draft.Count} veranderde gebieden: vul 'from_code' en 'share' in, met een rij voor elk gebied waaruit het is ontstaan.",
            $"{draft.Count} changed areas are in {crosswalk.Name}: fill in 'from_code' and 'share', with a row for each area that it came from."));
    }

    private static bool HasJumps(DatasetDefinition definition) => definition.Checks?.Jumps is { Count: > 0 };

    // A comparison that finds nothing because nothing is compared would seem to say that all is well.
    private DatasetDefinition AddUsualLimits(DatasetDefinition definition)
    {
        var checks = definition.Checks ?? new DatasetChecks();
        var jumps = checks.Jumps is { Count: > 0 } declared
            ? declared
            : config.Catalogue.All.Where(indicator => indicator.Unit != PassesZero)
                .ToDictionary(indicator => indicator.Code, _ => new JumpLimit(Share: UsualJump), StringComparer.Ordinal);
        return definition with { Checks = checks with { Jumps = jumps, Coverage = checks.Coverage ?? UsualCoverage } };
    }

    private void ShowUsualLimits(DatasetDefinition definition)
    {
        if (previous is null)
        {
            return;
        }

        if (HasJumps(definition) && isReplacement)
        {
            AnsiConsole.WriteLine(words.Localize(
                "Waarden over dezelfde periode in beide bestanden zijn niet met elkaar vergeleken: een sprong is er ten opzichte van een eerdere periode, net als in de monitor.",
                "Values about the same period in both files were not compared with each other: a jump is one from an earlier period, as in the monitor."));
        }

        if (!HasJumps(definition))
        {
            AnsiConsole.WriteLine(words.Localize(
                $"De definitie van '{dataset}' zegt niet wat een sprong is: hier is gemeld wat meer dan {UsualJump * 100:0}% verschilt. De monitor zelf meldt dat niet.",
                $"The definition of '{dataset}' does not say what a jump is: reported here is what differs by more than {UsualJump * 100:0}%. The monitor itself does not report that."));
        }

        if (definition.Checks?.Coverage is null)
        {
            AnsiConsole.WriteLine(words.Localize(
                $"De definitie van '{dataset}' zegt niet hoeveel rijen mogen ontbreken: hier is gemeld als het er minder dan {UsualCoverage * 100:0}% van de vorige zijn. De monitor zelf meldt dat niet.",
                $"The definition of '{dataset}' does not say how many rows may be missing: reported here is if fewer than {UsualCoverage * 100:0}% of the previous rows are left. The monitor itself does not report that."));
        }
    }

    private void Show(ProblemLog log)
    {
        if (log.Total == 0)
        {
            return;
        }

        var summary = new Table().Border(TableBorder.Rounded).AddColumns("code", words.Localize("ernst", "severity"))
            .AddColumn(words.Localize("aantal", "number"), column => column.RightAligned())
            .AddColumns(words.Localize("eerste regel", "first line"), words.Localize("de eerste", "first of them"));
        foreach (var group in log.GroupByCode())
        {
            summary.AddRow(
                new Text(group.First.Code),
                new Text(FormatSeverity(group.First)),
                new Text(group.Count.ToString(CultureInfo.InvariantCulture)),
                new Text(FormatLine(group.First)),
                new Text(Localize(group.First.Message)));
        }

        AnsiConsole.Write(summary);
        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            words.Localize("regel", "line"), words.Localize("kolom", "column"), words.Localize("waarde", "value"), words.Localize("melding", "problem"),
            words.Localize("wat te doen", "what to do"));
        foreach (var problem in log.GroupByCode().SelectMany(group => group.Kept).Take(MaxShown))
        {
            table.AddRow(
                new Text(FormatLine(problem)),
                new Text(problem.Column ?? ""),
                new Text(problem.Value ?? ""),
                new Text($"{problem.Code} ({FormatSeverity(problem)})\n{Localize(problem.Message)}"),
                new Text(Localize(problem.Remedy)));
        }

        AnsiConsole.Write(table);
        if (log.Total > MaxShown)
        {
            var written = Math.Min(log.Total, ProblemLog.DefaultLimit);
            AnsiConsole.WriteLine(words.Localize(
                $"Dit zijn de eerste {MaxShown} van {log.Total}; --report schrijft er {written} in een bestand.",
                $"These are the first {MaxShown} of {log.Total}; --report writes {written} of them to a file."));
        }
    }

    private static string FormatLine(RowProblem problem) => problem.Line?.ToString(CultureInfo.InvariantCulture) ?? "";

    private string Localize(BilingualText text) => words.Localize(text.Nl, text.En);

    private string FormatSeverity(RowProblem problem) =>
        (problem.Severity == ProblemSeverity.Error ? words.Localize("fout", "error") : words.Localize("waarschuwing", "warning"))
        + (problem.NeedsConfirmation ? words.Localize(", te bevestigen", ", to be confirmed") : "");
}
