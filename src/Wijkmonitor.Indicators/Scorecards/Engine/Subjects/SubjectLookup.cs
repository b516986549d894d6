using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>The subjects of a municipality by the records that name them.</summary>
public sealed class SubjectLookup
{
    private readonly ILookup<string, SubjectLimit> byCode;
    private readonly HashSet<string> kindsOfRecords;

    private SubjectLookup(IEnumerable<Subject> subjects, IReadOnlyCollection<IScorecardKind> kinds)
    {
        byCode = subjects.ToLookup(subject => subject.Code, subject => GetLimit(subject, kinds), StringComparer.Ordinal);
        kindsOfRecords = kinds.Where(kind => kind.RulesCode is not null).Select(kind => kind.Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Creates the lookup from records of a municipality, of which those of subjects count.</summary>
    /// <param name="records">The records.</param>
    /// <param name="kinds">The kinds by the rules that were chosen: these can narrow their subjects.</param>
    public static SubjectLookup From(IReadOnlyCollection<AreaRecord> records, IReadOnlyCollection<IScorecardKind> kinds)
    {
        var regions = RegionMembers.From(records);
        return new(records.Where(IsSubject).Select(record => Subject.From(record, regions)), kinds);
    }

    /// <summary>Whether a record may have a subject: it is one, or names one.</summary>
    public static bool HasSubject(AreaRecord record) => IsSubject(record) || record.GetText(Subject.Field) is not null;

    /// <summary>Whether a record is a region or names one.</summary>
    public bool IsOfRegion(AreaRecord record) => GetLimits(record).Any(limit => limit.Region is not null);

    /// <summary>Gets the limits of the subjects that a record is or names; none where it has no subject.</summary>
    public IEnumerable<SubjectLimit> GetLimits(AreaRecord record) =>
        HasSubject(record) ? GetLimits(record.GetText(Subject.Field) ?? record.Reference, record.Area) : [];

    /// <summary>Whether the subjects of a kind are those of records; other kinds have their own.</summary>
    public bool HasRecordedSubjects(string kind) => kindsOfRecords.Contains(kind);

    /// <summary>Gets the limits of a subject.</summary>
    /// <remarks>
    /// There are several where datasets deliver the same subject. A subject that is not known here, as it was withdrawn, comes later or is kept with another
    /// municipality, may be for the owner alone.
    /// </remarks>
    /// <param name="subject">The code of the subject.</param>
    /// <param name="area">The area that what names it is about.</param>
    public IEnumerable<SubjectLimit> GetLimits(string subject, AreaCode area) => byCode.Contains(subject)
        ? byCode[subject]
        : [new SubjectLimit(DatasetVisibility.Owner, area, Region: null, [])];

    // What its scorecards are not shown to gets none of its records either.
    private static SubjectLimit GetLimit(Subject subject, IReadOnlyCollection<IScorecardKind> kinds)
    {
        var visibilities = kinds.Where(kind => kind.Name == subject.Kind)
            .Select(kind => kind.RulesCode == subject.Rules ? kind.Visibility : kind.Info.Visibility);
        return new SubjectLimit(
            NarrowedVisibility.GetStrictest([subject.Visibility, .. visibilities]) ?? DatasetVisibility.Public,
            subject.Area,
            subject.Scope == SubjectScope.Region ? subject.Code : null,
            subject.Members ?? []);
    }

    private static bool IsSubject(AreaRecord record) => Subject.Datasets.Contains(record.Dataset, StringComparer.Ordinal);
}

/// <summary>Limit that a subject sets to the readers of what it is or what names it.</summary>
/// <param name="Visibility">Its visibility.</param>
/// <param name="Area">The area that it is kept with.</param>
/// <param name="Region">The code of a region; null for what is no region.</param>
/// <param name="Members">The municipalities of a region; empty where they are not known, and for what is no region.</param>
public sealed record SubjectLimit(DatasetVisibility Visibility, AreaCode Area, string? Region, IReadOnlyList<AreaCode> Members);
