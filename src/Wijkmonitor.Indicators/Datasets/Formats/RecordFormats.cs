using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Areas;
using Wijkmonitor.Indicators.Datasets.Formats.Bookings;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Readers;
using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.Datasets.Formats;

/// <summary>The formats that a dataset can have. A new kind of records is registered with a line here, and one in storage.</summary>
public static class RecordFormats
{
    /// <summary>Gets all formats.</summary>
    public static IReadOnlyList<RecordFormat> All { get; } =
    [
        new FigureFormat(DatasetFormat.StatLine, WideReader.Read),
        new FigureFormat(DatasetFormat.Wide, WideReader.Read),
        new FigureFormat(DatasetFormat.Long, LongReader.Read),
        new AreaFormat(),
        new CrosswalkFormat(),
        new CustomAreaFormat(),
        new BoundaryFormat(),
        new ContractFormat(),
        new LedgerEntryFormat(RecordKind.Activities, LedgerChannel.Activities),
        new LedgerEntryFormat(RecordKind.Operation, LedgerChannel.Operation),
        new DecisionFormat(),
        new AnnotationFormat(),
        new AreaRecordFormat(),
    ];

    private static readonly Dictionary<(DatasetFormat, RecordKind?), RecordFormat> ByFormatAndKind = All.ToDictionary(format => (format.Format, format.Kind));

    /// <summary>Gets the format of a dataset.</summary>
    public static RecordFormat For(DatasetDefinition definition) => ByFormatAndKind[(definition.Format, definition.Records)];
}
