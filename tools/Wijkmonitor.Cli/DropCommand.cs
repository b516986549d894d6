using Azure.Storage.Blobs;
using Spectre.Console;

namespace Wijkmonitor.Cli;

/// <summary>Drops a file in the inbox of the demo that runs, as a data team would in that of a deployment.</summary>
internal static class DropCommand
{
    public static async Task<int> RunAsync(FileInfo file, string dataset, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]There is no file {file.FullName}.[/]");
            return 2;
        }

        if (DemoStorage.RunningConnections().FirstOrDefault() is not { } connection)
        {
            AnsiConsole.MarkupLine("[red]No demo runs:[/] start one with ./wijkmonitor demo, and try again in another terminal.");
            return 2;
        }

        var inbox = new BlobServiceClient(connection).GetBlobContainerClient(Demo.InboxContainer);
        await inbox.GetBlobClient($"{dataset}/{file.Name}").UploadAsync(file.FullName, overwrite: true, cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"Dropped as inbox/{dataset}/{file.Name}. The demo says what comes of it.");
        return 0;
    }
}
