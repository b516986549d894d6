using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Storage.Scorecards;

/// <summary>JSON of scorecards as stored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Scorecard))]
[JsonSerializable(typeof(ScorecardSummary))]
[JsonSerializable(typeof(SubjectSummary))]
public sealed partial class StoredScorecardJson : JsonSerializerContext
{
    static StoredScorecardJson() => Default = new StoredScorecardJson(StoredJson.CreateOptions());
}
