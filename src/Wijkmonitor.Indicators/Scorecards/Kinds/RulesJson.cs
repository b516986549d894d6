using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.CrisisTiles;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Function;
using Wijkmonitor.Indicators.Scorecards.Kinds.Liveability;
using Wijkmonitor.Indicators.Scorecards.Kinds.LoadCapacity;
using Wijkmonitor.Indicators.Scorecards.Kinds.Perception;
using Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;
using Wijkmonitor.Indicators.Scorecards.Kinds.Vulnerability;

namespace Wijkmonitor.Indicators.Scorecards.Kinds;

/// <summary>How the rules of all kinds are read: camelCase, nothing unknown, nothing missing, nothing twice.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(CompassRules))]
[JsonSerializable(typeof(CrisisTilesRules))]
[JsonSerializable(typeof(FourAngleRules))]
[JsonSerializable(typeof(FunctionRules))]
[JsonSerializable(typeof(LiveabilityRules))]
[JsonSerializable(typeof(LoadCapacityRules))]
[JsonSerializable(typeof(PerceptionRules))]
[JsonSerializable(typeof(StayersMoversRules))]
[JsonSerializable(typeof(VulnerabilityRules))]
public sealed partial class RulesJson : JsonSerializerContext;
