using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Tests.Support;

/// <summary>A function application in this process, on a free port, with the functions of the given classes only.</summary>
internal sealed class TestWorker : IAsyncDisposable
{
    private readonly IHost host;

    private TestWorker(IHost host, Recorder recorder, LogLines log)
    {
        this.host = host;
        Recorder = recorder;
        Log = log;
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public Recorder Recorder { get; }

    public LogLines Log { get; }

    public static FunctionsApplicationBuilder CreateBuilder(TestFolder folder, Type[] functions, params string[] args) =>
        new(
            [.. args, "--urls=http://127.0.0.1:0", "--hostBuilder:reloadConfigOnChange=false"],
            typeof(TestWorker).Assembly,
            functions,
            folder.Path);

    public static async Task<TestWorker> StartAsync(
        Type[] functions,
        Action<FunctionsApplicationBuilder>? configure = null,
        Dictionary<string, string?>? settings = null,
        string? hostJson = null,
        params string[] args)
    {
        using var folder = new TestFolder();
        if (hostJson is not null)
        {
            folder.Write("host.json", hostJson);
        }

        var builder = CreateBuilder(folder, functions, args);
        return await StartAsync(builder, configure, settings);
    }

    public static async Task<TestWorker> StartAsync(
        FunctionsApplicationBuilder builder,
        Action<FunctionsApplicationBuilder>? configure = null,
        Dictionary<string, string?>? settings = null)
    {
        builder.Configuration.AddInMemoryCollection(settings);
        builder.ConfigureFunctionsWebApplication();
        var (recorder, log) = (new Recorder(), new LogLines());
        builder.Services.AddSingleton(recorder);
        builder.Logging.ClearProviders().AddProvider(log);
        configure?.Invoke(builder);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TestWorker(host, recorder, log);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync(TestContext.Current.CancellationToken);
        host.Dispose();
    }
}

/// <summary>What the functions under test tell.</summary>
public sealed class Recorder
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    /// <summary>Where a function waits until the test lets it go on.</summary>
    public SemaphoreSlim Gate { get; } = new(0);

    public void Add(string line) => lines.Enqueue(line);
}

/// <summary>The log of an application under test.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> All => lines;

    public ILogger CreateLogger(string categoryName) => new Logger(lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<string> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception?.Message}");
    }
}

/// <summary>A folder of its own for a test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("worker-tests-").FullName;

    public string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Write(string name, string text) => System.IO.File.WriteAllText(File(name), text);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
