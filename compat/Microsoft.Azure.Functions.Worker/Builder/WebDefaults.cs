using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The settings, log and server that an application starts from.</summary>
internal static class WebDefaults
{
    private const string StandAloneUrl = "http://127.0.0.1:7071";

    /// <summary>The platform's limit for a request.</summary>
    private const long LargestRequest = 100 * 1024 * 1024;

    public static void AddSettings(WebApplicationBuilder web, WorkerMode mode)
    {
        var sources = ((IConfigurationBuilder)web.Configuration).Sources;
        sources.Insert(0, Memory(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Logging:LogLevel:Microsoft.AspNetCore"] = nameof(LogLevel.Warning),
        }));
        if (mode.IsUnderHost)
        {
            return;
        }

        var environment = sources.Last(source => source is EnvironmentVariablesConfigurationSource { Prefix: null or "" });
        sources.Insert(sources.IndexOf(environment), Memory(LocalSettings.Read(web.Environment.ContentRootPath, AppContext.BaseDirectory)));
    }

    public static void AddServer(WebApplicationBuilder web, WorkerMode mode)
    {
        web.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            if (mode.HostPort is { } port)
            {
                kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            }
        });
        if (!mode.IsUnderHost && !NamesItsAddress(web.Configuration))
        {
            web.WebHost.UseUrls(StandAloneUrl);
        }
    }

    /// <summary>The host logs each line of standard output as information and each of standard error as an error.</summary>
    public static void AddLog(WebApplicationBuilder web, WorkerMode mode)
    {
        if (mode.IsUnderHost)
        {
            web.Logging.AddSimpleConsole(console => console.SingleLine = true);
            web.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Error);
        }
    }

    private static bool NamesItsAddress(ConfigurationManager settings) =>
        settings[WebHostDefaults.ServerUrlsKey] is { Length: > 0 }
        || settings[WebHostDefaults.HttpPortsKey] is { Length: > 0 }
        || settings.GetSection("Kestrel:Endpoints").Exists();

    private static MemoryConfigurationSource Memory(IReadOnlyDictionary<string, string?> values) => new() { InitialData = values };
}
