using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench;

/// <summary>
/// What is deployed, against an ASP.NET Core application that does nothing and is published alike: how long it takes from the start of the process to an answer,
/// started as the Functions host starts it, and how large it is.
/// </summary>
internal sealed class StartBenchmark : IBenchmark
{
    private const int WarmUps = 2;
    private const int Rounds = 15;
    private const string FloorIs = "an empty ASP.NET Core application, published alike";

    public string Name => "start";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        var app = await AppFiles.PublishMonitorAsync(cancellationToken);
        var empty = await AppFiles.PublishAsync(RepositoryFolder.File("tools", "Wijkmonitor.Bench.EmptyApp"), cancellationToken);
        var samples = await Turns.RunAsync(
            WarmUps,
            Rounds,
            () => StartAsync(app, AsHandler(), "/", cancellationToken),
            () => StartAsync(app, AsHandler(), "/api/v1/indicators", cancellationToken),
            () => StartAsync(empty, new Dictionary<string, string>(StringComparer.Ordinal), "/", cancellationToken));
        return
        [
            Figure.OfTime("start: to the answer that the host waits for", samples[0].Median, samples[2].Median, FloorIs),
            Figure.OfTime("start: to the first answer of the API", samples[1].Median, samples[2].Median, FloorIs),
            Figure.OfBytes("start: the package", app.ZipBytes, empty.ZipBytes, FloorIs),
            Figure.OfBytes("start: the package unpacked", app.Bytes, empty.Bytes, FloorIs),
        ];
    }

    // No storage is there, and none is asked for what is measured.
    private static Dictionary<string, string> AsHandler()
    {
        var storage = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=" + Azurite.PublicKey +
            ";BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;";
        return new Dictionary<string, string>(AppSettings.For(storage), StringComparer.Ordinal)
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = FreePort(),
            ["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = "bench",
            ["Security__Mode"] = "keys",
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Production",
        };
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<TimeSpan> StartAsync(Package package, IReadOnlyDictionary<string, string> settings, string path, CancellationToken cancellationToken)
    {
        FunctionApp? app = null;
        try
        {
            return await Turns.TimeAsync(async () =>
            {
                app = await FunctionApp.StartAsync(package.Executable, settings, cancellationToken: cancellationToken);
                await app.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellationToken);
            });
        }
        finally
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }
        }
    }
}
