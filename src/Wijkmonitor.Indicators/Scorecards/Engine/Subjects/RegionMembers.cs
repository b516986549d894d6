using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>The municipalities of the regions that a municipality leads.</summary>
/// <remarks>Rows count whatever day they hold from: one municipality more lets fewer readers in.</remarks>
public sealed class RegionMembers
{
    /// <summary>The dataset that names them.</summary>
    public const string Dataset = "subject-members";

    private const string Municipality = "municipality";
    private readonly ILookup<string, AreaCode> bySubject;

    private RegionMembers(IEnumerable<AreaRecord> records) => bySubject = records
        .Where(record => record.GetText(Subject.Field) is not null && record.GetText(Municipality) is not null)
        .SelectMany(record => new[] { record.Area.Municipality, AreaCode.Parse(record.GetText(Municipality)!).Municipality }
            .Select(municipality => (Subject: record.GetText(Subject.Field)!, Municipality: municipality)))
        .Distinct()
        .ToLookup(member => member.Subject, member => member.Municipality, StringComparer.Ordinal);

    /// <summary>Creates the lookup from records of a municipality, of which those that name members count.</summary>
    public static RegionMembers From(IEnumerable<AreaRecord> records) =>
        new(records.Where(record => record.Dataset == Dataset));

    /// <summary>Finds the municipalities of a region with the one that leads it, in order; null where no other is named.</summary>
    /// <remarks>A region of one municipality is none: its other members are not known.</remarks>
    public IReadOnlyList<AreaCode>? Find(string subject) => bySubject[subject].Order().ToList() is { Count: > 1 } members ? members : null;
}
