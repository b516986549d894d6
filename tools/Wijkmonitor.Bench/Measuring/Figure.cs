using System.Globalization;

namespace Wijkmonitor.Bench.Measuring;

/// <summary>A measured value next to its floor.</summary>
/// <param name="Name">Name of the figure.</param>
/// <param name="Measured">The value.</param>
/// <param name="Floor">The value of the floor.</param>
/// <param name="FloorIs">Description of the floor.</param>
/// <param name="Ratio">The value as a multiple of the floor.</param>
/// <param name="Target">The max that the ratio should be; null where nothing was promised.</param>
internal sealed record Figure(string Name, string Measured, string Floor, string FloorIs, double Ratio, double? Target)
{
    /// <summary>Whether the target is met; null where there is none.</summary>
    public bool? IsMet => Target is { } target ? Ratio <= target : null;

    /// <summary>Creates a figure of two times.</summary>
    public static Figure FromTime(string name, TimeSpan measured, TimeSpan floor, string floorIs, double? target = null) =>
        new(name, Format(measured), Format(floor), floorIs, measured / floor, target);

    /// <summary>Creates a figure of a count, with the maximum that it should be as its floor.</summary>
    public static Figure FromCount(string name, double measured, double max, string floorIs, double? target = 1) =>
        new(name, measured.ToString("0.000", CultureInfo.InvariantCulture), max.ToString("0.0", CultureInfo.InvariantCulture), floorIs, measured / max, target);

    /// <summary>Creates a figure of two sizes in bytes.</summary>
    public static Figure FromBytes(string name, long measured, long floor, string floorIs, double? target = null) =>
        new(name, Format(measured), Format(floor), floorIs, (double)measured / floor, target);

    /// <summary>Creates a figure of two rates, in requests a second. More is better, so the ratio is how many times as many the floor serves.</summary>
    public static Figure FromRate(string name, double measured, double floor, string floorIs, double? target = null) =>
        new(name, FormatRate(measured), FormatRate(floor), floorIs, floor / measured, target);

    private static string FormatRate(double perSecond) => perSecond.ToString("0' /s'", CultureInfo.InvariantCulture);

    private static string Format(TimeSpan time) =>
        time.TotalMilliseconds.ToString(time.TotalMilliseconds < 0.1 ? "0.0000 ms" : time.TotalMilliseconds < 10 ? "0.00 ms" : "0 ms",
            CultureInfo.InvariantCulture);

    private static string Format(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.0} MiB");
}
