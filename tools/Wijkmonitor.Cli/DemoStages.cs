using System.Globalization;
using Spectre.Console;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Cli;

/// <summary>Stages of the demo's start on the terminal, and how long each took.</summary>
/// <remarks>On a terminal with something that moves; elsewhere, as in a log, with a line at the end of each stage.</remarks>
internal sealed class DemoStages(NumberFormatter words, int count)
{
    private int begun;

    /// <summary>Runs a stage.</summary>
    public async Task<T> RunAsync<T>(string nl, string en, Func<Task<T>> run)
    {
        var name = $"{++begun}/{count} {words.Localize(nl, en)}";
        var start = TimeProvider.System.GetTimestamp();
        T result = default!;
        if (AnsiConsole.Profile.Capabilities.Interactive)
        {
            await AnsiConsole.Status().StartAsync($"{name} ...".EscapeMarkup(), async _ => result = await run());
        }
        else
        {
            result = await run();
        }

        End(name, start);
        return result;
    }

    /// <summary>Runs a stage that has a bar for each of its parts. Elsewhere than on a terminal the bars are left out.</summary>
    /// <param name="nl">The stage in Dutch.</param>
    /// <param name="en">The stage in English.</param>
    /// <param name="parts">The names of the parts.</param>
    /// <param name="steps">Number of steps of a part.</param>
    /// <param name="run">The stage; it is given the function that reports the step of a part.</param>
    public async Task RunAsync(string nl, string en, IReadOnlyCollection<string> parts, int steps, Func<Action<string, int>, Task> run)
    {
        var name = $"{++begun}/{count} {words.Localize(nl, en)}";
        var start = TimeProvider.System.GetTimestamp();
        if (AnsiConsole.Profile.Capabilities.Interactive)
        {
            await AnsiConsole.Progress().AutoClear(false).Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn())
                .StartAsync(progress =>
            {
                var tasks = parts.ToDictionary(part => part, part => progress.AddTask(part.EscapeMarkup(), maxValue: steps), StringComparer.Ordinal);
                return run((part, step) => tasks[part].Value = step);
            });
        }
        else
        {
            await run((_, _) => { });
        }

        End(name, start);
    }

    private void End(string name, long start)
    {
        var seconds = (decimal)TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {words.FormatFixed(seconds, 1)} s"));
    }
}
