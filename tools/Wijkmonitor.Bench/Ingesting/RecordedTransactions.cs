using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Wijkmonitor.Bench.Measuring;

namespace Wijkmonitor.Bench.Ingesting;

/// <summary>The transactions that the monitor sends, byte for byte, to be sent again to other accounts with nothing between.</summary>
internal sealed class RecordedTransactions(string account)
{
    private readonly List<(string ContentType, byte[] Body)> transactions = [];

    /// <summary>Number of transactions.</summary>
    public int Count => transactions.Count;

    /// <summary>Creates options of a client that has its transactions recorded.</summary>
    public TableClientOptions CreateOptions()
    {
        var options = new TableClientOptions();
        options.AddPolicy(new Recorder(this), HttpPipelinePosition.PerCall);
        return options;
    }

    /// <summary>Creates the same transactions for another account, whose name must be as long.</summary>
    public RecordedTransactions For(string otherAccount)
    {
        var other = new RecordedTransactions(otherAccount);
        other.transactions.AddRange(transactions.Select(transaction => (transaction.ContentType, RenameAccount(transaction.Body, otherAccount))));
        return other;
    }

    /// <summary>Sends them all.</summary>
    public Task SendAsync(RawTables tables, int atOnce, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        transactions,
        new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
        async (transaction, token) => await tables.SendTransactionAsync(transaction.ContentType, transaction.Body, token));

    // The addresses of the entities hold the account's name; nothing else in a transaction depends on it.
    private byte[] RenameAccount(byte[] body, string otherAccount) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace($"/{account}/", $"/{otherAccount}/", StringComparison.Ordinal));

    private sealed class Recorder(RecordedTransactions recorded) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Headers.TryGetValue("Content-Type", out var type) && type.StartsWith("multipart/mixed", StringComparison.Ordinal))
            {
                using var body = new MemoryStream();
                message.Request.Content!.WriteTo(body, CancellationToken.None);
                lock (recorded.transactions)
                {
                    recorded.transactions.Add((type, body.ToArray()));
                }
            }
        }
    }
}
