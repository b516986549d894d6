using System.Text.RegularExpressions;
using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Infra.Tests.Rules;
using Wijkmonitor.Local;

namespace Wijkmonitor.Infra.Tests;

/// <summary>The pages for administrators say what the templates need of them, and promise no more than the templates make.</summary>
public sealed partial class PageTests
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
        Assert.Contains("api://11111111-1111-1111-1111-111111111111", SignIn.GetArray(Provider + "validation.allowedAudiences")
            .Select(audience => audience.GetString()));
        Assert.All(
            ["`requestedAccessTokenVersion` to 2", "`api://<application id>`", "for *Applications* too", "grant admin consent", "`callingApplications`"],
            words => Assert.Contains(words, section, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_describes_each_log_of_accesses()
    {
        var section = GetSection(Operations, "After an incident").ReplaceLineEndings(" ").Replace("   ", "", StringComparison.Ordinal);

        Assert.Equal(["StorageWrite", "StorageDelete"], GetLogged("blobServices"));
        Assert.Contains("`StorageBlobLogs` has what was written and deleted", section, StringComparison.Ordinal);
        Assert.Equal(["StorageDelete"], GetLogged("tableServices"));
        Assert.Contains("`StorageTableLogs` what was deleted only", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_containers_with_a_policy_are_called_protected_from_overwriting() => Assert.DoesNotContain(
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
    [InlineData("asuid.<domain>")]
    [InlineData("signInSecretUri")]
    [InlineData("dataRedundancy")]
    public void A_move_to_another_region_lists_new_and_remaining_resources(string name) =>
        Assert.Contains($"`{name}`", GetSection(Operations, "Backup, restore, another region"), StringComparison.Ordinal);

    // What stays as it was in the parameter file would leave the new environment without a policy, or ask for a certificate for a name that points elsewhere.
    [Theory]
    [InlineData("budgetFrom")]
    [InlineData("policyIsLocked = false")]
    [InlineData("customDomain = ''")]
    [InlineData("addressSpace")]
    [InlineData("dnsZoneIds")]
    public void A_move_to_another_region_names_the_parameters_to_change_first(string value) =>
        Assert.Contains($"`{value}`", GetStep(GetSection(Operations, "Backup, restore, another region"), 1), StringComparison.Ordinal);

    // Only the timers stop; what comes in by HTTP after the copy would be left behind.
    [Fact]
    public void A_move_to_another_region_leaves_no_decision_behind()
    {
        var section = GetSection(Operations, "Backup, restore, another region");

        Assert.Contains("nobody\n   delivers, confirms, withdraws or settles there", GetStep(section, 2), StringComparison.Ordinal);
        Assert.Contains("copy and rebuild once more", GetStep(section, 4), StringComparison.Ordinal);
        Assert.Contains("must be empty before the first copy", GetSection(Operations, "Copy between accounts", "\n### "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_to_another_region_locks_the_policy_there_too() =>
        Assert.Matches("Lock the policy there too, after step 3, and set `policyIsLocked = true`", GetSection(Operations, "Backup, restore, another region"));

    [Fact]
    public void A_policy_that_is_locked_has_a_value_of_its_own()
    {
        Assert.Contains("`policyIsLocked = true`", GetSection(Readme, "What an administrator sets once"), StringComparison.Ordinal);
        Assert.Contains("`policyIsLocked = true`", GetSection(Operations, "Upgrade and rollback"), StringComparison.Ordinal);
        Assert.DoesNotContain("immutableDays = 0", Readme + Operations, StringComparison.Ordinal);
    }

    // Sign-in on an address that the registration does not know fails with AADSTS50011.
    [Fact]
    public void Every_address_that_people_sign_in_at_is_registered_before_it_is_used()
    {
        var domain = GetSection(Readme, "A domain of your own");

        Assert.Contains("`https://<address>/.auth/login/aad/callback`", GetSection(Readme, "Sign-in"), StringComparison.Ordinal);
        Assert.InRange(domain.IndexOf("`https://<domain>/.auth/login/aad/callback`", StringComparison.Ordinal), 0,
            domain.IndexOf("`customDomain`", StringComparison.Ordinal));
        Assert.Contains("`https://<address>/.auth/login/aad/callback`", GetStep(GetSection(Operations, "Backup, restore, another region"), 5),
            StringComparison.Ordinal);
    }

    // The lock on the data account refuses to have a role there taken away.
    [Theory]
    [InlineData("Rebuilding the tables (replay)")]
    [InlineData("Verify tables against the archive")]
    [InlineData("Retention and removal")]
    public void A_role_on_the_data_for_a_while_is_that_of_a_group(string heading)
    {
        Assert.Contains("](#permissions)", GetSection(Operations, heading), StringComparison.Ordinal);
        Assert.Matches("`keep-the-data` refuses(.|\n)*\\*\\*an empty\\s+group", GetSection(Operations, "Permissions"));
        Assert.DoesNotMatch("Storage Blob Data Owner\\* on the account, which nobody has by default, and", Operations);
    }

    // Sessions last for hours, and several people have a role: the sign-ins give those whom it may have been.
    [Fact]
    public void Sign_ins_are_said_to_name_callers_and_not_deciders()
    {
        var section = GetSection(Operations, "Audit log");

        Assert.Equal("08:00:00", SignIn.GetText("properties.login.cookieExpiration.timeToExpiration"));
        Assert.Equal("FixedTime", SignIn.GetText("properties.login.cookieExpiration.convention"));
        Assert.Matches("lasts\\s+eight hours", section);
        Assert.Contains("between (entry - 9h .. entry)", section, StringComparison.Ordinal);
        Assert.All(
            ["SigninLogs", "AADNonInteractiveUserSignInLogs", "AADServicePrincipalSignInLogs", "AADManagedIdentitySignInLogs", "AppId == monitor",
                "seven days", "thirty"],
            words => Assert.Contains(words, section, StringComparison.Ordinal));
        Assert.DoesNotMatch("leads? to (a|no) person", string.Join('\n', BicepCompiler.GetFiles(".bicep").Select(File.ReadAllText)) + Readme + Operations);
    }

    [Fact]
    public void Text_that_people_write_into_permanent_records_is_marked_as_their_own_words()
    {
        Assert.All(["`reason`", "`byRole`", "refused with 400", "cannot be removed"], words =>
            Assert.Contains(words, GetSection(Operations, "Audit log"), StringComparison.Ordinal));
        Assert.Contains("`reason` and `byRole`", GetSection(Operations, "Retention and removal"), StringComparison.Ordinal);
        Assert.DoesNotContain("They name no person", Operations, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_started_by_hand_may_be_ended_midway() =>
        Assert.All(["ended midway", "Nothing is lost", "event 160", "`Ingest__RunMinutes` to a few minutes"], words =>
            Assert.Contains(words, GetSection(Operations, "timer-not-run", "\n### "), StringComparison.Ordinal));

    // A stopped app on Flex Consumption has been seen to run on.
    [Fact]
    public void An_app_that_lets_anybody_in_is_closed_to_all_and_not_stopped()
    {
        var step = GetStep(GetSection(Operations, "After an incident"), 1);

        Assert.Contains("""az rest --method patch --url "https://management.azure.com/""", step, StringComparison.Ordinal);
        Assert.Contains("""--body '{"properties":{"publicNetworkAccess":"Disabled"}}'""", step, StringComparison.Ordinal);
        Assert.Contains("/api/v1/health/live` from outside", step, StringComparison.Ordinal);
        Assert.DoesNotContain("stop the app", step, StringComparison.Ordinal);
        Assert.Equal("Enabled", Scenarios.Get(Scenarios.Minimal).Site.GetText("properties.publicNetworkAccess"));
        Assert.Contains("`isClosed = true`", step, StringComparison.Ordinal);
        Assert.Contains("After an incident", File.ReadAllText(Path.Combine(BicepCompiler.Folder, "smoke-test")), StringComparison.Ordinal);
    }

    // The site that packages are deployed by is closed with the app.
    [Fact]
    public void A_deployment_does_not_reach_an_app_that_is_closed() => Assert.Matches(
        "neither a package nor the smoke test reaches(.|\n)*`isClosed` away in one commit", GetStep(GetSection(Operations, "After an incident"), 1));

    // An alert that waits for what never was fires before the first night.
    [Fact]
    public void An_alert_that_comes_by_itself_on_the_first_day_is_said_to()
    {
        var absent = Scenarios.Get(Scenarios.InProduction).WithType("Microsoft.Insights/scheduledQueryRules")
            .Where(alert => alert.GetArray("properties.criteria.allOf")[0].GetProperty("operator").GetString() == "LessThan")
                .Select(alert => alert.GetText("properties.displayName")!).ToList();

        Assert.Equal(["timer-not-run", "nightly-not-run"], absent);
        Assert.All(absent, name => Assert.Contains(name, GetStep(GetSection(Operations, "First hour"), 4), StringComparison.Ordinal));
    }

    // In the log of Application Insights itself the tables have their former names (traces, exceptions): https://learn.microsoft.com/azure/azure-monitor/app/convert-classic-resource
    [Fact]
    public void The_log_is_asked_where_its_tables_have_the_names_that_alerts_use()
    {
        var runbook = GetSection(Operations, "Runbook").ReplaceLineEndings(" ");
        var queries = Scenarios.Get(Scenarios.InProduction).WithType("Microsoft.Insights/scheduledQueryRules")
            .Select(alert => alert.GetArray("properties.criteria.allOf")[0].GetProperty("query").GetString()!);

        Assert.Contains("`log-wijkmonitor-<organisation>-<environment>`", runbook, StringComparison.Ordinal);
        Assert.Contains("`union AppTraces, AppExceptions | where toint(Properties.EventId) == 122`", runbook, StringComparison.Ordinal);
        Assert.Contains(queries, query => query.Contains("union isfuzzy=true AppTraces, AppExceptions", StringComparison.Ordinal) && query.Contains("toint(Properties.EventId)", StringComparison.Ordinal));
        Assert.Equal("log-wijkmonitor-example-production", Scenarios.Get(Scenarios.InProduction).WithType("Microsoft.OperationalInsights/workspaces").Single().Name);
    }

    // The age of an earlier version counts from when it was written, and not from when it was replaced.
    [Fact]
    public void The_recovery_period_of_a_removed_file_has_a_minimum_and_a_maximum()
    {
        var days = Scenarios.Get(Scenarios.Minimal).WithType("Microsoft.Storage/storageAccounts/managementPolicies").Single()
            .GetArray("properties.policy.rules")
            .Select(rule => rule.GetProperty("definition").GetProperty("actions")).Single(actions => actions.TryGetProperty("version", out _))
            .GetProperty("version").GetProperty("delete").GetProperty("daysAfterCreationGreaterThan").GetInt32();

        Assert.Equal(1, days);
        Assert.Contains("at least `softDeleteDays` (30 unless set), and for up to two days more", GetSection(Operations, "Retention and removal"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("32 days", Operations, StringComparison.Ordinal);
        Assert.Contains("at least `softDeleteDays` and up to two days more", File.ReadAllText(RepositoryFolder.File("docs", "security.md")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vouches for the app"), InlineData("`policyIsLocked`")]
    [InlineData("started by hand is ended midway"), InlineData("`publicNetworkAccess`")]
    [InlineData("`Standard_GZRS`"), InlineData("config-zip")]
    [InlineData("waits until the app gives the identity of the package"), InlineData("the query on sign-ins")]
    [InlineData("the eight hours of the template"), InlineData("removed under its lock")]
    [InlineData("`storage-refused`"), InlineData("while the workspace is full")]
    [InlineData("`@onlyIfNotExists`"), InlineData("`--permanent-delete`")]
    [InlineData("places that the outside check asks from"), InlineData("the alerts `slow` and `log-full`")]
    [InlineData("`what-if` says of roles"), InlineData("whether a plan is complete")]
    [InlineData("an Application Insights that takes no keys")]
    [InlineData("the budget in a subscription that is new, and once more in a later month"), InlineData("between closed accounts")]
    [InlineData("whether object replication reaches an account that is closed"), InlineData("*Always Ready Function Execution Count*")]
    [InlineData("`az storage account migration start`"), InlineData("`az functionapp keys set` and `az functionapp stop`")]
    [InlineData("`sign-ins.bicep` at the root of the tenant, and the raising of access"), InlineData("`--validation-level ProviderNoRbac`")]
    [InlineData("given in the deployment that makes them (`administrator.bicep`)")]
    [InlineData("a second deployment over a policy that is not locked"), InlineData("a container in an account with versions")]
    [InlineData("how long a replay takes on a storage account"), InlineData("how far above `logGigabytesPerDay`")]
    [InlineData("`logDays` above 90"), InlineData("requests of `health/ready`")]
    [InlineData("a deployment with `zoneRedundant` is refused"), InlineData("`UsedCapacity` has a value in each hour")]
    [InlineData("`WEBSITE_SITE_NAME`"), InlineData("these two alerts count its rows")]
    public void Unchecked_facts_are_listed_on_the_page(string words) => Assert.Contains(words, GetSection(Readme, "Not checked"), StringComparison.Ordinal);

    // The account that is copied to reads from the other one itself, which it may only by an endpoint in its own network.
    [Fact]
    public void A_copy_between_closed_accounts_goes_by_an_endpoint_of_each_in_one_network()
    {
        var section = GetSection(Operations, "Copy between accounts", "\n### ");
        var made = BicepCompiler.Predict("copy", $"""
            using '{BicepCompiler.GetPathFromTemporaryFolder("copy-endpoint.bicep")}'
            param environment = 'production'
            param organisation = 'example'
            param owner = 'owner'
            param costCenter = 'center'
            param accountId = '/subscriptions/00000000-0000-0000-0000-000000000009/resourceGroups/rg-old/providers/Microsoft.Storage/storageAccounts/stwmold'
            """);
        var endpoint = Assert.Single(made.Resources);
        var inNetwork = Scenarios.Get(Scenarios.Everything).WithType("Microsoft.Network/privateEndpoints").Select(other => other.GetText("properties.subnet.id")).Distinct();

        Assert.Equal("pep-copy-example-production", endpoint.Name);
        Assert.Equal(Assert.Single(inNetwork), endpoint.GetText("properties.subnet.id"));
        Assert.Contains("storageAccounts/stwmold", endpoint.GetText("properties.privateLinkServiceConnections"), StringComparison.Ordinal);
        Assert.Empty(new[] { "Untagged", "Misnamed", "Unreleased" }.SelectMany(rule => DeploymentRules.Find(rule, made.Resources)));
        Assert.All(
            ["`CannotVerifyCopySource`", "**one network has an endpoint of each account**", "--template-file infra/copy-endpoint.bicep", "`/etc/hosts`", "--overwrite=false", "az lock delete --name keep-the-data",
                "az network private-endpoint delete --resource-group <new resource group> --name pep-copy-<organisation>-production", "download and upload"],
            words => Assert.Contains(words, section, StringComparison.Ordinal));
        Assert.All([GetStep(GetSection(Operations, "Backup, restore, another region"), 3), Operations[..Operations.IndexOf("To restore after a loss", StringComparison.Ordinal)]], text => Assert.Contains("](#copy-between-accounts)", text, StringComparison.Ordinal));
        Assert.DoesNotContain("a machine that reaches both accounts", Operations, StringComparison.Ordinal);
    }

    // Timers that are switched off on purpose are missed all the same.
    [Fact]
    public void Alerts_that_a_procedure_sets_off_are_named_in_it()
    {
        Assert.All(["timer-not-run", "nightly-not-run", "not-ready"], name =>
        {
            Assert.Contains(name, GetStep(GetSection(Operations, "Rebuilding the tables (replay)"), 1), StringComparison.Ordinal);
            Assert.Contains(name, GetStep(GetSection(Operations, "Backup, restore, another region"), 2), StringComparison.Ordinal);
        });
        Assert.Contains("`isClosed`", GetSection(Operations, "not-ready", "\n### ").Split("\n### ")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_environment_without_a_budget_knows_what_warns_of_costs()
    {
        var section = GetSection(Readme, "The budget");

        Assert.All(["`monthlyBudget = 0`", "48 hours", "Start date of budgets cannot be updated", "nothing warns of the cost as a whole", "`log-full`", "`storage-growing`", "](#not-checked)"], words => Assert.Contains(words, section, StringComparison.Ordinal));
        Assert.Contains("monthlyBudget is 0 in a subscription of less than two days", GetSection(Readme, "Quick start"), StringComparison.Ordinal);
    }

    // The mode is set by the deployment, and the package that fits it comes after.
    [Fact]
    public void Turning_sign_in_on_or_off_is_said_to_interrupt_the_app() =>
        Assert.All(["answers nobody", "run it again", "former `signInClientId`"], words => Assert.Contains(words, GetSection(Readme, "Sign-in"), StringComparison.Ordinal));

    [Fact]
    public void A_role_that_is_not_known_yet_is_tried_again() => Assert.Contains("RoleDefinitionDoesNotExist*, run it again", GetSection(Readme, "What an administrator sets once"), StringComparison.Ordinal);

    [Fact]
    public void A_daily_limit_of_logs_is_not_said_to_be_a_maximum() =>
        Assert.DoesNotMatch("(at most|up to|maximum of)[^.]*`?logGigabytesPerDay|at most, for logs", Operations + Readme + File.ReadAllText(RepositoryFolder.File("CHANGELOG.md")).Split("\n## [")[1]);

    // Who deploys the app can let it do what it may do: what that leaves behind is looked for after an incident.
    [Fact]
    public void Traces_of_a_hostile_deployment_are_in_the_threat_model_and_looked_for()
    {
        var step = GetStep(GetSection(Operations, "After an incident"), 1);
        var threats = GetSection(File.ReadAllText(RepositoryFolder.File("docs", "security.md")), "The package and its parts");

        Assert.All(["ederated credential", "key"], words => Assert.All([step, threats], text => Assert.Contains(words, text, StringComparison.Ordinal)));
        Assert.Contains("](security.md#the-package-and-its-parts)", step, StringComparison.Ordinal);
        Assert.Contains("id-wijkmonitor-<organisation>-production", step, StringComparison.Ordinal);
        Assert.Contains("**remains**", threats, StringComparison.Ordinal);
        Assert.Contains("Storage accounts should prevent shared key access", threats, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> GetLogged(string service) => Scenarios.Get(Scenarios.Minimal).WithType("Microsoft.Insights/diagnosticSettings")
        .Single(setting => setting.Id.Contains($"/{service}/", StringComparison.Ordinal)).GetArray("properties.logs").Select(log => log.GetProperty("category").GetString());

    private static string GetStep(string section, int number)
    {
        var step = section[section.IndexOf($"\n{number}. ", StringComparison.Ordinal)..];
        var end = NextStep().Match(step, 1);
        return end.Success ? step[..end.Index] : step;
    }

    private static string GetSection(string page, string heading, string level = "\n## ")
    {
        var section = page[(page.IndexOf(level + heading + "\n", StringComparison.Ordinal) + level.Length)..];
        var end = section.IndexOf("\n## ", StringComparison.Ordinal);
        return end < 0 ? section : section[..end];
    }

    [GeneratedRegex("\n([0-9]+\\. |\n)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextStep();
}
