using System.Text;
using Azure.Data.Tables.Pipeline;
using Azure.Data.Tables.Serialization;

namespace Azure.Data.Tables.Transactions;

/// <summary>Writes a transaction as one request: a batch with a changeset, with a request in it for each action.</summary>
/// <param name="pipeline">The service that the transaction is for.</param>
/// <param name="table">The name of the table.</param>
/// <param name="content">What is written to.</param>
internal sealed class TransactionWriter(TablePipeline pipeline, string table, BufferContent content)
{
    private readonly string batch = $"batch_{Guid.NewGuid()}";
    private readonly string changeset = $"changeset_{Guid.NewGuid()}";

    /// <summary>The type of the content, which names the boundary between its parts.</summary>
    public string ContentType => $"multipart/mixed; boundary={batch}";

    /// <summary>Writes the actions.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public void Write(IEnumerable<TableTransactionAction> actions)
    {
        using var entities = new EntityWriter(content);
        Append($"--{batch}\r\nContent-Type: multipart/mixed; boundary={changeset}\r\n\r\n");
        var empty = true;
        foreach (var action in actions)
        {
            empty = false;
            WritePart(action, entities);
        }

        if (empty)
        {
            throw new InvalidOperationException("A transaction needs at least one action.");
        }

        Append($"--{changeset}--\r\n\r\n--{batch}--\r\n");
    }

    private void WritePart(TableTransactionAction action, EntityWriter entities)
    {
        var entity = action.Entity;
        var isAddition = action.ActionType == TableTransactionActionType.Add;
        var path = isAddition ? table : EntityAddress.Of(table, entity.PartitionKey, entity.RowKey);
        Append($"--{changeset}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        Append($"{VerbOf(action.ActionType)} {pipeline.AddressOf(path)} HTTP/1.1\r\n");
        Append("Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
        if (isAddition)
        {
            Append("Prefer: return-no-content\r\n");
        }

        if (ConditionOf(action) is { } condition)
        {
            Append($"If-Match: {condition}\r\n");
        }

        WriteBody(action, entities);
    }

    private void WriteBody(TableTransactionAction action, EntityWriter entities)
    {
        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Append("\r\n\r\n");
            return;
        }

        Append("Content-Type: application/json\r\n\r\n");
        entities.Write(action.Entity);
        Append("\r\n");
    }

    private static string VerbOf(TableTransactionActionType action) => action switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.Delete => "DELETE",
        _ => throw new InvalidOperationException($"Unknown action {action}."),
    };

    // As in the official package, an update without a version has no condition, by which the service makes it an upsert.
    private static string? ConditionOf(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete => action.ETag == default ? "*" : action.ETag.ToString(),
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace when action.ETag != default =>
            action.ETag.ToString(),
        _ => null,
    };

    private void Append(string text)
    {
        var written = Encoding.UTF8.GetBytes(text, content.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));
        content.Advance(written);
    }
}
