#nullable disable annotations // The official package is not annotated for nullable references.

using Azure.Core;
using Azure.Data.Tables.Pipeline;
using Azure.Data.Tables.Transactions;

namespace Azure.Data.Tables;

/// <content>Transactions.</content>
public partial class TableClient
{
    /// <summary>Applies all of the actions, or none.</summary>
    /// <param name="transactionActions">
    /// The actions: from 1 to 100, on different entities of one partition, together not larger than 4 MiB.
    /// </param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answers to the actions, in their order, each with the entity's version in its headers.</returns>
    /// <exception cref="TableTransactionFailedException">An action failed, so that none was applied.</exception>
    /// <exception cref="RequestFailedException">The service failed.</exception>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var content = new BufferContent();
        var writer = new TransactionWriter(pipeline, Name, content);
        writer.Write(transactionActions);
        using var message = pipeline.CreateMessage(RequestMethod.Post, "$batch", Successes.Accepted);
        message.Request.Content = content;
        message.Request.Headers.Add("Content-Type", writer.ContentType);
        var response = await pipeline.SendAsync(message, cancellationToken);
        var responses = TransactionReader.Read(response);

        // The service answers to a transaction that it refused with the one answer that says why.
        return responses is [{ IsError: true } refusal]
            ? throw new TableTransactionFailedException(new RequestFailedException(refusal, null, TableErrorParser.Instance))
            : Response.FromValue(responses, response);
    }
}
