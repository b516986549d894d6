using System.Text.RegularExpressions;

namespace Wijkmonitor.Infra.Tests;

/// <summary>Rules for every template. Each rule gives the places that break it, so that it can be shown to fail as well.</summary>
public static partial class TemplateRules
{
    private static readonly string[] Functions =
    [
        "allowed", "az", "description", "empty", "flatten", "guid", "indexOf", "last", "map", "maxLength", "maxValue", "minLength", "minValue",
        "resourceGroup", "secure", "split", "string", "subscriptionResourceId", "take", "tenant", "union", "uniqueString", "utcNow",
    ];

    // What has no tags of its own in Azure.
    private static readonly string[] Untaggable =
    [
        "Microsoft.Authorization/roleAssignments", "Microsoft.Consumption/budgets", "Microsoft.Insights/diagnosticSettings",
        "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "Microsoft.Network/virtualNetworks/subnets",
        "Microsoft.Storage/storageAccounts/blobServices", "Microsoft.Storage/storageAccounts/blobServices/containers",
        "Microsoft.Storage/storageAccounts/managementPolicies", "Microsoft.Storage/storageAccounts/tableServices",
        "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "Microsoft.Web/sites/config", "Microsoft.Web/sites/hostNameBindings",
    ];

    // https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-abbreviations; what is named by others (a domain, a zone) is not in it,
    // and the names of storage accounts are given by main.bicep.
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["Microsoft.Insights/actionGroups"] = "ag-",
        ["Microsoft.Insights/components"] = "appi-",
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = "id-",
        ["Microsoft.Network/networkSecurityGroups"] = "nsg-",
        ["Microsoft.Network/privateEndpoints"] = "pep-",
        ["Microsoft.Network/virtualNetworks"] = "vnet-",
        ["Microsoft.Network/virtualNetworks/subnets"] = "snet-",
        ["Microsoft.OperationalInsights/workspaces"] = "log-",
        ["Microsoft.Web/serverfarms"] = "asp-",
        ["Microsoft.Web/sites"] = "func-",
    };

    /// <summary>Resources whose name does not start as their type is abbreviated.</summary>
    public static IEnumerable<string> Misnamed(BicepFile file) => file.Resources
        .Where(resource => !resource.Existing && Abbreviations.TryGetValue(resource.Type, out var start) && !resource.Values["name"].StartsWith('\'' + start, StringComparison.Ordinal))
        .Select(resource => $"{file.Name}:{resource.Line}: {resource.Values["name"]}");

    /// <summary>Whether a value is an id of Azure, as roles have.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>The id in a value.</summary>
    public static string IdIn(string text) => Id().Match(text).Groups["id"].Value;

    /// <summary>Places that are no Bicep.</summary>
    public static IEnumerable<string> SyntaxErrors(BicepFile file) => file.Errors.Select(error => $"{file.Name}:{error.Line}: {error.Text}");

    /// <summary>Names that are used and not declared.</summary>
    public static IEnumerable<string> Undeclared(BicepFile file) => file.References
        .Where(reference => !file.Declared.Contains(reference.Name, StringComparer.Ordinal) && !Functions.Contains(reference.Name, StringComparer.Ordinal))
        .Select(reference => $"{file.Name}:{reference.Line}: {reference.Name}");

    /// <summary>Parameters and variables that nothing uses.</summary>
    public static IEnumerable<string> Unused(BicepFile file) => file.Parameters.Select(p => p.Name).Concat(file.Variables.Select(v => v.Name))
        .Where(name => file.References.All(reference => reference.Name != name))
        .Select(name => $"{file.Name}: {name}");

    /// <summary>Parameters and outputs that nobody explained.</summary>
    public static IEnumerable<string> Undescribed(BicepFile file) =>
        file.Parameters.Where(p => !p.Described).Select(p => $"{file.Name}:{p.Line}: {p.Name}")
            .Concat(file.Outputs.Where(o => !o.Described).Select(o => $"{file.Name}:{o.Line}: {o.Name}"));

    /// <summary>Outputs that could hold a secret: outputs are kept in the log of deployments, for all to read.</summary>
    public static IEnumerable<string> SecretOutputs(BicepFile file) => file.Outputs
        .Where(output => SecretWord().IsMatch(output.Text) || file.Parameters.Any(p => p.Secure && output.Text.Contains(p.Name, StringComparison.Ordinal)))
        .Select(output => $"{file.Name}:{output.Line}: {output.Name}");

    /// <summary>Resources without tags.</summary>
    public static IEnumerable<string> Untagged(BicepFile file) => file.Resources
        .Where(resource => !resource.Existing && !Untaggable.Contains(resource.Type, StringComparer.Ordinal) && resource.Values.GetValueOrDefault("tags") != "tags")
        .Select(resource => $"{file.Name}:{resource.Line}: {resource.Name}");

    /// <summary>Resources without a version, and existing ones aside, of a version that is a preview where there is another.</summary>
    public static IEnumerable<string> Unversioned(BicepFile file) => file.Resources
        .Where(resource => !Version().IsMatch(resource.Version) && resource.Type != "Microsoft.Insights/diagnosticSettings")
        .Select(resource => $"{file.Name}:{resource.Line}: {resource.Type}@{resource.Version}");

    /// <summary>Modules that are given too little, too much, or outputs that they do not have.</summary>
    public static IEnumerable<string> MisusedModules(BicepFile file)
    {
        foreach (var module in file.Modules)
        {
            var template = file.FindModule(module);
            var known = template.Parameters.ToDictionary(p => p.Name, StringComparer.Ordinal);
            foreach (var unknown in module.Parameters.Where(name => !known.ContainsKey(name)))
            {
                yield return $"{file.Name}:{module.Line}: {template.Name} has no parameter {unknown}";
            }

            foreach (var missing in known.Values.Where(p => !p.HasDefault && !module.Parameters.Contains(p.Name, StringComparer.Ordinal)))
            {
                yield return $"{file.Name}:{module.Line}: {template.Name} needs {missing.Name}";
            }

            foreach (var use in file.OutputsUsed.Where(use => use.Module == module.Name && template.Outputs.All(output => output.Name != use.Output)))
            {
                yield return $"{file.Name}: {template.Name} has no output {use.Output}";
            }
        }
    }

    [GeneratedRegex("listKeys|listAccountSas|listServiceSas|listCredentials|password|secret|connectionstring|accesskey|primaryKey", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SecretWord();

    [GeneratedRegex("'(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})'", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Id();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
