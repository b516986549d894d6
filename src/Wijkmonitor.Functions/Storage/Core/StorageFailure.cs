using Azure;
using Azure.Identity;

namespace Wijkmonitor.Functions.Storage.Core;

/// <summary>Tells a storage that stays away from what is wrong with the work itself.</summary>
public static class StorageFailure
{
    /// <summary>
    /// Whether the storage client gave up because the storage did not answer, not in time, or did not let the app in: doing the same again later may help,
    /// and a role that was taken away, an identity that is not available or an account that takes no writes is no fault of a file. A
    /// cancellation that nobody asked for is a network that
    /// timed out.
    /// </summary>
    public static bool IsUnavailable(Exception exception) =>
        exception is RequestFailedException { Status: 0 or 401 or 403 or 408 or 429 or >= 500 } or AuthenticationFailedException
            or OperationCanceledException or IOException
        || (exception is AggregateException { InnerExceptions: { Count: > 0 } inner } && inner.All(IsUnavailable));

    /// <summary>Whether the storage refused because something is there already, is held by another, or was changed meanwhile.</summary>
    public static bool IsConflict(Exception exception) => exception is RequestFailedException { Status: 409 or 412 };

    /// <summary>Whether the storage answered with an error, or not at all.</summary>
    public static bool IsStorageError(Exception exception) => exception is RequestFailedException;
}
