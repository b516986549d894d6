using Wijkmonitor.Functions.Security;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Access;

/// <summary>One monitor behind App Service Authentication, with the samples and one figure that is public.</summary>
public sealed class GuardedMonitor(StorageEmulator emulator) : IAsyncLifetime
{
    public const string PartyGroup = "group-party";
    public const string OutsiderGroup = "group-outsider";
    public const string TeamGroup = "group-team";

    internal RunningMonitor Monitor { get; private set; } = null!;

    public string ContractDelivery { get; private set; } = null!;

    public string FigureDelivery { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        Monitor = await RunningMonitor.StartAsync(
            account,
            ("Rules__FourAngle", "rules/four-angle/example.json"),
            ("Api__AllowedOrigins", "https://partner.example.org"),
            ("Security__Mode", "platform"),
            ("WEBSITE_AUTH_ENABLED", "True"),
            ("Security__Scopes__0__Claim", "groups"),
            ("Security__Scopes__0__Value", PartyGroup),
            ("Security__Scopes__0__Areas", "GM0153"),
            ("Security__Scopes__0__Organisations", "Ons Huis; Another"),
            ("Security__Scopes__1__Claim", "groups"),
            ("Security__Scopes__1__Value", OutsiderGroup),
            ("Security__Scopes__1__Areas", "GM0363"),
            ("Security__Scopes__1__Organisations", "Another"),
            ("Security__Scopes__1__Datasets", "operation"),
            ("Security__Scopes__2__Claim", "groups"),
            ("Security__Scopes__2__Value", TeamGroup),
            ("Security__Scopes__2__Datasets", "contracts area-indicators"));
        Monitor.App.Client.DefaultRequestHeaders.Add(ClientPrincipal.Header, AccessTests.Principal(["Wijkmonitor.Admin"]));
        await Monitor.SettleAsync();
        var deliveries = await Monitor.DeliveriesAsync();
        ContractDelivery = deliveries.Single(delivery => delivery.Dataset == "contracts").Id;
        FigureDelivery = deliveries.First(delivery => delivery.Dataset == "area-indicators").Id;
    }

    public ValueTask DisposeAsync() => Monitor.DisposeAsync();
}
