using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Reporter of how many municipalities of the waiting deliveries are computed, every two seconds at most.</summary>
/// <param name="store">Store of the reports.</param>
/// <param name="waiting">The deliveries.</param>
/// <param name="time">The clock.</param>
internal sealed class ScoringProgress(ProgressStore store, IReadOnlyList<Delivery> waiting, TimeProvider time)
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(2);
    private long lastReported = time.GetTimestamp();
    private bool isReported;

    public async Task ReportAsync(IReadOnlySet<string> computed, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(lastReported) < ReportInterval)
        {
            return;
        }

        isReported = true;
        foreach (var delivery in waiting)
        {
            var done = delivery.Municipalities.Count(computed.Contains);
            var progress = new DeliveryProgress(DeliveryStage.Scoring, done, delivery.Municipalities.Count, time.GetUtcNow());
            await store.SaveAsync(delivery.Dataset, delivery.Id, progress, cancellationToken);
        }

        lastReported = time.GetTimestamp();
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var delivery in isReported ? waiting : [])
        {
            await store.DeleteAsync(delivery.Dataset, delivery.Id, cancellationToken);
        }
    }
}
