using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.Areas;

/// <summary>JSON of areas as served.</summary>
[JsonSerializable(typeof(AreaDetail))]
[JsonSerializable(typeof(ItemList<AreaResource>))]
[JsonSerializable(typeof(ItemList<MunicipalityResource>))]
public sealed partial class AreasJson : JsonSerializerContext
{
    static AreasJson() => Default = new AreasJson(ServedJson.CreateOptions());
}
