using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>The subjects of a municipality and their records, found once for all of them.</summary>
internal sealed class SubjectIndex(MunicipalityContext municipality)
{
    private readonly Dictionary<string, ILookup<string, AreaRecord>> byDataset = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Subject, Type Type), object> computed = [];

    /// <summary>The subjects, in order of area and code.</summary>
    public IReadOnlyList<Subject> Subjects { get; } = FindSubjects(municipality);

    /// <summary>Gets the index of a municipality.</summary>
    public static SubjectIndex For(MunicipalityContext municipality) => municipality.GetOrCreate(found => new SubjectIndex(found));

    /// <summary>Gets the records of a dataset about a subject in any area, by date and then by reference.</summary>
    public IEnumerable<AreaRecord> GetRecords(string dataset, string subject)
    {
        if (!byDataset.TryGetValue(dataset, out var found))
        {
            found = municipality.GetRecords(dataset).SelectMany(records => records)
                .OrderBy(record => record.Date).ThenBy(record => record.Reference, StringComparer.Ordinal)
                .ToLookup(record => record.GetText(Subject.Field) ?? "", StringComparer.Ordinal);
            byDataset.Add(dataset, found);
        }

        return found[subject];
    }

    /// <summary>Gets or creates something that is computed once for all scorecards of a subject.</summary>
    public T GetOrCreate<T>(Subject subject, Func<T> create)
        where T : class
    {
        if (!computed.TryGetValue((subject.Code, typeof(T)), out var found))
        {
            computed.Add((subject.Code, typeof(T)), found = create());
        }

        return (T)found;
    }

    private static IReadOnlyList<Subject> FindSubjects(MunicipalityContext municipality)
    {
        IEnumerable<AreaRecord> GetRecords(string dataset) => municipality.GetRecords(dataset).SelectMany(records => records);
        var regions = RegionMembers.From(GetRecords(RegionMembers.Dataset));
        return [.. Subject.Datasets.SelectMany(GetRecords).Select(record => Subject.From(record, regions))
            .DistinctBy(subject => subject.Code, StringComparer.Ordinal)
            .OrderBy(subject => subject.Area).ThenBy(subject => subject.Code, StringComparer.Ordinal)];
    }
}
