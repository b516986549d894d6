namespace Wijkmonitor.Infra.Tests.Bicep;

/// <summary>Facts about types of resources that rules rest on.</summary>
internal static class ResourceTypes
{
    /// <summary>Types that have no tags of their own in Azure.</summary>
    public static readonly IReadOnlySet<string> Untaggable = new HashSet<string>(StringComparer.Ordinal)
    {
        "Microsoft.Authorization/locks", "Microsoft.Authorization/roleAssignments", "Microsoft.Authorization/roleDefinitions",
        "Microsoft.Consumption/budgets", "Microsoft.Insights/diagnosticSettings",
        "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
        "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "Microsoft.Network/virtualNetworks/subnets",
        "Microsoft.Storage/storageAccounts/blobServices", "Microsoft.Storage/storageAccounts/blobServices/containers",
        "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies", "Microsoft.Storage/storageAccounts/managementPolicies",
        "Microsoft.Storage/storageAccounts/tableServices", "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "Microsoft.Web/sites/config",
        "Microsoft.Web/sites/hostNameBindings",
    };

    /// <summary>Beginnings of names by type.</summary>
    /// <remarks>https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-abbreviations</remarks>
    public static readonly IReadOnlyDictionary<string, string> Abbreviations = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Microsoft.Insights/actionGroups"] = "ag-",
        ["Microsoft.Insights/components"] = "appi-",
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = "id-",
        ["Microsoft.Network/networkSecurityGroups"] = "nsg-",
        ["Microsoft.Network/privateEndpoints"] = "pep-",
        ["Microsoft.Network/virtualNetworks"] = "vnet-",
        ["Microsoft.OperationalInsights/workspaces"] = "log-",
        ["Microsoft.Storage/storageAccounts"] = "st",
        ["Microsoft.Web/serverfarms"] = "asp-",
        ["Microsoft.Web/sites"] = "func-",
    };
}
