using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Wijkmonitor.Testing;

/// <summary>Fault of a storage call.</summary>
public enum StorageFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is answered with 503, undone.</summary>
    Busy,

    /// <summary>It is answered with 500, undone.</summary>
    Broken,

    /// <summary>The connection is dropped before anything is done.</summary>
    DroppedBefore,

    /// <summary>It is done, but the connection is dropped before the answer.</summary>
    DroppedAfter,

    /// <summary>It is done, but answered with 500.</summary>
    BrokenAfter,

    /// <summary>It is done, and the connection is dropped half-way the answer.</summary>
    CutAnswer,

    /// <summary>It is done late.</summary>
    Delayed,

    /// <summary>It is answered with 429 and when to come back, undone.</summary>
    Throttled,

    /// <summary>It is never answered.</summary>
    Hanging,

    /// <summary>Writes are answered with 403, as by a read-only account; reads succeed.</summary>
    WritesRefused,
}

/// <summary>
/// A proxy before the storage emulator that goes wrong as a network and a storage account do, always at the same calls for the same seed
/// (which of several calls under way at once comes first is not in its hands). Each account can be reached through it.
/// </summary>
public sealed class FaultyStorage : IAsyncDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(400);

    private static readonly HashSet<string> BetweenNeighbours = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Host",
    };
    private readonly HttpClient upstream = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseProxy = false,
    });
    private readonly List<WebApplication> listeners = [];
    private readonly Dictionary<int, int> ports = [];
    private readonly int[] done = new int[Enum.GetValues<StorageFault>().Length];
    private readonly Lock gate = new();
    private readonly Random random;
    private double share;
    private int left;
    private long maxRequestBytes;

    private FaultyStorage(int seed, double share)
    {
        random = new Random(seed);
        this.share = share;
    }

    /// <summary>The faults that occur where no other is asked for: those that pass by themselves.</summary>
    public static IReadOnlyList<StorageFault> Kinds { get; } =
    [
        StorageFault.Busy, StorageFault.Broken, StorageFault.DroppedBefore, StorageFault.DroppedAfter, StorageFault.BrokenAfter, StorageFault.CutAnswer,
        StorageFault.Delayed,
        StorageFault.Throttled,
    ];

    /// <summary>Number of calls.</summary>
    public int Calls => done.Sum();

    /// <summary>Size of the largest request, in bytes.</summary>
    public long MaxRequestBytes => Interlocked.Read(ref maxRequestBytes);

    /// <summary>The share of calls that go wrong, from 0 to 1; it can be changed while calls go by.</summary>
    public double Share
    {
        get => share;
        set => share = value;
    }

    /// <summary>The only fault that occurs; null for all of them.</summary>
    public StorageFault? Only { get; set; }

    /// <summary>Number of calls that still fail before all succeed.</summary>
    public int Left
    {
        get => left;
        set => left = value;
    }

    /// <summary>Value of Retry-After for a throttled call: seconds or a date.</summary>
    public string RetryAfter { get; set; } = "1";

    /// <summary>A text that the storage refuses for good; null for none.</summary>
    /// <remarks>A table transaction that holds it is answered with 400, as if what is written were not allowed.</remarks>
    public string? Refused { get; set; }

    /// <summary>A text at which the network goes: from the first table transaction that holds it no call is answered any more. Null for none.</summary>
    public string? SilentFrom { get; set; }

    /// <summary>A text that the storage chokes on: a table transaction that holds it is never answered, and nothing of it is done. Null for none.</summary>
    public string? Held { get; set; }

    /// <summary>Starts the proxy before the blob and table services of the emulator that a connection string names.</summary>
    /// <param name="connectionString">An account of the emulator.</param>
    /// <param name="seed">Seed of the choice of calls that go wrong, and how.</param>
    /// <param name="share">The share of calls that go wrong.</param>
    public static async Task<FaultyStorage> StartAsync(string connectionString, int seed, double share = 0.1)
    {
        var proxy = new FaultyStorage(seed, share);
        foreach (var port in Endpoints(connectionString).Select(endpoint => endpoint.Port).Distinct())
        {
            var listener = proxy.Listener(port);
            await listener.StartAsync();
            proxy.listeners.Add(listener);
            proxy.ports[port] = new Uri(listener.Urls.Single()).Port;
        }

        return proxy;
    }

    /// <summary>The connection string of the same account through the proxy.</summary>
    public string Through(string connectionString) => ports.Aggregate(
        connectionString, (text, port) => text.Replace($"127.0.0.1:{port.Key}/", $"127.0.0.1:{port.Value}/", StringComparison.Ordinal));

    /// <summary>Number of calls and bytes: by port of the emulator, method, and the query's <c>comp</c> asks for.</summary>
    public ConcurrentDictionary<(int Port, string Method, string Component), (long Calls, long Bytes)> Requests { get; } = new();

    /// <summary>Gets the number of calls with a fault.</summary>
    public int Count(StorageFault fault) => done[(int)fault];

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in listeners)
        {
            await listener.DisposeAsync();
        }

        upstream.Dispose();
    }

    private static IEnumerable<Uri> Endpoints(string connectionString) => connectionString.Split(';')
        .Where(part => part.StartsWith("BlobEndpoint=", StringComparison.Ordinal) || part.StartsWith("TableEndpoint=", StringComparison.Ordinal))
        .Select(part => new Uri(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]));

    private WebApplication Listener(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(Unlimited);
        var listener = builder.Build();
        listener.Run(context => AnswerAsync(context, port));
        return listener;
    }

    private static void Unlimited(KestrelServerOptions options) => options.Limits.MaxRequestBodySize = null;

    private async Task AnswerAsync(HttpContext context, int port)
    {
        var length = context.Request.ContentLength ?? 0;
        Requests.AddOrUpdate((port, context.Request.Method, context.Request.Query["comp"].ToString()), (1, length),
            (_, before) => (before.Calls + 1, before.Bytes + length));
        lock (gate)
        {
            maxRequestBytes = Math.Max(maxRequestBytes, length);
        }

        if (Refused is { } refused && await HoldsAsync(context, refused))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (SilentFrom is { } last && await HoldsAsync(context, last))
        {
            (Only, Share) = (StorageFault.Hanging, 1);
        }

        if (Held is { } held && await HoldsAsync(context, held))
        {
            Interlocked.Increment(ref done[(int)StorageFault.Hanging]);
            await HangAsync(context.RequestAborted);
            return;
        }

        var fault = Next();
        switch (fault)
        {
            case StorageFault.Busy:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case StorageFault.Broken:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case StorageFault.DroppedBefore:
                context.Abort();
                return;
            case StorageFault.Throttled:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = RetryAfter;
                return;
            case StorageFault.WritesRefused when !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method):
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                context.Response.Headers["x-ms-error-code"] = "InsufficientAccountPermissions";
                return;
            case StorageFault.Hanging:
                await HangAsync(context.RequestAborted);
                return;
            case StorageFault.Delayed:
                await Task.Delay(Delay, context.RequestAborted);
                break;
        }

        try
        {
            await ForwardAsync(context, port, fault);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or SocketException)
        {
            // One of the two sides is gone; so is the call.
            context.Abort();
        }
    }

    private static async Task HangAsync(CancellationToken aborted)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, aborted);
        }
        catch (OperationCanceledException)
        {
            // The caller has given up.
        }
    }

    private static async Task<bool> HoldsAsync(HttpContext context, string text)
    {
        if (!context.Request.Path.Value!.EndsWith("/$batch", StringComparison.Ordinal))
        {
            return false;
        }

        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        context.Request.Body = body;
        return Encoding.UTF8.GetString(body.ToArray()).Contains(text, StringComparison.Ordinal);
    }

    private StorageFault Next()
    {
        lock (gate)
        {
            var isWrong = random.NextDouble() < share;
            var kind = Kinds[random.Next(Kinds.Count)];
            var fault = isWrong ? Only ?? kind : StorageFault.None;
            done[(int)fault]++;
            share = isWrong && --left == 0 ? 0 : share;
            return fault;
        }
    }

    private async Task ForwardAsync(HttpContext context, int port, StorageFault fault)
    {
        using var request = Request(context, port);
        using var answer = await upstream.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (fault == StorageFault.DroppedAfter)
        {
            context.Abort();
            return;
        }

        if (fault == StorageFault.BrokenAfter)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !BetweenNeighbours.Contains(header.Key)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        if (fault == StorageFault.CutAnswer)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return;
        }

        if (body.Length > 0)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static HttpRequestMessage Request(HttpContext context, int port)
    {
        // The path is signed as it was sent: it must go on unchanged.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var address = new Uri($"http://127.0.0.1:{port}{target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        if (context.Request.ContentLength is not null || context.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach (var (name, values) in context.Request.Headers.Where(header => !BetweenNeighbours.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return request;
    }
}
