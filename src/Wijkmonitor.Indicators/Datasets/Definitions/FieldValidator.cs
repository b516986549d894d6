using System.Globalization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.PersonalData;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Validator of the fields and limits that a dataset of records about areas declares.</summary>
internal static class FieldValidator
{
    private const int MaxNameLength = 40;

    /// <summary>Finds the errors in the fields.</summary>
    public static IEnumerable<ConfigurationFault> Find(DatasetDefinition definition)
    {
        if (definition.DeclaresFields != definition.Fields is { Count: > 0 })
        {
            yield return ConfigurationFault.For(
                "fields",
                "'fields' is verplicht bij de records 'area-records', en mag bij geen andere staan.",
                "'fields' is required for the records 'area-records', and for no other.");
        }

        foreach (var fault in FindInKeys(definition))
        {
            yield return fault;
        }

        var names = new HashSet<string>(AreaRecordColumns.Fixed, StringComparer.Ordinal);
        foreach (var field in definition.Fields ?? [])
        {
            if (!SnakeCase.IsMatch(field.Name, MaxNameLength) || !names.Add(field.Name))
            {
                yield return ConfigurationFault.For(
                    "fields",
                    $"Veld '{field.Name}': een naam bestaat uit hooguit 40 kleine letters, cijfers en lage streepjes, en begint met een letter. Elke naam komt één keer voor; 'area', 'reference' en 'date' zijn er al.",
                    $"Field '{field.Name}': a name is at most 40 lower-case letters, digits and underscores, and starts with a letter. Each name occurs once; 'area', 'reference' and 'date' already exist.");
            }

            if (PersonalDataDetector.IsPersonalColumnName(field.Name))
            {
                yield return ConfigurationFault.For(
                    "fields",
                    $"Veld '{field.Name}' heet alsof het gegevens over personen bevat; records gaan over gebieden.",
                    $"Field '{field.Name}' is named as if it holds data about persons; records are about areas.");
            }

            if (field.Type == RecordFieldType.Choice != field.Values is { Count: > 0 })
            {
                yield return ConfigurationFault.For(
                    "fields",
                    $"Veld '{field.Name}': 'values' is verplicht bij een keuze, en mag bij niets anders staan.",
                    $"Field '{field.Name}': 'values' is required for a choice, and for nothing else.");
            }

            if (field.MaxLength is not null && (field.Type != RecordFieldType.Text || field.MaxLength is < 1 or > RecordField.LengthLimit))
            {
                yield return ConfigurationFault.For(
                    "fields",
                    $"Veld '{field.Name}': 'maxLength' is voor een tekst, tussen 1 en {RecordField.LengthLimit.ToString(CultureInfo.InvariantCulture)}.",
                    $"Field '{field.Name}': 'maxLength' is for a text, between 1 and {RecordField.LengthLimit.ToString(CultureInfo.InvariantCulture)}.");
            }

            if (field.Periods is not null && (field.Type != RecordFieldType.Period || field.Periods.Count == 0))
            {
                yield return ConfigurationFault.For(
                    "fields",
                    $"Veld '{field.Name}': 'periods' is voor een periode, en noemt er minstens één soort van.",
                    $"Field '{field.Name}': 'periods' is for a period, and names one kind at least.");
            }

            if (field.CountsPeople && field.Type != RecordFieldType.Number)
            {
                yield return ConfigurationFault.For(
                    "fields", $"Veld '{field.Name}': 'countsPeople' is voor een getal.", $"Field '{field.Name}': 'countsPeople' is for a number.");
            }

            if ((field.Min is not null || field.Max is not null) && (field.Type != RecordFieldType.Number || field.Min > field.Max))
            {
                yield return ConfigurationFault.For(
                    "fields",
                    $"Veld '{field.Name}': 'min' en 'max' zijn voor een getal, en 'min' is niet hoger dan 'max'.",
                    $"Field '{field.Name}': 'min' and 'max' are for a number, and 'min' is not above 'max'.");
            }
        }
    }

    private static IEnumerable<ConfigurationFault> FindInKeys(DatasetDefinition definition)
    {
        var fields = (definition.Fields ?? []).GroupBy(field => field.Name, StringComparer.Ordinal)
            .ToDictionary(named => named.Key, named => named.First(), StringComparer.Ordinal);
        if (definition.KeyFields is { } keys
            && (keys.Count == 0 || !keys.All(name => fields.TryGetValue(name, out var field) && field.CanBeKey)
                || keys.Distinct(StringComparer.Ordinal).Count() != keys.Count))
        {
            yield return ConfigurationFault.For(
                "keyFields",
                "'keyFields' noemt velden van de records, elk één keer: codes, perioden, dagen, keuzes, indicatoren of gebieden.",
                "'keyFields' names fields of the records, each once: codes, periods, days, choices, indicators or areas.");
        }

        if (definition.DateField is { } day
            && !(fields.TryGetValue(day, out var dated) && dated is { Required: true, Type: RecordFieldType.Period or RecordFieldType.Date }))
        {
            yield return ConfigurationFault.For(
                "dateField",
                "'dateField' noemt een verplicht veld met een periode of een dag.",
                "'dateField' names a required field with a period or a day.");
        }
    }

    /// <summary>Finds the errors in the limits.</summary>
    public static IEnumerable<ConfigurationFault> FindInLimits(DatasetDefinition definition)
    {
        if (definition.Limits is not null && !definition.DeclaresFields)
        {
            yield return ConfigurationFault.For(
                "limits", "'limits' is alleen voor de records 'area-records'.", "'limits' is only for the records 'area-records'.");
        }

        string[] counted = [.. AreaRecordColumns.Counted, .. (definition.Fields ?? []).Where(field => field.Required).Select(field => field.Name)];
        foreach (var limit in definition.Limits ?? [])
        {
            if (limit.Max < 1 || limit.Per.Count == 0 || limit.Per.FirstOrDefault(name => !counted.Contains(name, StringComparer.Ordinal)) is not null)
            {
                yield return ConfigurationFault.For(
                    "limits",
                    $"Een limiet vraagt 'max' van minstens 1 en in 'per' namen uit: {string.Join(", ", counted)}.",
                    $"A limit needs 'max' of at least 1 and in 'per' names among: {string.Join(", ", counted)}.");
            }
        }
    }
}
