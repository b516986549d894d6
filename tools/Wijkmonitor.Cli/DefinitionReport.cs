using Spectre.Console;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Cli;

/// <summary>Report of faults in the configuration next to the program, in place of an exception.</summary>
/// <param name="words">The language.</param>
internal sealed class DefinitionReport(NumberFormatter words)
{
    /// <summary>Runs a command that needs the configuration.</summary>
    /// <remarks>It reports a configuration that is faulty as a whole, and a file that cannot be read or written.</remarks>
    public int Run(Func<BuiltInConfiguration, int> command)
    {
        try
        {
            return command(BuiltInConfiguration.Read(Path.Combine(AppContext.BaseDirectory, "config")));
        }
        catch (ConfigurationException e)
        {
            Show("indicators.json", e.Errors);
            return CheckCommand.NotChecked;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            AnsiConsole.MarkupLineInterpolated(
                $"[red]{words.Localize("Een bestand kan niet worden gelezen of geschreven:", "A file cannot be read or written:")}[/] {Printable.Escape(e.Message)}");
            return CheckCommand.NotChecked;
        }
    }

    /// <summary>Finds a dataset; where there is none, says which there are.</summary>
    public DatasetDefinition? FindDataset(BuiltInConfiguration config, string dataset)
    {
        if (config.Datasets.Find(dataset) is { } definition)
        {
            return definition;
        }

        AnsiConsole.MarkupLineInterpolated(
            $"[red]{words.Localize($"Er is geen dataset '{Printable.Escape(dataset)}'.", $"There is no dataset '{Printable.Escape(dataset)}'.")}[/]");
        AnsiConsole.WriteLine($"{words.Localize("Kies uit:", "Choose from:")} {string.Join(", ", config.Datasets.All.Select(known => known.Id))}.");
        return null;
    }

    /// <summary>Whether a file exists; where not, says so.</summary>
    public bool Exists(FileInfo file)
    {
        if (!file.Exists)
        {
            var name = Printable.Escape(file.FullName);
            AnsiConsole.MarkupLineInterpolated($"[red]{words.Localize($"Er is geen bestand {name}.", $"There is no file {name}.")}[/]");
        }

        return file.Exists;
    }

    /// <summary>Shows why a dataset is not in effect, where that is so.</summary>
    /// <returns>Whether it is so.</returns>
    public bool ShowIfFaulty(BuiltInConfiguration config, string dataset)
    {
        if (config.Datasets.FindFaulty(dataset) is not { } faulty)
        {
            return false;
        }

        Show(faulty.File, faulty.Faults);
        return true;
    }

    /// <summary>Lists the other definitions that are not in effect: they do not keep this dataset from being checked.</summary>
    public void NameOthers(BuiltInConfiguration config)
    {
        if (config.Datasets.Faulty.Count > 0)
        {
            var names = string.Join(", ", config.Datasets.Faulty.Select(definition => definition.File));
            AnsiConsole.MarkupLineInterpolated(
                $"[yellow]{words.Localize("Niet in gebruik, want ze kloppen niet:", "Not in effect, because they are faulty:")}[/] {Printable.Escape(names)}.");
        }
    }

    private void Show(string file, IReadOnlyList<ConfigurationFault> faults)
    {
        AnsiConsole.MarkupLineInterpolated($"[red]{words.Localize($"{file} klopt niet.", $"{file} is faulty.")}[/]");
        foreach (var fault in faults)
        {
            AnsiConsole.MarkupLineInterpolated($"  {Printable.Escape(DescribePlace(fault) + words.Localize(fault.Message.Nl, fault.Message.En))}");
            if (fault.Remedy is { } remedy)
            {
                AnsiConsole.MarkupLineInterpolated($"    {Printable.Escape(words.Localize(remedy.Nl, remedy.En))}");
            }
        }
    }

    private static string DescribePlace(ConfigurationFault fault) => fault switch
    {
        { Line: { } line, Field: { } field } => FormattableString.Invariant($"{field} ({line}): "),
        { Field: { } field } => $"{field}: ",
        _ => "",
    };
}
