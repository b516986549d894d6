using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Reporter of datasets that have had no delivery for long. Figures that nobody renews grow old without anything failing.</summary>
public sealed partial class StaleDatasetReporter(
    CurrentDatasets datasets, DeliveryStore deliveries, FreshnessOptions options, TimeProvider time, ILogger<StaleDatasetReporter> logger)
{
    /// <summary>Logs each dataset that was delivered before, and not for longer than the setting allows.</summary>
    public async Task ReportAsync(CancellationToken cancellationToken)
    {
        if (options.StaleAfterDays == 0)
        {
            return;
        }

        foreach (var dataset in datasets.All)
        {
            var last = (await deliveries.GetByDatasetAsync(dataset.Id, cancellationToken)).Max(delivery => delivery.StoredAt);
            if (last is { } then && (time.GetUtcNow() - then).Days is var days && days > options.StaleAfterDays)
            {
                LogStale(dataset.Id, days);
            }
        }
    }

    [LoggerMessage(124, LogLevel.Warning, "Received no delivery of {Dataset} for {Days} days")]
    private partial void LogStale(string dataset, int days);
}
