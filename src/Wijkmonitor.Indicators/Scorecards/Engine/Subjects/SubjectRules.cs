using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>The rules of a kind whose scorecards are about subjects: what a rules file of any such kind has.</summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Code">The code by which subjects name these rules: lower-case words with hyphens.</param>
/// <param name="Datasets">The datasets with the records; of two that say the same of one thing the one named first counts.</param>
/// <param name="Notes">Remarks that each scorecard by these rules has as a finding, such as where a source contradicts itself.</param>
/// <param name="Visibility">
/// Widest audience of the scorecards: public, partners or owner; absent where the kind and the datasets of their inputs alone decide.
/// </param>
public abstract record SubjectRules(
    string Version,
    BilingualText Title,
    string Source,
    [property: JsonPropertyOrder(1)] string Code,
    [property: JsonPropertyOrder(1)] IReadOnlyList<string> Datasets,
    [property: JsonPropertyOrder(2)] IReadOnlyList<RuleNote> Notes,
    DatasetVisibility? Visibility = null)
    : ScorecardRules(Version, Title, Source, Visibility)
{
    /// <summary>The beginnings of codes of lines that records decide on, such as one line for each place.</summary>
    internal virtual IEnumerable<string> LinePrefixes => [];

    /// <summary>Validates what the rules of all these kinds have.</summary>
    /// <param name="validator">Collector of what is wrong.</param>
    /// <param name="needsDatasets">Whether there must be a dataset with records.</param>
    private protected void ValidateSubjects(RuleValidator validator, bool needsDatasets = true)
    {
        validator.RequireWords("code", [Code]);
        validator.Require(!needsDatasets || Datasets.Count > 0, "'datasets' is empty.");
        validator.RequireWords("datasets", Datasets);
        validator.RequireUnique("datasets", Datasets);
        validator.RequireWords("notes", Notes.Select(note => note.Finding));
        foreach (var (finding, line) in Notes.SelectMany(note => (note.Lines ?? []).Select(line => (note.Finding, line))))
        {
            validator.Require(HasLine(line), $"'notes.{finding}.lines' names '{line}', which is no line of a scorecard by these rules.");
        }
    }

    private bool HasLine(string code) =>
        LineCodes.Contains(code, StringComparer.Ordinal) || LinePrefixes.Any(prefix => code.StartsWith(prefix, StringComparison.Ordinal));
}

/// <summary>A remark that each scorecard by some rules has as a finding.</summary>
/// <param name="Finding">The code of the finding: lower-case words with hyphens.</param>
/// <param name="Text">The remark.</param>
/// <param name="Lines">The codes of the lines that it is about; absent where it is about the whole scorecard.</param>
/// <param name="IsWarning">Whether the figures must not be used without knowing it.</param>
public sealed record RuleNote(
    string Finding, BilingualText Text, IReadOnlyList<string>? Lines = null, [property: JsonPropertyName("warning")] bool IsWarning = false);
