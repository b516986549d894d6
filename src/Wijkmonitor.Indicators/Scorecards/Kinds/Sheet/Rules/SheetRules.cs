using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;

/// <summary>
/// The rules of a calculation sheet: inputs, steps from a closed list of operations, and checks. A source names the sum; an input is what it
/// leaves open.
/// </summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Code">The code by which subjects name these rules: lower-case words with hyphens.</param>
/// <param name="Datasets">The datasets with the records; of two that say the same of one thing the one named first counts.</param>
/// <param name="IsStored">Whether scorecards are made from records. Sheets of households are not: they are computed when asked for and nothing is kept.</param>
/// <param name="MinCount">
/// The smallest count of persons, households or homes that is shown, 1 or more; that of the deployment counts where it is larger.
/// </param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Tables">Tables of values by key.</param>
/// <param name="Steps">The steps, each after those whose results it uses.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Checks">The comparisons that have to hold for the sum to work.</param>
/// <param name="Notes">Remarks that each scorecard by these rules has as a finding, such as where a source contradicts itself.</param>
/// <param name="Visibility">
/// Widest audience of the scorecards: public, partners or owner; absent where the kind and the datasets of their inputs alone decide.
/// </param>
public sealed partial record SheetRules(
    string Version,
    BilingualText Title,
    string Source,
    string Code,
    IReadOnlyList<string> Datasets,
    [property: JsonPropertyName("stores")] bool IsStored,
    int MinCount,
    IReadOnlyList<SheetInput> Inputs,
    IReadOnlyList<SheetTable> Tables,
    IReadOnlyList<SheetStep> Steps,
    IReadOnlyList<SheetLine> Lines,
    IReadOnlyList<SheetCheck> Checks,
    IReadOnlyList<RuleNote> Notes,
    DatasetVisibility? Visibility = null)
    : SubjectRules(Version, Title, Source, Code, Datasets, Notes, Visibility)
{
    /// <summary>The name of the kind.</summary>
    internal const string Kind = "sheet";

    internal override IEnumerable<string> LineCodes =>
        [.. Lines.Select(line => line.Result), .. Checks.SelectMany(check => new[] { check.LineCode, check.TurnCode })];

    /// <summary>Finds an input; null where there is none.</summary>
    internal SheetInput? FindInput(string code) => Inputs.FirstOrDefault(input => input.Code == code);

    /// <summary>Finds a step by its result; null where there is none.</summary>
    internal SheetStep? FindStep(string result) => Steps.FirstOrDefault(step => step.Result == result);

    /// <summary>Finds a table; null where there is none.</summary>
    internal SheetTable? FindTable(string code) => Tables.FirstOrDefault(table => table.Code == code);

    /// <summary>Finds the unit of an input or result; null where it is neither.</summary>
    internal string? FindUnit(string code) => FindStep(code)?.Unit ?? FindInput(code)?.Unit;

    /// <summary>Gets the name of an input or result.</summary>
    internal BilingualText GetLabel(string code) => FindStep(code)?.Label ?? FindInput(code)?.Label ?? new(code, code);

    /// <summary>Gets the results and inputs that an input or result is computed from, itself among them.</summary>
    internal IReadOnlySet<string> GetSources(string code)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Collect(code, found);
        return found;
    }

    /// <summary>Replaces the places in a text.</summary>
    internal static string Fill(string text, Func<string, string> write) => Place().Replace(text, match => write(match.Groups["code"].Value));

    internal override void Validate(RuleValidator validator)
    {
        ValidateSubjects(validator, needsDatasets: IsStored);
        validator.Require(IsStored || Datasets.Count == 0, "'datasets' names datasets, and these rules store nothing and read no record.");
        validator.Require(MinCount >= 1, "'minCount' is below 1.");
        validator.RequireAny("inputs", Inputs);
        validator.RequireAny("lines", Lines);
        validator.RequireUnique("tables", Tables.Select(table => table.Code));
        validator.RequireUnique("inputs", Inputs.Select(input => input.Code));
        validator.RequireUnique("steps", Steps.Select(step => step.Result).Concat(Inputs.Select(input => input.Code)));
        validator.RequireUnique("checks", Checks.Select(check => check.Finding));
        foreach (var table in Tables)
        {
            table.Validate(validator);
        }

        foreach (var input in Inputs)
        {
            input.Validate(validator, [.. Tables.Select(table => table.Code)]);
        }

        foreach (var (index, step) in Steps.Index())
        {
            step.Validate(validator, this, index);
        }

        foreach (var code in Steps.Where(step => SheetOperations.IsOfRecords(step.Op)).SelectMany(step => step.Used).Distinct(StringComparer.Ordinal)
            .Where(code => Steps.Any(step => !SheetOperations.IsOfRecords(step.Op) && step.Used.Contains(code, StringComparer.Ordinal))))
        {
            validator.Require(false, $"'steps' counts with '{code}', of which there can be several records; take their sum, number or median.");
        }

        ValidateLines(validator);
    }

    /// <summary>Whether an input can have several records that all count.</summary>
    internal bool HasItems(string input) => Steps.Any(step => SheetOperations.IsOfRecords(step.Op) && step.Used.Contains(input, StringComparer.Ordinal));

    private void ValidateLines(RuleValidator validator)
    {
        foreach (var line in Lines)
        {
            validator.Require(FindStep(line.Result) is not null || FindInput(line.Result) is { Table: null },
                $"'lines' names '{line.Result}', for which there is no step.");
            validator.Require(line.Norm is not { Low: { } low, High: { } high } || low <= high, $"'lines.{line.Result}.norm' must have low <= high.");
            ValidateText(validator, $"lines.{line.Result}.text", line.Text, [line.Result]);
        }

        foreach (var check in Checks)
        {
            check.Validate(validator, this);
            ValidateText(validator, $"checks.{check.Finding}.message", check.Message, check.Right is null ? null : check.Operands);
        }
    }

    // What is withheld of the operands is withheld of their text: it names nothing of other inputs.
    // A check with nothing to compare with is never said to fail, so that its text is not written.
    private void ValidateText(RuleValidator validator, string field, BilingualText? text, IReadOnlyList<string>? operands)
    {
        var used = operands?.SelectMany(GetSources).ToHashSet(StringComparer.Ordinal);
        foreach (var code in GetPlaces($"{text?.Nl} {text?.En}").Distinct(StringComparer.Ordinal))
        {
            validator.Require(FindUnit(code) is not null, $"'{field}' has a place for '{code}', which is no input and no result.");
            foreach (var input in GetSources(code).Where(source => FindInput(source) is not null && used?.Contains(source) == false))
            {
                validator.Require(false, $"'{field}' has a place for '{code}', which needs '{input}'; what the text is about does not.");
            }
        }
    }

    private static IEnumerable<string> GetPlaces(string text) => Place().Matches(text).Select(match => match.Groups["code"].Value);

    private void Collect(string code, HashSet<string> found)
    {
        if (found.Add(code))
        {
            foreach (var used in FindStep(code)?.Used ?? [])
            {
                Collect(used, found);
            }
        }
    }

    [GeneratedRegex(@"\{(?<code>[a-z0-9-]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(SheetRules))]
internal sealed partial class SheetRulesJson : JsonSerializerContext;
