using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks the parameter that receives the <see cref="TimerInfo"/> of the schedule which starts the function.</summary>
/// <param name="schedule">
/// An NCRONTAB expression of six fields, a time span such as "00:05:00", or %NAME% of an app setting that holds one.
/// </param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The schedule as written, settings not yet filled in.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether the schedule's status is kept, so that an occurrence missed by a restart is made up for. True unless set.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs each time the application starts.</summary>
    public bool RunOnStartup { get; set; }
}
