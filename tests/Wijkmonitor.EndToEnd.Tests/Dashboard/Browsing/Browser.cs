using Microsoft.Playwright;
using Wijkmonitor.Local;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;

/// <summary>The Chromium of this machine; one for all tests, and a new one where it no longer draws.</summary>
public sealed class Browser : IAsyncLifetime
{
    // It draws with the processor, as the test machines do anyway: the process for a graphics card is one more that can stand still.
    private static readonly BrowserTypeLaunchOptions Options = new() { ExecutablePath = Chromium.Executable, Args = ["--no-sandbox", "--disable-gpu"] };

    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>Folder of pictures of the views.</summary>
    public static string Pictures { get; } = RepositoryFolder.File("artifacts", "dashboard-pictures");

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(120_000); // a state that is to come, on a machine that does other things too
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(Options);
        Directory.CreateDirectory(Pictures);
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A new page, of a reader who was never here before.</summary>
    internal async Task<OpenPage> OpenAsync(Uri address, Device device, bool forAxe = false, IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        var page = await OpenContextAsync(address, device, forAxe, headers);
        try
        {
            await page.DrawAsync();
        }
        catch (TimeoutException)
        {
            await ReplaceAsync();
            page = await OpenContextAsync(address, device, forAxe, headers);
        }

        return page;
    }

    /// <summary>Runs what needs a browser that draws, and once more in a new one where drawing has stopped midway.</summary>
    internal async Task RunAsync(Func<Task> check)
    {
        try
        {
            await check();
        }
        catch (TimeoutException)
        {
            if (await DrawsAsync())
            {
                throw;
            }

            await ReplaceAsync();
            await check();
        }
    }

    private async Task<bool> DrawsAsync()
    {
        try
        {
            await using var blank = await OpenContextAsync(new Uri("about:blank"), Device.Desktop, forAxe: false, headers: null);
            await blank.DrawAsync();
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    // A browser that no longer draws says nothing about the page.
    private async Task ReplaceAsync()
    {
        _ = chromium!.DisposeAsync().AsTask();
        chromium = await playwright!.Chromium.LaunchAsync(Options);
    }

    private async Task<OpenPage> OpenContextAsync(Uri address, Device device, bool forAxe, IEnumerable<KeyValuePair<string, string>>? headers)
    {
        var context = await chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = device.Width, Height = device.Height },
            Locale = "nl-NL",
            TimezoneId = "Europe/Amsterdam",
            ColorScheme = device.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ForcedColors = device.HasForcedColors ? Microsoft.Playwright.ForcedColors.Active : Microsoft.Playwright.ForcedColors.None,
            ExtraHTTPHeaders = headers,

            // axe is a script of the test's own, which the page's policy rightly refuses; every other test runs under that policy.
            BypassCSP = forAxe,
        });
        context.SetDefaultTimeout(120_000);
        context.SetDefaultNavigationTimeout(120_000);
        return new OpenPage(context, await context.NewPageAsync(), address);
    }
}

/// <summary>The size of a screen, in CSS pixels.</summary>
internal sealed record Device(string Name, int Width, int Height)
{
    public static Device Desktop { get; } = new("desktop", 1360, 900);

    public static Device Phone { get; } = new("phone", 390, 844);

    /// <summary>A phone at night.</summary>
    public static Device Dark { get; } = Phone with { Name = "dark", IsDark = true };

    /// <summary>A phone with colours of its owner's choice.</summary>
    public static Device ForcedColors { get; } = Phone with { Name = "forced-colours", HasForcedColors = true };

    /// <summary>1280 pixels at 400 percent.</summary>
    public static Device Zoomed { get; } = new("zoomed", 320, 256);

    public bool IsDark { get; private init; }

    public bool HasForcedColors { get; private init; }

    public static Device Named(string name) => new[] { Desktop, Phone, Dark, ForcedColors, Zoomed }.Single(device => device.Name == name);
}
