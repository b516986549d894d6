using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Ingesting;

/// <summary>Ingest of a municipality's file, compared with sending the same transactions alone.</summary>
internal sealed class IngestBenchmark : IBenchmark
{
    private const int WarmUps = 10;
    private const int Rounds = 40;
    private const double Target = 1.5;
    private const string FloorIs = "the same transactions, made beforehand and posted raw";

    // The writers of areas and of observations each have four under way.
    private const int AtOnce = 8;

    public string Name => "ingest";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(extraAccounts: 1 + (3 * (WarmUps + Rounds)), cancellationToken: cancellationToken);
        using var file = StatLineFile.OpenAmsterdam();
        await using var content = file.OpenRead();
        using var copy = await LocalCopy.CreateAsync(content, StatLineFile.Dataset, cancellationToken);
        var recorded = await RecordAsync(azurite.NewAccount(), copy, cancellationToken);
        var counts = new HashSet<int>();
        var samples = await BenchmarkRounds.RunAsync(
            WarmUps,
            Rounds,
            () => RunInNewAccountAsync(parts => BenchmarkRounds.TimeAsync(() => CheckAndStoreAsync(parts, copy, cancellationToken))),
            () => RunInNewAccountAsync(parts => DeliverAsync(parts, file, cancellationToken)),
            () => RunInNewAccountAsync(parts => SendRawAsync(parts, recorded, cancellationToken)));
        return counts.Count == 1
            ? [
                Figure.FromTime("ingest: check and store", samples[0].Median, samples[2].Median, FloorIs, Target),
                Figure.FromTime("ingest: whole delivery", samples[1].Median, samples[2].Median, FloorIs),
            ]
            : throw new InvalidOperationException($"The ways to store the file differ in what they store: {string.Join(", ", counts)} entities.");

        async Task<TimeSpan> RunInNewAccountAsync(Func<MonitorParts, Task<TimeSpan>> work)
        {
            var parts = new MonitorParts(azurite.NewAccount());
            await parts.SetUpAsync(cancellationToken);
            GC.Collect();
            var time = await work(parts);
            counts.Add(await parts.CountAsync(cancellationToken));
            return time;
        }
    }

    private static async Task<RecordedTransactions> RecordAsync(string account, LocalCopy copy, CancellationToken cancellationToken)
    {
        var recorded = new RecordedTransactions(new MonitorParts(account).Service.AccountName);
        var parts = new MonitorParts(account, recorded.CreateOptions());
        await parts.SetUpAsync(cancellationToken);
        await CheckAndStoreAsync(parts, copy, cancellationToken);
        return recorded;
    }

    private static async Task CheckAndStoreAsync(MonitorParts parts, LocalCopy copy, CancellationToken cancellationToken)
    {
        var delivery = $"{StatLineFile.Dataset}-{copy.DeliveryHash[..24]}";
        var check = await parts.Check.CheckAsync(MonitorParts.StatLine, delivery, copy, cancellationToken: cancellationToken);
        if (check.Log.Errors > 0)
        {
            throw new InvalidOperationException($"The file has {check.Log.Errors} errors.");
        }

        await parts.Store.StoreAsync(MonitorParts.StatLine, delivery, copy, cancellationToken: cancellationToken);
    }

    private static async Task<TimeSpan> DeliverAsync(MonitorParts parts, StatLineFile file, CancellationToken cancellationToken)
    {
        await parts.DropAsync($"{StatLineFile.Dataset}/amsterdam.csv", file.Path, cancellationToken);
        var waiting = (await parts.Inbox.ListFilesAsync(cancellationToken)).Single();
        return await BenchmarkRounds.TimeAsync(() => parts.Ingest.IngestAsync(waiting, cancellationToken));
    }

    private static async Task<TimeSpan> SendRawAsync(MonitorParts parts, RecordedTransactions recorded, CancellationToken cancellationToken)
    {
        using var tables = new RawTables(parts.Service.Uri, parts.Service.AccountName, Azurite.PublicKey);
        var transactions = recorded.For(parts.Service.AccountName);
        return await BenchmarkRounds.TimeAsync(() => transactions.SendAsync(tables, AtOnce, cancellationToken));
    }
}
