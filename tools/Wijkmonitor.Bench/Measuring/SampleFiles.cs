using System.Net.Http.Json;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Measuring;

/// <summary>Files through the inbox of the running app, as a data team drops them.</summary>
internal static class SampleFiles
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Ingests the samples.</summary>
    public static Task IngestAsync(MonitorParts parts, FunctionHost app, CancellationToken cancellationToken)
    {
        var inbox = RepositoryFolder.File("samples", "inbox");
        return IngestAsync(
            parts, app, Directory.GetFiles(inbox, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(inbox, file).Replace('\\', '/'), StringComparer.Ordinal), cancellationToken);
    }

    /// <summary>Ingests files, and waits until all of them are served.</summary>
    /// <param name="parts">The storage.</param>
    /// <param name="app">The app on it.</param>
    /// <param name="files">Local files by their place in the inbox.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">One of them was refused.</exception>
    public static async Task IngestAsync(MonitorParts parts, FunctionHost app, IReadOnlyDictionary<string, string> files, CancellationToken cancellationToken)
    {
        await parts.SetUpAsync(cancellationToken);
        var before = await CountServedAsync(app, cancellationToken);
        foreach (var (place, file) in files)
        {
            await parts.DropAsync(place, file, cancellationToken);
        }

        await app.TriggerAsync("Ingest", cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        while (await CountServedAsync(app, limit.Token) < before + files.Count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), limit.Token);
        }
    }

    private static async Task<int> CountServedAsync(FunctionHost app, CancellationToken cancellationToken)
    {
        var deliveries = (await app.Client.GetFromJsonAsync("/api/v1/deliveries", DeliveriesJson.Default.ItemListDeliveryResource, cancellationToken))!.Items;
        return deliveries.FirstOrDefault(delivery => delivery.State is "refused" or "pending") is { } wrong
            ? throw new InvalidOperationException($"{wrong.Dataset}/{wrong.File} was not accepted: it is {wrong.State}.")
            : deliveries.Count(delivery => delivery.State == "served");
    }
}
