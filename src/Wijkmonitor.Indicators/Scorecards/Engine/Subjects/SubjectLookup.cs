using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>The subjects of a municipality by the records that name them.</summary>
public sealed class SubjectLookup
{
    private readonly ILookup<string, Subject> byCode;

    private SubjectLookup(IEnumerable<Subject> subjects) => byCode = subjects.ToLookup(subject => subject.Code, StringComparer.Ordinal);

    /// <summary>Creates the lookup from records of a municipality, of which those of subjects count.</summary>
    public static SubjectLookup From(IReadOnlyCollection<AreaRecord> records)
    {
        var regions = RegionMembers.From(records);
        return new(records.Where(IsSubject).Select(record => Subject.From(record, regions)));
    }

    /// <summary>Whether a record may have a subject: it is one, or names one.</summary>
    public static bool HasSubject(AreaRecord record) => IsSubject(record) || record.GetText(Subject.Field) is not null;

    /// <summary>Whether a record is a region or names one.</summary>
    public bool IsOfRegion(AreaRecord record) => GetLimits(record).Any(limit => limit.Region is not null);

    /// <summary>Gets the limits of the subjects that a record is or names.</summary>
    /// <remarks>
    /// There are several where datasets deliver the same subject. A subject that is not known here, as it was withdrawn, comes later or is kept with another
    /// municipality, may be for the owner alone.
    /// </remarks>
    public IEnumerable<SubjectLimit> GetLimits(AreaRecord record)
    {
        if (!HasSubject(record))
        {
            return [];
        }

        var subjects = byCode[record.GetText(Subject.Field) ?? record.Reference];
        return subjects.Any()
            ? subjects.Select(subject => new SubjectLimit(
                subject.Visibility ?? DatasetVisibility.Public,
                subject.Area,
                subject.Scope == SubjectScope.Region ? subject.Code : null,
                subject.Members ?? []))
            : [new SubjectLimit(DatasetVisibility.Owner, record.Area, Region: null, [])];
    }

    private static bool IsSubject(AreaRecord record) => Subject.Datasets.Contains(record.Dataset, StringComparer.Ordinal);
}

/// <summary>Limit that a subject sets to the readers of what it is or what names it.</summary>
/// <param name="Visibility">Its visibility.</param>
/// <param name="Area">The area that it is kept with.</param>
/// <param name="Region">The code of a region; null for what is no region.</param>
/// <param name="Members">The municipalities of a region; empty where they are not known, and for what is no region.</param>
public sealed record SubjectLimit(DatasetVisibility Visibility, AreaCode Area, string? Region, IReadOnlyList<AreaCode> Members);
