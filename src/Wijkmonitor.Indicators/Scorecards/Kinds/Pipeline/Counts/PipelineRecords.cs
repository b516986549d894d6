using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Counts;

/// <summary>The records of a subject, and those of them that the rules have no place for.</summary>
internal sealed class PipelineRecords
{
    private readonly PipelineRules rules;
    private readonly Dictionary<int, YearCounts> byYear = [];
    private readonly List<StageRow> rows = [];
    private readonly List<AreaRecord> withUnknownStage = [];
    private readonly List<AreaRecord> withOtherPeriod = [];
    private readonly List<(AreaRecord Counted, AreaRecord Other)> differing = [];
    private PipelineDisclosure? disclosure;

    /// <summary>Gathers the records.</summary>
    public PipelineRecords(PipelineRules rules, SubjectContext subject)
    {
        this.rules = rules;
        var seen = new Dictionary<(string, Period, string), AreaRecord>();
        foreach (var record in rules.Datasets.SelectMany(subject.GetRecords))
        {
            Add(record, seen, subject.Municipality.IsPublished(record.Dataset));
        }

        Years = [.. rows.Select(row => row.Period.Year).Distinct().Order()];
    }

    /// <summary>The years with records.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Records of stages that the rules do not have.</summary>
    public IReadOnlyList<AreaRecord> WithUnknownStage => withUnknownStage;

    /// <summary>Records about periods of another kind than the rules count in.</summary>
    public IReadOnlyList<AreaRecord> WithOtherPeriod => withOtherPeriod;

    /// <summary>Records that another dataset contradicts, each with that one.</summary>
    public IReadOnlyList<(AreaRecord Counted, AreaRecord Other)> Differing => differing;

    /// <summary>Gets the counts of a year.</summary>
    public YearCounts GetCounts(int year)
    {
        if (!byYear.TryGetValue(year, out var counts))
        {
            byYear.Add(year, counts = new YearCounts(rules, rows, year));
        }

        return counts;
    }

    /// <summary>Gets the counts that may not be shown, of all years together.</summary>
    public PipelineDisclosure GetDisclosure(SubjectContext subject) =>
        disclosure ??= new PipelineDisclosure(rules, [.. Years.Select(GetCounts)], subject.Subject.Units, subject.Municipality.Disclosure);

    private void Add(AreaRecord record, Dictionary<(string, Period, string), AreaRecord> seen, bool isPublished)
    {
        var (segment, stage) = (record.GetText("segment") ?? "", record.GetText("stage") ?? "");
        if (!Period.TryParse(record.GetText("period"), out var period) || period.Granularity != rules.Period)
        {
            withOtherPeriod.Add(record);
        }
        else if (rules.Find(stage) is null)
        {
            withUnknownStage.Add(record);
        }
        else if (seen.TryGetValue((segment, period, stage), out var first))
        {
            if (first.GetDecimal("entered") != record.GetDecimal("entered"))
            {
                differing.Add((first, record));
            }
        }
        else
        {
            seen.Add((segment, period, stage), record);
            rows.Add(new StageRow(segment, period, stage, record, isPublished));
        }
    }
}
