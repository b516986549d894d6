using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Rules;

/// <summary>The rules of a kind of scorecard: what a rules file of any kind has.</summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Visibility">
/// Widest audience of the scorecards: public, partners or owner; absent where the kind and the datasets of their inputs alone decide.
/// </param>
public abstract record ScorecardRules(
    [property: JsonPropertyOrder(-3)] string Version,
    [property: JsonPropertyOrder(-2)] BilingualText Title,
    [property: JsonPropertyOrder(-1)] string Source,
    DatasetVisibility? Visibility = null)
{
    /// <summary>The fields that the file has under a former name.</summary>
    internal IReadOnlyList<RenamedField> RenamedFields { get; set; } = [];

    /// <summary>
    /// The codes of lines that rules decide on: no two lines of a scorecard can have one code. Codes that a line has from an indicator alone, of kinds
    /// that give each indicator one line, need not be named.
    /// </summary>
    internal virtual IEnumerable<string> LineCodes => [];

    /// <summary>Validates what only rules of this kind have; <see cref="Version"/> and <see cref="Source"/> are validated before.</summary>
    internal abstract void Validate(RuleValidator validator);
}
