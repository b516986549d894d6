using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>
/// A kind of scorecard of areas, with the rules that were chosen for it. Adding a kind is adding a folder with its rules, computation
/// and text, and naming it in <c>ScorecardKinds</c>.
/// </summary>
public interface IScorecardKind
{
    /// <summary>The kind as scorecards and addresses name it: lower-case words with hyphens.</summary>
    string Name { get; }

    /// <summary>Name and description of the kind.</summary>
    ScorecardKindInfo Info { get; }

    /// <summary>The version of the rules.</summary>
    string RuleVersion { get; }

    /// <summary>
    /// Widest visibility of its scorecards, when the kind or its rules narrow it; a scorecard can narrow it further
    /// (<see cref="Scorecard.Visibility"/>). Null where the datasets of their inputs alone decide.
    /// </summary>
    DatasetVisibility? Visibility => null;

    /// <summary>The code by which subjects name these rules; null for a kind whose scorecards are about areas alone.</summary>
    string? RulesCode => null;

    /// <summary>The fields that its rules have under a former name, which the next release no longer accepts.</summary>
    IReadOnlyList<RenamedField> RenamedFields => [];

    /// <summary>Computes the scorecards of this kind of one municipality: those of its areas and possibly its own.</summary>
    /// <param name="figures">Known figures of the municipality.</param>
    /// <param name="onFailure">
    /// Receives the areas and periods that fail by exception, and the others are computed; where it is null, an exception ends the enumeration.
    /// </param>
    /// <remarks>Computes lazily: each enumeration recomputes. Do not buffer; those of a large city do not fit in memory.</remarks>
    IEnumerable<Scorecard> Compute(MunicipalityFigures figures, Action<ScorecardFailure>? onFailure = null);
}
