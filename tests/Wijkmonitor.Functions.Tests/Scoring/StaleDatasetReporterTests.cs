using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Scoring;

public sealed class StaleDatasetReporterTests(StorageEmulator emulator)
{
    private static readonly DateTimeOffset Today = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(30, 31, true)]
    [InlineData(30, 30, false)]
    [InlineData(0, 400, false)]
    public async Task A_stale_dataset_is_reported(int allowed, int quiet, bool isReported)
    {
        var token = TestContext.Current.CancellationToken;
        var stores = await Stores.OnAsync(emulator.NewAccount());
        var deliveries = stores.Deliveries;
        await deliveries.SaveAsync(Stores.Delivered("kwb-00000000000000000001", Today.AddDays(-quiet)), token);
        await deliveries.SaveAsync(Stores.Delivered("kwb-00000000000000000002", Today.AddDays(-quiet - 300)), token);

        var log = new Log();
        var report = new StaleDatasetReporter(
            new CurrentDatasets(Stores.Config), deliveries, new FreshnessOptions { StaleAfterDays = allowed }, new FakeTimeProvider(Today), log);
        await report.ReportAsync(token);

        Assert.Equal(isReported ? [$"124 Received no delivery of kwb for {quiet} days"] : [], log.Lines);
    }

    private sealed class Log : ILogger<StaleDatasetReporter>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{eventId.Id} {formatter(state, exception)}");
    }
}
