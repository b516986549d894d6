using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;

/// <summary>The rules of a target and the pace towards it. What a source leaves open is null by choice or chosen here.</summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Code">The code by which subjects name these rules: lower-case words with hyphens.</param>
/// <param name="Datasets">The datasets with the records; of two that say the same of one thing the one named first counts.</param>
/// <param name="Measure">Words for what is measured.</param>
/// <param name="Indicator">The indicator of the area that is the measure; null where records say it.</param>
/// <param name="Unit">Unit of the measure.</param>
/// <param name="Counted">Subject of the counts: persons, households, homes or other.</param>
/// <param name="Form">Form of the measure: cumulative, level or share.</param>
/// <param name="Direction">Direction in which it improves.</param>
/// <param name="MinCount">
/// The smallest count of persons, households or homes that is shown, 1 or more; that of the deployment counts where it is larger.
/// </param>
/// <param name="Baseline">The start; null where none is known.</param>
/// <param name="Target">The target as it was first agreed; null where none was. A later one is a record and never takes its place.</param>
/// <param name="Path">The points that were agreed between start and target; null where none were, and then the way is a straight line.</param>
/// <param name="Stock">The number of all there are, such as all homes; null where it is not known.</param>
/// <param name="Band">The limits of the colours; null where nobody chose any, and then there are no colours.</param>
/// <param name="Leading">Something that runs ahead of what is done; null where nothing does.</param>
/// <param name="Effort">The staff or means that progress is divided by; null where that is not asked.</param>
/// <param name="Segments">The owners who each have a part of the target; empty where it is not split.</param>
/// <param name="Notes">Remarks that each scorecard by these rules has as a finding, such as where a source contradicts itself.</param>
/// <param name="Visibility">
/// Widest audience of the scorecards: public, partners or owner; absent where the kind and the datasets of their inputs alone decide.
/// </param>
public sealed record TargetRules(
    string Version,
    BilingualText Title,
    string Source,
    string Code,
    IReadOnlyList<string> Datasets,
    BilingualText Measure,
    string? Indicator,
    string Unit,
    CountedSubject Counted,
    [property: JsonPropertyName("kind")] MeasureForm Form,
    TargetDirection Direction,
    int MinCount,
    TargetBaseline? Baseline,
    TargetAgreement? Target,
    IReadOnlyList<TargetPoint>? Path,
    decimal? Stock,
    TargetBand? Band,
    TargetLeading? Leading,
    TargetEffort? Effort,
    IReadOnlyList<TargetSegment> Segments,
    IReadOnlyList<RuleNote> Notes,
    DatasetVisibility? Visibility = null)
    : SubjectRules(Version, Title, Source, Code, Datasets, Notes, Visibility)
{
    /// <summary>The name of the kind.</summary>
    internal const string Kind = "target";

    /// <summary>The end of the codes of lines that compare with the last target where it was revised.</summary>
    internal const string LastSuffix = "-last";

    private const string Percent = "%";
    private static readonly string[] PerTarget = ["done", "years-left", "required-pace", "expected", "on-track", "stock-share"];

    internal override IEnumerable<string> LineCodes =>
    [
        "value", "pace", "effort", "leading", "leading-share", "reachable", .. PerTarget, .. PerTarget.Select(code => code + LastSuffix),
        .. Segments.SelectMany(segment => new[] { segment.ValueCode, segment.PartCode, segment.PaceCode }),
    ];

    /// <summary>Whether a value lies beyond another in the direction in which the measure improves.</summary>
    internal bool IsBeyond(decimal value, decimal other) => Direction == TargetDirection.HigherIsBetter ? value > other : value < other;

    internal override void Validate(RuleValidator validator)
    {
        ValidateSubjects(validator);
        ValidateMeasure(validator);
        ValidateTarget(validator);
        ValidatePath(validator);
        validator.Require(Stock is null or > 0, "'stock' must be above 0.");
        validator.Require(Band is null || Band.OnTrackFrom > Band.BehindBelow, "'band' must have 'onTrackFrom' above 'behindBelow'.");
        validator.Require(Band is null or { BehindBelow: >= 0 }, "'band.behindBelow' is below 0.");
        validator.Require(Leading is null || (Leading.Whole is null) == (Leading.WholeLabel is null),
            "'leading.of' and 'leading.ofLabel' must both be there or both be null.");
        validator.Require(Leading?.Whole is null or > 0, "'leading.of' must be above 0.");
        validator.Require(Effort is null or { Count: > 0 }, "'effort.count' must be above 0.");
        RequireUnit(validator, "effort.unit", Effort?.Unit);
        ValidateSegments(validator);
    }

    private static void RequireUnit(RuleValidator validator, string field, string? unit) => validator.Require(
        unit is null || Vocabulary.Shared.Units.ContainsKey(unit), $"'{field}' names '{unit}', which is no unit of the vocabulary.");

    private static void RequireDay(RuleValidator validator, string field, DateOnly? day) => validator.Require(
        day is null || Observations.Periods.Period.IsYear(day.Value.Year), $"'{field}' is not in a year that figures can be about.");

    private void ValidateMeasure(RuleValidator validator)
    {
        validator.Require(MinCount >= 1, "'minCount' is below 1.");
        RequireUnit(validator, "unit", Unit);
        validator.Require((Form == MeasureForm.Share) == (Unit == Percent), "'unit' must be % where 'kind' is share, and is not % where it is another.");
        if (Indicator is not null && validator.RequireIndicator("indicator", Indicator) is { } indicator)
        {
            validator.Require(indicator.Unit == Unit, $"'unit' is not the unit of '{Indicator}', which is '{indicator.Unit}'.");
            validator.Require(Segments.Count == 0, "'segments' must be empty where 'indicator' is the measure, as it has none.");
        }
    }

    private void ValidateTarget(RuleValidator validator)
    {
        RequireDay(validator, "baseline.date", Baseline?.Date);
        RequireDay(validator, "target.date", Target?.Date);
        if (Target?.Value is { } value && Baseline is { } baseline)
        {
            validator.Require(IsBeyond(value, baseline.Value), "'target.value' does not lie beyond 'baseline.value' in the direction of 'direction'.");
        }

        validator.Require(Target?.Date is null || Baseline?.Date is null || Target.Date > Baseline.Date, "'target.date' is not after 'baseline.date'.");
    }

    private void ValidatePath(RuleValidator validator)
    {
        if (Path is null)
        {
            return;
        }

        validator.Require(Baseline?.Date is not null && Target is { Date: not null, Value: not null },
            "'path' needs a 'baseline' and a 'target' with a date and a value each.");
        DateOnly?[] days = [Baseline?.Date, .. Path.Select(point => (DateOnly?)point.Date), Target?.Date];
        validator.Require(days.Zip(days.Skip(1)).All(pair => pair.First is null || pair.Second is null || pair.First < pair.Second),
            "'path' must have its dates in order, after that of 'baseline' and before that of 'target'.");
    }

    private void ValidateSegments(RuleValidator validator)
    {
        validator.RequireWords("segments", Segments.Select(segment => segment.Code));
        validator.RequireUnique("segments", Segments.Select(segment => segment.Code));
        validator.Require(Segments.All(segment => segment.Share is null or { Part: >= 0, Whole: > 0 }),
            "'segments' must have shares with part of 0 or more and of above 0.");
        validator.Require(Segments.Count == 0 || Segments.Count(segment => segment.Share is null) == 1,
            "'segments' must have one segment whose share is null: it has what the others leave.");
        validator.Require(Segments.Sum(segment => segment.Share is { Whole: > 0 } share ? share.Part / share.Whole : 0) <= 1,
            "'segments' have shares of more than the whole.");
    }
}

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(TargetRules))]
internal sealed partial class TargetRulesJson : JsonSerializerContext;
