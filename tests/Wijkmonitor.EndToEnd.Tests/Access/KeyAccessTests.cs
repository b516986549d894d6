using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Access;

/// <summary>One monitor in the package for host keys, under a host that checks them; who has a key is the administrator.</summary>
public sealed class KeyedMonitor(StorageEmulator emulator) : IAsyncLifetime
{
    internal static readonly HostKeys Keys = new("function-key", "host-key", "master-key");

    internal RunningMonitor Monitor { get; private set; } = null!;

    public string ContractDelivery { get; private set; } = null!;

    public string FigureDelivery { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        Monitor = await RunningMonitor.StartAsync(
            account, Keys, ("Rules__FourAngle", "rules/four-angle/example.json"), ("Security__Mode", "keys"), ("Security__KeyHolder__Roles", "Admin"));
        Monitor.App.Client.DefaultRequestHeaders.Add("x-functions-key", Keys.Function);
        await Monitor.SettleAsync();
        var deliveries = await Monitor.DeliveriesAsync();
        ContractDelivery = deliveries.Single(delivery => delivery.Dataset == "contracts").Id;
        FigureDelivery = deliveries.First(delivery => delivery.Dataset == "area-indicators").Id;
    }

    public ValueTask DisposeAsync() => Monitor.DisposeAsync();
}

/// <summary>Every operation through the host, with every kind of key.</summary>
public sealed class KeyAccessTests(KeyedMonitor fixture) : IClassFixture<KeyedMonitor>
{
    private static readonly Dictionary<string, (string? Header, string? Query)> Callers = new(StringComparer.Ordinal)
    {
        ["no key"] = (null, null),
        ["a wrong key"] = ("function-kez", null),
        ["a wrong key in the address"] = (null, "host-kez"),
        ["a wrong key in the header and a right one in the address"] = ("wrong", "master-key"),
        ["a function key"] = ("function-key", null),
        ["a function key in the address"] = (null, "function-key"),
        ["a host key"] = ("host-key", null),
        ["the master key"] = ("master-key", null),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Functions => [.. AccessTests.Operations.Keys];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Only_a_known_key_gives_access_to_a_protected_function(string function)
    {
        var (request, answers) = AccessTests.Operations[function];
        var ofAdministrator = answers.Split(", ").Single(answer => answer.StartsWith("admin ", StringComparison.Ordinal))[^3..];
        var isOpen = GetLevel(function) == AuthorizationLevel.Anonymous;
        foreach (var (caller, (header, query)) in Callers)
        {
            using var response = await SendAsync(request, header, query);

            var opens = isOpen || caller is not ("no key" or "a wrong key" or "a wrong key in the address" or "a wrong key in the header and a right one in the address");
            Assert.Equal($"{caller} {(opens ? ofAdministrator : "401")}", $"{caller} {(int)response.StatusCode}");
        }
    }

    [Theory]
    [InlineData("no key", HttpStatusCode.Unauthorized)]
    [InlineData("a wrong key", HttpStatusCode.Unauthorized)]
    [InlineData("a host key", HttpStatusCode.Forbidden)]
    [InlineData("the master key", HttpStatusCode.Accepted)]
    public async Task Only_the_master_key_starts_a_run(string caller, HttpStatusCode expected)
    {
        var (header, query) = Callers[caller];
        using var response = await SendAsync("""POST /admin/functions/Score {"input":""}""", header, query);

        Assert.Equal(expected, response.StatusCode);
    }

    // Open where the function asks for no key: what it answers then is up to the app, and the test above holds it.
    private static AuthorizationLevel GetLevel(string function) => typeof(BuiltInConfiguration).Assembly.GetTypes().SelectMany(type => type.GetMethods())
        .Single(method => method.GetCustomAttribute<FunctionAttribute>()?.Name == function)
        .GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().Single().AuthLevel;

    private async Task<HttpResponseMessage> SendAsync(string text, string? header, string? query)
    {
        using var client = new HttpClient { BaseAddress = fixture.Monitor.App.Address };
        var parts = text.Replace("{contract}", fixture.ContractDelivery).Replace("{figures}", fixture.FigureDelivery).Split(' ', 3);
        var address = query is null ? parts[1] : $"{parts[1]}{(parts[1].Contains('?') ? '&' : '?')}code={query}";
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), address);
        if (parts.Length == 3)
        {
            request.Content = new StringContent(parts[2], Encoding.UTF8, "application/json");
        }

        if (header is not null)
        {
            request.Headers.Add("x-functions-key", header);
        }

        var response = await client.SendAsync(request, Token);
        await response.Content.LoadIntoBufferAsync(Token);
        return response;
    }
}
