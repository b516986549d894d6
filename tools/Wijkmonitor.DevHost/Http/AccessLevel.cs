namespace Wijkmonitor.DevHost.Http;

/// <summary>The key that a request needs.</summary>
public enum AccessLevel
{
    /// <summary>None.</summary>
    Anonymous,

    /// <summary>A function key, a host key or the master key.</summary>
    Function,

    /// <summary>The master key.</summary>
    Admin,
}
