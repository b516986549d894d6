using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

/// <summary>The rules of a project ledger. What a source leaves open is null or empty by choice, or chosen here.</summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Code">The code by which subjects name these rules: lower-case words with hyphens.</param>
/// <param name="Datasets">The datasets with the records; of two that say the same of one thing the one named first counts.</param>
/// <param name="Counted">Units that a project consists of: homes, households or other.</param>
/// <param name="MinCount">
/// The smallest number of homes, households or signals that is shown, 1 or more; that of the deployment counts where it is larger.
/// </param>
/// <param name="Milestones">The milestones with a name, in the order of their lines; others follow by code.</param>
/// <param name="Start">The code of the milestone that the project begins with.</param>
/// <param name="End">The code of the milestone that it ends with.</param>
/// <param name="Spans">Times between two milestones that have a line of their own; empty for none.</param>
/// <param name="Parties">The parties with a name, in the order of their lines; others follow by code.</param>
/// <param name="CostKinds">The kinds of contributions that are cost.</param>
/// <param name="Bases">The bases that cost is compared with; empty for none.</param>
/// <param name="StatedSums">Sums that the source states in its text; empty for none.</param>
/// <param name="Works">Meaning of an item of the works: parts of the work, or homes.</param>
/// <param name="ProgressTolerance">
/// The points that reported progress may differ from what was accepted; null where nobody chose a number, and then nothing is judged.
/// </param>
/// <param name="AnswerWithinDays">The days within which a signal is to be answered; null where none were agreed.</param>
/// <param name="StopRule">The limits at which the parties agreed to decide whether it goes on; empty where they agreed none.</param>
/// <param name="Notes">Remarks that each scorecard by these rules has as a finding, such as where a source contradicts itself.</param>
/// <param name="Visibility">
/// Widest audience of the scorecards: public, partners or owner; absent where the kind and the datasets of their inputs alone decide.
/// </param>
public sealed record ProjectLedgerRules(
    string Version,
    BilingualText Title,
    string Source,
    string Code,
    IReadOnlyList<string> Datasets,
    ProjectUnit Counted,
    int MinCount,
    IReadOnlyList<NamedCode> Milestones,
    string Start,
    string End,
    IReadOnlyList<ProjectSpan> Spans,
    IReadOnlyList<NamedCode> Parties,
    IReadOnlyList<FundingKind> CostKinds,
    IReadOnlyList<CostBase> Bases,
    IReadOnlyList<StatedSum> StatedSums,
    WorkItems Works,
    decimal? ProgressTolerance,
    int? AnswerWithinDays,
    IReadOnlyList<StopCriterion> StopRule,
    IReadOnlyList<RuleNote> Notes,
    DatasetVisibility? Visibility = null)
    : SubjectRules(Version, Title, Source, Code, Datasets, Notes, Visibility)
{
    /// <summary>The name of the kind.</summary>
    internal const string Kind = "project-ledger";

    private const int MaxAnswerDays = 3650;

    private static readonly string[] Fixed =
    [
        "duration", "slip-factor", "deadlines-missed", "replans", "cost", "cost-per-unit", "without-loans", "without-loans-per-unit", "exposure", "overdue",
        "works-delivered-paid", "works-delivered-unpaid", "works-undelivered-paid", "works-undelivered-unpaid", "coverage-gap", "verified-progress",
        "reported-progress", "progress-difference", "delay-cost", "conditions", "conditions-late", "signals-open", "signals-late",
    ];

    internal override IEnumerable<string> LineCodes => [.. Figures, .. StopRule.Select(criterion => criterion.LineCode)];

    /// <summary>The codes of the lines that can be compared with a limit.</summary>
    private IEnumerable<string> Figures =>
    [
        .. Fixed, .. Milestones.Select(milestone => GetMilestoneLine(milestone.Code)), .. Parties.Select(party => GetPartyLine(party.Code)),
        .. Spans.Select(span => span.LineCode), .. Bases.Select(known => known.LineCode),
    ];

    /// <summary>Gets the code of the line of a milestone.</summary>
    internal static string GetMilestoneLine(string milestone) => $"milestone-{milestone}";

    /// <summary>Gets the code of the line of a party.</summary>
    internal static string GetPartyLine(string party) => $"party-{party}";

    /// <summary>Gets the name of a milestone; its code where the rules have none.</summary>
    internal BilingualText GetMilestoneLabel(string code) => GetLabel(Milestones, code);

    /// <summary>Whether the rules have a party.</summary>
    /// <param name="code">The code of the party.</param>
    internal bool HasParty(string code) => Parties.Any(party => party.Code == code);

    /// <summary>Gets the name of a party.</summary>
    /// <remarks>One that the rules do not know is another party, for it may be a household.</remarks>
    internal BilingualText GetPartyLabel(string code) => HasParty(code) ? GetLabel(Parties, code) : new BilingualText("andere partij", "other party");

    internal override void Validate(RuleValidator validator)
    {
        ValidateSubjects(validator);
        validator.Require(MinCount >= 1, "'minCount' is below 1.");
        RequireCodes(validator, "milestones", Milestones.Select(milestone => milestone.Code));
        RequireCodes(validator, "parties", Parties.Select(party => party.Code));
        ValidateTime(validator);
        ValidateMoney(validator);
        validator.Require(ProgressTolerance is null or >= 0, "'progressTolerance' is below 0.");
        validator.Require(AnswerWithinDays is null or (>= 0 and <= MaxAnswerDays), "'answerWithinDays' is not between 0 and 3650.");
        ValidateStopRule(validator);
    }

    private static void RequireCodes(RuleValidator validator, string field, IEnumerable<string> codes)
    {
        List<string> named = [.. codes];
        validator.RequireWords(field, named);
        validator.RequireUnique(field, named);
    }

    private static BilingualText GetLabel(IEnumerable<NamedCode> named, string code) =>
        named.FirstOrDefault(known => known.Code == code)?.Label ?? new BilingualText(code, code);

    private void ValidateTime(RuleValidator validator)
    {
        RequireCodes(validator, "spans", Spans.Select(span => span.Code));
        RequireMilestone(validator, "start", Start);
        RequireMilestone(validator, "end", End);
        validator.Require(Start != End, "'start' and 'end' are the same milestone.");
        foreach (var span in Spans)
        {
            RequireMilestone(validator, $"spans.{span.Code}.from", span.From);
            RequireMilestone(validator, $"spans.{span.Code}.to", span.To);
            validator.Require(span.From != span.To, $"'spans.{span.Code}' begins and ends with the same milestone.");
        }
    }

    private void RequireMilestone(RuleValidator validator, string field, string code) => validator.Require(
        Milestones.Any(milestone => milestone.Code == code), $"'{field}' names '{code}', which is none of 'milestones'.");

    private void ValidateMoney(RuleValidator validator)
    {
        validator.RequireAny("costKinds", CostKinds);
        validator.Require(CostKinds.Distinct().Count() == CostKinds.Count, "'costKinds' names a kind twice.");
        RequireCodes(validator, "bases", Bases.Select(known => known.Code));
        foreach (var known in Bases)
        {
            RequireRows(validator, $"bases.{known.Code}.budget", known.Budget);
            RequireRows(validator, $"bases.{known.Code}.offers", known.Offers);
            RequireRows(validator, $"bases.{known.Code}.funding", known.Funding);
            validator.Require(known.IsWholeCost || known.WithoutKinds is null,
                $"'bases.{known.Code}.withoutKinds' is for a base without 'offers' and 'funding': these name the rows that count.");
            validator.Require(known.WithoutKinds is null || CostKinds.Except(known.WithoutKinds).Any(), $"'bases.{known.Code}.withoutKinds' leaves no cost.");
        }

        RequireCodes(validator, "statedSums", StatedSums.Select(stated => stated.Code));
        foreach (var stated in StatedSums)
        {
            validator.RequireText($"statedSums.{stated.Code}.place", stated.Place);
            RequireRows(validator, $"statedSums.{stated.Code}.rows", stated.Rows);
            validator.Require(stated.Amount > 0, $"'statedSums.{stated.Code}.amount' must be above 0.");
        }
    }

    private static void RequireRows(RuleValidator validator, string field, IReadOnlyList<string>? rows)
    {
        if (rows is not null)
        {
            validator.RequireAny(field, rows);
            RequireCodes(validator, field, rows);
        }
    }

    private void ValidateStopRule(RuleValidator validator)
    {
        validator.RequireUnique("stopRule", StopRule.Select(criterion => criterion.Figure));
        foreach (var criterion in StopRule)
        {
            validator.Require(
                Figures.Contains(criterion.Figure, StringComparer.Ordinal),
                $"'stopRule' names '{criterion.Figure}', which is no line of these scorecards.");
        }
    }
}

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(ProjectLedgerRules))]
internal sealed partial class ProjectLedgerRulesJson : JsonSerializerContext;
