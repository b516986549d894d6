using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets;

/// <summary>The CSV files below samples/inbox, read by the definitions that ship. All of them are about Enschede.</summary>
internal sealed class SampleDeliveries
{
    private readonly List<Area> areas = [];
    private readonly List<Observation> observations = [];
    private readonly List<AreaRecord> records = [];
    private readonly List<LedgerEntry> entries = [];

    private SampleDeliveries()
    {
        var inbox = RepositoryFolder.File("samples", "inbox");
        foreach (var path in Directory.EnumerateFiles(inbox, "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var dataset = Path.GetFileName(Path.GetDirectoryName(path)!);
            var reading = Reading.ReadFile(dataset, path);
            Assert.Equal(0, reading.Log.Errors);
            foreach (var item in reading.Items)
            {
                Add(item, dataset, $"{dataset}-{Path.GetFileNameWithoutExtension(path)}");
            }
        }
    }

    public static SampleDeliveries All { get; } = new();

    /// <summary>Sources of the scorecards of areas.</summary>
    public MunicipalityFigures Figures => new(AreaCode.Parse("GM0153"), Reading.Catalogue, areas, Observed, records);

    /// <summary>The observations.</summary>
    public ObservationSet Observed => new(observations);

    /// <summary>The activities and proceeds of the sample contract.</summary>
    public IReadOnlyList<LedgerEntry> Entries => entries;

    private void Add(DatasetItem item, string dataset, string delivery)
    {
        switch (item)
        {
            case AreaObservations row:
                observations.AddRange(row.Values.Select(value => new Observation(
                    row.Area, row.Period, value.Indicator, value.Value, dataset, row.BoundaryYear, row.Status,
                    new SourceLine(delivery, value.Line))));
                break;
            case AreaItem registered:
                areas.Add(registered.Area);
                break;
            case AreaRecordItem { Record: var record }:
                records.Add(record with { Source = record.Source with { Delivery = delivery } });
                break;
            case LedgerEntryItem { Entry: var entry }:
                entries.Add(entry with { Source = entry.Source with { Delivery = delivery } });
                break;
            default:
                Assert.Fail($"There is no place for {item} of {delivery}.");
                break;
        }
    }
}
