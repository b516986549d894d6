namespace Wijkmonitor.DevHost.Protocol;

/// <content>The text of an exception in the log.</content>
internal sealed partial class RpcException
{
    /// <summary>Gets it as .NET writes it. An exception of the worker itself has all of it in its message.</summary>
    public string ToText() => Type.Length == 0 ? Message : $"{Type}: {Message}{(StackTrace.Length == 0 ? "" : Environment.NewLine + StackTrace)}";
}
