using Azure.Storage.Blobs;
using Spectre.Console;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Cli;

/// <summary>Command that drops a file in the inbox of a running demo, as a data team would.</summary>
/// <param name="file">The file.</param>
/// <param name="dataset">The dataset that it is meant for.</param>
/// <param name="period">The year that the file is about, where its name does not say which; null where it does.</param>
/// <param name="port">The port of the demo; null for the first that runs.</param>
/// <param name="words">The language.</param>
internal sealed class DropCommand(FileInfo file, string dataset, string? period, int? port, NumberFormatter words)
{
    /// <summary>Checks what was asked, before anything is dropped.</summary>
    /// <returns>0 where it can be dropped, 2 where not.</returns>
    public int Check(BuiltInConfiguration config)
    {
        var report = new DefinitionReport(words);
        if (report.ShowIfFaulty(config, dataset) || report.FindDataset(config, dataset) is not { } definition || !report.Exists(file))
        {
            return CheckCommand.NotChecked;
        }

        if (ChosenPeriod.FindProblem(period, definition, words) is { } problem)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{problem}[/]");
            return CheckCommand.NotChecked;
        }

        return 0;
    }

    /// <summary>Drops the file.</summary>
    /// <returns>0 when it was dropped, 2 when not.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var running = DemoStorage.FindRunning().ToList();
        if (running.Find(demo => port is null || demo.Address.Port == port) is not { } chosen)
        {
            ShowAbsence(running);
            return CheckCommand.NotChecked;
        }

        var inbox = new BlobServiceClient(chosen.Connection).GetBlobContainerClient(Demo.InboxContainer);
        var name = period is null ? file.Name : ChosenPeriod.AddToName(file.Name, period);
        await inbox.GetBlobClient($"{dataset}/{name}").UploadAsync(file.FullName, overwrite: true, cancellationToken);
        var path = $"inbox/{dataset}/{Printable.Escape(name)}";
        AnsiConsole.MarkupLineInterpolated(
            $"{words.Localize($"Neergezet als {path} in de demo op {chosen.Address}", $"Dropped as {path} in the demo at {chosen.Address}")}");
        AnsiConsole.WriteLine(words.Localize("De demo laat zien wat ermee gebeurt.", "The demo shows what happens to it."));
        if (running.Count > 1 && port is null)
        {
            var others = string.Join(", ", running.Where(demo => demo != chosen).Select(demo => demo.Address));
            AnsiConsole.WriteLine(words.Localize($"Er draaien er meer ({others}); kies een andere met --port.",
                $"There are more ({others}); choose another with --port."));
        }

        return 0;
    }

    private void ShowAbsence(List<RunningDemo> running)
    {
        if (running.Count == 0)
        {
            AnsiConsole.MarkupLine($"[red]{words.Localize("Er draait geen demo:", "No demo runs:")}[/] {words.Localize(
                "start er een met ./wijkmonitor demo en probeer het opnieuw in een andere terminal.",
                "start one with ./wijkmonitor demo, and try again in another terminal.")}");
            return;
        }

        var addresses = string.Join(", ", running.Select(demo => demo.Address));
        AnsiConsole.MarkupLineInterpolated($"[red]{words.Localize($"Op poort {port} draait geen demo.", $"No demo runs at port {port}.")}[/]");
        AnsiConsole.WriteLine(words.Localize($"Wel op: {addresses}", $"There is one at: {addresses}"));
    }
}
