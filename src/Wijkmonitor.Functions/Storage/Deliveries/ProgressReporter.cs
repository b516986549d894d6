namespace Wijkmonitor.Functions.Storage.Deliveries;

/// <summary>Reporter of the progress of one delivery: every two seconds at most, and not after it is done.</summary>
/// <remarks>It never keeps the work from going on.</remarks>
/// <param name="store">Store of the reports.</param>
/// <param name="dataset">The delivery's dataset.</param>
/// <param name="delivery">The delivery's id.</param>
/// <param name="time">The clock.</param>
public sealed class ProgressReporter(ProgressStore store, string dataset, string delivery, TimeProvider time)
{
    private const int RowsBetweenChecks = 64;
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(2);
    private long lastReported = time.GetTimestamp();
    private DeliveryStage stage;
    private Func<CancellationToken, Task>? beforeFirst;
    private int done;
    private int total;
    private bool isReported;

    /// <summary>Starts another stage.</summary>
    /// <param name="next">The stage.</param>
    /// <param name="rowTotal">Number of rows to do.</param>
    /// <param name="before">Is called before the first time that something is reported, where that is in this stage.</param>
    public void StartStage(DeliveryStage next, int rowTotal, Func<CancellationToken, Task>? before = null)
    {
        stage = next;
        beforeFirst = before;
        total = rowTotal;
        done = 0;
    }

    /// <summary>Advances the progress by one row.</summary>
    public ValueTask AdvanceAsync(CancellationToken cancellationToken)
    {
        done++;
        return done % RowsBetweenChecks == 0
            && time.GetElapsedTime(lastReported) >= ReportInterval
            ? new ValueTask(ReportAsync(cancellationToken))
            : ValueTask.CompletedTask;
    }

    /// <summary>Ends the reporting: the work is done.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (isReported)
        {
            await store.DeleteAsync(dataset, delivery, cancellationToken);
            isReported = false;
        }
    }

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        if (!isReported && beforeFirst is { } before)
        {
            await before(cancellationToken);
        }

        isReported = true;
        await store.SaveAsync(dataset, delivery, new DeliveryProgress(stage, done, total, time.GetUtcNow()), cancellationToken);
        lastReported = time.GetTimestamp();
    }
}
