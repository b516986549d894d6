using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>How the application runs: under the Functions host, as a custom handler on the port that the host gave, or alone.</summary>
internal sealed record WorkerMode(int? HostPort)
{
    private const string PortSetting = "FUNCTIONS_CUSTOMHANDLER_PORT";

    public bool IsUnderHost => HostPort is not null;

    /// <exception cref="InvalidOperationException">The host's port is not a port.</exception>
    public static WorkerMode Of(IConfiguration settings) => settings[PortSetting] switch
    {
        null or "" => new WorkerMode(HostPort: null),
        var text when ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) => new WorkerMode(port),
        var text => throw new InvalidOperationException($"{PortSetting} is not a port: '{text}'."),
    };
}
