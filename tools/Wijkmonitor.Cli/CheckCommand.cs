using Spectre.Console;
using Wijkmonitor.Functions;
using Wijkmonitor.Indicators.Datasets;
using Wijkmonitor.Indicators.Scorecards.SocialMortgage;

namespace Wijkmonitor.Cli;

/// <summary>Checks a file as the monitor would, but for what only the storage knows: the register of areas, contracts and booked entries.</summary>
internal static class CheckCommand
{
    private const int Fit = 0;
    private const int Refused = 1;
    private const int NotChecked = 2;
    private const int MostShown = 50;

    public static int Run(FileInfo file, string dataset)
    {
        var config = ShippedConfig.Read(Path.Combine(AppContext.BaseDirectory, "config"));
        if (config.Datasets.Find(dataset)?.ForFile(file.Name) is not { } definition)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]There is no dataset '{dataset}'.[/] Known: {string.Join(", ", config.Datasets.All.Select(d => d.Id))}.");
            return NotChecked;
        }

        if (!file.Exists)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]There is no file {file.FullName}.[/]");
            return NotChecked;
        }

        using var content = file.OpenRead();
        var log = new ProblemLog(rules: definition.Problems);
        var items = definition.Format == DatasetFormat.Contract ? CheckContract(content, log) : DatasetReader.Read(definition, config.Catalogue, content, log).Count();
        Show(log);
        var verdict = log.Errors == 0 ? $"[green]{file.Name.EscapeMarkup()} fits '{dataset}'[/] ({items} items read)" : $"[red]{file.Name.EscapeMarkup()} would be refused[/] ({log.Errors} errors)";
        AnsiConsole.MarkupLine(verdict + ". Not checked here: whether areas, contracts and entries are known to the monitor.");
        return log.Errors == 0 ? Fit : Refused;
    }

    private static int CheckContract(FileStream content, ProblemLog log)
    {
        var reading = SocialMortgageContract.Read(content);
        foreach (var problem in reading.Problems)
        {
            log.Add(RowProblems.ContractInvalid(null, problem.Field, problem.Value, problem.Message, problem.Remedy));
        }

        return reading.IsRead ? 1 : 0;
    }

    private static void Show(ProblemLog log)
    {
        if (log.Total == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("line", "column", "value", "problem / probleem", "what to do / wat te doen");
        foreach (var problem in log.Kept.Take(MostShown))
        {
            table.AddRow(
                new Text(problem.Line?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""),
                new Text(problem.Column ?? ""),
                new Text(problem.Value ?? ""),
                new Text($"{problem.Code} ({problem.Severity.ToString().ToLowerInvariant()})\n{problem.Message.En}\n{problem.Message.Nl}"),
                new Text($"{problem.Remedy.En}\n{problem.Remedy.Nl}"));
        }

        AnsiConsole.Write(table);
        foreach (var (code, count) in log.CountByCode)
        {
            AnsiConsole.MarkupLineInterpolated(System.Globalization.CultureInfo.InvariantCulture, $"  {count} x {code}");
        }
    }
}
