using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.Datasets;

/// <summary>JSON of datasets as served.</summary>
[JsonSerializable(typeof(DatasetResource))]
[JsonSerializable(typeof(ItemList<DatasetResource>))]
public sealed partial class DatasetsJson : JsonSerializerContext
{
    static DatasetsJson() => Default = new DatasetsJson(ServedJson.CreateOptions());
}
