using Wijkmonitor.Testing;

namespace Azure.Data.Tables.Tests.Support;

internal static class EmulatorTables
{
    public const string Name = "entities";

    /// <summary>A new table in an account of its own.</summary>
    public static async Task<TableClient> NewTableAsync(this StorageEmulator emulator, TableClientOptions? options = null)
    {
        var table = new TableClient(emulator.NewAccount(), Name, options);
        await new TableServiceClient(ConnectionOf(emulator, table)).CreateTableAsync(Name, TestContext.Current.CancellationToken);
        return table;
    }

    // The table is created by a client without options, so that what a test's transport does is only for the test's own requests.
    private static string ConnectionOf(StorageEmulator emulator, TableClient table) =>
        $"AccountName={table.AccountName};AccountKey={Wijkmonitor.Local.Azurite.PublicKey};" +
        $"TableEndpoint=http://127.0.0.1:{emulator.Azurite.TablePort}/{table.AccountName}";
}
