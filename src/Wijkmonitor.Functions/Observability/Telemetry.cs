using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace Wijkmonitor.Functions.Observability;

/// <summary>Export of logs, metrics and traces by OpenTelemetry, if a setting names a target.</summary>
public static class Telemetry
{
    /// <summary>
    /// The standard setting for the address of a collector that takes OTLP, such as <c>http://collector:4318</c>.
    /// <c>OTEL_EXPORTER_OTLP_PROTOCOL</c> and its kin count too.
    /// </summary>
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The platform's setting for the connection to Application Insights.</summary>
    public const string InsightsConnection = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string InsightsAuthentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string IdentityId = "AZURE_CLIENT_ID";

    /// <summary>Adds what the settings ask for; nothing where neither a collector nor Application Insights is named.</summary>
    /// <exception cref="InvalidOperationException">A setting is malformed; the message names it.</exception>
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var collector = GetSetting(builder, OtlpEndpoint);
        var insights = GetSetting(builder, InsightsConnection);
        if (collector is null && insights is null)
        {
            return;
        }

        builder.Logging.AddOpenTelemetry(log =>
        {
            log.IncludeScopes = true;
            log.IncludeFormattedMessage = true;
        });
        var telemetry = builder.Services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithMetrics(metrics => metrics.AddMeter(WijkmonitorMetrics.Name));
        if (collector is not null)
        {
            if (!Uri.TryCreate(collector, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                throw new InvalidOperationException($"{OtlpEndpoint} is '{collector}'; the address of a collector is expected, such as http://localhost:4318.");
            }

            telemetry.UseOtlpExporter();
        }

        if (insights is not null)
        {
            if (!insights.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException($"{InsightsConnection} is not a connection string of Application Insights.");
            }

            telemetry.UseAzureMonitorExporter(exporter =>
            {
                exporter.ConnectionString = insights;

                // Of many requests only some are kept, and by default only their log too. Alerts wait for events: none may be left out.
                exporter.EnableTraceBasedLogsSampler = false;
                if (GetSetting(builder, InsightsAuthentication)?.Contains("AAD", StringComparison.OrdinalIgnoreCase) == true)
                {
                    exporter.Credential = GetSetting(builder, IdentityId) is { } id
                        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id))
                        : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
                }
            });
        }
    }

    private static string? GetSetting(IHostApplicationBuilder builder, string name) => builder.Configuration[name] is { Length: > 0 } value ? value : null;
}
