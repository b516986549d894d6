using System.Globalization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;

/// <summary>The records of a subject, and those of them that the rules have no place for.</summary>
internal sealed class TargetRecords
{
    private const string LeadingKind = "leading";
    private const string TargetRow = "target";

    private readonly TargetRules rules;
    private readonly SubjectContext subject;
    private readonly List<Measurement> measured = [];
    private readonly List<Measurement> leading = [];
    private readonly List<(DateOnly Decided, Goal Goal)> revisions = [];
    private readonly List<(string Finding, AreaRecord Record)> problems = [];
    private readonly List<(AreaRecord Counted, AreaRecord Other)> differing = [];
    private TargetDisclosure? disclosure;

    /// <summary>Gathers the records.</summary>
    public TargetRecords(TargetRules rules, SubjectContext subject)
    {
        (this.rules, this.subject) = (rules, subject);
        var seen = new Dictionary<(string, string, DateOnly), AreaRecord>();
        foreach (var record in rules.Datasets.SelectMany(subject.GetRecords))
        {
            Add(record, seen);
        }

        if (rules.Indicator is { } indicator)
        {
            AddObservations(indicator);
        }

        if (measured.Count + leading.Count == 0 && rules.Baseline is { Date: { } start } baseline)
        {
            measured.Add(new Measurement("", start, Bounds.FromExact(baseline.Value), IsPublished: true));
            measured.AddRange(rules.Segments.Where(_ => baseline.Value == 0)
                .Select(segment => new Measurement(segment.Code, start, Bounds.FromExact(0), IsPublished: true)));
        }

        // A later target has a scorecard in the year of its decision, also where nothing was measured in that year.
        List<int> counted = [.. measured.Concat(leading).Select(found => found.Date.Year).DefaultIfEmpty(subject.Subject.ValidFrom.Year)];
        var decided = revisions.Select(revision => revision.Decided.Year).Where(year => year > counted.Min());
        Years = [.. counted.Concat(decided).Distinct().Order()];
    }

    /// <summary>The years of which there is a scorecard.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Records that do not count or count in part, each with the finding that says why.</summary>
    public IReadOnlyList<(string Finding, AreaRecord Record)> Problems => problems;

    /// <summary>Records that another dataset contradicts, each with that one.</summary>
    public IReadOnlyList<(AreaRecord Counted, AreaRecord Other)> Differing => differing;

    /// <summary>Gets the last value until the end of a year; null where none was delivered.</summary>
    /// <param name="year">The year.</param>
    /// <param name="segment">The segment; empty for the whole.</param>
    public Measurement? FindMeasured(int year, string segment = "") =>
        measured.Where(found => found.Segment == segment && found.Date.Year <= year).MaxBy(found => found.Date);

    /// <summary>Gets the last value of what runs ahead until the end of a year; null where none was delivered.</summary>
    public Measurement? FindLeading(int year) => leading.Where(found => found.Date.Year <= year).MaxBy(found => found.Date);

    /// <summary>Gets the targets that were agreed until the end of a year, the first one first.</summary>
    public IReadOnlyList<Goal> GetGoals(int year) =>
    [
        .. rules.Target is { Value: { } value } first ? [new Goal(value, first.Date, Record: null)] : Array.Empty<Goal>(),
        .. revisions.Where(revision => revision.Decided.Year <= year).OrderBy(revision => revision.Decided).Select(revision => revision.Goal),
    ];

    /// <summary>Gets the counts that may not be shown, of all years together.</summary>
    public TargetDisclosure GetDisclosure() => disclosure ??= new TargetDisclosure(rules, this, subject.Subject.Units, subject.Municipality.Disclosure);

    private void Add(AreaRecord record, Dictionary<(string, string, DateOnly), AreaRecord> seen)
    {
        var (kind, segment) = (record.GetText("kind") ?? "measured", record.GetText("segment") ?? "");
        if (!seen.TryAdd((kind, segment, record.Date), record))
        {
            var first = seen[(kind, segment, record.Date)];
            if (Measurement.GetValue(first) != Measurement.GetValue(record) || first.GetText("target_date") != record.GetText("target_date"))
            {
                differing.Add((first, record));
            }
        }
        else if (FindProblem(record, kind, segment) is { } problem)
        {
            problems.Add((problem, record));
        }
        else if (kind == TargetRow)
        {
            revisions.Add((record.Date, new Goal(record.GetDecimal("value")!.Value, GetTargetDate(record), record)));
        }
        else
        {
            AddMeasurement(record, kind, segment);
        }
    }

    private void AddMeasurement(AreaRecord record, string kind, string segment)
    {
        if (record.GetDecimal("value") is not null && (record.GetDecimal("low") ?? record.GetDecimal("high")) is not null)
        {
            problems.Add(("value-and-range", record));
        }

        (kind == LeadingKind ? leading : measured).Add(
            new Measurement(segment, record.Date, Measurement.GetValue(record), subject.Municipality.IsPublished(record.Dataset)) { Record = record });
    }

    private string? FindProblem(AreaRecord record, string kind, string segment) =>
        segment.Length > 0 && (kind != "measured" || rules.Segments.All(known => known.Code != segment)) ? "segment-unknown"
        : IsNegativeCount(record) ? "negative-count"
        : kind == TargetRow ? IsIncomplete(record) ? "target-incomplete" : null
        : kind == LeadingKind && rules.Leading is null ? "leading-unknown"
        : record.GetDecimal("low") > record.GetDecimal("high") ? "range-reversed"
        : kind != LeadingKind && rules.Indicator is not null ? "measured-elsewhere"
        : record.Date < rules.Baseline?.Date ? "before-baseline"
        : null;

    private bool IsNegativeCount(AreaRecord record) =>
        rules.Counted != CountedSubject.Other && new[] { "value", "low", "high" }.Any(field => record.GetDecimal(field) < 0);

    private static bool IsIncomplete(AreaRecord target) =>
        target.GetDecimal("value") is null || (GetTargetDate(target) is { } until && !Period.IsYear(until.Year));

    // An indicator of the area: its figures are withheld by the rules for figures already.
    private void AddObservations(string indicator)
    {
        var series = subject.Municipality.GetSeries(subject.Subject.Area, indicator);
        if (series.Last is not { } last || series.Find(last) is not { } newest)
        {
            return;
        }

        foreach (var known in series.GetUntil(newest).Where(known => rules.Baseline?.Date is not { } start || known.Period.End >= start))
        {
            measured.Add(new Measurement("", known.Period.End, Bounds.FromExact(known.Value.Number!.Value), IsPublished: true) { Observation = known });
        }
    }

    private static DateOnly? GetTargetDate(AreaRecord record) => record.GetText("target_date") is { } text
        ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;
}
