using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Functions.Replay;

/// <summary>Runner of the app as a command of a terminal: its own settings and identity, no host, stopped by Ctrl-C.</summary>
internal static class ConsoleCommand
{
    /// <summary>The exit code of work that went well.</summary>
    public const int Succeeded = 0;

    /// <summary>The exit code of work that began and failed, or found a difference.</summary>
    public const int Failed = 1;

    /// <summary>The exit code of work that did not begin.</summary>
    public const int NotBegun = 2;

    /// <summary>Runs the work and writes its report, or writes why it failed.</summary>
    /// <param name="compose">Composes the app; settings that are wrong end it.</param>
    /// <param name="run">The work, given the services and the time since it began.</param>
    /// <param name="fail">Turns the message of an error into an exit code and a text for the terminal.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        Func<IServiceProvider> compose,
        Func<IServiceProvider, Func<TimeSpan>, CancellationToken, Task<int>> run,
        Func<string, (int ExitCode, string Text)> fail)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += StopOnCancel;
        try
        {
            var services = compose();
            var time = services.GetRequiredService<TimeProvider>();
            var start = time.GetTimestamp();
            return await run(services, () => time.GetElapsedTime(start), stop.Token);
        }
        catch (Exception e) when (IsExpected(e))
        {
            var (exitCode, text) = fail(e.Message);
            await Console.Error.WriteLineAsync(text);
            return exitCode;
        }
        finally
        {
            Console.CancelKeyPress -= StopOnCancel;
        }

        void StopOnCancel(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = true;
            stop.Cancel();
        }
    }

    private static bool IsExpected(Exception exception) => StorageFailure.IsStorageError(exception) || StorageFailure.IsUnavailable(exception)
        || exception is OptionsValidationException or ConfigurationException or InvalidOperationException or InvalidDataException or AggregateException;
}
