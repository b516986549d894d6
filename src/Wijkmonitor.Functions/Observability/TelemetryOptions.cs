using Microsoft.Extensions.Configuration;

namespace Wijkmonitor.Functions.Observability;

/// <summary>Where measurements and traces go.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Telemetry";

    /// <summary>
    /// The setting <c>Telemetry__OtlpEndpoint</c>: the address of a collector of OpenTelemetry that takes OTLP over HTTP, such as
    /// <c>http://collector:4318</c>. Not set, nothing is exported.
    /// </summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">The address is not an absolute http(s) address; the message names the setting.</exception>
    public static TelemetryOptions From(IConfiguration configuration)
    {
        if (configuration.GetSection(Section)[nameof(OtlpEndpoint)] is not { Length: > 0 } text)
        {
            return new TelemetryOptions();
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme is ("http" or "https")
            ? new TelemetryOptions { OtlpEndpoint = endpoint }
            : throw new InvalidOperationException($"{Section}__{nameof(OtlpEndpoint)} is '{text}'; the address of a collector is expected, such as http://localhost:4318.");
    }
}
