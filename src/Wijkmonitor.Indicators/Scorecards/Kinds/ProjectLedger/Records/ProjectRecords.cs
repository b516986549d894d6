using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Records;

/// <summary>The records of a project by their form, and the project as it was in each year.</summary>
internal sealed class ProjectRecords
{
    private readonly ProjectLedgerRules rules;
    private readonly SubjectContext subject;
    private readonly ILookup<RecordForm, AreaRecord> records;
    private readonly List<SourceDifference> differing = [];
    private readonly Dictionary<int, ProjectYear> byYear = [];
    private ProjectDisclosure? disclosure;

    /// <summary>Gathers the records.</summary>
    public ProjectRecords(ProjectLedgerRules rules, SubjectContext subject)
    {
        (this.rules, this.subject) = (rules, subject);
        var seen = new Dictionary<string, AreaRecord>(StringComparer.Ordinal);
        List<(RecordForm Form, AreaRecord Record)> unusable = [];
        foreach (var record in rules.Datasets.SelectMany(subject.GetRecords))
        {
            if (RecordForm.Find(record) is not { } form)
            {
                continue;
            }

            if (!form.CanCount(record))
            {
                unusable.Add((form, record));
            }
            else if (!seen.TryAdd(form.GetKey(record), record))
            {
                AddDifference(form, seen[form.GetKey(record)], record);
            }
        }

        // A row that does not count keeps no other one out, and is named by itself where there is no other.
        foreach (var (form, record) in unusable)
        {
            if (!seen.TryAdd(form.GetKey(record), record))
            {
                AddDifference(form, seen[form.GetKey(record)], record);
            }
        }

        records = seen.Values.OrderBy(record => record.Date).ThenBy(record => record.Reference, StringComparer.Ordinal)
            .ToLookup(record => RecordForm.Find(record)!);
        Years = [.. GetDays().Select(day => day.Year).DefaultIfEmpty(subject.Subject.ValidFrom.Year).Distinct().Order()];
    }

    /// <summary>The years of which there is a scorecard.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Records that another dataset contradicts.</summary>
    public IReadOnlyList<SourceDifference> Differing => differing;

    /// <summary>Gets the project as it was recorded until the end of a year.</summary>
    public ProjectYear GetYear(int year)
    {
        if (!byYear.TryGetValue(year, out var found))
        {
            var asOf = GetDays().Where(day => day.Year <= year).DefaultIfEmpty(subject.Subject.ValidFrom).Max();
            byYear.Add(year, found = new ProjectYear(rules, records, asOf));
        }

        return found;
    }

    /// <summary>Gets what may not be shown, of all years together.</summary>
    public ProjectDisclosure GetDisclosure() => disclosure ??= new ProjectDisclosure(rules, subject, [.. Years.Select(GetYear)]);

    private void AddDifference(RecordForm form, AreaRecord counted, AreaRecord other)
    {
        if (form.FindDifference(counted, other) is { } field)
        {
            differing.Add(new SourceDifference(field, counted, other));
        }
    }

    // Days on which something was recorded or is known to have happened.
    private IEnumerable<DateOnly> GetDays() => records.SelectMany(form => form)
        .SelectMany(record => new[] { record.Date, record.GetDate("met_on"), record.GetDate("answered_on") })
        .OfType<DateOnly>().Where(day => Period.IsYear(day.Year));
}
