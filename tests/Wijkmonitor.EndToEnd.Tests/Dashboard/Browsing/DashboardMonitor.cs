using System.Text;
using System.Text.Json;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;

/// <summary>One monitor with all that the dashboard can show: the samples, the published data where it is here, and a refused file.</summary>
public sealed class DashboardMonitor(StorageEmulator emulator) : IAsyncLifetime
{
    // Every kind with all rules that ship, as the demo has them.
    private static readonly (string Name, string Value)[] Rules = [.. ScorecardKinds.Names.Select(kind => (ScoringRules.GetSettingName(kind), string.Join(';', GetRules(kind))))];
    private const string Figures = "ses-woa-amsterdam-2019.csv";

    /// <summary>Whether the published data of Amsterdam is here.</summary>
    public static bool HasAmsterdam { get; } = AmsterdamBoundaries.File is not null;

    /// <summary>The municipality with a map where that can be, else the one of the samples.</summary>
    public static string Municipality => HasAmsterdam ? "GM0363" : "GM0153";

    public Browser Browser { get; } = new();

    internal RunningMonitor Monitor { get; private set; } = null!;

    internal DeliveryResource Refused { get; private set; } = null!;

    internal Uri Address => Monitor.App.Address;

    public async ValueTask InitializeAsync()
    {
        await Browser.InitializeAsync();
        var account = emulator.NewAccount();
        await RunningMonitor.DropSamplesAsync(account);
        foreach (var (path, content) in AmsterdamBoundaries.CreateDeliveries().Concat(DrawnMunicipality.Deliveries))
        {
            await RunningMonitor.DropAsync(account, path, content);
        }

        if (HasAmsterdam)
        {
            await RunningMonitor.DropAsync(account, $"ses-woa/{Figures}", await File.ReadAllBytesAsync(Path.Combine(RepositoryFolder.PublishedData!, Figures)));
        }

        await RunningMonitor.DropAsync(account, "annotations/dolphia.csv", Encoding.UTF8.GetBytes(
            "contract;reference;date;indicator;text;by_role\ndolphia;N2017-001;2017-09-01;early_school_leavers;Nieuwe school geopend;wijkregisseur\n"));
        await RunningMonitor.DropAsync(account, "areas/bare.csv", Encoding.UTF8.GetBytes("code;name;boundary_year\nBU01530099;Buurt zonder cijfers;2016\n"));
        await RunningMonitor.DropAsync(account, "area-indicators/wrong.csv", Encoding.UTF8.GetBytes(
            "area;period;indicator;value\nCU0153-dolphia;2017;burglaries;many\nCU0153-dolphia;2017;unheard_of;3\nnowhere;2017;burglaries;4\n"));
        Monitor = await RunningMonitor.StartAsync(account, Rules);
        await Monitor.SettleAsync();
        Refused = (await Monitor.DeliveriesAsync()).Single(delivery => delivery.State == "refused");
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Monitor.DisposeAsync();
    }

    /// <summary>Gets the items of a list of the API.</summary>
    internal async Task<IReadOnlyList<JsonElement>> ItemsAsync(string path)
    {
        using var list = JsonDocument.Parse(await Monitor.App.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
        return [.. list.RootElement.GetProperty("items").Clone().EnumerateArray()];
    }

    /// <summary>Opens a view.</summary>
    internal async Task<OpenPage> OpenAsync(string path, Device? device = null, bool forAxe = false) =>
        await (await Browser.OpenAsync(Address, device ?? Device.Desktop, forAxe)).GoAsync(path);

    private static IEnumerable<string> GetRules(string kind) =>
        Directory.EnumerateFiles(RepositoryFolder.File("config", "rules", kind), "*.json").Select(path => $"rules/{kind}/{Path.GetFileName(path)}").Order(StringComparer.Ordinal);
}
