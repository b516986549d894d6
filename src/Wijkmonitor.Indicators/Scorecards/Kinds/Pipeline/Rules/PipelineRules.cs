using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;

/// <summary>
/// The rules of a pipeline: cases, homes or areas that go through stages. A source names stages, deadlines and agreements; what it leaves open is
/// chosen here.
/// </summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Code">The code by which subjects name these rules: lower-case words with hyphens.</param>
/// <param name="Datasets">The datasets with the records; of two that say the same of one thing the one named first counts.</param>
/// <param name="Period">The kind of period that records are about.</param>
/// <param name="Counted">Unit of the counts.</param>
/// <param name="CountsFrom">Start of the counts of a year's scorecard.</param>
/// <param name="MinCount">
/// The smallest count of persons, households or homes that is shown, 1 or more; that of the deployment counts where it is larger.
/// </param>
/// <param name="RateOver">Number of periods that a rate is taken over, 1 or more; null where nothing is forecast.</param>
/// <param name="Stages">The stages, each after those that it names.</param>
/// <param name="Capacity">The capacity that was agreed; null where none was.</param>
/// <param name="Quota">The number that was agreed for a year; null where none was.</param>
/// <param name="Forecasts">Forecasts of the periods that the rest takes at the rate of now.</param>
/// <param name="Coverage">Share of the segments that reached a stage lately; null where that is not asked.</param>
/// <param name="Segments">The names of segments; one that is not among them is named by its code.</param>
/// <param name="Stated">Figures that the source itself states next to the counts; each is a line of its own.</param>
/// <param name="Notes">Remarks that each scorecard by these rules has as a finding, such as where a source contradicts itself.</param>
/// <param name="Visibility">
/// Widest audience of the scorecards: public, partners or owner; absent where the kind and the datasets of their inputs alone decide.
/// </param>
public sealed record PipelineRules(
    string Version,
    BilingualText Title,
    string Source,
    string Code,
    IReadOnlyList<string> Datasets,
    PeriodGranularity Period,
    CountedUnit Counted,
    CountStart CountsFrom,
    int MinCount,
    int? RateOver,
    IReadOnlyList<PipelineStage> Stages,
    PipelineCapacity? Capacity,
    PipelineQuota? Quota,
    IReadOnlyList<PipelineForecast> Forecasts,
    PipelineCoverage? Coverage,
    IReadOnlyList<PipelineSegment> Segments,
    IReadOnlyList<StatedFigure> Stated,
    IReadOnlyList<RuleNote> Notes,
    DatasetVisibility? Visibility = null)
    : SubjectRules(Version, Title, Source, Code, Datasets, Notes, Visibility)
{
    /// <summary>The name of the kind.</summary>
    internal const string Kind = "pipeline";

    /// <summary>The name by which a stage, share or forecast is taken of all units of the subject.</summary>
    internal const string Scope = "scope";

    /// <summary>The code of the line of the capacity.</summary>
    internal const string CapacityLine = "capacity-use";

    /// <summary>The code of the line of the quota.</summary>
    internal const string QuotaLine = "quota";

    /// <summary>The code of the line of the segments that were reached lately.</summary>
    internal const string CoverageLine = "coverage";

    /// <summary>The stages with those that are repeated one by one.</summary>
    internal IReadOnlyList<PipelineStage> AllStages { get; } = [.. Stages.SelectMany(stage => stage.Expand())];

    internal override IEnumerable<string> LineCodes =>
    [
        .. AllStages.SelectMany(stage => stage.LineCodes), .. Forecasts.Select(forecast => forecast.LineCode), .. Stated.Select(stated => stated.Code),
        .. Capacity is null ? Array.Empty<string>() : [CapacityLine], .. Quota is null ? Array.Empty<string>() : [QuotaLine],
        .. Coverage is null ? Array.Empty<string>() : [CoverageLine],
    ];

    // Lines of segments, which records name.
    internal override IEnumerable<string> LinePrefixes =>
    [
        .. AllStages.Where(stage => stage.PerSegment).Select(stage => stage.ShareCode + "-"),
        .. Forecasts.Where(forecast => forecast.PerSegment).Select(forecast => forecast.LineCode + "-"),
    ];

    /// <summary>Finds a stage; null where there is none.</summary>
    internal PipelineStage? Find(string code) => AllStages.FirstOrDefault(stage => stage.Code == code);

    internal override void Validate(RuleValidator validator)
    {
        ValidateSubjects(validator);
        validator.Require(MinCount >= 1, "'minCount' is below 1.");
        validator.Require(RateOver is null or >= 1, "'rateOver' is below 1.");
        validator.Require(RateOver is not null || Forecasts.Count == 0,
            "'rateOver' is open: choose the number of periods that the rate of 'forecasts' is taken over.");
        validator.RequireAny("stages", Stages);
        foreach (var stage in Stages)
        {
            stage.ValidateRepeat(validator);
        }

        validator.RequireUnique("segments", Segments.Select(segment => segment.Code));
        foreach (var (index, stage) in AllStages.Index())
        {
            stage.Validate(validator, [.. AllStages.Take(index).Select(earlier => earlier.Code)], [.. AllStages.Select(any => any.Code)]);
        }

        ValidateAgreements(validator);
        foreach (var forecast in Forecasts)
        {
            validator.Require(Find(forecast.Stage) is not null, $"'forecasts' names '{forecast.Stage}', which is no stage.");
            validator.Require(forecast.Base == Scope || Find(forecast.Base) is not null,
                $"'forecasts' names '{forecast.Base}', which is no stage and not 'scope'.");
        }

        foreach (var stated in Stated)
        {
            validator.RequireWords("stated", [stated.Code]);
            validator.RequireText($"stated.{stated.Code}.source", stated.Source);
            validator.Require(stated.High is null || stated.High >= stated.Value, $"'stated.{stated.Code}' must have value <= high.");
        }
    }

    private void ValidateAgreements(RuleValidator validator)
    {
        if (Capacity is { } capacity)
        {
            validator.Require(Find(capacity.Stage) is not null, $"'capacity.stage' names '{capacity.Stage}', which is no stage.");
            validator.Require(capacity.Count > 0, "'capacity.count' must be above 0.");
            validator.Require(capacity.Per == Period, "'capacity.per' is not the kind of period that records are about.");
        }

        if (Quota is { } quota)
        {
            validator.Require(Find(quota.Stage) is not null, $"'quota.stage' names '{quota.Stage}', which is no stage.");
            validator.Require(quota.Count > 0, "'quota.count' must be above 0.");
        }

        if (Coverage is { } coverage)
        {
            validator.Require(Find(coverage.Stage) is not null, $"'coverage.stage' names '{coverage.Stage}', which is no stage.");
            validator.Require(coverage.Months >= 1, "'coverage.months' is below 1.");
        }
    }
}

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(PipelineRules))]
internal sealed partial class PipelineRulesJson : JsonSerializerContext;
