using Wijkmonitor.Infra.Tests.Bicep;
using Wijkmonitor.Infra.Tests.Rules;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Infra.Tests;

/// <summary>The templates that an administrator deploys once give no more than they say.</summary>
public sealed class AdministratorTests
{
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";
    private const string Assignments = "Microsoft.Authorization/roleAssignments";
    private const string Owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    private const string Contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";
    private const string AccessAdministrator = "f58310d9-a9f6-439a-9e8d-f62e7b41a168";

    private static readonly Lazy<Deployment> Predicted = new(() => Scenarios.PredictAdministrator("""
        param subjectPrefix = 'repo:example@123/monitor@456'
        param dataTeams = [
          { groupId: '33333333-3333-3333-3333-333333333333', datasets: ['kwb', 'ses-woa'] }
          { groupId: '44444444-4444-4444-4444-444444444444', datasets: ['areas'] }
        ]
        """));

    private static IEnumerable<DeployedResource> Roles => Predicted.Value.WithType(Assignments);

    [Theory]
    [InlineData("Untagged")]
    [InlineData("Misnamed")]
    [InlineData("Unreleased")]
    public void A_rule_of_all_deployments_holds(string rule) => Assert.Empty(DeploymentRules.Find(rule, Predicted.Value.Resources));

    [Fact]
    public void Nothing_is_given_that_was_not_asked_for()
    {
        var minimal = Scenarios.PredictAdministrator("");

        Assert.Equal(["Microsoft.Authorization/locks"], minimal.Resources.Select(resource => resource.Type));
    }

    [Fact]
    public void The_data_cannot_be_deleted_by_mistake()
    {
        var locked = Predicted.Value.WithType("Microsoft.Authorization/locks").Single();

        Assert.Equal("CanNotDelete", locked.GetText("properties.level"));
        Assert.Contains("/storageAccounts/stwmexampledata/", locked.Id, StringComparison.Ordinal);
    }

    // A repository that was made or renamed since 15 July 2026 has numbers in its subject.
    [Theory]
    [InlineData("repo:example/monitor")]
    [InlineData("repo:example@123/monitor@456")]
    public void Only_jobs_of_the_environment_deploy_and_only_jobs_of_its_plan_ask(string prefix) => Assert.Equal(
        [$"id-wijkmonitor-deploy-example-production: {prefix}:environment:production",
            $"id-wijkmonitor-plan-example-production: {prefix}:environment:production-plan"],
        Scenarios.PredictAdministrator($"param subjectPrefix = '{prefix}'")
            .WithType("Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials")
            .Select(credential => $"{credential.Name.Split('/')[0]}: {credential.GetText("properties.subject")}"));

    // Who may change an identity can add a credential of their own to it, and sign in as it past the reviewers on GitHub.
    [Fact]
    public void Deploying_identities_have_no_role_in_their_own_resource_group()
    {
        var identities = Predicted.Value.WithType("Microsoft.ManagedIdentity/userAssignedIdentities").ToList();

        Assert.Equal(2, identities.Count);
        Assert.All(identities, identity => Assert.Equal("rg-example-deployers", identity.Group));
        Assert.All(Roles, role => Assert.Equal("rg-example", role.Group));
    }

    [Fact]
    public void The_identity_that_plans_a_deployment_cannot_change_anything()
    {
        var asking = CustomRole("what-if");
        var roles = Roles.Where(role => role.GetText("properties.principalId")!.Contains("-plan-", StringComparison.Ordinal)).Select(GetRole);

        Assert.Equal(["acdd72a7-3385-48ef-bd42-f606fba81ae7", asking.Name], roles);
        Assert.All(asking.GetArray("properties.permissions")[0].GetProperty("actions").EnumerateArray(), action =>
            Assert.Matches("/(whatIf|validate)/action$", action.GetString()!));
    }

    [Fact]
    public void The_identity_that_deploys_gives_the_roles_of_the_templates_to_services_and_nothing_else()
    {
        Assert.Contains(Roles, role => GetRole(role) == Contributor);
        var condition = GetCondition(Roles.Single(role => GetRole(role) == AccessAdministrator));

        Assert.All(DeploymentRules.GrantedRoles, role => Assert.True(MayChange("write", role, "ServicePrincipal")
            && MayChange("delete", role, "ServicePrincipal")));
        Assert.All([Owner, Contributor, AccessAdministrator], role =>
            Assert.False(MayChange("write", role, "ServicePrincipal") || MayChange("delete", role, "ServicePrincipal")));
        Assert.All(["User", "Group"], kind => Assert.False(MayChange("write", DeploymentRules.GrantedRoles.First(), kind)));

        bool MayChange(string action, string role, string kind)
        {
            var source = action == "write" ? "Request" : "Resource";
            return condition.Allows($"{Assignments}/{action}", null, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [$"{source}[{Assignments}:RoleDefinitionId]"] = role,
                [$"{source}[{Assignments}:PrincipalType]"] = kind,
            });
        }
    }

    [Fact]
    public void A_data_team_has_its_folders_in_three_containers()
    {
        var team = Roles.Where(role => role.GetText("properties.principalId") == "33333333-3333-3333-3333-333333333333").ToList();

        Assert.Equal(["inbox", "rejected", "pending"], team.Select(role => role.Id.Split("/containers/")[1].Split('/', '\'')[0]));
        Assert.Equal([CustomRole("data team").Name, "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"], team.Select(GetRole));
        Assert.All(team, role => Assert.Equal("2.0", role.GetText("properties.conditionVersion")));
    }

    // A deployment removes no role, and the lock refuses to have one removed: the page says how.
    [Fact]
    public void The_role_of_a_former_data_team_is_removed_with_the_lock_lifted()
    {
        var readme = File.ReadAllText(Path.Combine(BicepCompiler.Folder, "README.md"));
        var containers = Roles.Where(role => role.GetText("properties.principalType") == "Group")
            .Select(role => role.Id.Split("/containers/")[1].Split('/', '\'')[0]).Distinct();

        Assert.Contains($"az lock delete --name {Predicted.Value.WithType("Microsoft.Authorization/locks").Single().Name} ", readme, StringComparison.Ordinal);
        Assert.Contains($"for container in {string.Join(' ', containers)}; do\n  az role assignment delete ", readme, StringComparison.Ordinal);
    }

    // A condition on paths holds for files only: what a role may do with a container, it may do with that of all teams.
    [Fact]
    public void A_data_team_may_do_nothing_with_a_container_itself()
    {
        var permissions = Assert.Single(CustomRole("data team").GetArray("properties.permissions"));

        Assert.Equal("[]", permissions.GetProperty("actions").GetRawText());
        Assert.Equal(["add/action", "delete", "read", "write"], permissions.GetProperty("dataActions").EnumerateArray()
            .Select(action => action.GetString()!.Replace(Blobs + "/", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("read", "kwb/2024.csv", true)]
    [InlineData("write", "ses-woa/2024.csv", true)]
    [InlineData("add/action", "kwb/2024.csv", true)]
    [InlineData("delete", "kwb/2024.csv", true)]
    [InlineData("move/action", "kwb/2024.csv", true)]
    [InlineData("read", "areas/2024.csv", false)]
    [InlineData("write", "areas/2024.csv", false)]
    [InlineData("add/action", "areas/2024.csv", false)]
    [InlineData("delete", "areas/2024.csv", false)]
    [InlineData("move/action", "areas/2024.csv", false)]
    [InlineData("read", "kwb-2/2024.csv", false)]
    public void A_data_team_reaches_the_files_of_its_datasets_and_no_others(string action, string path, bool isAllowed) => Assert.Equal(
        isAllowed,
        TeamCondition().Allows($"{Blobs}/{action}", null, new Dictionary<string, string>(StringComparer.Ordinal) { [$"Resource[{Blobs}:path]"] = path }));

    [Theory]
    [InlineData("kwb/", true)]
    [InlineData("kwb/2024/", true)]
    [InlineData("areas/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_data_team_lists_its_own_folders_only(string? prefix, bool isAllowed)
    {
        var attributes = prefix is null ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { [$"Request[{Blobs}:prefix]"] = prefix };

        Assert.Equal(isAllowed, TeamCondition().Allows($"{Blobs}/read", "Blob.List", attributes));
    }

    // A module at the root of the tenant takes rights there, which an administrator of a subscription does not have.
    [Fact]
    public void Only_the_sign_ins_are_deployed_at_the_root_of_the_tenant()
    {
        var signIns = BicepCompiler.Build(Path.Combine(BicepCompiler.Folder, "sign-ins.bicep"));

        Assert.Contains("/tenantDeploymentTemplate.json#", signIns.Text, StringComparison.Ordinal);
        Assert.Equal(["microsoft.aadiam/diagnosticSettings"], signIns.Resources.Select(resource => resource.Type));
        Assert.All(["main.bicep", "administrator.bicep"], template =>
            Assert.Empty(TemplateRules.AtTheRoot(BicepCompiler.Build(Path.Combine(BicepCompiler.Folder, template)))));
    }

    // A program calls with a registration or a managed identity of its own.
    [Fact]
    public void Sign_ins_of_people_and_of_all_programs_are_collected() => Assert.Equal(
        ["ManagedIdentitySignInLogs", "NonInteractiveUserSignInLogs", "ServicePrincipalSignInLogs", "SignInLogs"],
        BicepCompiler.Build(Path.Combine(BicepCompiler.Folder, "sign-ins.bicep")).Resources.Single().Json.GetProperty("properties").GetProperty("logs")
            .EnumerateArray()
            .Where(log => log.GetProperty("enabled").GetBoolean()).Select(log => log.GetProperty("category").GetString()!).Order(StringComparer.Ordinal));

    // Sign-ins of the whole tenant are not for everybody who deploys, and have a limit and retention of their own.
    [Fact]
    public void Sign_ins_are_kept_apart_from_the_log_of_the_monitor()
    {
        var kept = Scenarios.PredictSignIns();
        var workspace = Assert.Single(kept.Resources);

        Assert.Empty(new[] { "Untagged", "Misnamed", "Unreleased", "UnboundedLog", "KeyedTelemetry" }.SelectMany(rule =>
            DeploymentRules.Find(rule, kept.Resources)));
        Assert.Equal("365", workspace.GetText("properties.retentionInDays"));
        Assert.Equal("false", workspace.GetText("properties.features.enableLogAccessUsingOnlyResourcePermissions"));
        Assert.DoesNotContain(workspace.Name, Scenarios.All.Concat([Predicted.Value]).SelectMany(deployment => deployment.Resources)
            .Select(resource => resource.Name));
        var call = PageCommand.All.Single(command => command.Text.Contains("infra/sign-ins.bicep", StringComparison.Ordinal)).Text;
        Assert.Contains("--resource-group rg-wijkmonitor-<organisation>-sign-ins --name sign-ins-workspace --query properties.outputs.workspaceId.value", call, StringComparison.Ordinal);
        Assert.DoesNotContain("production", call, StringComparison.Ordinal);
    }

    private static DeployedResource CustomRole(string name) =>
        Predicted.Value.WithType("Microsoft.Authorization/roleDefinitions")
            .Single(role => role.GetText("properties.roleName")!.Contains(name, StringComparison.Ordinal));

    private static RoleCondition TeamCondition() => GetCondition(
        Roles.First(role => role.GetText("properties.principalId") == "33333333-3333-3333-3333-333333333333"));

    private static RoleCondition GetCondition(DeployedResource role) => new(role.GetText("properties.condition")!);

    private static string GetRole(DeployedResource role) => role.GetText("properties.roleDefinitionId")!.Split('/')[^1];
}
