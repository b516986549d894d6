using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rows;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Records;

/// <summary>Disclosure of a project: its amounts and counts that may not be shown, as they are about too few.</summary>
/// <remarks>
/// Amounts of a project of few homes are amounts of few households, in total as well as per home. So all of them are withheld, also where the number of
/// homes is not known. The published ones are shown. Counts that follow from others are counts too: homes without delay, signals that still have time, and
/// what changed between two rows or years.
/// </remarks>
internal sealed class ProjectDisclosure
{
    private static readonly string[] UnitsOfPeople = ["persons", "households", "homes"];

    private readonly SubjectContext subject;
    private readonly int limit;
    private readonly bool isOfPeople;
    private readonly bool areWorksHidden;

    /// <summary>Decides what is hidden.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="years">The project in all years.</param>
    public ProjectDisclosure(ProjectLedgerRules rules, SubjectContext subject, IReadOnlyList<ProjectYear> years)
    {
        this.subject = subject;
        limit = Math.Max(rules.MinCount, subject.Municipality.Disclosure.Limit);
        isOfPeople = rules.Counted != ProjectUnit.Other || UnitsOfPeople.Contains(subject.Subject.Record.GetText("unit"), StringComparer.Ordinal);
        areWorksHidden = rules.Works == WorkItems.Homes && HasFewWorks(years);
        IsDelayHidden = HasFewDelayed(years);
    }

    /// <summary>Whether the number of delayed units may not be shown, in any year.</summary>
    public bool IsDelayHidden { get; }

    /// <summary>Whether amounts of records may not be shown.</summary>
    /// <param name="records">The records with the amounts.</param>
    /// <param name="needsUnits">Whether the number of units is used, or follows from what is shown.</param>
    public bool IsHidden(IEnumerable<AreaRecord> records, bool needsUnits = false) =>
        isOfPeople && !(subject.Subject.Units >= limit) && !(records.All(IsPublished) && (!needsUnits || IsPublished(subject.Subject.Record)));

    /// <summary>Whether sums of works may not be shown.</summary>
    public bool IsHidden(IReadOnlyCollection<WorkItem> works) => areWorksHidden || IsHidden(works.Select(item => item.Record));

    /// <summary>Whether the signals of a year may not be shown. Both numbers are withheld together, as each bounds the other.</summary>
    public bool IsHidden(SignalCount signals) => IsFew(signals.Open) || (signals.Late is { } late && (IsFew(late) || IsFew(signals.Open - late)));

    private bool IsPublished(AreaRecord record) => subject.Municipality.IsPublished(record.Dataset);

    private bool IsFew(decimal count) => count > 0 && count < limit;

    // The rest of the project is not delayed, and the difference between two rows was delayed for a part of the time.
    // Rows that run together are of different units.
    private bool HasFewDelayed(IReadOnlyList<ProjectYear> years)
    {
        List<DelayRow> rows = [.. years.SelectMany(year => year.Delays)];
        if (!isOfPeople || rows.TrueForAll(row => IsPublished(row.Record)))
        {
            return false;
        }

        List<decimal> counts = [.. rows.Select(row => row.Units).Concat(years.SelectMany(year => SumTogether(year.Delays))).Distinct()];
        return counts.Exists(IsFew) || counts.Exists(count => counts.Append(subject.Subject.Units ?? count).Any(other => IsFew(Math.Abs(other - count))));
    }

    // The sums of rows that run together, on each day on which one begins or has just ended.
    private static IEnumerable<decimal> SumTogether(IReadOnlyList<DelayRow> rows) => rows
        .SelectMany(row => new[] { row.Record.Date, row.Until.AddDays(1) })
        .Select(day => rows.Where(row => row.Record.Date <= day && day <= row.Until).Sum(row => row.Units));

    private bool HasFewWorks(IReadOnlyList<ProjectYear> years)
    {
        if (years.SelectMany(year => year.Works).All(item => IsPublished(item.Record)))
        {
            return false;
        }

        List<ILookup<(bool, bool, bool), (string, decimal?)>> sums =
            [.. years.Select(year => year.Works.ToLookup(item => (item.IsDelivered, item.IsAccepted, item.IsPaid), item => (item.Code, item.Value)))];
        var isAnyFew = sums.SelectMany(year => year).Any(sum => IsFew(sum.Count()));
        return isAnyFew || sums.Zip(sums.Skip(1)).Any(pair => pair.First.Concat(pair.Second).Select(sum => sum.Key).Distinct()
            .Any(key => IsFew(pair.Second[key].Except(pair.First[key]).Count()) || IsFew(pair.First[key].Except(pair.Second[key]).Count())));
    }
}
