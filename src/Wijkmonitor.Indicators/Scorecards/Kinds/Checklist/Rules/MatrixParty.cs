using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

/// <summary>A party or group of the matrix; never a person.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name in a sentence, such as "the heat company".</param>
/// <param name="IsStakeholder">Whether it is named as a stakeholder, who is to have a part in a task.</param>
public sealed record MatrixParty(string Code, BilingualText Label, [property: JsonPropertyName("stakeholder")] bool IsStakeholder);
