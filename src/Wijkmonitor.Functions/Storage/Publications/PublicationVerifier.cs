using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure.Publications;

namespace Wijkmonitor.Functions.Storage.Publications;

/// <summary>Comparison of the records of what was public with their index.</summary>
/// <remarks>
/// It takes a listing and the index; a record is read only where its digest does not say that it has the decisions of the index. Nothing is changed. Who
/// holds no lease on a municipality may meet it between the writing of a record and of the index.
/// </remarks>
public sealed class PublicationVerifier(PublicationStore publications)
{
    /// <summary>Compares all municipalities.</summary>
    public async Task<IReadOnlyList<PublicationDifference>> CompareAllAsync(CancellationToken cancellationToken)
    {
        var differences = new List<PublicationDifference>();
        foreach (var municipality in (await publications.ListAsync(municipality: null, cancellationToken)).GroupBy(listed => listed.Municipality))
        {
            differences.AddRange(await CompareAsync(municipality.Key, [.. municipality], cancellationToken));
        }

        return differences;
    }

    /// <summary>Compares one municipality.</summary>
    public async Task<IReadOnlyList<PublicationDifference>> CompareAsync(AreaCode municipality, CancellationToken cancellationToken) =>
        await CompareAsync(municipality, await publications.ListAsync(municipality, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<PublicationDifference>> CompareAsync(
        AreaCode municipality, IReadOnlyList<StoredPublication> listed, CancellationToken cancellationToken)
    {
        var records = listed.Where(blob => !blob.IsIndex).ToDictionary(record => record.Name, StringComparer.Ordinal);
        if (listed.FirstOrDefault(blob => blob.IsIndex) is not { } listedIndex
            || await publications.FindStoredIndexAsync(municipality, cancellationToken) is not { } index)
        {
            return records.Count == 0 ? [] : [new PublicationDifference(municipality, Period: null, PublicationDifferenceKind.IndexMissing)];
        }

        var differences = new List<PublicationDifference>();
        foreach (var period in index.Periods.Keys.Union(records.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (record, decided) = (records.GetValueOrDefault(period), index.Periods.GetValueOrDefault(period));
            if (await FindDifferenceAsync(listedIndex, record, decided, cancellationToken) is { } kind)
            {
                differences.Add(new PublicationDifference(municipality, period, kind));
            }
        }

        return differences;
    }

    private async Task<PublicationDifferenceKind?> FindDifferenceAsync(
        StoredPublication index, StoredPublication? record, IReadOnlyList<PublicationUnit>? decided, CancellationToken cancellationToken)
    {
        if (record is null)
        {
            return PublicationDifferenceKind.RecordMissing;
        }

        if (decided is null)
        {
            return PublicationDifferenceKind.IndexBehind;
        }

        if (DecisionDigest.Compute(decided) == record.Decisions || await HasSameAsync(record, decided, cancellationToken))
        {
            return null;
        }

        // A record is written before its index: one that is older than the index lost its last writing.
        return record.WrittenAt < index.WrittenAt ? PublicationDifferenceKind.RecordBehind : PublicationDifferenceKind.IndexBehind;
    }

    private async Task<bool> HasSameAsync(StoredPublication record, IReadOnlyList<PublicationUnit> decided, CancellationToken cancellationToken) =>
        await publications.FindAsync(record.Municipality, record.Name, cancellationToken) is { } found
            && found.Units.Count == decided.Count && found.Units.Zip(decided).All(pair => pair.First.IsSame(pair.Second));
}
