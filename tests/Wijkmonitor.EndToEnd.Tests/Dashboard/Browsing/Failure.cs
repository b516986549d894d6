using Microsoft.Playwright;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;

/// <summary>A way in which a call of the API fails, and what it is called on the page.</summary>
/// <param name="Name">Its name in a test.</param>
/// <param name="Title">The words over it.</param>
/// <param name="Status">The status that is answered; null where nothing is answered.</param>
internal sealed record Failure(string Name, string Title, int? Status)
{
    private const string Late = "time-out";

    public static IReadOnlyList<Failure> All { get; } =
    [
        new("500", "Storing in de wijkmonitor", 500),
        new("503", "De wijkmonitor is even niet beschikbaar", 503),
        new("429", "Even wachten: er wordt te veel gevraagd", 429),
        new("403", "U mag dit niet zien", 403),
        new("refused", "Geen verbinding met de wijkmonitor", null),
        new(Late, "De wijkmonitor antwoordt niet", null),
    ];

    public bool IsForbidden => Status == 403;

    public static Failure Named(string name) => All.Single(failure => failure.Name == name);

    /// <summary>Prepares a page whose calls are to fail.</summary>
    public Task PrepareAsync(IPage page) => Name == Late ? page.Clock.InstallAsync() : Task.CompletedTask;

    /// <summary>Answers a call by it; one that is never answered is given up by the page, whose clock goes on at once.</summary>
    public async Task AnswerAsync(IPage page, IRoute route)
    {
        if (Status is { } status)
        {
            // As a gateway before the monitor answers, which knows nothing of its problems.
            await route.FulfillAsync(new RouteFulfillOptions { Status = status, ContentType = "text/html", Body = "<html><body>No</body></html>" });
        }
        else if (Name == Late)
        {
            await page.Clock.FastForwardAsync(61_000);
        }
        else
        {
            await route.AbortAsync("connectionrefused");
        }
    }
}
