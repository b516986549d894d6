namespace Wijkmonitor.DevHost.Worker;

/// <summary>The worker ended before it had answered.</summary>
internal sealed class WorkerLostException : Exception
{
    public WorkerLostException()
        : this("The worker process ended.")
    {
    }

    public WorkerLostException(string message)
        : base(message)
    {
    }

    public WorkerLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
