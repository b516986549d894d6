using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Wijkmonitor.Functions.Api.Health;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Functions.Tests.Http;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Api.Health;

/// <summary>A monitor that no run ended well in for too long is not ready.</summary>
public sealed class ReadinessTests(StorageEmulator emulator)
{
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Ingest", 30, false)]
    [InlineData("Ingest", 31, true)]
    [InlineData("Score", 48 * 60, false)]
    [InlineData("Score", 48 * 60 + 1, true)]
    public void A_run_is_late_after_its_limit(string function, int minutes, bool isLate) =>
        Assert.Equal(isLate, new HealthOptions().IsLate(new FunctionRun(function, Succeeded: true, Start, Start), Start.AddMinutes(minutes)));

    [Fact]
    public void A_run_that_failed_counts_from_the_last_that_succeeded()
    {
        var now = Start.AddMinutes(40);

        Assert.True(new HealthOptions().IsLate(new FunctionRun("Ingest", Succeeded: false, now, Start), now));
        Assert.True(new HealthOptions().IsLate(new FunctionRun("Ingest", Succeeded: false, now, SucceededAt: null), now));
        Assert.False(new HealthOptions().IsLate(new FunctionRun("Ingest", Succeeded: false, now, now.AddMinutes(-10)), now));
    }

    [Fact]
    public void Without_a_limit_no_run_is_late() =>
        Assert.False(new HealthOptions { IngestMinutes = 0 }.IsLate(new FunctionRun("Ingest", Succeeded: true, Start, Start), Start.AddYears(1)));

    [Fact]
    public async Task A_late_monitor_returns_503_with_its_last_runs()
    {
        var time = new FakeTimeProvider(Start);
        var stores = await Stores.OnAsync(emulator.NewAccount());
        using var setup = new StorageSetup(stores.Tables, stores.Containers);
        var runs = new FunctionRunLog(setup, stores.Tables, time, NullLogger<FunctionRunLog>.Instance);
        var readiness = new ReadinessFunction(runs, new CurrentDatasets(Stores.Config), new ConfigStore(stores.Containers), new HealthOptions(), time);

        var unused = await AskAsync(readiness);
        await runs.RecordAsync("Ingest", () => Task.CompletedTask);
        var ready = await AskAsync(readiness);
        time.Advance(TimeSpan.FromMinutes(31));
        var late = await AskAsync(readiness);

        Assert.Equal((200, "ready"), (unused.Status, unused.Body.GetProperty("status").GetString()));
        Assert.Equal((200, "ready"), (ready.Status, ready.Body.GetProperty("status").GetString()));
        Assert.Equal((503, 503), (late.Status, late.Body.GetProperty("status").GetInt32()));
        Assert.Equal("De inbox is al te lang niet verwerkt.", late.Body.GetProperty("message").GetProperty("nl").GetString());
        Assert.Equal(31 * 60, late.Body.GetProperty("lastRuns")[0].GetProperty("ageSeconds").GetInt32());
    }

    private static async Task<(int Status, JsonElement Body)> AskAsync(ReadinessFunction function)
    {
        var answer = await FunctionCall.SendAsync(request => function.GetReadyAsync(request, Token));
        return (answer.Status, answer.Json);
    }
}
