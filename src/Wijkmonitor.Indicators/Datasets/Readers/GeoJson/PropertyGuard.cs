using System.Text.Json;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.PersonalData;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Readers.GeoJson;

/// <summary>Guard against personal data in the properties of features, as the whole file is kept. Each property is reported once.</summary>
internal sealed class PropertyGuard(ProblemLog log)
{
    private readonly HashSet<string> found = new(StringComparer.Ordinal);

    /// <summary>Inspects the properties of a feature.</summary>
    public void Inspect(JsonElement properties, int line)
    {
        foreach (var property in properties.EnumerateObject().Where(property => !found.Contains(property.Name)))
        {
            if (PersonalDataDetector.IsPersonalColumnName(property.Name))
            {
                found.Add(property.Name);
                log.Add(FileProblems.PersonalColumn(line, property.Name));
            }
            else if (property.Value.ValueKind == JsonValueKind.String && FindKind(property.Value.GetString()!) is { } kind)
            {
                found.Add(property.Name);
                log.Add(RowProblems.PersonalData(line, property.Name, PersonalDataDetector.GetName(kind), 1));
            }
        }
    }

    // An area may be named after a person, and an identifier may have any digits.
    private static PersonalDataKind? FindKind(string text) =>
        PersonalDataDetector.Find(text.Trim(), isAreaName: true) is (PersonalDataKind.Email or PersonalDataKind.Phone) and var kind ? kind : null;
}
