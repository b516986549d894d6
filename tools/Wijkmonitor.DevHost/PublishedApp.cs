using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Wijkmonitor.DevHost;

/// <summary>A published function app: how its worker is started, its host.json and its settings.</summary>
internal sealed class PublishedApp(string folder, IConfiguration worker, IConfiguration hostJson)
{
    private const string HostJsonOverrides = "AzureFunctionsJobHost__";
    private static readonly TimeSpan DefaultFunctionTimeout = TimeSpan.FromMinutes(30);

    public string Folder => folder;

    /// <summary>The app settings: the environment of this process.</summary>
    public IConfiguration Settings { get; } = new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <summary>The program that runs the worker.</summary>
    public string Executable => (worker["defaultExecutablePath"] ?? "dotnet")
        .Replace("{WorkerRoot}", Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The file that is its first argument, or null where it needs none.</summary>
    public string? WorkerFile => worker["defaultWorkerPath"] is { Length: > 0 } file ? Path.Combine(Folder, file) : null;

    public string RoutePrefix => hostJson["extensions:http:routePrefix"] ?? "api";

    /// <summary>Time limit of a function; null without a limit.</summary>
    public TimeSpan? FunctionTimeout => hostJson["functionTimeout"] switch
    {
        null => DefaultFunctionTimeout,
        "-1" => null,
        var text => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
    };

    /// <summary>The least level of each category of the log.</summary>
    public IConfiguration LogLevels => hostJson.GetSection("logging:logLevel");

    /// <summary>Reads the folder.</summary>
    /// <exception cref="InvalidOperationException">It is no published function app.</exception>
    public static PublishedApp Read(string folder)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        try
        {
            var worker = new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, "worker.config.json")).Build();
            var host = new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, "host.json")).AddEnvironmentVariables(HostJsonOverrides).Build();
            var app = new PublishedApp(folder, worker.GetSection("description"), host);
            _ = app.FunctionTimeout;
            return app;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or FormatException or OverflowException)
        {
            throw new InvalidOperationException($"{folder} is no published function app: {error.Message}", error);
        }
    }
}
