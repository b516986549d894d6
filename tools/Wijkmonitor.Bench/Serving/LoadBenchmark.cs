using System.Diagnostics;
using System.Globalization;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Serving;

/// <summary>Number of requests a second that the running app serves until it makes readers wait.</summary>
/// <remarks>
/// More and more of them ask at once, each again as soon as it is answered, until the p99 is more than twice that of one reader alone; and how many
/// of them it serves to more readers than it has cores for. Bare functions under the same host are asked alternately with it by the same client,
/// which takes its part of the same cores.
/// </remarks>
internal sealed class LoadBenchmark : IBenchmark
{
    private const double Doubled = 2;
    private const int FullLoadReaders = 16;
    private const int FullLoadRounds = 5;

    // At least 0.9 of the requests that the floor serves.
    private const double Target = 1 / 0.9;
    private static readonly int[] Readers = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    public string Name => "load";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken: cancellationToken);
        var parts = new MonitorParts(azurite.ConnectionString);
        var settings = ReadBenchmark.Settings(azurite.ConnectionString);
        await using var app = await AppFiles.Monitor.StartAsync(settings, cancellationToken: cancellationToken);
        await SampleFiles.IngestAsync(parts, app, cancellationToken);
        await using var bare = await (await AppFiles.GetBareReaderAsync(cancellationToken)).StartAsync(settings, cancellationToken: cancellationToken);
        await using var empty = await (await AppFiles.GetEmptyAppAsync(cancellationToken)).StartAsync(settings, cancellationToken: cancellationToken);
        var nothing = new Ramp(empty, ReadBenchmark.EmptyAddress);
        var bareScorecard = new Ramp(bare, ReadBenchmark.BareScorecardAddress);
        var bareStatement = new Ramp(bare, ReadBenchmark.BareStatementAddress);
        var scorecard = new Ramp(app, ReadBenchmark.ScorecardAddress);
        var statement = new Ramp(app, ReadBenchmark.StatementAddress);
        Ramp[] all = [nothing, bareScorecard, bareStatement, scorecard, statement];
        foreach (var readers in Readers)
        {
            foreach (var ramp in all.Where(ramp => !ramp.IsOver))
            {
                await ramp.StepAsync(readers, cancellationToken);
            }
        }

        for (var round = 0; round < FullLoadRounds; round++)
        {
            for (var turn = 0; turn < all.Length; turn++)
            {
                await all[(round + turn) % all.Length].LoadFullyAsync(cancellationToken);
            }
        }

        const string BareFunction = "a bare function under the same host that reads the same entity";
        const string UntilDoubled = BareFunction + ", until its p99 doubles";
        return
        [
            Figure.FromRate($"load: requests a second of {FullLoadReaders} readers, scorecard", scorecard.FullRate, bareScorecard.FullRate, BareFunction,
                Target),
            Figure.FromRate($"load: requests a second of {FullLoadReaders} readers, statement", statement.FullRate, bareStatement.FullRate, BareFunction),
            Figure.FromTime("load: processor time of the worker for a request, scorecard", scorecard.ProcessorTime, bareScorecard.ProcessorTime, BareFunction),
            Figure.FromTime("load: processor time of the worker for a request, statement", statement.ProcessorTime, bareStatement.ProcessorTime, BareFunction),
            Figure.FromRate($"load: requests a second of {FullLoadReaders} readers, the bare function", bareScorecard.FullRate, nothing.FullRate,
                "an empty function"),
            Figure.FromRate($"load: requests until p99 doubles, scorecard ({scorecard.Words})", scorecard.Rate, bareScorecard.Rate,
                $"{UntilDoubled} ({bareScorecard.Words})"),
            Figure.FromRate($"load: requests until p99 doubles, statement ({statement.Words})", statement.Rate, bareStatement.Rate,
                $"{UntilDoubled} ({bareStatement.Words})"),
        ];
    }

    // One address asked by more and more readers.
    private sealed class Ramp(FunctionHost host, Uri address)
    {
        private readonly List<(int Readers, double Rate, TimeSpan P99)> steps = [];
        private readonly List<double> fullRates = [];
        private readonly Samples processorTimes = new();

        public bool IsOver => steps.Count > 0 && steps[^1].P99 > Doubled * steps[0].P99;

        /// <summary>Requests a second at the last step whose p99 is at most twice that of one reader.</summary>
        public double Rate => Last.Rate;

        /// <summary>Requests a second under full load; the median of its rounds.</summary>
        public double FullRate => fullRates.Order().ElementAt(fullRates.Count / 2);

        /// <summary>Processor time of the worker for a request under full load; the median of its rounds.</summary>
        public TimeSpan ProcessorTime => processorTimes.Median;

        public string Words => string.Create(CultureInfo.InvariantCulture, $"{Last.Readers} readers, p99 {Last.P99.TotalMilliseconds:0.0} ms; of one {steps[0].P99.TotalMilliseconds:0.0} ms");

        private (int Readers, double Rate, TimeSpan P99) Last => IsOver ? steps[^2] : steps[^1];

        public async Task StepAsync(int readers, CancellationToken cancellationToken)
        {
            await AskAsync(readers, WarmUp, cancellationToken);
            var times = await AskAsync(readers, Duration, cancellationToken);
            steps.Add((readers, times.Count / Duration.TotalSeconds, times.P99));
        }

        public async Task LoadFullyAsync(CancellationToken cancellationToken)
        {
            await AskAsync(FullLoadReaders, WarmUp, cancellationToken);
            using var worker = Process.GetProcessById(host.WorkerId);
            var before = worker.TotalProcessorTime;
            var requests = (await AskAsync(FullLoadReaders, Duration, cancellationToken)).Count;
            worker.Refresh();
            processorTimes.Add((worker.TotalProcessorTime - before) / requests);
            fullRates.Add(requests / Duration.TotalSeconds);
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
                        times.Add(await BenchmarkRounds.TimeAsync(() => host.Client.GetByteArrayAsync(address, cancellationToken)));
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
