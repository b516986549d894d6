using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>The municipalities of the regions that a municipality leads.</summary>
/// <remarks>
/// Rows count whatever day they hold from. Each says how many municipalities the region has: while another number of them is known, none is, so that a row
/// that is still to come or was withdrawn lets nobody in.
/// </remarks>
public sealed class RegionMembers
{
    /// <summary>The dataset that names them.</summary>
    public const string Dataset = "subject-members";

    private const string Municipality = "municipality";
    private const string Count = "members";
    private readonly ILookup<string, AreaRecord> bySubject;

    private RegionMembers(IEnumerable<AreaRecord> records) => bySubject = records
        .Where(record => record.GetText(Subject.Field) is not null && record.GetText(Municipality) is not null)
        .ToLookup(record => record.GetText(Subject.Field)!, StringComparer.Ordinal);

    /// <summary>Creates the lookup from records of a municipality, of which those that name members count.</summary>
    public static RegionMembers From(IEnumerable<AreaRecord> records) =>
        new(records.Where(record => record.Dataset == Dataset));

    /// <summary>Finds the municipalities of a region with the one that leads it, in order.</summary>
    /// <remarks>Null where they are not complete as declared. A region of one municipality is none: its other members are not known.</remarks>
    public IReadOnlyList<AreaCode>? Find(string subject)
    {
        var rows = bySubject[subject];
        List<AreaCode> members = [.. rows.SelectMany(GetMunicipalities).Distinct().Order()];
        return members.Count > 1 && rows.All(row => row.GetDecimal(Count) == members.Count) ? members : null;
    }

    private static AreaCode[] GetMunicipalities(AreaRecord row) => [row.Area.Municipality, AreaCode.Parse(row.GetText(Municipality)!).Municipality];
}
