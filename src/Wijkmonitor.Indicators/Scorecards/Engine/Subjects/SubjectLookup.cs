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

    /// <summary>Gets the subjects that a record is or names: none, one, or several where datasets deliver the same one.</summary>
    public IEnumerable<Subject> GetSubjects(AreaRecord record) => HasSubject(record) ? byCode[record.GetText(Subject.Field) ?? record.Reference] : [];

    private static bool IsSubject(AreaRecord record) => Subject.Datasets.Contains(record.Dataset, StringComparer.Ordinal);
}
