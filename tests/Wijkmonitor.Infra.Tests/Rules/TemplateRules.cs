using System.Text.Json;
using System.Text.RegularExpressions;
using Wijkmonitor.Infra.Tests.Bicep;

namespace Wijkmonitor.Infra.Tests.Rules;

/// <summary>Rules for every compiled template, whatever the values. Each gives the places that break it.</summary>
internal static partial class TemplateRules
{
    /// <summary>Finds parameters and outputs that nobody explained.</summary>
    public static IEnumerable<string> Undescribed(CompiledTemplate template) =>
        from part in template.All
        from declared in part.Parameters.Concat(part.Outputs)
        where !declared.Value.TryGetProperty("metadata", out var metadata) || !metadata.TryGetProperty("description", out _)
        select $"{part.Path}: {declared.Name}";

    /// <summary>Finds outputs that could hold a secret: outputs are kept in the log of deployments, for all to read.</summary>
    public static IEnumerable<string> SecretOutputs(CompiledTemplate template) =>
        from part in template.All
        from output in part.Outputs
        where SecretWord().IsMatch(output.Value.GetRawText())
        select $"{part.Path}: {output.Name}";

    /// <summary>Finds templates whose result depends on when they are deployed: what Azure refuses to change, such as a budget's start, then fails one day.</summary>
    public static IEnumerable<string> TimeDependent(CompiledTemplate template) =>
        from part in template.All
        where part.Modules.Count == 0 && part.Text.Contains("utcNow(", StringComparison.Ordinal) || part.Parameters.Any(p => p.Value.GetRawText().Contains("utcNow(", StringComparison.Ordinal))
        select part.Path;

    /// <summary>Finds bindings of a domain without a certificate that would be repeated, and take TLS off.</summary>
    public static IEnumerable<string> RepeatedBindings(CompiledTemplate template) =>
        from part in template.All
        from resource in part.Resources
        where resource.Type == "Microsoft.Web/sites/hostNameBindings" && !resource.IsOnlyMadeOnce && !resource.Json.GetRawText()
            .Contains("\"thumbprint\"", StringComparison.Ordinal)
        select $"{part.Path}: {resource.Symbol}";

    /// <summary>Finds what is deployed at the root of the tenant: it takes rights there, besides those on the resource group.</summary>
    public static IEnumerable<string> AtTheRoot(CompiledTemplate template) =>
        from part in template.All
        from resource in part.Resources
        where resource.Json.TryGetProperty("scope", out var scope) && scope.GetString() == "/"
        select $"{part.Path}: {resource.Symbol}";

    /// <summary>Finds sites that do not wait for the private endpoints of their storage, and endpoints that do not wait for their names.</summary>
    public static IEnumerable<string> Early(CompiledTemplate template)
    {
        var withSite = template.Resources.SingleOrDefault(resource => resource.Type == "Microsoft.Resources/deployments" && resource.Json.GetRawText()
            .Contains("\"Microsoft.Web/sites\"", StringComparison.Ordinal));
        if (withSite is not null && !withSite.DependsOn.Any(name => name.Contains("endpoints", StringComparison.Ordinal)))
        {
            yield return $"{template.Path}: {withSite.Symbol}";
        }

        foreach (var group in template.All.SelectMany(part => part.Resources)
            .Where(resource => resource.Type == "Microsoft.Network/privateEndpoints/privateDnsZoneGroups"))
        {
            if (!group.DependsOn.Contains("links", StringComparer.Ordinal) || !group.DependsOn.Contains("linksElsewhere", StringComparer.Ordinal))
            {
                yield return group.Symbol;
            }
        }
    }

    /// <summary>Finds private endpoints that are made at once: an account takes no second one while one is being made.</summary>
    public static IEnumerable<string> AtOnce(CompiledTemplate template) =>
        from part in template.All
        from resource in part.Resources
        where resource.Type == "Microsoft.Network/privateEndpoints" && resource.Json.TryGetProperty("copy", out var copy)
            && !(copy.TryGetProperty("mode", out var mode) && mode.GetString() == "serial" && copy.GetProperty("batchSize").GetInt32() == 1)
        select $"{part.Path}: {resource.Symbol}";

    /// <summary>Finds changes of a site that are made while another one may be: it refuses one of them then.</summary>
    public static IEnumerable<string> WrittenTogether(CompiledTemplate template) =>
        from part in template.All
        let changes = part.Resources.Where(ChangesSite).ToList()
        from first in changes
        from second in changes
        where string.CompareOrdinal(first.Symbol, second.Symbol) < 0 && !Awaits(part, first, second) && !Awaits(part, second, first)
        select $"{part.Path}: {first.Symbol} and {second.Symbol}";

    /// <summary>Finds roles whose name does not follow from who has them: a role cannot be given to another, such as an identity that was made again.</summary>
    public static IEnumerable<string> SharedRoles(CompiledTemplate template) =>
        from part in template.All
        from resource in part.Resources
        where resource.Type == "Microsoft.Authorization/roleAssignments"
        let holder = resource.Json.GetProperty("properties").GetProperty("principalId").GetString()!.Trim('[', ']')
        where !resource.Json.GetProperty("name").GetString()!.Contains(holder, StringComparison.Ordinal)
        select $"{part.Path}: {resource.Symbol}";

    // A resource of the site, or a module with one.
    private static bool ChangesSite(TemplateResource resource) => resource.Type == "Microsoft.Resources/deployments"
        ? GetModuleTypes(resource) is var types && types.Any(IsPartOfSite) && !types.Contains("Microsoft.Web/sites")
        : IsPartOfSite(resource.Type);

    private static bool IsPartOfSite(string type) => type.StartsWith("Microsoft.Web/sites/", StringComparison.Ordinal);

    // What a module makes; a site that it only names is not among it.
    private static List<string> GetModuleTypes(TemplateResource module) =>
        [.. EnumerateItems(module.Json.GetProperty("properties").GetProperty("template").GetProperty("resources"))
            .Where(resource => !resource.TryGetProperty("existing", out var existing) || !existing.GetBoolean())
            .Select(resource => resource.GetProperty("type").GetString()!)];

    // A template with no symbols lists its resources.
    private static IEnumerable<JsonElement> EnumerateItems(JsonElement resources) =>
        resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray() : resources.EnumerateObject().Select(resource => resource.Value);

    private static bool Awaits(CompiledTemplate template, TemplateResource resource, TemplateResource other) =>
        resource.DependsOn.Any(name => name == other.Symbol || template.Resources.Any(next => next.Symbol == name && Awaits(template, next, other)));

    [GeneratedRegex("listKeys|listAccountSas|listServiceSas|listCredentials|password|secret|connectionstring|accesskey|primaryKey", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SecretWord();
}
