using Wijkmonitor.Local;

namespace Wijkmonitor.Bench;

/// <summary>From the start of the process to the first answer, against an ASP.NET Core application that does nothing.</summary>
internal sealed class StartBenchmark : IBenchmark
{
    private const int WarmUps = 1;
    private const int Rounds = 11;

    public string Name => "start";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        var app = await AppFiles.PublishAsync(RepositoryFolder.File("src", "Wijkmonitor.Functions"), cancellationToken);
        var empty = await AppFiles.PublishAsync(RepositoryFolder.File("tools", "Wijkmonitor.Bench.EmptyApp"), cancellationToken);
        var settings = AppSettings.For("DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=" + Azurite.PublicKey +
            ";BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1;");
        var samples = await Turns.RunAsync(
            WarmUps,
            Rounds,
            () => StartAsync(app, settings, "/api/v1/indicators", cancellationToken),
            () => StartAsync(empty, new Dictionary<string, string>(StringComparer.Ordinal), "/", cancellationToken));
        return [Figure.OfTime("start: to the first answer", samples[0].Median, samples[1].Median, "an empty ASP.NET Core application, published alike")];
    }

    private static async Task<TimeSpan> StartAsync(
        string executable, IReadOnlyDictionary<string, string> settings, string path, CancellationToken cancellationToken)
    {
        FunctionApp? app = null;
        try
        {
            return await Turns.TimeAsync(async () =>
            {
                app = await FunctionApp.StartAsync(executable, settings, cancellationToken: cancellationToken);
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
