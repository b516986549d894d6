using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Wijkmonitor.Local;

/// <summary>Starter of Azure Functions Core Tools on a published app.</summary>
internal static class CoreTools
{
    private static readonly Uri Liveness = new("/api/v1/health/live", UriKind.Relative);

    /// <summary>Creates what starts them on a port; 0 for one that is free.</summary>
    public static ProcessStartInfo StartInfo(string folder, string storage, int port, out Uri address)
    {
        port = port == 0 ? FindFreePort() : port;
        address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
        return new ProcessStartInfo("func", ["start", "--no-build", "--port", port.ToString(CultureInfo.InvariantCulture)])
        {
            WorkingDirectory = Path.GetFullPath(folder),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated", ["AzureWebJobsStorage"] = storage },
        };
    }

    /// <summary>Waits until the app answers; they do not say so themselves in a form that stays the same.</summary>
    public static async Task WaitUntilReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var response = await client.GetAsync(Liveness, cancellationToken);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Nothing listens there yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
