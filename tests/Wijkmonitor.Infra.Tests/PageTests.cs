using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Local;

namespace Wijkmonitor.Infra.Tests;

/// <summary>The pages for administrators say what the templates need of them, and promise no more than the templates make.</summary>
public sealed class PageTests
{
    private const string Provider = "properties.identityProviders.azureActiveDirectory.";

    private static readonly string Readme = File.ReadAllText(Path.Combine(BicepCompiler.Folder, "README.md"));
    private static readonly string Operations = File.ReadAllText(RepositoryFolder.File("docs", "operations.md"));

    private static DeployedResource SignIn => Scenarios.Get(Scenarios.Everything).WithType("Microsoft.Web/sites/config").Single();

    // With the name of a secret App Service Authentication signs in by the hybrid flow, for which Entra must give ID tokens (AADSTS700054 otherwise).
    [Fact]
    public void A_registration_gives_the_tokens_that_sign_in_accepts()
    {
        var section = GetSection(Readme, "Sign-in");

        Assert.NotNull(SignIn.GetText(Provider + "registration.clientSecretSettingName"));
        Assert.Contains("*Implicit grant and hybrid flows*, select *ID tokens*", section, StringComparison.Ordinal);
        Assert.Contains("`signInClientId = ''`", section, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_gets_a_token_that_is_accepted()
    {
        var section = GetSection(Readme, "Programs that call", "\n### ");

        Assert.Contains("/v2.0'", SignIn.GetText(Provider + "registration.openIdIssuer"), StringComparison.Ordinal);
        Assert.Contains("api://11111111-1111-1111-1111-111111111111", SignIn.GetArray(Provider + "validation.allowedAudiences").Select(audience => audience.GetString()));
        Assert.All(
            ["`requestedAccessTokenVersion` to 2", "`api://<application id>`", "for *Applications* too", "grant admin consent", "`callingApplications`"],
            words => Assert.Contains(words, section, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_says_of_each_log_of_accesses_what_it_has()
    {
        var section = GetSection(Operations, "After an incident").ReplaceLineEndings(" ").Replace("   ", "", StringComparison.Ordinal);

        Assert.Equal(["StorageWrite", "StorageDelete"], GetLogged("blobServices"));
        Assert.Contains("`StorageBlobLogs` has what was written and deleted", section, StringComparison.Ordinal);
        Assert.Equal(["StorageDelete"], GetLogged("tableServices"));
        Assert.Contains("`StorageTableLogs` what was deleted only", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_a_policy_keeps_from_being_overwritten_is_said_to_be() => Assert.DoesNotContain(
        "`archive/journal/decisions/` and cannot be overwritten",
        Operations.ReplaceLineEndings(" "),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("addressSpace")]
    [InlineData("budgetFrom")]
    [InlineData("dnsZoneIds")]
    [InlineData("signInClientId")]
    [InlineData("AZURE_RESOURCE_GROUP")]
    [InlineData("AZURE_CLIENT_ID")]
    [InlineData("<environment>-plan")]
    [InlineData("keep-the-data")]
    [InlineData("immutableDays")]
    public void A_move_to_another_region_names_what_is_new_there_and_what_stays(string name) =>
        Assert.Contains($"`{name}`", GetSection(Operations, "Backup, restore, another region"), StringComparison.Ordinal);

    [Theory]
    [InlineData("vouches for the app")]
    [InlineData("`@onlyIfNotExists`")]
    [InlineData("`--permanent-delete`")]
    [InlineData("places that the outside check asks from")]
    [InlineData("the alerts `slow` and `log-full`")]
    public void What_could_not_be_checked_is_said(string words) => Assert.Contains(words, GetSection(Readme, "Not checked"), StringComparison.Ordinal);

    private static IEnumerable<string?> GetLogged(string service) => Scenarios.Get(Scenarios.Least).WithType("Microsoft.Insights/diagnosticSettings")
        .Single(setting => setting.Id.Contains($"/{service}/", StringComparison.Ordinal)).GetArray("properties.logs").Select(log => log.GetProperty("category").GetString());

    private static string GetSection(string page, string heading, string level = "\n## ")
    {
        var section = page[(page.IndexOf(level + heading + "\n", StringComparison.Ordinal) + level.Length)..];
        var end = section.IndexOf("\n## ", StringComparison.Ordinal);
        return end < 0 ? section : section[..end];
    }
}
