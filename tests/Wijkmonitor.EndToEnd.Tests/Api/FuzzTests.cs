using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Wijkmonitor.EndToEnd.Tests.Contract;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Api;

/// <summary>
/// Requests that nobody would make, to every operation of the contract, always the same for the same seed. The caller is the administrator, so that
/// nothing is turned away before it was looked at.
/// </summary>
public sealed class FuzzTests(StorageEmulator emulator)
{
    private const int Requests = 20_000;
    private const int AtOnce = 32;
    private const int Seed = 2026;

    private static readonly string[] Odd =
    [
        "", " ", "%20", "%00", "%0a", "%2F", "..%2f..%2f", "%", "%zz", "%C3%28", "%F0%9F%8F%98", "'", "%27%20or%20%271%27=%271", "\\", "~", "*", "$filter", "null", "-1", "0", "00", "1e309", "NaN", "2147483648",
        "9999999999999999999999", "2017", "2017-13-45", "0001", "9999", "GM", "GM0153", "gm0153", "GM99999999", "BU0153%00", "CU0153-dolphia", "CU0153-", "CU0153-" + "x%20y", "dolphia", "compass", "burglaries",
        "%E2%80%AE", "%EF%BB%BF", "true", "[]", "{}", "<script>", ";", ",", ",,,,", "a,b,c", "%FF", new('a', 500), new('9', 2000), "area-indicators", "pins/..", "con", "x.csv",
    ];

    private static readonly string[] Bodies =
    [
        "", "null", "{}", "[]", "\"\"", "1", "{", "{\"year\":2017}", "{\"year\":-2147483648}", "{\"year\":1e400}", "{\"year\":\"2017\"}", "{\"on\":\"2018-03-01\",\"byRole\":\"\\u0000\"}",
        "{\"on\":\"9999-12-31\",\"byRole\":\"x\"}", "{\"byRole\":\"x\",\"reason\":\"\\ud800\"}", "{\"byRole\":\"x\"}", "{\"byRole\":null}", "{\"years\":1000000}", "{\"year\":2017,\"figures\":[null]}", "\uFEFF{}", "\u0000",
        "{\"a\":" + string.Concat(Enumerable.Repeat("[", 200)), "{\"byRole\":\"" + new string('x', 3000) + "\"}",
    ];

    private static readonly string[] Headers =
    [
        "If-None-Match: *", "If-None-Match: \"", "If-None-Match: W/\"x\", y", "If-Modified-Since: yesterday", "Accept: text/csv", "Accept: application/geo+json;q=x", "Accept: ,;", "Accept-Encoding: br;q=2, gzip;q=-1, *",
        "Accept-Language: x-klingon", "Origin: null", "Content-Type: text/plain", "Content-Type: ;;", "Range: bytes=5-1", "Cookie: a=b; =;", "X-HTTP-Method-Override: DELETE", "traceparent: 00-zz", "Expect: 100-continue",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_thousand_odd_requests_to_every_operation_are_answered_without_a_failure()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        await using (var before = await RunningMonitor.StartAsync(account))
        {
            await before.SettleAsync();
        }

        await using var monitor = await RunningMonitor.StartAsync(account, ("IngestSchedule", "0 0 0 1 1 *"));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = AtOnce }) { Timeout = TimeSpan.FromSeconds(100) };
        var operations = Operations();
        var failures = new ConcurrentQueue<string>();
        var answers = new ConcurrentDictionary<int, int>();
        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Token }, async (number, token) =>
        {
            // Each request by its own seed: which of several at once comes first does not change any.
            var random = new Random(Seed + number);
            using var request = Request(monitor.App.Address, operations[number % operations.Count], random);
            var text = $"{number}: {request.Method} {request.RequestUri!.OriginalString[..Math.Min(200, request.RequestUri.OriginalString.Length)]}";
            try
            {
                using var response = await client.SendAsync(request, token);
                answers.AddOrUpdate((int)response.StatusCode, 1, (_, count) => count + 1);
                if ((int)response.StatusCode >= 500 && response.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    failures.Enqueue($"{text} -> {(int)response.StatusCode}");
                }
            }
            catch (HttpRequestException e)
            {
                failures.Enqueue($"{text} -> {e.Message}");
            }
        });

        Assert.True(failures.IsEmpty, $"{failures.Count} failed, such as\n{string.Join('\n', failures.Take(20))}\n{monitor.Log[..Math.Min(4000, monitor.Log.Length)]}");
        Assert.All([200, 400, 404], status => Assert.True(answers.GetValueOrDefault(status) > 100, $"{status}: {answers.GetValueOrDefault(status)}"));
        Assert.True(answers.GetValueOrDefault(503) < Requests / 100, $"{answers.GetValueOrDefault(503)} of {Requests} were answered with 503.");
        await Eventually.TrueAsync(
            async () =>
            {
                using var well = await monitor.App.Client.GetAsync("/api/v1/health/ready", Token);
                return well.StatusCode == HttpStatusCode.OK;
            },
            "the monitor is well",
            () => monitor.Log);
    }

    private static List<(string Method, string Path, List<string> Query)> Operations()
    {
        var contract = ContractDocument.Current;
        JsonObject Resolve(JsonNode node) => node["$ref"] is { } reference
            ? ((string)reference!)[2..].Split('/').Aggregate((JsonNode)contract, (at, name) => at[name]!).AsObject()
            : node.AsObject();
        return
        [
            .. from path in contract["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               let parameters = (operation.Value!["parameters"]?.AsArray() ?? []).Select(parameter => Resolve(parameter!))
               select (operation.Key.ToUpperInvariant(), path.Key, parameters.Where(p => (string)p["in"]! == "query").Select(p => (string)p["name"]!).ToList()),
        ];
    }

    private static HttpRequestMessage Request(Uri address, (string Method, string Path, List<string> Query) operation, Random random)
    {
        var path = string.Join('/', operation.Path.Split('/').Select(part => part.StartsWith('{') ? Pick(Odd, random) : part));
        var query = operation.Query.Append("unknown").Where(_ => random.Next(3) == 0).Select(name => $"{name}={Pick(Odd, random)}").ToList();
        var target = $"{address.GetLeftPart(UriPartial.Authority)}/api/v1{path}{(query.Count > 0 ? "?" + string.Join('&', query) : "")}".Replace(" ", "%20");
        var method = random.Next(20) == 0 ? Pick(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"], random) : operation.Method;
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (method is not ("GET" or "HEAD" or "OPTIONS"))
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Pick(Bodies, random)));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", random.Next(10) == 0 ? "text/plain" : "application/json");
        }

        for (var headers = random.Next(3); headers > 0; headers--)
        {
            var header = Pick(Headers, random).Split(": ", 2);
            if (!request.Headers.TryAddWithoutValidation(header[0], header[1]))
            {
                request.Content?.Headers.TryAddWithoutValidation(header[0], header[1]);
            }
        }

        return request;
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
