using Wijkmonitor.Functions.Storage.Deliveries;

namespace Wijkmonitor.Functions.Storage.Rows;

/// <summary>
/// Tells how far the work on one delivery has come: every two seconds at most, and nothing where it is done before that. It never keeps
/// the work from going on.
/// </summary>
/// <param name="store">Where it is told.</param>
/// <param name="dataset">The delivery's dataset.</param>
/// <param name="delivery">The delivery's id.</param>
/// <param name="time">The clock.</param>
public sealed class ProgressReport(ProgressStore store, string dataset, string delivery, TimeProvider time)
{
    private const int RowsBetweenLooks = 64;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);
    private long told = time.GetTimestamp();
    private DeliveryStage stage;
    private Func<CancellationToken, Task>? beforeFirst;
    private int done;
    private int total;
    private bool isTold;

    /// <summary>Goes on to another stage.</summary>
    /// <param name="next">The stage.</param>
    /// <param name="of">How many rows there are to do.</param>
    /// <param name="before">Is called before the first time that something is told, where that is in this stage.</param>
    public void Enter(DeliveryStage next, int of, Func<CancellationToken, Task>? before = null)
    {
        stage = next;
        beforeFirst = before;
        total = of;
        done = 0;
    }

    /// <summary>One row more is done.</summary>
    public ValueTask AdvanceAsync(CancellationToken cancellationToken)
    {
        done++;
        return done % RowsBetweenLooks == 0 && time.GetElapsedTime(told) >= Between ? new ValueTask(TellAsync(cancellationToken)) : ValueTask.CompletedTask;
    }

    /// <summary>The work is done.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (isTold)
        {
            await store.ForgetAsync(dataset, delivery, cancellationToken);
            isTold = false;
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        if (!isTold && beforeFirst is { } before)
        {
            await before(cancellationToken);
        }

        isTold = true;
        await store.TellAsync(dataset, delivery, new DeliveryProgress(stage, done, total, time.GetUtcNow()), cancellationToken);
        told = time.GetTimestamp();
    }
}
