using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Storage.Operations;

/// <summary>JSON of audited decisions as stored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AuditEntry))]
public sealed partial class StoredAuditJson : JsonSerializerContext
{
    static StoredAuditJson() => Default = new StoredAuditJson(StoredJson.CreateOptions());
}
