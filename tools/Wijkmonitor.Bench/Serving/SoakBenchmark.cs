using System.Diagnostics;
using System.Globalization;
using System.Text;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Serving;

/// <summary>Deliveries and reads in a loop, and the memory and handles that the worker's process holds meanwhile.</summary>
/// <remarks>
/// The loop lasts three minutes, or as many as are asked for. A process that leaks grows from the middle third to the last. The first third, in which
/// code is compiled and caches fill, does not count.
/// </remarks>
/// <param name="minutes">For how many minutes, <see cref="MinMinutes"/> to <see cref="MaxMinutes"/>.</param>
internal sealed class SoakBenchmark(int minutes) : IBenchmark
{
    /// <summary>Default duration; a shorter one would prove nothing.</summary>
    public const int MinMinutes = 3;

    /// <summary>The longest: a night.</summary>
    public const int MaxMinutes = 600;

    private const int Readers = 4;
    private const int Thirds = 3;
    private const double Target = 1.1;
    private static readonly TimeSpan SampleInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DeliveryInterval = TimeSpan.FromSeconds(1.5);
    private static readonly string[] Reads = ["/api/v1/municipalities", "/api/v1/municipalities/GM9900/areas", "/api/v1/areas/GM9900/observations",
        "/api/v1/openapi.json", "/api/v1/health/ready"];

    public string Name => "soak";

    public bool IsApart => true;

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(extraAccounts: 1, cancellationToken: cancellationToken);
        var account = azurite.NewAccount();
        var settings = new Dictionary<string, string>(AppSettings.For(account), StringComparer.Ordinal) { ["IngestSchedule"] = "* * * * * *" };
        await using var app = await AppFiles.Monitor.StartAsync(settings, cancellationToken: cancellationToken);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(TimeSpan.FromMinutes(minutes));
        var reads = 0L;
        var deliveries = 0;
        var load = Enumerable.Range(0, Readers).Select(_ => ReadAsync(app, () => Interlocked.Increment(ref reads), end.Token))
            .Append(DeliverAsync(new MonitorParts(account), () => deliveries++, end.Token)).ToList();
        var samples = await SampleAsync(app, end.Token);
        await Task.WhenAll(load);
        cancellationToken.ThrowIfCancellationRequested();
        var summary = string.Create(CultureInfo.InvariantCulture, $"{deliveries} deliveries and {reads:N0} reads in {minutes} minutes");
        return
        [
            .. CompareThirds($"soak: memory, {summary}", samples, sample => sample.Bytes / 1024.0 / 1024.0, "MiB"),
            .. CompareThirds("soak: handles", samples, sample => sample.Handles, "handles"),
        ];
    }

    private static IEnumerable<Figure> CompareThirds(string name, IReadOnlyList<Sample> samples, Func<Sample, double> value, string unit)
    {
        var third = samples.Count / Thirds;
        var middle = samples.Skip(third).Take(third).Select(value).Order().ElementAt(third / 2);
        var last = samples.Skip(2 * third).Take(third).Select(value).Order().ElementAt(third / 2);
        yield return new Figure(name, Format(last, unit), Format(middle, unit), "the middle third of the time", last / middle, Target);
        var slope = ComputeSlope(samples.Skip(third).Select(sample => (sample.Minutes, value(sample))).ToList());
        yield return new Figure(name.Split(',')[0] + ", slope", Format(slope, unit + "/min"), Format(middle, unit), "its level", slope / middle, Target: null);
    }

    // By the line of least squares.
    private static double ComputeSlope(List<(double X, double Y)> points)
    {
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        return points.Sum(point => (point.X - x) * (point.Y - y)) / points.Sum(point => (point.X - x) * (point.X - x));
    }

    // The worker's process: the host is not what is deployed.
    private static async Task<IReadOnlyList<Sample>> SampleAsync(FunctionHost app, CancellationToken end)
    {
        var samples = new List<Sample>();
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.GetProcessById(app.WorkerId);
        using var timer = new PeriodicTimer(SampleInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
            {
                if (process.HasExited)
                {
                    throw new InvalidOperationException("The worker ended.");
                }

                process.Refresh();
                samples.Add(new Sample(Stopwatch.GetElapsedTime(begun).TotalMinutes, process.WorkingSet64, process.HandleCount));
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }

        return samples;
    }

    private static async Task ReadAsync(FunctionHost app, Action done, CancellationToken end)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                using var response = await app.Client.GetAsync(new Uri(Reads[i % Reads.Length], UriKind.Relative), end);
                if ((int)response.StatusCode >= 500)
                {
                    throw new InvalidOperationException($"{Reads[i % Reads.Length]} was answered with {response.StatusCode}.");
                }

                done();
                await Task.Delay(TimeSpan.FromMilliseconds(5), end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The time is over.
        }
    }

    // The same areas and years come again and again with other values, so that the storage grows little and the process has no reason to.
    private static async Task DeliverAsync(MonitorParts parts, Action done, CancellationToken end)
    {
        var path = Path.Combine(Path.GetTempPath(), $"wijkmonitor-soak-{Guid.NewGuid():N}.csv");
        try
        {
            await parts.SetUpAsync(end);
            await File.WriteAllTextAsync(path, "code;name;boundary_year\nGM9900;Proef;2019\n", end);
            await parts.DropAsync("areas/soak.csv", path, end);
            for (var i = 0; ; i++)
            {
                // A name of its own: the one before may still be held by the run that ingests it.
                await File.WriteAllTextAsync(path, Format(i), end);
                await parts.DropAsync(string.Create(CultureInfo.InvariantCulture, $"area-indicators/soak-{i}.csv"), path, end);
                done();
                await Task.Delay(DeliveryInterval, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The time is over.
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Format(int number)
    {
        var text = new StringBuilder("area;period;indicator;value\n");
        for (var year = 2000; year < 2020; year++)
        {
            text.Append(CultureInfo.InvariantCulture, $"GM9900;{year};burglaries;{(number + year) % 40}\nGM9900;{year};inhabitants;{1000 + number}\n");
        }

        return text.ToString();
    }

    private static string Format(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0} {unit}");

    private sealed record Sample(double Minutes, long Bytes, int Handles);
}
