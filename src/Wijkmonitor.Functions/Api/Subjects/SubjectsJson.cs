using System.Text.Json;
using System.Text.Json.Serialization;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.Subjects;

/// <summary>JSON of programmes, projects and alerts as served.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ItemList<SubjectResource>))]
[JsonSerializable(typeof(ItemList<AlertResource>))]
public sealed partial class SubjectsJson : JsonSerializerContext
{
    static SubjectsJson() => Default = new SubjectsJson(ServedJson.CreateOptions());
}
