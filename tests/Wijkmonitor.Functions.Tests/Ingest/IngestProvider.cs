using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage;

namespace Wijkmonitor.Functions.Tests.Ingest;

/// <summary>Factory of the services of a run, by the registration that the app uses.</summary>
internal static class IngestProvider
{
    /// <summary>Creates the services of an instance.</summary>
    public static ServiceProvider Create(string account, TimeProvider time, EventLog log)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DataStorage"] = account,
            ["IngestSchedule"] = "0 */5 * * * *",
            ["ScoringSchedule"] = "0 0 3 * * *",
            ["Ingest:DependencyWaitSeconds"] = "0",
            ["StorageTimeouts:RetrySeconds"] = "1",
        }).Build();
        var config = Stores.Config;
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(time)
            .AddSingleton<WijkmonitorMetrics>()
            .AddLogging(logging => logging.AddProvider(log))
            .AddStorage()
            .AddConfiguration(config)
            .AddFigures()
            .AddSecurity()
            .AddScoring(ScoringRules.From(configuration, config.Folder, config.Catalogue))
            .AddIngest()
            .BuildServiceProvider();
    }
}

/// <summary>Keeps the numbers of what is logged.</summary>
internal sealed class EventLog(Action<int> onEvent) : ILoggerProvider, ILogger
{
    private readonly List<int> events = [];

    public IReadOnlyList<int> Events
    {
        get
        {
            lock (events)
            {
                return [.. events];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (events)
        {
            events.Add(eventId.Id);
        }

        onEvent(eventId.Id);
    }

    public void Dispose()
    {
    }
}
