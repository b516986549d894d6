using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Wijkmonitor.Functions.Observability;

/// <summary>Sends measurements and traces to a collector while the app runs, where a setting names one (OpenTelemetry, OTLP over HTTP).</summary>
public sealed class TelemetryExport(TelemetryOptions options) : IHostedService, IDisposable
{
    // The request that an invocation belongs to; without it the invocation would hang below something that is not there.
    private const string WebRequests = "Microsoft.AspNetCore";
    private TracerProvider? traces;
    private MeterProvider? measurements;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.OtlpEndpoint is { } endpoint)
        {
            var resource = ResourceBuilder.CreateDefault().AddService("wijkmonitor", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3));
            traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(Instruments.Name, WebRequests)
                .AddOtlpExporter(exporter => Send(exporter, endpoint, "v1/traces"))
                .Build();
            measurements = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter(Instruments.Name)
                .AddOtlpExporter(exporter => Send(exporter, endpoint, "v1/metrics"))
                .Build();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces?.Shutdown();
        measurements?.Shutdown();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        traces?.Dispose();
        measurements?.Dispose();
    }

    private static void Send(OtlpExporterOptions exporter, Uri endpoint, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(endpoint, endpoint.AbsolutePath.TrimEnd('/') + "/" + path);
    }
}
