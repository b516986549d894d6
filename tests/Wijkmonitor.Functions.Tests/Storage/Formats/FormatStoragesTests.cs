using System.Text;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Formats;
using Wijkmonitor.Functions.Tests.Docs;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Sources.Records;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Storage.Formats;

/// <summary>Each format from its file to its rows, over the registered formats.</summary>
public sealed class FormatStoragesTests(StorageEmulator emulator)
{
    private const string Delivery = "delivery-1";

    public static TheoryData<string> Datasets => [.. Stores.Config.Datasets.All.Where(definition => definition.Format != DatasetFormat.Contract)
        .Select(definition => definition.Id)];

    [Fact]
    public void Every_format_has_its_storage_but_the_one_without_rows()
    {
        var storages = Stores.Over(emulator.NewAccount()).Formats();

        Assert.Equal([DatasetFormat.Contract], RecordFormats.All.Where(format => storages.Find(format) is null).Select(format => format.Format));
        Assert.Null(storages.Find(new UnregisteredFormat()));
    }

    [Theory]
    [MemberData(nameof(Datasets))]
    public void Every_item_is_gathered_for_its_check_and_becomes_rows(string dataset)
    {
        var (definition, example) = SupplierPage.Example(dataset);
        using var head = new MemoryStream(Encoding.UTF8.GetBytes(example));
        definition = DatasetReader.FindLayout(definition, head);
        var format = RecordFormats.For(definition);
        var toRows = Stores.Over(emulator.NewAccount()).Formats().Find(format)!.Open(definition, Delivery, parts: 1);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(example));
        var log = new ProblemLog(rules: definition.Problems);
        var contents = new FileContents(log.Tally);
        List<RowEntity> rows = [];
        foreach (var item in DatasetReader.Read(definition, Stores.Config.Catalogue, content, log))
        {
            format.Gather(item, definition, contents);
            rows.AddRange(toRows(item));
        }

        Assert.True(contents.Rows > 0);
        Assert.True(contents.Municipalities.Count > 0 || contents.Bookings.Count > 0, "Nothing says which municipalities are to be computed.");
        Assert.NotEmpty(rows);
        Assert.All(rows.Select(row => row.Writer).Distinct(), writer => Assert.Equal(format.IsAppendOnly, writer.Precedence == RowPrecedence.FirstWins));
        Assert.Equal(format.RequiresRegisterLock(definition), rows.Any(row => row.Writer.Table.Name == "Areas"));
        Assert.All(rows, row => Assert.Contains(row.Entity, property => property.Value is string text && text.StartsWith(Delivery, StringComparison.Ordinal)));
    }

    private sealed class UnregisteredFormat() : RecordFormat(DatasetFormat.Records, (RecordKind)99)
    {
        protected override DependencyRank Rank => DependencyRank.Remarks;

        private protected override IEnumerable<DatasetItem> ReadItems(DatasetDefinition definition, IndicatorCatalogue catalogue, OpenedFile file,
            ProblemLog log) => [];

        public override void Gather(DatasetItem item, DatasetDefinition definition, FileContents contents) => contents.Count(rows: 1, values: 1);
    }
}
