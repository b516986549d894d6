using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;

namespace Wijkmonitor.Functions.Storage.SocialMortgages;

/// <summary>JSON of settled years and the list of social mortgages as stored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Scorecard))]
[JsonSerializable(typeof(Settlement))]
[JsonSerializable(typeof(SocialMortgageItem))]
public sealed partial class StoredMortgageJson : JsonSerializerContext
{
    static StoredMortgageJson() => Default = new StoredMortgageJson(StoredJson.CreateOptions());
}
