using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>JSON of scorecards as served.</summary>
[JsonSerializable(typeof(ItemList<ScorecardKindInfo>))]
[JsonSerializable(typeof(ItemList<ScorecardKindResource>))]
[JsonSerializable(typeof(ItemList<ScorecardSummary>))]
[JsonSerializable(typeof(ItemList<WhatIfForm>))]
[JsonSerializable(typeof(Scorecard))]
[JsonSerializable(typeof(Signal))]
[JsonSerializable(typeof(WhatIfInputs))]
[JsonSerializable(typeof(WhatIfOutcome))]
public sealed partial class ScorecardsJson : JsonSerializerContext
{
    static ScorecardsJson() => Default = new ScorecardsJson(ServedJson.CreateOptions());
}
