using Spectre.Console;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Cli;

/// <summary>Says what is wrong with the configuration that lies next to the program, in place of an exception.</summary>
internal static class DefinitionReport
{
    /// <summary>The configuration next to the program.</summary>
    public static BuiltInConfiguration Read() => BuiltInConfiguration.Read(Path.Combine(AppContext.BaseDirectory, "config"));

    /// <summary>Runs a command that needs the configuration; where that is faulty as a whole, says so.</summary>
    public static int Run(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (ConfigurationException e)
        {
            Show("indicators.json", e.Errors);
            return CheckCommand.NotChecked;
        }
    }

    /// <summary>Shows why a dataset is not in effect, where that is so.</summary>
    /// <returns>Whether it is so.</returns>
    public static bool ShowIfFaulty(BuiltInConfiguration config, string dataset)
    {
        if (config.Datasets.FindFaulty(dataset) is not { } faulty)
        {
            return false;
        }

        Show(faulty.File, faulty.Faults);
        return true;
    }

    /// <summary>Names the other definitions that are not in effect: they do not keep this dataset from being checked.</summary>
    public static void NameOthers(BuiltInConfiguration config)
    {
        if (config.Datasets.Faulty.Count > 0)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]Not in effect, because they are faulty / niet in gebruik, want ze kloppen niet:[/] {JoinNames(config.Datasets.Faulty)}.");
        }
    }

    private static string JoinNames(IEnumerable<FaultyDefinition> faulty) => string.Join(", ", faulty.Select(definition => definition.File));

    private static void Show(string file, IReadOnlyList<ConfigurationFault> faults)
    {
        AnsiConsole.MarkupLineInterpolated($"[red]{file} is faulty / klopt niet.[/]");
        foreach (var fault in faults)
        {
            AnsiConsole.MarkupLineInterpolated($"  {DescribePlace(fault)}{fault.Message.En}");
            AnsiConsole.MarkupLineInterpolated($"  {DescribePlace(fault)}{fault.Message.Nl}");
            if (fault.Remedy is { } remedy)
            {
                AnsiConsole.MarkupLineInterpolated($"    {remedy.En}");
                AnsiConsole.MarkupLineInterpolated($"    {remedy.Nl}");
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
