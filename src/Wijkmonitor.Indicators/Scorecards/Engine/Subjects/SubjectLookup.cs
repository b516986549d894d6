using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>The subjects of a municipality by the records that name them.</summary>
public sealed class SubjectLookup
{
    private readonly ILookup<string, Subject> byCode;

    private SubjectLookup(IEnumerable<Subject> subjects) => byCode = subjects.ToLookup(subject => subject.Code, StringComparer.Ordinal);

    /// <summary>Creates the lookup from records of a municipality, of which those of subjects count.</summary>
    public static SubjectLookup From(IEnumerable<AreaRecord> records) => new(records.Where(IsSubject).Select(Subject.From));

    /// <summary>Whether a record may have a subject: it is one, or names one.</summary>
    public static bool HasSubject(AreaRecord record) => IsSubject(record) || record.GetText(Subject.Field) is not null;

    /// <summary>Gets the visibilities of the subjects that a record is or names, each with the area of its subject.</summary>
    /// <remarks>
    /// There are several where datasets deliver the same subject. A subject that is not known here, as it was withdrawn, comes later or is kept with another
    /// municipality, may be for the owner alone.
    /// </remarks>
    public IEnumerable<(DatasetVisibility Visibility, AreaCode Area)> GetLimits(AreaRecord record)
    {
        if (!HasSubject(record))
        {
            return [];
        }

        var subjects = byCode[record.GetText(Subject.Field) ?? record.Reference];
        return subjects.Any()
            ? subjects.Select(subject => (subject.Visibility ?? DatasetVisibility.Public, subject.Area))
            : [(DatasetVisibility.Owner, record.Area)];
    }

    private static bool IsSubject(AreaRecord record) => Subject.Datasets.Contains(record.Dataset, StringComparer.Ordinal);
}
