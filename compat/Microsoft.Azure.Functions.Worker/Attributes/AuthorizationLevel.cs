namespace Microsoft.Azure.Functions.Worker;

/// <summary>The key that a caller of an HTTP function must show. The Functions host checks it, not the worker.</summary>
public enum AuthorizationLevel
{
    /// <summary>No key.</summary>
    Anonymous,

    /// <summary>A signed-in user.</summary>
    User,

    /// <summary>A key of the function, a host key or the master key.</summary>
    Function,

    /// <summary>A system key or the master key.</summary>
    System,

    /// <summary>The master key.</summary>
    Admin,
}
