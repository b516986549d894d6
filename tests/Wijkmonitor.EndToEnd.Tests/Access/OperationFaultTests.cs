using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Azure.Storage.Blobs;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Access;

/// <summary>Every operation on a storage that fails: it answers as always, or with 503 and when to come back, and with nothing else.</summary>
public sealed class OperationFaultTests(StorageEmulator emulator)
{
    private const int AtOnce = 8;
    private const int RoundsOfReading = 4;

    // What changes something, asked so that it does; all others are asked as the test of access asks them.
    private static readonly Dictionary<string, string> Changing = new(StringComparer.Ordinal)
    {
        ["SettleYear"] = """POST /api/v1/social-mortgages/dolphia/statements/2017/settlement {"on":"2018-03-01","byRole":"gemeente"}""",
        ["ConfirmDelivery"] = """POST /api/v1/deliveries/{pending}/confirmation {"byRole":"databeheerder"}""",
        ["WithdrawDelivery"] = """POST /api/v1/deliveries/{pins}/withdrawal {"byRole":"databeheerder"}""",
        ["PutInboxFile"] = "PUT /api/v1/inbox/area-indicators/files/late.csv area;period;indicator;value",
    };

    private static readonly StorageFault[] LeavesUndone =
        [StorageFault.Busy, StorageFault.Broken, StorageFault.DroppedBefore, StorageFault.Throttled, StorageFault.Hanging];

    // What these say changes by itself.
    private static readonly string[] Changeable = ["GetReadiness"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_failing_storage_every_operation_succeeds_or_gives_retry_after()
    {
        var account = emulator.NewAccount();
        var ids = await PrepareAsync(account);
        await using var faulty = await FaultyStorage.StartAsync(account, seed: 2026, share: 0);

        // Only what never answers needs short limits: with those, a storage that is well but busy would be given up too.
        await using var monitor = await StartAsync(account, faulty, seconds: "60");
        await using var impatient = await StartAsync(account, faulty, seconds: "1");
        var reads = AccessTests.Operations.Where(operation => !Changing.ContainsKey(operation.Key)).ToDictionary(operation => operation.Key, operation => Filled(operation.Value.Request, ids));
        var writes = Changing.ToDictionary(operation => operation.Key, operation => Filled(operation.Value, ids));
        var right = await AskAllAsync(monitor, reads);
        Assert.DoesNotContain(right, answer => answer.Value.Status >= HttpStatusCode.InternalServerError);

        foreach (var fault in FaultyStorage.Kinds.Append(StorageFault.Hanging))
        {
            (faulty.Only, faulty.Share) = (fault, 1);
            var asked = fault == StorageFault.Hanging ? impatient : monitor;
            AssertRightOrLater(fault.ToString(), right, await AskAllAsync(asked, reads));
            if (LeavesUndone.Contains(fault))
            {
                AssertLater(fault, await AskAllAsync(asked, writes));
            }
        }

        // A storage that takes no writes is read as always.
        (faulty.Only, faulty.Share) = (StorageFault.WritesRefused, 1);
        AssertRightOrLater("WritesRefused", right, await AskAllAsync(monitor, reads), mayBeLater: false);
        AssertLater(StorageFault.WritesRefused, await AskAllAsync(monitor, writes));

        // All of it mixed.
        (faulty.Only, faulty.Share) = (null, 0.1);
        for (var round = 0; round < RoundsOfReading; round++)
        {
            AssertRightOrLater("all faults", right, await AskAllAsync(monitor, reads));
        }

        faulty.Share = 0;
        AssertRightOrLater("no fault", right, await AskAllAsync(monitor, reads), mayBeLater: false);
    }

    [Fact]
    public async Task With_failing_storage_a_write_happens_once_or_not_at_all()
    {
        var account = emulator.NewAccount();
        var ids = await PrepareAsync(account);
        await using var faulty = await FaultyStorage.StartAsync(account, seed: 2026, share: 0);
        await using var monitor = await RunningMonitor.StartAsync(
            account, ("DataStorage", faulty.Through(account)), ("IngestSchedule", "0 0 0 1 1 *"), ("StorageTimeouts__RetrySeconds", "1"));
        var writes = Changing.ToDictionary(operation => operation.Key, operation => Filled(operation.Value, ids));

        // Who got no answer asks again; that it was done already is an answer too.
        faulty.Share = 0.4;
        var waiting = writes.Keys.ToHashSet(StringComparer.Ordinal);
        for (var tries = 0; tries < 100 && waiting.Count > 0; tries++)
        {
            foreach (var (name, answer) in await AskAllAsync(monitor, writes.Where(write => waiting.Contains(write.Key))))
            {
                Assert.True(
                    answer is { Status: HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.Conflict } or { Status: HttpStatusCode.ServiceUnavailable, SaysWhen: true },
                    $"{name} was answered with {answer.Status}: {answer.Body}\n{monitor.Log}");
                if (answer.Status != HttpStatusCode.ServiceUnavailable)
                {
                    waiting.Remove(name);
                }
            }
        }

        faulty.Share = 0;
        Assert.Empty(waiting);
        await RunUntilSettledAsync(monitor);

        // Nothing is settled while figures are still to be computed, so it is asked again.
        var (_, settlement) = Assert.Single(await AskAllAsync(monitor, writes.Where(write => write.Key == "SettleYear")));
        Assert.True(settlement.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, $"The settlement was answered with {settlement.Status}: {settlement.Body}");
        var deliveries = (await monitor.DeliveriesAsync()).ToDictionary(delivery => delivery.Id, StringComparer.Ordinal);
        Assert.Equal(["served", "withdrawn"], new[] { ids["{pending}"], ids["{pins}"] }.Select(id => deliveries[id].State));
        Assert.All(deliveries.Values, delivery => Assert.InRange(delivery.Decisions.Count, 0, 1));
        Assert.Single(deliveries.Values, delivery => delivery.File == "late.csv");
        using var settled = await monitor.App.Client.GetAsync("/api/v1/social-mortgages/dolphia/series", Token);
        Assert.Contains("\"settled\"", await settled.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        var settlements = new BlobServiceClient(account).GetBlobContainerClient("settlements");
        Assert.Single(await settlements.GetBlobsAsync(cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task With_read_only_storage_runs_fail_and_complete_once_it_is_writable()
    {
        var account = emulator.NewAccount();
        await PrepareAsync(account);
        var before = await RunningMonitor.OutcomeAsync(account);
        await using var faulty = await FaultyStorage.StartAsync(account, seed: 1, share: 0);
        await using var monitor = await RunningMonitor.StartAsync(
            account, ("DataStorage", faulty.Through(account)), ("IngestSchedule", "0 0 0 1 1 *"), ("StorageTimeouts__RetrySeconds", "0"));

        (faulty.Only, faulty.Share) = (StorageFault.WritesRefused, 1);
        await monitor.App.TriggerAsync("Ingest", Token);
        await monitor.LogsAsync(RunningMonitor.DescribeFailure("Ingest"));
        await monitor.App.TriggerAsync("Score", Token);
        await monitor.LogsAsync(RunningMonitor.DescribeFailure("Score"));
        Assert.Equal(before, await RunningMonitor.OutcomeAsync(account));

        faulty.Share = 0;
        await monitor.App.TriggerAsync("Ingest", Token);
        await monitor.App.TriggerAsync("Score", Token);
        await monitor.LogsAsync("scorecards of GM0153");
        await monitor.SettleAsync();
        Assert.Equal(before, await RunningMonitor.OutcomeAsync(account));
    }

    // The answer to the release of a lock may have been lost: a run meanwhile goes on with the rest, and a later one does what was locked.
    private static Task RunUntilSettledAsync(RunningMonitor monitor) => Eventually.TrueAsync(
        async () =>
        {
            await monitor.App.TriggerAsync("Ingest", Token);
            return await monitor.IsSettledAsync();
        },
        "a run of the ingest settles everything",
        () => monitor.Log);

    private static Task<RunningMonitor> StartAsync(string account, FaultyStorage faulty, string seconds) => RunningMonitor.StartAsync(
        account,
        ("DataStorage", faulty.Through(account)),
        ("IngestSchedule", "0 0 0 1 1 *"),
        ("StorageTimeouts__TableSeconds", seconds),
        ("StorageTimeouts__BlobSeconds", seconds),
        ("StorageTimeouts__RetrySeconds", "0"));

    // The samples, and a file that waits for confirmation.
    private static async Task<Dictionary<string, string>> PrepareAsync(string account)
    {
        await RunningMonitor.DropSamplesAsync(account);
        await using var monitor = await RunningMonitor.StartAsync(account);
        await monitor.SettleAsync();

        // From here on a smaller delivery of area-indicators is something to be confirmed.
        var shipped = await File.ReadAllTextAsync(RepositoryFolder.File("config", "datasets", "area-indicators.json"), Token);
        var text = shipped.TrimEnd()[..^1] + """, "checks": { "coverage": 0.9 }, "problems": { "coverage-dropped": { "needsConfirmation": true } } }""";
        await new BlobServiceClient(account).GetBlobContainerClient("config").GetBlobClient("datasets/area-indicators.json").UploadAsync(BinaryData.FromString(text), Token);
        await monitor.LogsAsync("1 of this deployment are in effect");
        await monitor.DeliverAsync("areas/later.csv", "code;name;boundary_year\nGM0153;Enschede;2011\nGM0153;Enschede;2012\n");
        await monitor.DeliverAsync("area-indicators/whole.csv", "area;period;indicator;value\nGM0153;2011;burglaries;5\nGM0153;2011;inhabitants;158000\nGM0153;2011;social_assistance;40\n");
        var pending = await monitor.DeliverAsync("area-indicators/part.csv", "area;period;indicator;value\nGM0153;2012;burglaries;6\n");
        Assert.Equal("pending", pending.State);
        var deliveries = await monitor.DeliveriesAsync();
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{pending}"] = pending.Id,
            ["{pins}"] = deliveries.First(delivery => delivery.Dataset == "pins").Id,
            ["{contract}"] = deliveries.First(delivery => delivery.Dataset == "contracts").Id,
            ["{figures}"] = deliveries.First(delivery => delivery.Dataset == "area-indicators").Id,
        };
    }

    private static string Filled(string request, Dictionary<string, string> ids) =>
        ids.Aggregate(request, (text, id) => text.Replace(id.Key, id.Value, StringComparison.Ordinal));

    private static async Task<IReadOnlyDictionary<string, Reply>> AskAllAsync(RunningMonitor monitor, IEnumerable<KeyValuePair<string, string>> requests)
    {
        var answers = new ConcurrentDictionary<string, Reply>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Token }, async (request, token) =>
        {
            var parts = request.Value.Split(' ', 3);
            using var message = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
            if (parts.Length == 3)
            {
                message.Content = new StringContent(parts[2], Encoding.UTF8, "application/json");
            }

            using var response = await monitor.App.Client.SendAsync(message, token);
            answers[request.Key] = new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(token), response.Headers.RetryAfter is not null);
        });
        return answers;
    }

    private static void AssertRightOrLater(string when, IReadOnlyDictionary<string, Reply> right, IReadOnlyDictionary<string, Reply> answers, bool mayBeLater = true) =>
        Assert.All(answers, answer => Assert.True(
            (answer.Value.Status == right[answer.Key].Status && (answer.Value.Body == right[answer.Key].Body || Changeable.Contains(answer.Key)))
            || (mayBeLater && answer.Value is { Status: HttpStatusCode.ServiceUnavailable, SaysWhen: true }),
            $"With {when}, {answer.Key} was answered with {answer.Value.Status} (says when: {answer.Value.SaysWhen}): {answer.Value.Body}\nRight is {right[answer.Key].Status}: {right[answer.Key].Body}"));

    private static void AssertLater(StorageFault fault, IReadOnlyDictionary<string, Reply> answers) =>
        Assert.All(answers, answer => Assert.True(
            answer.Value is { Status: HttpStatusCode.ServiceUnavailable, SaysWhen: true },
            $"With {fault}, {answer.Key} was answered with {answer.Value.Status} (says when: {answer.Value.SaysWhen}): {answer.Value.Body}"));

    private sealed record Reply(HttpStatusCode Status, string Body, bool SaysWhen);
}
