using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Wijkmonitor.Functions.Api;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Middleware;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Tests.Security;

/// <summary>Access in the package for host keys, which the tests are built with.</summary>
public sealed class SecurityOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("keys,open")]
    [InlineData("open,platform")]
    [InlineData("open platform")]
    [InlineData("-1")]
    [InlineData("anonymous")]
    public void A_mode_is_exactly_one_of_the_known_names(string? mode) =>
        Assert.Equal("Set Security__Mode to one of platform, keys and open: where the app learns who asks.", Assert.Single(Problems(("Security__Mode", mode))));

    [Theory]
    [InlineData("open")]
    [InlineData("Open")]
    public void The_open_mode_is_for_development_only(string mode)
    {
        Assert.Equal(IdentityMode.Open, Policy(Environments.Development, ("Security__Mode", mode)).Mode);
        Assert.Contains("for development only", Assert.Single(Problems(("Security__Mode", mode))));
    }

    [Theory]
    [InlineData("WEBSITE_SITE_NAME", "monitor", true)]
    [InlineData("WIJKMONITOR_DEVHOST_CHECKS_KEYS", "true", true)]
    [InlineData("WIJKMONITOR_DEVHOST_CHECKS_KEYS", "false", false)]
    [InlineData("Functions__Worker__HostEndpoint", "http://127.0.0.1:5000", false)]
    [InlineData("FUNCTIONS_CUSTOMHANDLER_PORT", "5000", false)]
    public void Key_mode_needs_a_host_that_checks_keys(string setting, string value, bool isProof)
    {
        var problems = Problems(("Security__Mode", "keys"), (setting, value));

        Assert.Equal(isProof, problems.Count == 0);
        Assert.All(problems, problem => Assert.Contains("nothing that is known to check keys", problem));
    }

    [Fact]
    public void Core_Tools_never_check_keys() =>
        Assert.Contains("known to check keys", Assert.Single(
            Problems(("Security__Mode", "keys"), ("WEBSITE_SITE_NAME", "monitor"), ("FUNCTIONS_CORETOOLS_ENVIRONMENT", "true"))));

    [Theory]
    [InlineData(null, "WEBSITE_AUTH_ENABLED")]
    [InlineData("false", "WEBSITE_AUTH_ENABLED")]
    [InlineData("True", "package for host keys")]
    public void Platform_mode_needs_platform_authentication_and_its_package(string? enabled, string reason) =>
        Assert.Contains(reason, Assert.Single(Problems(("Security__Mode", "platform"), ("WEBSITE_AUTH_ENABLED", enabled))));

    [Fact]
    public void All_problems_are_named_at_once()
    {
        var problems = Problems(
            ("Security__Mode", "both"),
            ("Security__KeyHolder__Roles", "Admin King"),
            ("Security__KeyHolder__Areas", "Amsterdam GM0363"),
            ("Security__KeyHolder__Regions", "GM0153/regio-twente regio-twente BU01530000/regio"),
            ("Security__Scopes__7__Areas", "GM0363 nowhere"));

        Assert.Equal(
            [
                "Security__KeyHolder__Areas names 'Amsterdam', which is no area code.",
                "Security__KeyHolder__Regions names 'BU01530000/regio', which is no municipality and code of a region, such as GM0153/regio-twente.",
                "Security__KeyHolder__Regions names 'regio-twente', which is no municipality and code of a region, such as GM0153/regio-twente.",
                "Security__KeyHolder__Roles names 'King'; it can name Public, Partner, DataTeam, Admin.",
                "Security__Scopes__7__Areas names 'nowhere', which is no area code.",
                "Set Security__Mode to one of platform, keys and open: where the app learns who asks.",
                "Set Security__Scopes__7__Claim and __Value: whom the scope is for.",
            ],
            problems.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Roles_and_scopes_are_read_from_settings()
    {
        var policy = Policy(
            Environments.Development,
            ("Security__Mode", "open"),
            ("Security__KeyHolder__Roles", "partner, DataTeam"),
            ("Security__KeyHolder__Areas", "GM0363 GM0153"),
            ("Security__KeyHolder__Organisations", "Ons Huis; Another"),
            ("Security__KeyHolder__Regions", "GM0153/regio-twente, GM0917/parkstad"),
            ("Security__Scopes__0__Claim", "groups"),
            ("Security__Scopes__0__Value", "a-group"),
            ("Security__Scopes__0__Datasets", "contracts operation"));

        Assert.Equal(Roles.Partner | Roles.DataTeam, policy.KeyHolder.Roles);
        Assert.Equal([AreaCode.Parse("GM0153"), AreaCode.Parse("GM0363")],
            policy.KeyHolder.Scope.Areas.OrderBy(area => area.ToString(), StringComparer.Ordinal));
        Assert.Equal(["Another", "Ons Huis"], policy.KeyHolder.Scope.Organisations.Order(StringComparer.Ordinal));
        Assert.Equal(["GM0153/regio-twente", "GM0917/parkstad"], policy.KeyHolder.Scope.Regions.Order(StringComparer.Ordinal));
        var scope = Assert.Single(policy.Scopes);
        Assert.Equal(("groups", "a-group", 2), (scope.Claim, scope.Value, scope.Scope.Datasets.Count));
    }

    private static List<string> Problems(params (string Setting, string? Value)[] settings)
    {
        try
        {
            _ = Policy(Environments.Production, settings);
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
    }

    private static SecurityPolicy Policy(string environment, params (string Setting, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Setting.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value))
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment })
            .AddStorage()
            .AddFigures()
            .AddSecurity()
            .AddScoring(new ScoringRules([]))
            .AddIngest()
            .AddApi()
            .AddMiddleware()
            .BuildServiceProvider();
        return SecurityPolicy.Create(services.GetRequiredService<SecurityOptions>());
    }
}
