using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Azure.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker.CustomHandler;

/// <summary>The host's JSON that runs a timer: its TimerInfo under Data, by the trigger's name, and more under Metadata.</summary>
internal static class HostTimerMessage
{
    private static readonly JsonSerializerOptions CaseInsensitive = new() { PropertyNameCaseInsensitive = true };

    /// <exception cref="JsonException">The message lacks the timer's data.</exception>
    public static InvocationRequest Read(JsonElement message, DeclaredFunction timer, string invocationId)
    {
        if (message.ValueKind != JsonValueKind.Object
            || !message.TryGetProperty("Data", out var data) || data.ValueKind != JsonValueKind.Object
            || !data.TryGetProperty(timer.TriggerParameter, out var trigger))
        {
            throw new JsonException($"Data.{timer.TriggerParameter} is missing.");
        }

        var info = trigger.ValueKind == JsonValueKind.String
            ? JsonSerializer.Deserialize<TimerInfo>(trigger.GetString()!, CaseInsensitive)
            : trigger.Deserialize<TimerInfo>(CaseInsensitive);
        return new InvocationRequest(invocationId, info ?? new TimerInfo(), Metadata(message));
    }

    private static Dictionary<string, object?> Metadata(JsonElement message) =>
        message.TryGetProperty("Metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object
            ? metadata.EnumerateObject().ToDictionary(
                property => property.Name, property => (object?)property.Value.GetRawText(), StringComparer.OrdinalIgnoreCase)
            : new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
}
