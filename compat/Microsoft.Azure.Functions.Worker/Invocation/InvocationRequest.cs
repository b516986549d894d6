namespace Microsoft.Azure.Functions.Worker.Invocation;

/// <summary>What starts an invocation: the trigger's value (an HttpContext or a TimerInfo) and its metadata.</summary>
internal sealed record InvocationRequest(string InvocationId, object TriggerValue, IReadOnlyDictionary<string, object?> BindingData)
{
    public static string NewId() => Guid.NewGuid().ToString();
}
