using System.Globalization;
using System.Text.Json;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Serving;

/// <summary>Requests of a dashboard for a municipality, all pages, with 50, 500 and 5,000 invented areas.</summary>
/// <remarks>
/// They are four indicators of all its areas in a year, and a kind of scorecards in a year; the areas are accepted by the inbox. Against a raw query
/// of the same observations, and for each area against a tenth as many.
/// </remarks>
internal sealed class QueryBenchmark : IBenchmark
{
    private const double Linear = 1.2;
    private const string ObservationsOnAPage = "50000";
    private const string ScorecardsOnAPage = "10000";
    private static readonly (int Areas, int WarmUps, int Rounds)[] Sizes = [(50, 50, 300), (500, 20, 100), (5000, 3, 20)];

    public string Name => "query";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken: cancellationToken);
        var parts = new MonitorParts(azurite.ConnectionString);
        using var raw = new RawTables(parts.Service.Uri, parts.Service.AccountName, Azurite.PublicKey);
        await using var app = await AppFiles.Monitor.StartAsync(AppSettings.For(azurite.ConnectionString), cancellationToken: cancellationToken);
        var places = Sizes.Select((size, i) => new InventedFigures(9901 + i, size.Areas)).ToList();
        await IngestAsync(parts, app, places, cancellationToken);

        var measured = new List<IReadOnlyList<Samples>>();
        foreach (var (place, (_, warmUps, rounds)) in places.Zip(Sizes))
        {
            var filter = string.Create(CultureInfo.InvariantCulture, $"PartitionKey eq '{place.Code}' and Period eq {InventedFigures.Year}");
            var expected = place.Areas * InventedFigures.Indicators.Count;
            measured.Add(await BenchmarkRounds.RunAsync(warmUps, rounds, [
                () => BenchmarkRounds.TimeAsync(() => raw.QueryAsync("Observations", filter, cancellationToken)),
                () => BenchmarkRounds.TimeAsync(() => ReadAllAsync(app.Client, GetObservationsPath(place), expected, cancellationToken)),
                // The municipality has no compass: it is what its areas are held against.
                () => BenchmarkRounds.TimeAsync(() => ReadAllAsync(app.Client, GetScorecardsPath(place), place.Areas - 1, cancellationToken)),
            ]));
        }

        return [.. CreateFigures(measured)];
    }

    private static IEnumerable<Figure> CreateFigures(List<IReadOnlyList<Samples>> measured)
    {
        for (var i = 0; i < Sizes.Length; i++)
        {
            var areas = Sizes[i].Areas.ToString("N0", CultureInfo.InvariantCulture);
            yield return Figure.FromTime($"query: 4 indicators of {areas} areas in a year, p50", measured[i][1].Median, measured[i][0].Median,
                "a raw query of the same entities, all pages");
            yield return Figure.FromTime($"query: 4 indicators of {areas} areas in a year, p99", measured[i][1].P99, measured[i][0].P99,
                "a raw query of the same entities, all pages");
            yield return Figure.FromTime($"query: a kind of scorecards of {areas} areas in a year, p50", measured[i][2].Median, measured[i][0].Median,
                "a raw query of the observations, all pages");
        }

        for (var i = 1; i < Sizes.Length; i++)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"an area of {Sizes[i].Areas:N0}");
            var floor = string.Create(CultureInfo.InvariantCulture, $"an area of {Sizes[i - 1].Areas:N0}");
            TimeSpan GetTimePerArea(int size, int what) => measured[size][what].Median / Sizes[size].Areas;
            yield return Figure.FromTime($"query: {words}, the raw query", GetTimePerArea(i, 0), GetTimePerArea(i - 1, 0), floor);
            yield return Figure.FromTime($"query: {words}, 4 indicators", GetTimePerArea(i, 1), GetTimePerArea(i - 1, 1), floor, Linear);
            yield return Figure.FromTime($"query: {words}, a kind of scorecards", GetTimePerArea(i, 2), GetTimePerArea(i - 1, 2), floor, Linear);
        }
    }

    private static async Task IngestAsync(MonitorParts parts, FunctionHost app, IReadOnlyList<InventedFigures> places, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("wijkmonitor-bench-");
        try
        {
            // The areas first: figures of areas that are not known yet wait a minute for them.
            foreach (var files in places.SelectMany(place => place.Write(folder.FullName)).GroupBy(file => file.Key.Split('/')[0], StringComparer.Ordinal)
                .OrderByDescending(group => group.Key, StringComparer.Ordinal))
            {
                await SampleFiles.IngestAsync(parts, app, files.ToDictionary(StringComparer.Ordinal), cancellationToken);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string GetObservationsPath(InventedFigures place) => string.Create(
        CultureInfo.InvariantCulture, $"/api/v1/municipalities/{place.Code}/observations?indicators={string.Join(',', InventedFigures.Indicators)}&period={InventedFigures.Year}&limit={ObservationsOnAPage}");

    private static string GetScorecardsPath(InventedFigures place) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/municipalities/{place.Code}/scorecards/{MeasuredKinds.Judged}?period={InventedFigures.Year}&limit={ScorecardsOnAPage}");

    // As the dashboard does: page after page by the link of the one before.
    private static async Task ReadAllAsync(HttpClient client, string path, int expected, CancellationToken cancellationToken)
    {
        var items = 0;
        for (string? next = path; next is not null;)
        {
            using var page = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri(next, UriKind.Relative), cancellationToken));
            items += page.RootElement.GetProperty("items").GetArrayLength();
            next = page.RootElement.TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        if (items != expected)
        {
            throw new InvalidOperationException($"{path} gave {items} items in place of {expected}.");
        }
    }
}
