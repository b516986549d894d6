using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Functions.Ingest.Steps;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Ingesting;

/// <summary>Ingesting a national file: calls to the storage, and time against posting the same transactions raw. One year follows another.</summary>
internal sealed class NationalIngestBenchmark : IBenchmark
{
    private const int WarmUps = 1;
    private const int Rounds = 4;
    private const int FewerAreas = NationalFile.Areas / 10;
    private const int FirstYear = 2003;
    private const int Years = 20;
    private const double CallsTarget = 0.2;
    private const double TimeTarget = 1.25;
    private const double YearsTarget = 1.0;

    // The writer of observations has four under way.
    private const int AtOnce = 4;

    public string Name => "ingest-national";

    /// <summary>Checks and stores a file; its areas are in the register.</summary>
    /// <returns>The exit code of the process that does only this.</returns>
    public static async Task<int> IngestAsync(string path, string connectionString)
    {
        var parts = CreateParts(connectionString);
        await using var content = File.OpenRead(path);
        using var copy = await LocalCopy.CreateAsync(content, NationalFile.Dataset, CancellationToken.None);
        await CheckAndStoreAsync(parts, copy, CancellationToken.None);
        return 0;
    }

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        using var file = NationalFile.CreateInvented(NationalFile.Areas);
        List<Figure> figures = [];
        await using (var azurite = await Azurite.StartAsync(extraAccounts: 5, cancellationToken: cancellationToken))
        {
            var perThousand = NationalFile.Areas * NationalFile.Topics / 1000.0;
            var calls = await CountAsync(azurite.NewAccount(), file, registersAreas: false, cancellationToken);
            var registering = await CountAsync(azurite.NewAccount(), file, registersAreas: true, cancellationToken);
            figures.Add(Figure.FromCount("ingest-national: storage calls for 1,000 values, whole delivery", calls / perThousand, CallsTarget,
                "the most that was set"));
            figures.Add(Figure.FromCount("ingest-national: the same, its areas registered too", registering / perThousand, CallsTarget,
                "the most that was set", target: null));
        }

        var (ours, raw) = await MeasureStoringAsync(file, cancellationToken);
        figures.Add(Figure.FromTime("ingest-national: check and store", ours, raw, "the same transactions, made beforehand and posted raw", TimeTarget));

        var (first, later) = await MeasureYearsAsync(cancellationToken);
        figures.Add(Figure.FromTime($"ingest-national: each of {Years} years after another, {FewerAreas:N0} areas", later, first,
            "one year alone, in an empty storage", YearsTarget));
        return figures;
    }

    // All calls from the file in the inbox until it is stored and gone from there.
    private static async Task<int> CountAsync(string account, NationalFile file, bool registersAreas, CancellationToken cancellationToken)
    {
        var before = new MonitorParts(account);
        await before.SetUpAsync(cancellationToken);
        await before.DropAsync($"{NationalFile.Dataset}/national.csv", file.Path, cancellationToken);
        if (!registersAreas)
        {
            await before.RegisterAsync(file.Register, cancellationToken);
        }

        var counted = new CountedCalls();
        var parts = new MonitorParts(account, counted.CreateTableOptions(), counted.CreateBlobOptions(), NationalFile.CreateConfiguration(registersAreas));
        var waiting = (await parts.Inbox.ListFilesAsync(cancellationToken)).Single();
        return await parts.Ingest.IngestAsync(waiting, cancellationToken) == StepResult.Completed
            && (await parts.Inbox.ListFilesAsync(cancellationToken)).Count == 0
            ? counted.Count
            : throw new InvalidOperationException("The file was not accepted.");
    }

    // The emulator keeps everything in memory and slows down with it, so that each has an emulator of its own.
    private static async Task<(TimeSpan Ours, TimeSpan Raw)> MeasureStoringAsync(NationalFile file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file.Path);
        using var copy = await LocalCopy.CreateAsync(content, NationalFile.Dataset, cancellationToken);
        RecordedTransactions? recorded = null;
        var samples = await BenchmarkRounds.RunAsync(WarmUps, Rounds, IngestAsync, SendRawAsync);
        return (samples[0].Median, samples[1].Median);

        async Task<TimeSpan> IngestAsync()
        {
            await using var azurite = await Azurite.StartAsync(extraAccounts: 1, cancellationToken: cancellationToken);
            var (account, parts) = await CreateRegisteredAsync(azurite, file, cancellationToken);
            if (recorded is null)
            {
                // The first time does not count: it records what the raw posts are.
                recorded = new RecordedTransactions(parts.Service.AccountName);
                parts = new MonitorParts(account, recorded.CreateOptions(), config: NationalFile.CreateConfiguration(registersAreas: false));
            }

            GC.Collect();
            return await BenchmarkRounds.TimeAsync(() => CheckAndStoreAsync(parts, copy, cancellationToken));
        }

        async Task<TimeSpan> SendRawAsync()
        {
            await using var azurite = await Azurite.StartAsync(extraAccounts: 1, cancellationToken: cancellationToken);
            var (_, parts) = await CreateRegisteredAsync(azurite, file, cancellationToken);
            using var tables = new RawTables(parts.Service.Uri, parts.Service.AccountName, Azurite.PublicKey);
            var transactions = recorded!.For(parts.Service.AccountName);
            GC.Collect();
            return await BenchmarkRounds.TimeAsync(() => transactions.SendAsync(tables, AtOnce, cancellationToken));
        }
    }

    private static async Task<(TimeSpan First, TimeSpan Later)> MeasureYearsAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(extraAccounts: 1 + Years, cancellationToken: cancellationToken);
        var together = azurite.NewAccount();
        await CreateParts(together).SetUpAsync(cancellationToken);
        var alone = new Samples();
        var after = new Samples();
        for (var year = FirstYear; year < FirstYear + Years; year++)
        {
            // Alternately, so that other load on the machine affects both alike.
            using var file = NationalFile.CreateInvented(FewerAreas, year);
            await using var content = File.OpenRead(file.Path);
            using var copy = await LocalCopy.CreateAsync(content, NationalFile.Dataset, cancellationToken);
            after.Add(await MeasureInAccountAsync(together, file, copy));
            alone.Add(await MeasureInAccountAsync(azurite.NewAccount(), file, copy));
        }

        return (alone.Median, after.Median);

        async Task<TimeSpan> MeasureInAccountAsync(string account, NationalFile file, LocalCopy copy)
        {
            var parts = CreateParts(account);
            await parts.SetUpAsync(cancellationToken);
            await parts.RegisterAsync(file.Register, cancellationToken);
            GC.Collect();
            return await BenchmarkRounds.TimeAsync(() => CheckAndStoreAsync(parts, copy, cancellationToken));
        }
    }

    /// <summary>Creates a storage in whose register a file's areas are.</summary>
    public static async Task<(string Account, MonitorParts Parts)> CreateRegisteredAsync(Azurite azurite, NationalFile file,
        CancellationToken cancellationToken)
    {
        var account = azurite.NewAccount();
        var parts = CreateParts(account);
        await parts.SetUpAsync(cancellationToken);
        await parts.RegisterAsync(file.Register, cancellationToken);
        return (account, parts);
    }

    private static MonitorParts CreateParts(string account) => new(account, config: NationalFile.CreateConfiguration(registersAreas: false));

    private static async Task CheckAndStoreAsync(MonitorParts parts, LocalCopy copy, CancellationToken cancellationToken)
    {
        var delivery = $"{NationalFile.Dataset}-{copy.DeliveryHash[..24]}";
        var definition = NationalFile.CreateConfiguration(registersAreas: false).Datasets.Find(NationalFile.Dataset)!;
        var check = await parts.Check.CheckAsync(definition, delivery, copy, cancellationToken: cancellationToken);
        if (check.Log.Errors > 0)
        {
            throw new InvalidOperationException($"The file has {check.Log.Errors} errors, such as {check.Log.Kept[0]}.");
        }

        await parts.Store.StoreAsync(definition, delivery, copy, cancellationToken: cancellationToken);
    }
}
