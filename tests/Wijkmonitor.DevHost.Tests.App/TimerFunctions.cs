using Microsoft.Azure.Functions.Worker;

namespace Wijkmonitor.DevHost.Tests.App;

public sealed class TimerFunctions(Journal journal)
{
    [Function("Ingest")]
    public Task IngestAsync([TimerTrigger("%IngestSchedule%")] TimerInfo timer, FunctionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        journal.Add($"Ingest {context.InvocationId} past due {timer.IsPastDue}, next {timer.ScheduleStatus?.Next.ToUniversalTime():O}");
        return Task.CompletedTask;
    }

    [Function("Nightly")]
    public static Task NightlyAsync([TimerTrigger("0 30 2 * * *", RunOnStartup = false, UseMonitor = false)] TimerInfo timer) =>
        throw new InvalidOperationException($"A secret of the night, past due: {timer.IsPastDue}.");

    [Function("Slow")]
    public async Task SlowAsync([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        journal.Add("Slow begins");
        try
        {
            await Task.Delay(TimeSpan.FromMinutes(10), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            journal.Add("Slow is cancelled");
            throw;
        }
    }
}
