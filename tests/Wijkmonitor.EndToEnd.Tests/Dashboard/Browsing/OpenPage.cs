using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;

/// <summary>A page in a browser, what it asked for and what it complained of.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly string[] ColorRules = ["color-contrast", "link-in-text-block"];

    // Scripts have no time limit of their own.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];
    private readonly List<Uri> asked = [];

    public OpenPage(IBrowserContext context, IPage page, Uri address)
    {
        this.context = context;
        Page = page;
        Address = address;
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(isComplaint: true, error);
        page.Request += (_, request) =>
        {
            lock (asked)
            {
                asked.Add(new Uri(request.Url));
            }
        };
    }

    public IPage Page { get; }

    public Uri Address { get; }

    /// <summary>Errors of scripts and refusals by the content security policy; an answer of 404 is none.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (complaints)
            {
                return [.. complaints];
            }
        }
    }

    /// <summary>Requests to other machines.</summary>
    public IReadOnlyList<Uri> AskedElsewhere
    {
        get
        {
            lock (asked)
            {
                return [.. asked.Where(uri => uri.Scheme is "http" or "https" && uri.Authority != Address.Authority)];
            }
        }
    }

    /// <summary>Goes to a view and waits until it has all that it asked for.</summary>
    public async Task<OpenPage> GoAsync(string path)
    {
        await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        return this;
    }

    /// <summary>Gives the page the window and the colours of a device.</summary>
    public async Task BecomeAsync(Device device)
    {
        await Page.SetViewportSizeAsync(device.Width, device.Height);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions
        {
            ColorScheme = device.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ForcedColors = device.HasForcedColors ? Microsoft.Playwright.ForcedColors.Active : Microsoft.Playwright.ForcedColors.None,
        });

        await DrawAsync();
    }

    /// <summary>Waits until the page was drawn; what is drawn for a width is drawn again in the next frame.</summary>
    /// <exception cref="TimeoutException">The browser draws nothing any more.</exception>
    public Task DrawAsync() => Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))").WaitAsync(Patience);

    /// <summary>Gets the findings of axe, in words; those of its rules on colours alone where only colours have changed.</summary>
    public async Task<IReadOnlyList<string>> AxeFindingsAsync(bool onlyColors = false)
    {
        var result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = onlyColors ? new RunOnlyOptions { Type = "rule", Values = [.. ColorRules] } : new RunOnlyOptions { Type = "tag", Values = [.. Rules] },
            ResultTypes = [ResultType.Violations],
        }).WaitAsync(Patience);
        return [.. result.Violations.Select(v => $"{v.Id}: {v.Help} ({v.Nodes.Length} x, such as {v.Nodes[0].Html})")];
    }

    /// <summary>Keeps a picture of the whole page where <c>WIJKMONITOR_PICTURES=1</c>. Pictures are for people: without one a test says the same.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("WIJKMONITOR_PICTURES") != "1")
        {
            return;
        }

        try
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browser.Pictures, name + ".png"), FullPage = true });
        }
        catch (TimeoutException)
        {
            TestContext.Current.SendDiagnosticMessage("The browser did not draw {0}.", name);
        }
    }

    /// <summary>Gets the elements that overflow the window to the right, except those that scroll by themselves.</summary>
    public Task<string[]> OutsideAsync() => Page.EvaluateAsync<string[]>(
        """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
          [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest(".scroll"))
            .map(e => e.outerHTML.slice(0, 100))
        """);

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint && !text.Contains("404 (Not Found)", StringComparison.Ordinal))
        {
            lock (complaints)
            {
                complaints.Add(text);
            }
        }
    }
}
