using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Serving;

/// <summary>Start of the deployed app compared with an empty function app that is published alike.</summary>
/// <remarks>
/// It measures the time from a start to the first answer, and the size. The worker is started by a host that runs already, as in Azure; and once more
/// together with the local host.
/// </remarks>
internal sealed class StartBenchmark : IBenchmark
{
    private const int WarmUps = 2;
    private const int Rounds = 15;
    private const double TimeTarget = 1.3;
    private const double SizeTarget = 2;
    private const string FloorIs = "an empty function app, published alike";
    private const string Liveness = "/api/v1/health/live";
    private const string Indicators = "/api/v1/indicators";
    private static readonly string Empty = ReadBenchmark.EmptyAddress.ToString();

    // No storage is there, and none is asked for what is measured.
    private static readonly IReadOnlyDictionary<string, string> Settings = AppSettings.For(
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=" + Azurite.PublicKey +
        ";BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;");

    public string Name => "start";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        var app = AppFiles.Monitor;
        var empty = await AppFiles.GetEmptyAppAsync(cancellationToken);
        await using var appHost = await app.StartAsync(Settings, cancellationToken: cancellationToken);
        await using var emptyHost = await empty.StartAsync(Settings, cancellationToken: cancellationToken);
        var worker = await BenchmarkRounds.RunAsync(
            WarmUps,
            Rounds,
            () => RestartAsync(appHost, Liveness, cancellationToken),
            () => RestartAsync(appHost, Indicators, cancellationToken),
            () => RestartAsync(emptyHost, Empty, cancellationToken));
        var whole = await BenchmarkRounds.RunAsync(
            WarmUps, Rounds, () => StartAsync(app, Liveness, cancellationToken), () => StartAsync(empty, Empty, cancellationToken));
        return
        [
            Figure.FromTime("start: the worker, to its first answer", worker[0].Median, worker[2].Median, FloorIs, TimeTarget),
            Figure.FromTime("start: the worker, to the first answer of the API", worker[1].Median, worker[2].Median, FloorIs),
            Figure.FromTime("start: host and worker, to the first answer", whole[0].Median, whole[1].Median, FloorIs),
            Figure.FromBytes("start: the package", app.ZipBytes, empty.ZipBytes, FloorIs, SizeTarget),
            Figure.FromBytes("start: the package unpacked", app.Bytes, empty.Bytes, FloorIs),
        ];
    }

    // From the start of another worker on: the request waits for it. The one before ends meanwhile, alike for all.
    private static async Task<TimeSpan> RestartAsync(FunctionHost host, string path, CancellationToken cancellationToken)
    {
        var time = await BenchmarkRounds.TimeAsync(async () =>
        {
            await host.RestartAsync(cancellationToken);
            await host.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellationToken);
        });

        // The end of the one before is not to fall into the next measurement.
        await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        return time;
    }

    private static async Task<TimeSpan> StartAsync(Package package, string path, CancellationToken cancellationToken)
    {
        FunctionHost? host = null;
        try
        {
            return await BenchmarkRounds.TimeAsync(async () =>
            {
                host = await package.StartAsync(Settings, cancellationToken: cancellationToken);
                await host.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellationToken);
            });
        }
        finally
        {
            if (host is not null)
            {
                await host.DisposeAsync();
            }
        }
    }
}
