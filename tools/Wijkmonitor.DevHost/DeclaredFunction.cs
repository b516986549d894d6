using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Wijkmonitor.DevHost.Http;
using Wijkmonitor.DevHost.Protocol;

namespace Wijkmonitor.DevHost;

/// <summary>A function as its worker declares it, with the trigger that this host serves.</summary>
internal sealed record DeclaredFunction(string Name, string TriggerParameter, HttpRoute? Http, TimerDeclaration? Timer)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads what a worker declares.</summary>
    /// <exception cref="InvalidOperationException">The function has a trigger that this host does not know, or none.</exception>
    public static DeclaredFunction From(RpcFunctionMetadata metadata)
    {
        var trigger = metadata.RawBindings.Select(binding => JsonSerializer.Deserialize<Binding>(binding, Json)!)
            .FirstOrDefault(binding => binding.Type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));
        return trigger?.Type.ToUpperInvariant() switch
        {
            "HTTPTRIGGER" => new DeclaredFunction(metadata.Name, trigger.Name, trigger.ToRoute(metadata.Name), Timer: null),
            "TIMERTRIGGER" => new DeclaredFunction(metadata.Name, trigger.Name, Http: null, trigger.ToTimer()),
            _ => throw new InvalidOperationException(
                $"Function '{metadata.Name}' has the trigger '{trigger?.Type}': this host serves HTTP and timers only."),
        };
    }

    /// <summary>Whether a setting disables the function.</summary>
    public bool IsDisabled(IConfiguration settings) =>
        new[] { $"AzureWebJobs.{Name}.Disabled", $"AzureWebJobs:{Name}:Disabled", $"AzureWebJobs_{Name}_Disabled" }
            .Any(setting => settings[setting] is "1" || (bool.TryParse(settings[setting], out var disabled) && disabled));

    private sealed record Binding(
        string Name, string Type, string? Route, string[]? Methods, string? AuthLevel, string? Schedule, bool RunOnStartup = false, bool UseMonitor = true)
    {
        // A level that is not known here is protected best.
        public HttpRoute ToRoute(string function) => new(
            function,
            Route,
            Methods,
            AuthLevel is null ? AccessLevel.Function : Enum.TryParse<AccessLevel>(AuthLevel, ignoreCase: true, out var level) ? level : AccessLevel.Admin);

        public TimerDeclaration ToTimer() => new(Schedule ?? "", RunOnStartup, UseMonitor);
    }
}

/// <summary>The timer trigger of a function.</summary>
/// <param name="Schedule">The schedule as written, settings not yet filled in.</param>
/// <param name="RunOnStartup">Whether it also runs when the host starts.</param>
/// <param name="UseMonitor">Whether it is given the status of its schedule.</param>
internal sealed record TimerDeclaration(string Schedule, bool RunOnStartup = false, bool UseMonitor = true);
