using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Parsing.Records;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.Datasets.Formats.Bookings;

/// <summary>Outside events next to the series of a social mortgage: <c>contract;reference;date;indicator;text;by_role</c>.</summary>
internal sealed class AnnotationFormat() : BookingFormat<SeriesAnnotation>(RecordKind.Annotations, Columns)
{
    private static readonly string[] Columns = ["contract", "reference", "date", "indicator", "text", "by_role"];

    protected override DependencyRank Rank => DependencyRank.Remarks;

    protected override DatasetItem ToItem(SeriesAnnotation record) => new AnnotationItem(record);

    protected override SeriesAnnotation ToRecord(DatasetItem item) => ((AnnotationItem)item).Annotation;

    protected override SeriesAnnotation? FindBooked(SeriesAnnotation record, ExistingBookings known) => known.Annotations.GetValueOrDefault(record.Reference);

    protected override ContractProblem? FindProblem(SeriesAnnotation record, ContractVersions versions, ExistingBookings known) => versions.Validate(record);

    protected override IReadOnlyList<(string Column, object? Value)> GetFields(SeriesAnnotation record) =>
    [
        ("date", record.Date),
        ("indicator", record.Indicator),
        ("text", record.Text),
        ("by_role", record.ByRole),
    ];

    private protected override SeriesAnnotation? ReadRecord(RecordFile file, BookingKey? key, DateOnly? date)
    {
        var (fields, places) = (file.Fields, file.Places);
        var (indicator, text, role) = (fields.ReadText(places[3]), fields.ReadText(places[4]), fields.ReadText(places[5]));
        return key is { } booking && date is { } day && indicator is not null && text is not null && role is not null
            ? new SeriesAnnotation(booking.Contract, booking.Reference, day, indicator, text, role, new SourceLine("", file.Line))
            : null;
    }
}
