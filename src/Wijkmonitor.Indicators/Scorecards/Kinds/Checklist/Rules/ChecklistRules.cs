using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules.Choices;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

/// <summary>The rules of a checklist, a card of choices and a matrix of tasks. What a source leaves open is null by choice or chosen here.</summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Code">The code by which subjects name these rules: lower-case words with hyphens.</param>
/// <param name="Datasets">The datasets with the records; of two that say the same of one thing the one named first counts.</param>
/// <param name="FreshMonths">Number of months after which an answer is stale, 1 or more; null where nobody chose one, and then none is.</param>
/// <param name="Roles">The roles that answer; one that is not among them is not shown, so that no person is.</param>
/// <param name="Items">The conditions and measurements; empty where there is no checklist.</param>
/// <param name="Contexts">Contexts that ratings of choices may depend on; empty where they depend on nothing.</param>
/// <param name="Aspects">The aspects of which one option is chosen each; empty where there is no card of choices.</param>
/// <param name="Parties">The parties of the matrix; empty where there is none.</param>
/// <param name="Tasks">The tasks or steps of the matrix; empty where there are none.</param>
/// <param name="Posts">The posts that one party holds each; empty where there are none.</param>
/// <param name="Notes">Remarks that each scorecard by these rules has as a finding, such as where a source contradicts itself.</param>
/// <param name="Visibility">
/// Widest audience of the scorecards: public, partners or owner; absent where the kind and the datasets of their inputs alone decide.
/// </param>
public sealed record ChecklistRules(
    string Version,
    BilingualText Title,
    string Source,
    string Code,
    IReadOnlyList<string> Datasets,
    int? FreshMonths,
    IReadOnlyList<AnsweringRole> Roles,
    IReadOnlyList<ChecklistItem> Items,
    IReadOnlyList<ChoiceContext> Contexts,
    IReadOnlyList<ChoiceAspect> Aspects,
    IReadOnlyList<MatrixParty> Parties,
    IReadOnlyList<MatrixTask> Tasks,
    IReadOnlyList<MatrixPost> Posts,
    IReadOnlyList<RuleNote> Notes,
    DatasetVisibility? Visibility = null)
    : SubjectRules(Version, Title, Source, Code, Datasets, Notes, Visibility)
{
    /// <summary>The name of the kind.</summary>
    internal const string Kind = "checklist";

    private const int MaxFreshMonths = 1_200;

    /// <summary>The conditions: items that are answered.</summary>
    internal IEnumerable<ChecklistItem> Conditions => Items.Where(item => item.Measured is null);

    /// <summary>The measurements: items that are measured.</summary>
    internal IEnumerable<ChecklistItem> Measurements => Items.Where(item => item.Measured is not null);

    internal override IEnumerable<string> LineCodes =>
    [
        .. Conditions.Any() ? [LineNames.Conditions] : Array.Empty<string>(),
        .. Measurements.Any() ? [LineNames.Measurements] : Array.Empty<string>(),
        .. Items.Select(item => item.Code),
        .. Aspects.Count > 0 ? [LineNames.Choices, LineNames.Choices + LineNames.Intended] : Array.Empty<string>(),
        .. Contexts.Select(context => LineNames.GetContext(context.Code)),
        .. Aspects.SelectMany(aspect => new[] { aspect.Code, aspect.Code + LineNames.Intended }),
        .. Tasks.Any(task => task.NeedsAccountable) ? [LineNames.Accountability] : Array.Empty<string>(),
        .. Tasks.Select(task => LineNames.GetTask(task.Code)),
        .. Posts.Select(post => LineNames.GetPost(post.Code)),
        .. Parties.Where(party => party.IsStakeholder).Select(party => LineNames.GetParty(party.Code)),
    ];

    /// <summary>Finds the name of a party; null where there is none.</summary>
    internal MatrixParty? FindParty(string code) => Parties.FirstOrDefault(party => party.Code == code);

    internal override void Validate(RuleValidator validator)
    {
        ValidateSubjects(validator);
        validator.Require(FreshMonths is null or (> 0 and <= MaxFreshMonths), "'freshMonths' must be 1 to 1200, or null where nobody chose it.");
        validator.Require(Items.Count + Aspects.Count + Tasks.Count > 0, "'items', 'aspects' and 'tasks' are all empty; there is nothing to ask.");
        RequireCodes(validator, "roles", Roles.Select(role => role.Code));
        RequireCodes(validator, "items", Items.Select(item => item.Code));
        RequireCodes(validator, "aspects", Aspects.Select(aspect => aspect.Code).Concat(Contexts.Select(context => context.Code)));
        RequireCodes(validator, "parties", Parties.Select(party => party.Code));
        RequireCodes(validator, "tasks", Tasks.Select(task => task.Code).Concat(Posts.Select(post => post.Code)));
        validator.Require(!Conditions.Any() || Roles.Count > 0, "'roles' is empty; name the roles that answer.");
        validator.Require(Tasks.Count + Posts.Count == 0 || Parties.Count > 0, "'parties' is empty; name the parties of the matrix.");
        validator.Require(Tasks.Count > 0 || !Parties.Any(party => party.IsStakeholder),
            "'parties' names a stakeholder, and there are no tasks to take part in.");
        foreach (var item in Items)
        {
            item.Validate(validator);
        }

        foreach (var context in Contexts)
        {
            context.Validate(validator);
        }

        foreach (var aspect in Aspects)
        {
            aspect.Validate(validator, Contexts);
        }

        ValidateMatrix(validator);
    }

    private static void RequireCodes(RuleValidator validator, string field, IEnumerable<string> codes)
    {
        List<string> named = [.. codes];
        validator.RequireWords(field, named);
        validator.RequireUnique(field, named);
    }

    private void ValidateMatrix(RuleValidator validator)
    {
        foreach (var task in Tasks)
        {
            foreach (var party in task.Consulted.Where(party => FindParty(party) is null))
            {
                validator.Require(false, $"'tasks.{task.Code}.consult' names '{party}', which is no party.");
            }
        }

        foreach (var post in Posts)
        {
            validator.Require(post.HeldBy is null || FindParty(post.HeldBy) is not null,
                $"'posts.{post.Code}.heldBy' names '{post.HeldBy}', which is no party.");
            validator.Require((post.HeldBy is null) == (post.Risk is null), $"'posts.{post.Code}' must have both 'heldBy' and 'risk', or null for both.");
        }
    }
}

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(ChecklistRules))]
internal sealed partial class ChecklistRulesJson : JsonSerializerContext;
