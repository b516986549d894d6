using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Infra.Tests.Rules;
using Wijkmonitor.Local;

namespace Wijkmonitor.Infra.Tests;

/// <summary>Deployments by the choices of an environment.</summary>
public sealed partial class EnvironmentTests
{
    private const string ZonesElsewhere = """
        param dnsZoneIds = {
          blob: '/subscriptions/00000000-0000-0000-0000-000000000009/resourceGroups/rg-names/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net'
          queue: '/subscriptions/00000000-0000-0000-0000-000000000009/resourceGroups/rg-names/providers/Microsoft.Network/privateDnsZones/privatelink.queue.core.windows.net'
          table: '/subscriptions/00000000-0000-0000-0000-000000000009/resourceGroups/rg-names/providers/Microsoft.Network/privateDnsZones/privatelink.table.core.windows.net'
        }
        """;

    [Fact]
    public void Sign_in_takes_its_own_package_and_mode()
    {
        var everything = Scenarios.Get(Scenarios.Everything);

        Assert.Equal("platform", everything.AppSettings["Security__Mode"]);
        Assert.Equal("app-sign-in", Output(everything, "package"));
        Assert.Equal("00000000-0000-0000-0000-000000000002", everything.AppSettings["WEBSITE_AUTH_AAD_ALLOWED_TENANTS"]);
        var signIn = Assert.Single(everything.WithType("Microsoft.Web/sites/config"));
        Assert.Equal("true", signIn.GetText("properties.platform.enabled"));
        Assert.Equal(
            ["11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"],
            signIn.GetArray("properties.identityProviders.azureActiveDirectory.validation.defaultAuthorizationPolicy.allowedApplications").Select(id => id.GetString()));
    }

    [Fact]
    public void Sign_in_proves_itself_by_the_identity_of_the_app_or_by_a_secret_in_Key_Vault()
    {
        const string Credential = "properties.identityProviders.azureActiveDirectory.registration.clientSecretSettingName";
        var everything = Scenarios.Get(Scenarios.Everything);
        var fallBack = Scenarios.Predict("secret", "test", """
            param signInClientId = '11111111-1111-1111-1111-111111111111'
            param signInSecretUri = 'https://kv-example.vault.azure.net/secrets/sign-in'
            """);

        Assert.Equal("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", everything.WithType("Microsoft.Web/sites/config").Single().GetText(Credential));
        Assert.Equal("MICROSOFT_PROVIDER_AUTHENTICATION_SECRET", fallBack.WithType("Microsoft.Web/sites/config").Single().GetText(Credential));
        Assert.Equal("@Microsoft.KeyVault(SecretUri=https://kv-example.vault.azure.net/secrets/sign-in)", fallBack.AppSettings["MICROSOFT_PROVIDER_AUTHENTICATION_SECRET"]);
        Assert.DoesNotContain("OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID", fallBack.AppSettings.Keys);
        Assert.Contains("/userAssignedIdentities/id-wijkmonitor-example-test", fallBack.Site.GetText("properties.keyVaultReferenceIdentity"),
            StringComparison.Ordinal);
        Assert.Empty(DeploymentRules.Names.SelectMany(rule => DeploymentRules.Find(rule, fallBack.Resources)));
    }

    [Fact]
    public void Without_sign_in_the_package_is_the_one_for_keys()
    {
        var minimal = Scenarios.Get(Scenarios.Minimal);

        Assert.Equal("keys", minimal.AppSettings["Security__Mode"]);
        Assert.Equal("app", Output(minimal, "package"));
        Assert.Equal("false", Assert.Single(minimal.WithType("Microsoft.Web/sites/config")).GetText("properties.platform.enabled"));
    }

    [Fact]
    public void Settings_of_an_environment_come_over_the_templates_own_and_never_over_the_platforms()
    {
        var settings = Scenarios.Get(Scenarios.Everything).AppSettings;

        Assert.Equal("https://example.org", settings["Api__AllowedOrigins"]);
        Assert.Equal("1000", settings["Ingest__MaxFileBytes"]);
        Assert.Equal("7", settings["Freshness__StaleAfterDays"]);
        Assert.Equal("rules/compass/example.json", settings["Rules__Compass"]);
        Assert.NotEqual("another", settings["AZURE_CLIENT_ID"]);
        Assert.Equal("platform", settings["Security__Mode"]);
        Assert.NotEqual("https://another", settings["DataStorage__blobServiceUri"]);
        Assert.Equal("http://collector:4318", settings["OTEL_EXPORTER_OTLP_ENDPOINT"]);
    }

    [Fact]
    public void Several_zones_keep_two_instances_of_each_group_ready()
    {
        var everything = Scenarios.Get(Scenarios.Everything);

        Assert.Equal(
            ["http 2", "function:ingest 2", "function:score 2"],
            everything.Site.GetArray("properties.functionAppConfig.scaleAndConcurrency.alwaysReady").Select(group => $"{group.GetProperty("name")} {group.GetProperty("instanceCount")}"));
        Assert.Equal("true", everything.WithType("Microsoft.Web/serverfarms").Single().GetText("properties.zoneRedundant"));
        Assert.Equal(["Standard_GZRS", "Standard_ZRS"], everything.WithType("Microsoft.Storage/storageAccounts")
            .Select(account => account.GetText("sku.name")));
        Assert.Empty(Scenarios.Get(Scenarios.Minimal).Site.GetArray("properties.functionAppConfig.scaleAndConcurrency.alwaysReady"));
    }

    [Fact]
    public void An_instance_for_the_runs_over_the_inbox_can_be_always_ready()
    {
        var warm = Scenarios.Predict("warm-ingest", "production", "param warmIngest = true");

        var group = Assert.Single(warm.Site.GetArray("properties.functionAppConfig.scaleAndConcurrency.alwaysReady"));
        Assert.Equal(("function:ingest", 1), (group.GetProperty("name").GetString(), group.GetProperty("instanceCount").GetInt32()));
    }

    // A new subscription, and some kinds of subscription, refuse a budget, and with it the whole deployment. One that exists stays.
    [Fact]
    public void A_deployment_without_a_budget_makes_none_and_changes_nothing_else()
    {
        const string Budgets = "Microsoft.Consumption/budgets";
        var without = Scenarios.Predict("no-budget", "production", "param monthlyBudget = 0");

        Assert.Empty(without.WithType(Budgets));
        Assert.Single(Scenarios.Get(Scenarios.InProduction).WithType(Budgets));
        Assert.Equal(
            Scenarios.Get(Scenarios.InProduction).Resources.Where(resource => resource.Type != Budgets).Select(resource => resource.Id),
            without.Resources.Select(resource => resource.Id));
    }

    [Fact]
    public void In_production_data_and_host_survive_the_loss_of_a_zone() => Assert.Equal(
        ["Standard_ZRS", "Standard_ZRS"],
        Scenarios.Get(Scenarios.InProduction).WithType("Microsoft.Storage/storageAccounts").Select(account => account.GetText("sku.name")));

    [Fact]
    public void An_environment_chooses_instances_and_their_memory()
    {
        var everything = Scenarios.Get(Scenarios.Everything);

        Assert.Equal("10", everything.Site.GetText("properties.functionAppConfig.scaleAndConcurrency.maximumInstanceCount"));
        Assert.Equal("4096", everything.Site.GetText("properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB"));
    }

    [Fact]
    public void Telemetry_of_host_and_worker_is_sent_with_the_identity()
    {
        var settings = Scenarios.Get(Scenarios.Minimal).AppSettings;

        Assert.Contains(";Authorization=AAD'", settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"], StringComparison.Ordinal);
        Assert.All(["APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID", "AzureWebJobsStorage__clientId"], name => Assert.NotEqual("", settings[name]));
        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
    }

    [Fact]
    public void Files_removed_from_a_file_container_are_deleted_permanently_and_records_are_kept()
    {
        var rules = Scenarios.Get(Scenarios.Minimal).WithType("Microsoft.Storage/storageAccounts/managementPolicies").Single()
            .GetArray("properties.policy.rules")
            .Select(rule => rule.GetProperty("definition")).ToList();

        Assert.Equal(["inbox/", "locks/", "pending/", "rejected/"], Prefixes("version"));
        Assert.Equal(["rejected/"], Prefixes("baseBlob"));

        IEnumerable<string?> Prefixes(string part) => rules
            .Where(rule => rule.GetProperty("actions").TryGetProperty(part, out var action) && action.TryGetProperty("delete", out _))
            .SelectMany(rule => rule.GetProperty("filters").GetProperty("prefixMatch").EnumerateArray()).Select(prefix => prefix.GetString())
                .Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_quick_start_registers_every_provider()
    {
        var readme = File.ReadAllText(Path.Combine(BicepCompiler.Folder, "README.md"));
        var registered = ProviderLoop().Match(readme).Groups["names"].Value.Split(' ').Select(name => "Microsoft." + name);

        // The network of a function app is delegated to Microsoft.App; action groups belong to Microsoft.Insights and what they send to AlertsManagement.
        var needed = Scenarios.All.SelectMany(deployment => deployment.Resources).Select(resource => resource.Type.Split('/')[0])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => name is not "Microsoft.Authorization").Concat(["Microsoft.App", "Microsoft.AlertsManagement"]);
        Assert.Equal(needed.Order(StringComparer.Ordinal), registered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_private_network_closes_storage_to_all_others()
    {
        var everything = Scenarios.Get(Scenarios.Everything);

        Assert.All(everything.WithType("Microsoft.Storage/storageAccounts"), account =>
        {
            Assert.Equal("Disabled", account.GetText("properties.publicNetworkAccess"));
            Assert.Equal("Deny", account.GetText("properties.networkAcls.defaultAction"));
        });
        Assert.Equal(6, everything.WithType("Microsoft.Network/privateEndpoints").Count());
        Assert.Equal(["10.99.0.0/26", "10.99.0.64/27"], everything.WithType("Microsoft.Network/virtualNetworks/subnets")
            .Select(subnet => subnet.GetText("properties.addressPrefix")));
    }

    [Fact]
    public void Zones_of_names_that_exist_elsewhere_are_used()
    {
        var deployment = Scenarios.Predict("zones", "test", "param privateNetwork = true\n" + ZonesElsewhere);

        Assert.Empty(deployment.WithType("Microsoft.Network/privateDnsZones"));
        Assert.Equal(["blob", "queue", "table"], GetZones(deployment).Select(zone => zone["/subscriptions/00000000-0000-0000-0000-000000000009/resourceGroups/rg-names/providers/Microsoft.Network/privateDnsZones/privatelink.".Length..].Split('.')[0]));
        Assert.Empty(GetUnlinkedZones(deployment));
    }

    // A network finds the names of a zone only by a link; without it the app gets the public addresses, which are closed.
    [Fact]
    public void Every_zone_of_names_that_is_used_is_linked_to_the_network()
    {
        Assert.Contains(Scenarios.MadeUp, deployment => GetZones(deployment).Any());
        Assert.All(Scenarios.MadeUp, deployment => Assert.Empty(GetUnlinkedZones(deployment)));
    }

    // When an environment moves to another region, the old one and the new one share the zones of the organisation for a while.
    [Fact]
    public void Two_environments_in_a_group_have_different_names_for_everything()
    {
        var shared = new[] { "rg-old", "rg-new" }.Select(group =>
            Scenarios.Predict("move", "production", "param privateNetwork = true\n" + ZonesElsewhere, group))
            .Select(deployment => deployment.Resources.Where(resource => resource.Group == "rg-names").Select(resource => resource.Id).ToList()).ToList();

        Assert.All(shared, ids => Assert.Equal(3, ids.Count));
        Assert.Empty(shared[0].Intersect(shared[1]));
    }

    [Fact]
    public void A_network_that_asks_servers_of_its_own_needs_no_links()
    {
        var deployment = Scenarios.Predict("servers", "test", "param privateNetwork = true\nparam dnsServers = ['10.0.0.4']\n" + ZonesElsewhere);

        Assert.Equal("10.0.0.4", Assert.Single(Network(deployment).GetArray("properties.dhcpOptions.dnsServers")).GetString());
        Assert.Empty(deployment.WithType("Microsoft.Network/privateDnsZones/virtualNetworkLinks"));
        Assert.Equal(3, GetZones(deployment).Count());
    }

    // A resolver in a hub does not know zones that are made here: the app would find the public addresses, which are closed.
    [Fact]
    public void A_network_that_asks_servers_of_its_own_needs_zones_that_they_know() => Assert.Contains(
        "dnsServers need dnsZoneIds",
        Assert.ThrowsAny<Exception>(() => Scenarios.Predict("servers-alone", "test", "param privateNetwork = true\nparam dnsServers = ['10.0.0.4']\n")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_domain_of_its_own_has_a_certificate_of_the_site()
    {
        var everything = Scenarios.Get(Scenarios.Everything);

        Assert.Equal("monitor.example.org", everything.WithType("Microsoft.Web/sites/certificates").Single().GetText("properties.canonicalName"));
        Assert.Contains(everything.WithType("Microsoft.Web/sites/hostNameBindings"), binding => binding.GetText("properties.sslState") == "SniEnabled");
        Assert.Equal("https://monitor.example.org", Output(everything, "address"));
    }

    [Fact]
    public void Records_are_immutable_for_as_long_as_an_environment_says()
    {
        Assert.Equal(
            ["audit 2557", "settlements 2557"],
            Scenarios.Get(Scenarios.InProduction).WithType("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies")
                .Select(policy => $"{policy.Name.Split('/')[^2]} {policy.GetText("properties.immutabilityPeriodSinceCreationInDays")}"));
        Assert.Empty(Scenarios.Get(Scenarios.Minimal).WithType("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"));
    }

    // Azure refuses to have a locked policy set again. Nothing else of the environment depends on it, and one that is new has its policy.
    [Fact]
    public void A_policy_that_is_locked_is_left_as_it_is()
    {
        const string Policies = "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies";
        var locked = Scenarios.Predict("locked", "production", "param policyIsLocked = true");

        Assert.Empty(locked.WithType(Policies));
        Assert.Equal(
            Scenarios.Get(Scenarios.InProduction).Resources.Where(resource => resource.Type != Policies).Select(resource => resource.Id),
            locked.Resources.Select(resource => resource.Id));
    }

    // The policy refuses to overwrite or remove a blob there: code that tried would fail in Azure, and in no emulator.
    [Fact]
    public void The_app_overwrites_and_removes_nothing_where_records_are_immutable()
    {
        var writers = Directory.EnumerateFiles(RepositoryFolder.File("src", "Wijkmonitor.Functions"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file))).Where(file => ImmutableContainer().IsMatch(file.Text)).ToList();

        Assert.Equal(["AuditLog.cs", "RecordMigration.cs", "SettlementStore.cs"], writers.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.All(writers, file => Assert.DoesNotMatch("Delete|SetMetadata|SetHttpHeaders|SetTags|OpenWrite|StartCopy|SyncCopy|CreateSnapshot", file.Text));
        Assert.All(
            writers.SelectMany(file => Upload().Matches(file.Text)).Select(match => match.Value)
                .Where(upload => !upload.StartsWith("marker.", StringComparison.Ordinal)),
            upload => Assert.Matches("IfNotExists|IfNoneMatch = ETag.All", upload));
    }

    // It is part of names that cannot be changed: nobody deploys with a word that was meant as an example.
    [Fact]
    public void No_file_of_values_has_a_word_for_the_organisation_that_is_nobodys() => Assert.All(
        BicepCompiler.GetFiles(".bicepparam"), file => Assert.DoesNotContain("organisation = 'example'", File.ReadAllText(file),
            StringComparison.OrdinalIgnoreCase));

    // Without a scope a partner or data team reaches nothing. A file that is filled in is its owner's.
    [Fact]
    public void An_example_with_sign_in_says_how_far_roles_reach() => Assert.All(
        BicepCompiler.GetFiles(".bicepparam").Select(File.ReadAllText).Where(text => text.Contains("signInClientId = '<", StringComparison.Ordinal)),
        text => Assert.Contains("Security__Scopes__0__Claim", text, StringComparison.Ordinal));

    // A file that is filled in is its owner's.
    [Fact]
    public void The_examples_of_acceptance_and_production_close_storage_to_other_networks() => Assert.All(
        BicepCompiler.GetFiles(".bicepparam").Select(File.ReadAllText)
            .Where(text => text.Contains("'<word>'", StringComparison.Ordinal) && !text.Contains("param environment = 'test'", StringComparison.Ordinal)),
        text => Assert.Contains("param privateNetwork = true", text, StringComparison.Ordinal));

    [Fact]
    public void Every_role_that_the_deploying_identity_may_give_is_needed() => Assert.Equal(
        DeploymentRules.GrantedRoles,
        Scenarios.Get(Scenarios.Minimal).WithType("Microsoft.Authorization/roleAssignments")
            .Select(role => role.GetText("properties.roleDefinitionId")!.Split('/')[^1]).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void The_containers_are_those_of_the_app()
    {
        var ofApp = new Containers(new BlobServiceClient("UseDevelopmentStorage=true")).All.Select(container => container.Name);
        var made = Scenarios.Get(Scenarios.Minimal).WithType("Microsoft.Storage/storageAccounts/blobServices/containers")
            .Where(container => container.Name.Contains("data/", StringComparison.Ordinal));

        Assert.Equal(ofApp.Order(StringComparer.Ordinal), made.Select(container => container.Name.Split('/')[^1]).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("^for provider in (?<names>.+); do$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ProviderLoop();

    [GeneratedRegex(@"containers\.(Audit|Settlements)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ImmutableContainer();

    [GeneratedRegex(@"\S+UploadAsync\([^;]*;", RegexOptions.NonBacktracking)]
    private static partial Regex Upload();

    private static IEnumerable<string> GetZones(Deployment deployment) => deployment.WithType("Microsoft.Network/privateEndpoints/privateDnsZoneGroups")
        .Select(group => group.GetArray("properties.privateDnsZoneConfigs")[0].GetProperty("properties").GetProperty("privateDnsZoneId").GetString()!)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> GetUnlinkedZones(Deployment deployment) => GetZones(deployment).Where(zone => !deployment
        .WithType("Microsoft.Network/privateDnsZones/virtualNetworkLinks")
        .Any(link => IsIn(link, zone) && link.GetText("properties.virtualNetwork.id") == Network(deployment).Id));

    // The id of a zone that is made here is an expression, in which its name is one too: the compiler leaves it to Azure what storage is called there.
    private static bool IsIn(DeployedResource link, string zone)
    {
        const string Type = "'Microsoft.Network/privateDnsZones', ";
        return zone.StartsWith('/')
            ? link.Id.StartsWith(zone + "/virtualNetworkLinks/", StringComparison.Ordinal)
            : link.Id.Contains(zone[(zone.IndexOf(Type, StringComparison.Ordinal) + Type.Length)..^")]".Length], StringComparison.Ordinal);
    }

    private static DeployedResource Network(Deployment deployment) => deployment.WithType("Microsoft.Network/virtualNetworks").Single();

    private static string? Output(Deployment deployment, string name) => deployment.Outputs.GetProperty(name).GetString();
}
