using System.Globalization;
using Azure.Data.Tables;
using Wijkmonitor.Functions.Storage.Rows;

namespace Wijkmonitor.Functions.Tests.Storage.Rows;

public sealed class AffectedKeysTests
{
    private static readonly TableClient Table = new("UseDevelopmentStorage=true", "Observations");

    [Fact]
    public void Batches_are_bounded_whatever_the_size_of_a_partition_and_hold_every_key_once()
    {
        var keys = new AffectedKeys();
        foreach (var (partition, rows) in new[] { ("GM0001", 3), ("GM0002", 4), ("GM0003", 25), ("GM0004", 4) })
        {
            for (var row = 0; row < rows; row++)
            {
                keys.Add(Table, new TableEntity(partition, row.ToString(CultureInfo.InvariantCulture)));
            }
        }

        var batches = keys.SplitIntoBatches(10).ToList();

        Assert.Equal([7, 10, 10, 9], batches.Select(batch => batch.Count));
        Assert.Equal(keys.All.OrderBy(key => key.ToString()), batches.SelectMany(batch => batch.All).OrderBy(key => key.ToString()));
    }
}
