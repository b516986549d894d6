using System.Diagnostics;
using System.Globalization;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench;

/// <summary>
/// How many requests a second the running app serves until it makes readers wait: more and more of them ask at once, each again as soon as it is answered, until the
/// p99 is more than twice that of one reader alone. Bare endpoints are asked in turns with it by the same client, which takes its part of the same cores.
/// </summary>
internal sealed class LoadBenchmark : IBenchmark
{
    private const double Doubled = 2;
    private static readonly int[] Readers = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);
    private static readonly Uri Root = new("/", UriKind.Relative);

    public string Name => "load";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken: cancellationToken);
        var parts = new MonitorParts(azurite.ConnectionString);
        await using var app = await FunctionApp.StartAsync(
            AppFiles.Built("Wijkmonitor.Functions"), ReadBenchmark.Settings(azurite.ConnectionString), cancellationToken: cancellationToken);
        await SampleFiles.IngestAsync(parts, app, cancellationToken);
        await using var reader = await FunctionApp.StartAsync(AppFiles.Built("Wijkmonitor.Bench.BareReader"), AppSettings.ForReader(parts, ReadBenchmark.Scorecard), cancellationToken: cancellationToken);
        await using var empty = await FunctionApp.StartAsync(AppFiles.Built("Wijkmonitor.Bench.EmptyApp"), AppSettings.Quiet, cancellationToken: cancellationToken);
        var bare = new Ramp(empty.Client, Root);
        var raw = new Ramp(reader.Client, Root);
        var statement = new Ramp(app.Client, ReadBenchmark.StatementAddress);
        var scorecard = new Ramp(app.Client, ReadBenchmark.ScorecardAddress);
        Ramp[] all = [bare, raw, statement, scorecard];
        foreach (var readers in Readers)
        {
            foreach (var ramp in all.Where(ramp => !ramp.IsOver))
            {
                await ramp.StepAsync(readers, cancellationToken);
            }
        }

        const string Reads = "a bare endpoint that reads one entity raw and passes it on, until its p99 doubles";
        return
        [
            Figure.OfRate($"load: requests until p99 doubles, scorecard ({scorecard.Words})", scorecard.Rate, raw.Rate, $"{Reads} ({raw.Words})"),
            Figure.OfRate($"load: requests until p99 doubles, statement ({statement.Words})", statement.Rate, raw.Rate, Reads),
            Figure.OfRate("load: a bare endpoint that reads", raw.Rate, bare.Rate, $"an empty endpoint, until its p99 doubles ({bare.Words})"),
            Figure.OfRate("load: most requests, scorecard", scorecard.Most, raw.Most, "the most of the bare endpoint that reads, up to the same point"),
            Figure.OfRate("load: most requests, statement", statement.Most, raw.Most, "the most of the bare endpoint that reads, up to the same point"),
        ];
    }

    // One address asked by more and more readers.
    private sealed class Ramp(HttpClient client, Uri address)
    {
        private readonly List<(int Readers, double Rate, TimeSpan P99)> steps = [];

        public bool IsOver => steps.Count > 0 && steps[^1].P99 > Doubled * steps[0].P99;

        /// <summary>Requests a second at the last step whose p99 is at most twice that of one reader.</summary>
        public double Rate => Last.Rate;

        /// <summary>The most requests a second at any step, the one at which the p99 was over included.</summary>
        public double Most => steps.Max(step => step.Rate);

        public string Words => string.Create(CultureInfo.InvariantCulture, $"{Last.Readers} readers, p99 {Last.P99.TotalMilliseconds:0.0} ms; of one {steps[0].P99.TotalMilliseconds:0.0} ms");

        private (int Readers, double Rate, TimeSpan P99) Last => IsOver ? steps[^2] : steps[^1];

        public async Task StepAsync(int readers, CancellationToken cancellationToken)
        {
            await AskAsync(readers, WarmUp, cancellationToken);
            var times = await AskAsync(readers, Duration, cancellationToken);
            steps.Add((readers, times.Count / Duration.TotalSeconds, times.P99));
        }

        private async Task<Samples> AskAsync(int readers, TimeSpan duration, CancellationToken cancellationToken)
        {
            var begun = Stopwatch.GetTimestamp();
            var each = await Task.WhenAll(Enumerable.Range(0, readers).Select(_ => Task.Run(
                async () =>
                {
                    var times = new List<TimeSpan>();
                    while (Stopwatch.GetElapsedTime(begun) < duration)
                    {
                        times.Add(await Turns.TimeAsync(() => client.GetByteArrayAsync(address, cancellationToken)));
                    }

                    return times;
                },
                cancellationToken)));
            var samples = new Samples();
            foreach (var time in each.SelectMany(times => times))
            {
                samples.Add(time);
            }

            return samples;
        }
    }
}
