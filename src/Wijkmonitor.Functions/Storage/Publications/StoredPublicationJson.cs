using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Disclosure.Publications;

namespace Wijkmonitor.Functions.Storage.Publications;

/// <summary>JSON of what was published, as stored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PublicationIndex))]
[JsonSerializable(typeof(PublishedPeriod))]
public sealed partial class StoredPublicationJson : JsonSerializerContext
{
    static StoredPublicationJson() => Default = new StoredPublicationJson(StoredJson.CreateOptions());
}
