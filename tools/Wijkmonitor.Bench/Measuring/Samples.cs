namespace Wijkmonitor.Bench.Measuring;

/// <summary>The times that one thing took.</summary>
internal sealed class Samples
{
    private readonly List<TimeSpan> times = [];

    /// <summary>The middle one.</summary>
    public TimeSpan Median => ComputePercentile(0.5);

    /// <summary>The one that 99 in 100 do not exceed.</summary>
    public TimeSpan P99 => ComputePercentile(0.99);

    /// <summary>Number of samples.</summary>
    public int Count => times.Count;

    public void Add(TimeSpan time) => times.Add(time);

    private TimeSpan ComputePercentile(double part)
    {
        var sorted = times.Order().ToArray();
        return sorted[Math.Max((int)Math.Ceiling(sorted.Length * part) - 1, 0)];
    }
}
