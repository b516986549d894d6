using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

/// <summary>A task or step of the matrix.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name in a sentence, such as "surveying".</param>
/// <param name="NeedsAccountable">Whether exactly one party has to be accountable; else only who takes part is asked.</param>
/// <param name="Consult">The parties that have to have a part in it; absent where there are none.</param>
public sealed record MatrixTask(
    string Code, BilingualText Label, [property: JsonPropertyName("accountable")] bool NeedsAccountable, IReadOnlyList<string>? Consult = null)
{
    /// <summary>The parties that have to have a part in it.</summary>
    internal IReadOnlyList<string> Consulted => Consult ?? [];
}
