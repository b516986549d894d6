using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Microsoft.Azure.Functions.Worker.Sdk;

/// <summary>The bindings in function.json that a trigger attribute stands for.</summary>
internal sealed record TriggerBindings(IReadOnlyList<JsonObject> Bindings)
{
    /// <summary>The values of AuthorizationLevel, in its order.</summary>
    private static readonly string[] AuthorizationLevels = ["anonymous", "user", "function", "system", "admin"];

    public static TriggerBindings OfHttp(string parameter, AppliedAttribute attribute)
    {
        var level = attribute.Arguments.OfType<int>().FirstOrDefault(Array.IndexOf(AuthorizationLevels, "function"));
        var trigger = new JsonObject
        {
            ["type"] = "httpTrigger",
            ["direction"] = "in",
            ["name"] = parameter,
            ["authLevel"] = AuthorizationLevels[level],
        };
        if (attribute.Arguments.OfType<ImmutableArray<string>>().FirstOrDefault() is { IsDefaultOrEmpty: false } methods)
        {
            trigger["methods"] = new JsonArray([.. methods.Select(method => (JsonNode)method.ToLowerInvariant())]);
        }

        if (attribute.Properties.GetValueOrDefault("Route") is string route)
        {
            trigger["route"] = route;
        }

        var response = new JsonObject { ["type"] = "http", ["direction"] = "out", ["name"] = parameter == "res" ? "response" : "res" };
        return new TriggerBindings([trigger, response]);
    }

    public static TriggerBindings OfTimer(string parameter, AppliedAttribute attribute)
    {
        var trigger = new JsonObject
        {
            ["type"] = "timerTrigger",
            ["direction"] = "in",
            ["name"] = parameter,
            ["schedule"] = (string?)attribute.Arguments[0],
        };
        AddFlag("UseMonitor", "useMonitor");
        AddFlag("RunOnStartup", "runOnStartup");
        return new TriggerBindings([trigger]);

        void AddFlag(string property, string key)
        {
            if (attribute.Properties.GetValueOrDefault(property) is bool flag)
            {
                trigger[key] = flag;
            }
        }
    }
}
