using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Tells of the deliveries that wait how many of their municipalities are computed: every two seconds at most.</summary>
/// <param name="store">Where it is told.</param>
/// <param name="waiting">The deliveries.</param>
/// <param name="time">The clock.</param>
internal sealed class ScoringProgress(ProgressStore store, IReadOnlyList<Delivery> waiting, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);
    private long told = time.GetTimestamp();
    private bool isTold;

    public async Task TellAsync(IReadOnlySet<string> computed, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(told) < Between)
        {
            return;
        }

        isTold = true;
        foreach (var delivery in waiting)
        {
            var done = delivery.Municipalities.Count(computed.Contains);
            var progress = new DeliveryProgress(DeliveryStage.Scoring, done, delivery.Municipalities.Count, time.GetUtcNow());
            await store.TellAsync(delivery.Dataset, delivery.Id, progress, cancellationToken);
        }

        told = time.GetTimestamp();
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var delivery in isTold ? waiting : [])
        {
            await store.ForgetAsync(delivery.Dataset, delivery.Id, cancellationToken);
        }
    }
}
