using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Infra.Tests.Rules;

namespace Wijkmonitor.Infra.Tests;

/// <summary>The templates compile without a warning, and rules hold for what they compile to.</summary>
public sealed class TemplateTests
{
    private static readonly Lazy<IReadOnlyList<CompiledTemplate>> Compiled = new(() => [.. EntryPoints.Select(BicepCompiler.Build)]);

    public static TheoryData<string> Templates => [.. EntryPoints.Select(file => Path.GetRelativePath(BicepCompiler.Folder, file))];

    public static TheoryData<string> ParameterFiles => [.. BicepCompiler.GetFiles(".bicepparam")
        .Select(file => Path.GetRelativePath(BicepCompiler.Folder, file))];

    // What is deployed by itself; all others are modules of these.
    private static IEnumerable<string> EntryPoints => Directory.EnumerateFiles(BicepCompiler.Folder, "*.bicep").Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_compiles_with_its_modules_and_the_linter_has_nothing_to_say(string template)
    {
        var result = BicepCompiler.Lint(Path.Combine(BicepCompiler.Folder, template));

        Assert.Equal("", result.Diagnostics);
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void The_values_of_an_environment_fit_the_template(string file)
    {
        var result = BicepCompiler.BuildParameters(Path.Combine(BicepCompiler.Folder, file));

        Assert.Equal("", result.Diagnostics);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void The_linter_finds_a_fault()
    {
        using var folder = new TemporaryFolder();

        Assert.Contains("no-unused-params", BicepCompiler.Lint(folder.Write("a.bicep", "param a string")).Diagnostics, StringComparison.Ordinal);
        Assert.NotEqual(0, BicepCompiler.Lint(folder.Write("b.bicep", "output b string = a")).ExitCode);
    }

    [Fact]
    public void Every_module_is_used()
    {
        var used = Compiled.Value.Sum(template => template.All.Count() - 1);

        Assert.True(used >= BicepCompiler.GetFiles(".bicep").Count - EntryPoints.Count(), "A module below infra/ is in no template.");
    }

    [Fact]
    public void Every_parameter_and_output_has_a_description() => Assert.Empty(Compiled.Value.SelectMany(TemplateRules.Undescribed));

    [Fact]
    public void No_output_holds_a_secret() => Assert.Empty(Compiled.Value.SelectMany(TemplateRules.SecretOutputs));

    [Fact]
    public void No_deployment_depends_on_the_day() => Assert.Empty(Compiled.Value.SelectMany(TemplateRules.TimeDependent));

    [Fact]
    public void No_deployment_takes_the_certificate_off_a_domain() => Assert.Empty(Compiled.Value.SelectMany(TemplateRules.RepeatedBindings));

    [Fact]
    public void The_app_waits_for_its_private_endpoints_and_they_for_their_names() => Assert.Empty(Compiled.Value.SelectMany(TemplateRules.Early));

    [Fact]
    public void Private_endpoints_are_made_one_after_the_other() => Assert.Empty(Compiled.Value.SelectMany(TemplateRules.AtOnce));

    [Fact]
    public void A_site_is_changed_by_one_thing_after_the_other() => Assert.Empty(Compiled.Value.SelectMany(TemplateRules.WrittenTogether));

    [Fact]
    public void Every_role_assignment_is_named_by_its_principal() => Assert.Empty(Compiled.Value.SelectMany(TemplateRules.SharedRoles));

    [Theory]
    [InlineData("param a string\nresource r 'Microsoft.Authorization/roleAssignments@2022-04-01' = {\n  name: guid(resourceGroup().id)\n  properties: {\n    principalId: a\n    roleDefinitionId: 'b'\n  }\n}", nameof(TemplateRules.SharedRoles))]
    [InlineData("param a string\noutput b string = a", nameof(TemplateRules.Undescribed))]
    [InlineData("@secure()\nparam password string\nresource s 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {\n  name: 'a'\n}\noutput b string = s.listKeys().keys[0].value", nameof(TemplateRules.SecretOutputs))]
    [InlineData("param a string = utcNow('yyyy-MM-01')\noutput b string = a", nameof(TemplateRules.TimeDependent))]
    [InlineData("resource a 'Microsoft.Web/sites/hostNameBindings@2024-11-01' = {\n  name: 'a/b'\n  properties: {\n    siteName: 'a'\n  }\n}", nameof(TemplateRules.RepeatedBindings))]
    [InlineData("resource a 'microsoft.aadiam/diagnosticSettings@2017-04-01' = {\n  name: 'a'\n  scope: tenant()\n  properties: {}\n}", nameof(TemplateRules.AtTheRoot))]
    [InlineData("resource a 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-01-01' = {\n  name: 'a/b'\n  properties: {}\n}", nameof(TemplateRules.Early))]
    [InlineData("resource a 'Microsoft.Network/privateEndpoints@2024-01-01' = [for name in ['b', 'c']: {\n  name: name\n}]", nameof(TemplateRules.AtOnce))]
    [InlineData("resource a 'Microsoft.Web/sites/config@2024-11-01' = {\n  name: 'a/web'\n}\nresource b 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {\n  name: 'a/ftp'\n}", nameof(TemplateRules.WrittenTogether))]
    [InlineData("resource a 'Microsoft.Web/sites/config@2024-11-01' = {\n  name: 'a/web'\n}\nresource b 'Microsoft.Resources/deployments@2024-03-01' = {\n  name: 'b'\n  properties: {\n    mode: 'Incremental'\n    template: {\n      resources: {\n        site: {\n          existing: true\n          type: 'Microsoft.Web/sites'\n        }\n        binding: {\n          type: 'Microsoft.Web/sites/hostNameBindings'\n        }\n      }\n    }\n  }\n}", nameof(TemplateRules.WrittenTogether))]
    public void A_rule_finds_a_violation(string text, string rule)
    {
        var template = BicepCompiler.BuildText(text);
        var found = rule switch
        {
            nameof(TemplateRules.Undescribed) => TemplateRules.Undescribed(template),
            nameof(TemplateRules.SecretOutputs) => TemplateRules.SecretOutputs(template),
            nameof(TemplateRules.TimeDependent) => TemplateRules.TimeDependent(template),
            nameof(TemplateRules.SharedRoles) => TemplateRules.SharedRoles(template),
            nameof(TemplateRules.AtTheRoot) => TemplateRules.AtTheRoot(template),
            nameof(TemplateRules.AtOnce) => TemplateRules.AtOnce(template),
            nameof(TemplateRules.WrittenTogether) => TemplateRules.WrittenTogether(template),
            nameof(TemplateRules.RepeatedBindings) => TemplateRules.RepeatedBindings(template),
            _ => TemplateRules.Early(template),
        };

        Assert.NotEmpty(found);
    }
}
