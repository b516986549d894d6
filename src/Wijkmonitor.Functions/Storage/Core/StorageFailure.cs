using Azure;
using Azure.Identity;

namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>Distinction between unavailable storage and errors of the work.</summary>
public static class StorageFailure
{
    /// <summary>Whether the storage client gave up: the storage did not answer, not in time, or denied access.</summary>
    /// <remarks>
    /// Doing the same again later may help. A role that was removed, an identity that is not available or an account that accepts no writes is no
    /// fault of a file. A cancellation that nobody asked for is a network that timed out.
    /// </remarks>
    public static bool IsUnavailable(Exception exception) =>
        exception is RequestFailedException { Status: 0 or 401 or 403 or 408 or 429 or >= 500 } or AuthenticationFailedException
            or OperationCanceledException or IOException
        || (exception is AggregateException { InnerExceptions: { Count: > 0 } inner } && inner.All(IsUnavailable));

    /// <summary>Whether the storage refused because something is there already, is held by another, or was changed meanwhile.</summary>
    public static bool IsConflict(Exception exception) => exception is RequestFailedException { Status: 409 or 412 };

    /// <summary>Whether the storage answered with an error, or not at all.</summary>
    public static bool IsStorageError(Exception exception) => exception is RequestFailedException;
}
