using Azure.Storage.Blobs;
using Spectre.Console;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Cli;

/// <summary>Drops a file in the inbox of the demo that runs, as a data team would in that of a deployment.</summary>
internal static class DropCommand
{
    public static async Task<int> RunAsync(FileInfo file, string dataset, string? period, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]There is no file {Printable.Escape(file.FullName)}.[/]");
            return 2;
        }

        if (period is not null && ChosenPeriod.Parse(period) is null)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{ChosenPeriod.CreateNoYearMessage(period)}[/]");
            return 2;
        }

        if (DemoStorage.FindRunningConnections().FirstOrDefault() is not { } connection)
        {
            AnsiConsole.MarkupLine("[red]No demo runs:[/] start one with ./wijkmonitor demo, and try again in another terminal.");
            return 2;
        }

        var inbox = new BlobServiceClient(connection).GetBlobContainerClient(Demo.InboxContainer);
        var name = period is null ? file.Name : ChosenPeriod.AddToName(file.Name, period);
        await inbox.GetBlobClient($"{dataset}/{name}").UploadAsync(file.FullName, overwrite: true, cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"Dropped as inbox/{dataset}/{Printable.Escape(name)}. The demo says what comes of it.");
        return 0;
    }
}
