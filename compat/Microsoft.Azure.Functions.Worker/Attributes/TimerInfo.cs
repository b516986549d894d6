namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function gets to know of its schedule.</summary>
public class TimerInfo
{
    /// <summary>The status of the schedule; null where it is not monitored (<see cref="TimerTriggerAttribute.UseMonitor"/>).</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run makes up for an occurrence that was missed.</summary>
    public bool IsPastDue { get; set; }
}

/// <summary>The status of a timer's schedule.</summary>
public class ScheduleStatus
{
    /// <summary>The last recorded occurrence.</summary>
    public DateTime Last { get; set; }

    /// <summary>The expected next occurrence.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this status was last updated.</summary>
    public DateTime LastUpdated { get; set; }
}
