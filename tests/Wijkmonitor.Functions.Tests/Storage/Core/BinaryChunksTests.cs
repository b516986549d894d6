using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Core;

public sealed class BinaryChunksTests(StorageEmulator emulator)
{
    private const int Chunk = 64 * 1024;
    private const int MaxBytes = 14 * Chunk;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(Chunk, 1)]
    [InlineData(Chunk + 1, 2)]
    [InlineData((11 * Chunk) + 7, 12)]
    public async Task A_document_round_trips_in_chunks_of_64_KiB(int length, int chunks)
    {
        var table = (await Stores.OnAsync(emulator.NewAccount())).Tables.Scorecards;
        var document = new byte[length];
        new Random(length).NextBytes(document);
        var entity = new TableEntity("P", "R");
        BinaryChunks.Write(entity, "Json", document);
        var writer = new EntityWriter(table, TableTransactionActionType.UpsertReplace);
        await writer.AddAsync(entity, Token);
        await writer.CompleteAsync(Token);

        var read = (await Tables.FindAsync(table, "P", "R", cancellationToken: Token))!;

        Assert.Equal(chunks, read.Keys.Count(key => key.StartsWith("Json", StringComparison.Ordinal)));
        Assert.Equal(document, BinaryChunks.Read(read, "Json"));
    }

    /// <summary>The emulator takes no row of this size, the service does.</summary>
    [Fact]
    public void The_largest_document_that_fits_in_a_row_takes_14_chunks()
    {
        var entity = new TableEntity("P", "R");
        BinaryChunks.Write(entity, "Json", new byte[MaxBytes]);

        Assert.Equal(14 + 2, entity.Count);
        Assert.Equal(MaxBytes, BinaryChunks.Read(entity, "Json").Length);
    }

    [Fact]
    public void A_document_that_fits_in_no_row_is_refused() =>
        Assert.Throws<ArgumentException>(() => BinaryChunks.Write(new TableEntity("P", "R"), "Json", new byte[MaxBytes + 1]));
}
