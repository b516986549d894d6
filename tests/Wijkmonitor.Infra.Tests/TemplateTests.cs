namespace Wijkmonitor.Infra.Tests;

public sealed class TemplateTests
{
    [Fact]
    public void Every_template_is_Bicep() => Assert.Empty(BicepFile.All.SelectMany(TemplateRules.SyntaxErrors));

    [Fact]
    public void Every_name_that_is_used_is_declared() => Assert.Empty(BicepFile.Templates.SelectMany(TemplateRules.Undeclared));

    [Fact]
    public void Every_parameter_and_variable_is_used() => Assert.Empty(BicepFile.Templates.SelectMany(TemplateRules.Unused));

    [Fact]
    public void Every_parameter_and_output_has_a_description() => Assert.Empty(BicepFile.Templates.SelectMany(TemplateRules.Undescribed));

    [Fact]
    public void No_output_holds_a_secret() => Assert.Empty(BicepFile.Templates.SelectMany(TemplateRules.SecretOutputs));

    [Fact]
    public void Every_resource_that_can_have_tags_has_them() => Assert.Empty(BicepFile.Templates.SelectMany(TemplateRules.Untagged));

    [Fact]
    public void Every_resource_is_named_as_the_cloud_adoption_framework_abbreviates_it() => Assert.Empty(BicepFile.Templates.SelectMany(TemplateRules.Misnamed));

    [Fact]
    public void Every_role_assignment_is_needed_and_on_one_resource()
    {
        var roles = BicepFile.Templates.SelectMany(file => file.Resources).Where(resource => resource.Type == "Microsoft.Authorization/roleAssignments").ToList();

        Assert.Equal(4, roles.Count); // data: blobs and tables; the host's account; metrics
        Assert.All(roles, role => Assert.Contains(role.Values["scope"], new[] { "account", "insights" }));
        Assert.Equal(
            ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "3913510d-42f4-4e42-8a64-420c390055eb", "974c5e8b-45b9-4653-ba55-5f855dd0fb88", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", "ba92f5b4-2d11-453d-a403-e96b0029c9fe"],
            BicepFile.Templates.SelectMany(file => file.Variables).Where(variable => TemplateRules.IsId(variable.Text)).Select(variable => TemplateRules.IdIn(variable.Text)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_resource_is_of_a_released_version() => Assert.Empty(BicepFile.Templates.SelectMany(TemplateRules.Unversioned));

    [Fact]
    public void Every_module_is_given_what_it_needs_and_nothing_else() => Assert.Empty(BicepFile.Templates.SelectMany(TemplateRules.MisusedModules));

    [Fact]
    public void The_values_of_an_environment_fit_the_template()
    {
        Assert.NotEmpty(BicepFile.Environments);
        var main = BicepFile.Named("main.bicep");
        foreach (var environment in BicepFile.Environments)
        {
            var given = environment.Variables.Select(v => v.Name).ToList();
            Assert.Equal("../main.bicep", environment.Using);
            Assert.Subset(main.Parameters.Select(p => p.Name).ToHashSet(), given.ToHashSet());
            Assert.Subset(given.ToHashSet(), main.Parameters.Where(p => !p.HasDefault).Select(p => p.Name).ToHashSet());
        }
    }

    [Fact]
    public void No_storage_account_is_public_and_none_in_production_accepts_keys()
    {
        var accounts = BicepFile.Templates.SelectMany(file => file.Resources).Where(resource => resource.Type == "Microsoft.Storage/storageAccounts").ToList();
        Assert.Equal(2, accounts.Count);
        Assert.All(accounts, account =>
        {
            Assert.Equal("false", account.Values["properties.allowBlobPublicAccess"]);
            Assert.Equal("'TLS1_2'", account.Values["properties.minimumTlsVersion"]);
            Assert.Equal("true", account.Values["properties.supportsHttpsTrafficOnly"]);
            Assert.Contains(account.Values["properties.allowSharedKeyAccess"], new[] { "false", "!isProduction" });
        });
        var containers = BicepFile.Templates.SelectMany(file => file.Resources).Where(resource => resource.Type.EndsWith("/containers", StringComparison.Ordinal));
        Assert.All(containers, container => Assert.Equal("'None'", container.Values["properties.publicAccess"]));
    }

    [Fact]
    public void The_archive_is_versioned_and_recoverable()
    {
        var blobs = BicepFile.Named("modules/data-storage.bicep").Resources.Single(resource => resource.Name == "blobs");

        Assert.Equal("true", blobs.Values["properties.isVersioningEnabled"]);
        Assert.Equal("true", blobs.Values["properties.deleteRetentionPolicy.enabled"]);
        Assert.Equal("true", blobs.Values["properties.containerDeleteRetentionPolicy.enabled"]);
    }

    [Fact]
    public void The_app_uses_https_only_and_no_publishing_passwords()
    {
        var app = BicepFile.Named("modules/function-app.bicep");

        Assert.Equal("true", app.Resources.Single(resource => resource.Name == "app").Values["properties.httpsOnly"]);
        Assert.Equal("false", app.Resources.Single(resource => resource.Name == "basicPublishing").Values["properties.allow"]);
    }

    [Fact]
    public void The_app_runs_on_the_isolated_worker_without_a_redundant_setting()
    {
        var app = BicepFile.Named("modules/function-app.bicep");
        var site = app.Resources.Single(resource => resource.Name == "app");

        Assert.Equal("'dotnet-isolated'", site.Values["properties.functionAppConfig.runtime.name"]);
        Assert.Equal("'10.0'", site.Values["properties.functionAppConfig.runtime.version"]);
        Assert.All(BicepFile.Templates, file => Assert.DoesNotContain(file.Variables, variable => variable.Members.ContainsKey("FUNCTIONS_WORKER_RUNTIME")));
    }

    [Theory]
    [InlineData("param a string\nresource", nameof(TemplateRules.SyntaxErrors))]
    [InlineData("@description('a')\noutput a string = b", nameof(TemplateRules.Undeclared))]
    [InlineData("@description('a')\nparam a string", nameof(TemplateRules.Unused))]
    [InlineData("param a string\n@description('b')\noutput b string = a", nameof(TemplateRules.Undescribed))]
    [InlineData("@description('a')\noutput a string = account.listKeys().keys[0].value", nameof(TemplateRules.SecretOutputs))]
    [InlineData("@secure()\nparam a string\noutput b string = a", nameof(TemplateRules.SecretOutputs))]
    [InlineData("resource a 'Microsoft.Web/sites@2024-04-01' = {\n  name: 'a'\n}", nameof(TemplateRules.Untagged))]
    [InlineData("resource a 'Microsoft.Web/sites@2024-04-01' = {\n  name: 'monitor'\n}", nameof(TemplateRules.Misnamed))]
    [InlineData("resource a 'Microsoft.Web/sites@2024-04-01-preview' = {\n  name: 'a'\n}", nameof(TemplateRules.Unversioned))]
    public void A_rule_finds_what_breaks_it(string template, string rule)
    {
        var broken = BicepFile.Parse(template);
        IEnumerable<string> found = rule switch
        {
            nameof(TemplateRules.SyntaxErrors) => TemplateRules.SyntaxErrors(broken),
            nameof(TemplateRules.Undeclared) => TemplateRules.Undeclared(broken),
            nameof(TemplateRules.Unused) => TemplateRules.Unused(broken),
            nameof(TemplateRules.Undescribed) => TemplateRules.Undescribed(broken),
            nameof(TemplateRules.SecretOutputs) => TemplateRules.SecretOutputs(broken),
            nameof(TemplateRules.Untagged) => TemplateRules.Untagged(broken),
            nameof(TemplateRules.Misnamed) => TemplateRules.Misnamed(broken),
            _ => TemplateRules.Unversioned(broken),
        };

        Assert.NotEmpty(found);
    }
}
