using Microsoft.Playwright;
using Wijkmonitor.EndToEnd.Tests.Dashboard.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Wijkmonitor.EndToEnd.Tests.Dashboard.Figures;

/// <summary>The forms of sums that are only computed when somebody asks.</summary>
[Collection<DashboardTests>]
public sealed class ExampleCalculationTests(DashboardMonitor dashboard)
{
    private static readonly (string Label, string Value)[] Household =
    [
        ("prijs van de nieuwe woning", "300000"), ("korting", "0"), ("inbreng van de oude woning", "210000"), ("index van de inbreng", "1"), ("eigen geld", "10000"), ("ruimte door erfpacht", "20000"),
    ];

    [Theory]
    [InlineData("desktop")]
    [InlineData("phone")]
    public async Task A_household_fills_in_a_form_and_sees_its_gap_with_the_steps(string device)
    {
        await using var page = await dashboard.OpenAsync("/rekenvoorbeelden?voorbeeld=sheet%2Fhousehold-gap&lang=nl", Device.Named(device), forAxe: true);
        await FillInAsync(page);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Uitrekenen" }).ClickAsync();

        var gap = page.Page.Locator("[id='sheet.gap']");
        await Expect(gap.Locator(".figure")).ToHaveTextAsync("€ 40.000");
        await gap.GetByText("Hoe berekend?").ClickAsync();
        await Expect(gap.Locator(".steps")).ToBeVisibleAsync();
        Assert.Empty(await page.AxeFindingsAsync());
        Assert.Empty(await page.OutsideAsync());
        Assert.Empty(page.Complaints);
        await page.PictureAsync("example-calculation-" + device);
    }

    [Fact]
    public async Task An_outcome_goes_when_an_input_changes()
    {
        await using var page = await dashboard.OpenAsync("/rekenvoorbeelden?voorbeeld=sheet%2Fhousehold-gap&lang=nl");
        await FillInAsync(page);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Uitrekenen" }).ClickAsync();
        await Expect(page.Page.Locator(".outcome .figure").First).ToBeVisibleAsync();

        await page.Page.GetByLabel("eigen geld").FillAsync("20000");

        await Expect(page.Page.Locator(".outcome .figure")).ToHaveCountAsync(0);
        Assert.DoesNotContain("20000", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_outside_its_limits_is_not_sent()
    {
        await using var page = await dashboard.OpenAsync("/rekenvoorbeelden?voorbeeld=sheet%2Fhousehold-gap&lang=nl");
        await FillInAsync(page);
        await page.Page.GetByLabel("korting").FillAsync("101");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Uitrekenen" }).ClickAsync();

        Assert.False(await page.Page.GetByLabel("korting").EvaluateAsync<bool>("field => field.validity.valid"));
        await Expect(page.Page.Locator(".outcome .figure")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_refused_form_says_why_and_keeps_its_inputs()
    {
        await using var page = await dashboard.OpenAsync("/rekenvoorbeelden?voorbeeld=sheet%2Fhousehold-gap&lang=nl");
        await FillInAsync(page);

        // The limits of the page can be older than those of the monitor.
        await page.Page.GetByLabel("korting").EvaluateAsync("field => field.removeAttribute('max')");
        await page.Page.GetByLabel("korting").FillAsync("101");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Uitrekenen" }).ClickAsync();

        await Expect(page.Page.Locator(".outcome [role=alert]")).ToContainTextAsync("Dit moet een getal zijn");
        await Expect(page.Page.GetByLabel("korting")).ToHaveValueAsync("101");
    }

    private static async Task FillInAsync(OpenPage page)
    {
        foreach (var (label, value) in Household)
        {
            await page.Page.GetByLabel(label, new() { Exact = false }).First.FillAsync(value);
        }

        await page.Page.GetByLabel("energielabel van de oude woning").SelectOptionAsync("G");
        await page.Page.GetByLabel("energielabel van de nieuwe woning").SelectOptionAsync("A++");
    }
}
