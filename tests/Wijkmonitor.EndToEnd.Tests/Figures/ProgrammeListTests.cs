using System.Text;
using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Figures;

/// <summary>Programmes found from a list, a municipality and an area, and alerts on the start page with the same as a file and as a calendar.</summary>
[Collection<DashboardTests>]
public sealed class ProgrammeListTests(DashboardMonitor dashboard)
{
    private const string Subject = "label-b-voorbeeld";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_controller_sees_delays_against_the_promises()
    {
        var item = (await dashboard.ItemsAsync("/api/v1/subjects?municipality=GM0153")).Single(found => found.GetProperty("subject").GetString() == Subject);
        var late = item.GetProperty("late");
        var days = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).DayNumber - DateOnly.ParseExact(late.GetProperty("date").GetString()!, "O").DayNumber;
        Assert.Equal(("late", days), (item.GetProperty("state").GetString(), late.GetProperty("daysLate").GetInt32()));

        await using var page = await dashboard.OpenAsync("/programmas?gemeente=GM0153&stand=late&lang=nl");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Programma's en projecten");
        var row = page.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = item.GetProperty("title").GetString()! });
        await Expect(row).ToContainTextAsync("te laat");
        await Expect(row).ToContainTextAsync("dagen na");

        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Termijnen" }).First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/gemeenten/GM0153")]
    [InlineData("/gebieden/GM0153")]
    [InlineData("/gebieden/CU0153-beukenhof")]
    public async Task Programmes_are_found_from_their_municipality_and_area(string path)
    {
        var title = (await dashboard.ItemsAsync("/api/v1/subjects")).Single(found => found.GetProperty("subject").GetString() == Subject).GetProperty("title").GetString()!;
        await using var page = await dashboard.OpenAsync(path);

        var section = page.Page.GetByRole(AriaRole.Region, new() { Name = "Programma's en projecten" });
        await Expect(section.GetByRole(AriaRole.Row).Filter(new() { HasText = title })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_start_page_has_alerts_for_each_role_with_a_file_and_a_calendar()
    {
        await using var page = await dashboard.OpenAsync("/?lang=nl");
        var section = page.Page.GetByRole(AriaRole.Region, new() { Name = "Wat aandacht vraagt" });
        await Expect(section.GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
        await section.GetByRole(AriaRole.Button, new() { Name = "controller" }).ClickAsync();
        await Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("rol=controller", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(section.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("te laat");

        foreach (var (name, type) in new[] { ("Als CSV", "text/csv"), ("In uw agenda (iCalendar)", "text/calendar") })
        {
            var href = await section.GetByRole(AriaRole.Link, new() { Name = name }).GetAttributeAsync("href");
            using var response = await dashboard.Monitor.App.Client.GetAsync(new Uri(href!, UriKind.Relative), Token);
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            Assert.Contains("role=controller", href, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_calendar_has_an_event_for_each_deadline_and_folded_lines()
    {
        var alerts = await dashboard.ItemsAsync("/api/v1/alerts?within=3660");
        var text = await dashboard.Monitor.App.Client.GetStringAsync(new Uri("/api/v1/alerts?within=3660&format=ics", UriKind.Relative), Token);

        Assert.NotEmpty(alerts);
        Assert.Equal(alerts.Count(alert => alert.TryGetProperty("deadline", out _)), text.Split("BEGIN:VEVENT").Length - 1);
        Assert.Equal(alerts.Count(alert => !alert.TryGetProperty("deadline", out _)), text.Split("BEGIN:VTODO").Length - 1);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
    }
}
