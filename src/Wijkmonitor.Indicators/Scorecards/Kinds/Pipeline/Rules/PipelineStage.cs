using System.Globalization;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;

/// <summary>A stage of a pipeline.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Base">
/// The stage that its share is taken of, or <c>scope</c> for all units of the subject; null for the first stage and for what is counted apart.
/// </param>
/// <param name="After">The stage that it follows; that of its share unless said otherwise.</param>
/// <param name="DeadlineDays">Number of days within which it is to be reached; absent where nothing was agreed.</param>
/// <param name="GraceDays">Number of days that it may be late before it counts as late; required with a deadline.</param>
/// <param name="Repeat">Repetition of the stage; absent where it happens once.</param>
/// <param name="PerSegment">Whether its share is a line for each segment too.</param>
public sealed record PipelineStage(
    string Code,
    BilingualText Label,
    [property: JsonPropertyName("of")] string? Base = null,
    string? After = null,
    int? DeadlineDays = null,
    int? GraceDays = null,
    StageRepeat? Repeat = null,
    bool PerSegment = false)
{
    /// <summary>The code of the line with its share.</summary>
    internal string ShareCode => $"{Code}-share";

    /// <summary>The code of the line with how often it was on time.</summary>
    internal string OnTimeCode => $"{Code}-on-time";

    /// <summary>The code of the line with the visits that it took.</summary>
    internal string VisitsCode => $"{Code}-extra-visits";

    /// <summary>Whether it is agreed when it is to be reached.</summary>
    internal bool HasDeadline => DeadlineDays is not null;

    /// <summary>The stage before it; null where it is the first or counted apart.</summary>
    internal string? Previous => After ?? (Base == PipelineRules.Scope ? null : Base);

    /// <summary>The codes of its lines.</summary>
    internal IEnumerable<string> LineCodes =>
        [Code, VisitsCode, .. Base is null ? Array.Empty<string>() : [ShareCode], .. HasDeadline ? [OnTimeCode] : Array.Empty<string>()];

    /// <summary>Gets the stages that it stands for: itself, or one for each time that it is repeated.</summary>
    internal IEnumerable<PipelineStage> Expand()
    {
        if (Repeat is not { } repeat)
        {
            return [this];
        }

        return Enumerable.Range(1, Math.Clamp(repeat.Times, 0, StageRepeat.MaxTimes)).Select(time =>
        {
            var months = (time * repeat.EveryMonths).ToString(CultureInfo.InvariantCulture);
            return this with
            {
                Code = $"{Code}-{months}",
                Label = new(
                    Label.Nl.Replace(StageRepeat.Months, months, StringComparison.Ordinal),
                    Label.En.Replace(StageRepeat.Months, months, StringComparison.Ordinal)),
            };
        });
    }

    /// <summary>Validates the stage.</summary>
    /// <param name="validator">Collector of what is wrong.</param>
    /// <param name="earlier">The codes of the stages before it.</param>
    /// <param name="all">The codes of all stages.</param>
    internal void Validate(RuleValidator validator, IReadOnlyCollection<string> earlier, IReadOnlyCollection<string> all)
    {
        validator.RequireWords("stages", [Code]);
        validator.Require(Code != PipelineRules.Scope, "'stages' names 'scope', which is the name of all units of a subject.");
        validator.Require(Base is null or PipelineRules.Scope || earlier.Contains(Base, StringComparer.Ordinal), Describe("of", Base, all));
        validator.Require(After is null || earlier.Contains(After, StringComparer.Ordinal), Describe("after", After, all));
        validator.Require(DeadlineDays is null or >= 1, $"'stages.{Code}.deadlineDays' is below 1.");
        validator.Require(!HasDeadline || GraceDays is >= 0,
            $"'stages.{Code}.graceDays' is open: choose the number of days that it may be late before it counts as late, 0 or more.");
    }

    /// <summary>Validates the repetition: each time has a name of its own.</summary>
    internal void ValidateRepeat(RuleValidator validator)
    {
        validator.Require(Repeat is null or { EveryMonths: >= 1, Times: >= 1 and <= StageRepeat.MaxTimes },
            $"'stages.{Code}.repeat' must have 'everyMonths' of 1 or more and 'times' from 1 to {StageRepeat.MaxTimes.ToString(CultureInfo.InvariantCulture)}.");
        validator.Require(
            Repeat is null || (Label.Nl.Contains(StageRepeat.Months, StringComparison.Ordinal)
                && Label.En.Contains(StageRepeat.Months, StringComparison.Ordinal)),
            $"'stages.{Code}.label' lacks '{StageRepeat.Months}', which stands for the months of each time.");
    }

    private string Describe(string field, string? named, IReadOnlyCollection<string> all) => all.Contains(named, StringComparer.Ordinal)
        ? $"'stages.{Code}.{field}' names '{named}', which comes later."
        : $"'stages.{Code}.{field}' names '{named}', which is no stage.";
}

/// <summary>Repetition of a stage, such as a talk after 6, 12, 18 and 24 months. Its label has <c>{months}</c> where these are.</summary>
/// <param name="EveryMonths">Number of months between two times, 1 or more.</param>
/// <param name="Times">Number of times, 1 to 24. Records name each by the code and its months: <c>check-6</c>.</param>
public sealed record StageRepeat(int EveryMonths, int Times)
{
    /// <summary>Placeholder of the months in a label.</summary>
    internal const string Months = "{months}";

    /// <summary>Highest number of times.</summary>
    internal const int MaxTimes = 24;
}
