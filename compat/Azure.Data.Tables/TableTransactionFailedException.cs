using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction that the service refused: none of its actions was applied.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    /// <summary>The key in <see cref="Exception.Data"/> under which the failed action's index travels.</summary>
    internal const string FailedEntityIndex = "FailedEntity";

    /// <summary>Takes over what the service answered.</summary>
    /// <param name="requestFailedException">The answer of the service.</param>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
#pragma warning disable MA0056 // Data is the dictionary of Exception itself: nothing is known to override it.
        var data = Data;
#pragma warning restore MA0056
        foreach (var key in requestFailedException.Data.Keys)
        {
            data.Add(key, requestFailedException.Data[key]);
        }

        if (data[FailedEntityIndex] is string text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            FailedTransactionActionIndex = index;
        }
    }

    /// <summary>The index of the action that made the transaction fail, or null if the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
