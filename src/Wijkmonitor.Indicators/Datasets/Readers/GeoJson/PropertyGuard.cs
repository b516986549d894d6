using System.Text.Json;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.PersonalData;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Indicators.Datasets.Readers.GeoJson;

/// <summary>Guard against personal data in the properties of features, as the whole file is kept. Each property is reported once.</summary>
/// <remarks>
/// An area may be named after a person. An identifier may have any digits: one in eleven passes the test of a citizen service number by chance, so that it
/// is the property that is judged, where its text does not call it such a number.
/// </remarks>
internal sealed class PropertyGuard(ProblemLog log)
{
    private const double MinBsnShare = 0.5;
    private readonly HashSet<string> found = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Texts, int Bsns, int Line)> numbers = new(StringComparer.Ordinal);

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
            else if (property.Value.ValueKind == JsonValueKind.String)
            {
                Inspect(property.Name, property.Value.GetString()!.Trim(), line);
            }
        }
    }

    /// <summary>Reports the properties of which most numbers are citizen service numbers, once the file was read.</summary>
    public void Report()
    {
        foreach (var (name, (texts, bsns, line)) in numbers)
        {
            if (bsns > texts * MinBsnShare && !found.Contains(name))
            {
                log.Add(RowProblems.PersonalData(line, name, PersonalDataDetector.GetName(PersonalDataKind.Bsn), bsns));
            }
        }
    }

    private void Inspect(string name, string text, int line)
    {
        if (PersonalDataDetector.Find(text, isAreaName: true) is (PersonalDataKind.Email or PersonalDataKind.Phone) and var kind)
        {
            found.Add(name);
            log.Add(RowProblems.PersonalData(line, name, PersonalDataDetector.GetName(kind), 1));
        }
        else if (PersonalDataDetector.CountDigits(text) >= PersonalDataDetector.BsnLength && IsNoIdentifier(text))
        {
            var isBsn = PersonalDataDetector.ContainsBsn(text);
            var (texts, bsns, first) = numbers.GetValueOrDefault(name);
            numbers[name] = (texts + 1, bsns + (isBsn ? 1 : 0), first == 0 && isBsn ? line : first);
        }
    }

    private static bool IsNoIdentifier(string text) =>
        text.Contains(' ', StringComparison.Ordinal) || PersonalDataDetector.IsInCardForm(text) || PersonalDataDetector.FindNamed(text) == PersonalDataKind.Bsn;
}
