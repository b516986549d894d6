using System.Globalization;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Validates a well-formed dataset definition. Each error names the field.</summary>
internal sealed partial class DatasetDefinitionValidator(DatasetDefinition definition, IndicatorCatalogue catalogue)
{
    private const string YearMark = "{year}";
    private const string AnyColumn = "*";

    public IEnumerable<ConfigurationFault> Validate() => ValidateOwn().Concat(ValidateLayouts())
        .Concat(DetailFaults.FindInRounding(definition)).Concat(PrecedenceFaults.Find(definition));

    private IEnumerable<ConfigurationFault> ValidateOwn() => ValidateFile().Concat(FormFaults.Find(definition))
        .Concat(definition.IsWide || definition.Format == DatasetFormat.Long ? ValidateFigures() : [])
        .Concat(PeriodFaults.Find(definition))
        .Concat(LayoutFaults.Find(definition))
        .Concat(DetailFaults.Find(definition))
        .Concat(ValidateFields())
        .Concat(ValidateLimits())
        .Concat(ValidateChecks());

    // What is wrong with the definition itself is said of it alone.
    private IEnumerable<ConfigurationFault> ValidateLayouts()
    {
        var own = ValidateOwn().ToHashSet();
        foreach (var (i, layout) in (definition.Layouts ?? []).Index())
        {
            foreach (var fault in LayoutFaults.FindInFormat(definition, layout)
                .Concat(new DatasetDefinitionValidator(layout.ApplyTo(definition), catalogue).ValidateOwn().Where(fault => !own.Contains(fault))))
            {
                yield return ConfigurationFault.For(
                    string.Create(CultureInfo.InvariantCulture, $"layouts[{i}]"),
                    $"De indeling '{layout.Title.Nl}': {fault.Message.Nl}",
                    $"The layout '{layout.Title.En}': {fault.Message.En}");
            }
        }
    }

    private IEnumerable<ConfigurationFault> ValidateFile()
    {
        if (!DatasetDefinition.IsId(definition.Id))
        {
            yield return ConfigurationFault.For(
                "id",
                $"'id' is '{definition.Id}': kleine letters, cijfers en koppeltekens, beginnend met een letter, hooguit 40.",
                $"'id' is '{definition.Id}': lower-case letters, digits and hyphens, starting with a letter, 40 at most.");
        }

        if (string.IsNullOrWhiteSpace(definition.Owner))
        {
            yield return ConfigurationFault.For(
                "owner",
                "'owner' is leeg: noem de organisatie of het team dat voor de dataset verantwoordelijk is.",
                "'owner' is empty: name the organisation or team that answers for the dataset.");
        }

        if (definition.Format is not (DatasetFormat.Contract or DatasetFormat.Boundaries)
            && (definition.Delimiter is null || definition.DecimalSeparator is null))
        {
            yield return ConfigurationFault.For(
                definition.Delimiter is null ? "delimiter" : "decimalSeparator",
                "'delimiter' en 'decimalSeparator' zijn verplicht voor CSV.",
                "'delimiter' and 'decimalSeparator' are required for CSV.");
        }

        if (definition.Format == DatasetFormat.Boundaries
            && (definition.Columns is null || (definition.Columns.BoundaryYear is null && definition.Period?.FileNames is not { Count: > 0 })))
        {
            yield return ConfigurationFault.For(
                "columns",
                "'columns' is verplicht voor grenzen: in 'area' de eigenschap met de gebiedscode; en voor het jaar 'columns.boundaryYear' of 'period.fileNames'.",
                "'columns' is required for boundaries: in 'area' the property with the area's code; and 'columns.boundaryYear' or 'period.fileNames' for their year.");
        }

        if (definition.Format == DatasetFormat.Records != definition.Records is not null)
        {
            yield return ConfigurationFault.For(
                "records",
                "'records' is verplicht bij het format records, en mag bij geen ander format staan.",
                "'records' is required for the format records, and for no other.");
        }
    }

    private IEnumerable<ConfigurationFault> ValidateFigures()
    {
        if (definition.Symbols is null)
        {
            yield return ConfigurationFault.For(
                "symbols",
                "'symbols' is verplicht: wat er in plaats van een getal kan staan ({} als er niets is).",
                "'symbols' is required: what stands in place of a number ({} for nothing).");
        }

        if (definition.BoundaryYear != "period" && !Period.TryParseYear(definition.BoundaryYear, out _))
        {
            yield return ConfigurationFault.For(
                "boundaryYear",
                "'boundaryYear' is verplicht: een jaar zoals \"2022\", of \"period\".",
                "'boundaryYear' is required: a year such as \"2022\", or \"period\".");
        }

        if (definition.Columns is null || (definition.RegistersAreas && definition.Columns.AreaName is null)
            || (definition.Format == DatasetFormat.Long && (definition.Columns.Indicator is null || definition.Columns.Value is null)))
        {
            yield return ConfigurationFault.For(
                "columns",
                "'columns' is verplicht, met 'areaName' als de dataset gebieden registreert, en met 'indicator' en 'value' bij het format long.",
                "'columns' is required, with 'areaName' where areas are registered, and with 'indicator' and 'value' for the format long.");
        }

        if (definition.Topics is not { Count: > 0 } && (definition.IsWide || definition.Indicators is not { Count: > 0 }))
        {
            yield return ConfigurationFault.For(
                definition.IsWide ? "topics" : "indicators",
                "'topics' (statline, wide), of 'indicators' of 'topics' (long), is verplicht.",
                "'topics' (statline, wide), or 'indicators' or 'topics' (long), is required.");
        }

        foreach (var code in definition.IndicatorCodes.Where(code => catalogue.Find(code) is null))
        {
            yield return ConfigurationFault.For(definition.GetField(code), $"Indicator '{code}' staat niet in de catalogus.",
                $"Indicator '{code}' is not in the catalogue.");
        }

        foreach (var error in ValidatePeriod().Concat(ValidateTopics()))
        {
            yield return error;
        }
    }

    private IEnumerable<ConfigurationFault> ValidatePeriod()
    {
        if (definition.Format == DatasetFormat.Long && definition.PeriodSource == PeriodSource.Header)
        {
            yield return ConfigurationFault.For(
                "period.from",
                "'period.from' is header, en dat is voor statline en wide.",
                "'period.from' is header, which is for statline and wide.");
        }

        if (definition.PeriodSource == PeriodSource.Column != definition.Columns?.Period is not null)
        {
            yield return ConfigurationFault.For(
                "columns.period",
                "'columns.period' is verplicht als de periode in een kolom staat, en mag anders niet.",
                "'columns.period' is required where the period stands in a column, and nowhere else.");
        }

        if (definition.PeriodSource == PeriodSource.Fixed != definition.Period?.Year is not null
            || (definition.Period?.Year is { } fixedYear && !Period.TryParseYear(fixedYear, out _)))
        {
            yield return ConfigurationFault.For(
                "period.year",
                "'period.year' is een jaar zoals \"2022\", verplicht waar de periode vaststaat, en nergens anders.",
                "'period.year' is a year such as \"2022\", required where the period is fixed, and nowhere else.");
        }

        var names = definition.Period?.FileNames;
        if (definition.PeriodSource == PeriodSource.FileName != names is { Count: > 0 })
        {
            yield return ConfigurationFault.For(
                "period.fileNames",
                "'period.fileNames' is verplicht als de periode in de bestandsnaam staat, en mag anders niet.",
                "'period.fileNames' is required where the period stands in the file's name, and nowhere else.");
        }

        foreach (var (text, year) in names ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (!(year == YearMark ? text.Contains(YearMark, StringComparison.Ordinal) : Period.TryParseYear(year, out _)))
            {
                yield return ConfigurationFault.For(
                    "period.fileNames",
                    $"'period.fileNames' geeft '{year}' bij '{text}': een jaar zoals \"2022\", of {YearMark} als {YearMark} in de tekst staat.",
                    $"'period.fileNames' gives '{year}' for '{text}': a year such as \"2022\", or {YearMark} where the text holds {YearMark}.");
            }
        }
    }

    private IEnumerable<ConfigurationFault> ValidateTopics()
    {
        foreach (var topic in definition.Topics ?? [])
        {
            var inHeader = definition.PeriodSource == PeriodSource.Header;
            var says = topic.Period is not null || topic.Column.Contains(YearMark, StringComparison.Ordinal);
            if (topic.Occurrence is not null && (topic.Occurrence < 1 || !topic.Column.EndsWith("_*", StringComparison.Ordinal)))
            {
                yield return ConfigurationFault.For(
                    "topics",
                    $"Onderwerp '{topic.Column}': 'occurrence' is 1 of meer, en is voor een 'column' die eindigt op _*.",
                    $"Topic '{topic.Column}': 'occurrence' is 1 or more, and is for a 'column' that ends with _*.");
            }

            if (inHeader != says || (topic.Period is not null && !Period.TryParse(topic.Period, out _)))
            {
                yield return ConfigurationFault.For(
                    "topics",
                    $"Onderwerp '{topic.Column}': {YearMark} in 'column', of een jaar in 'period', is verplicht als de periode in de kopregel staat, en mag anders niet.",
                    $"Topic '{topic.Column}': {YearMark} in 'column', or a year in 'period', is required where the period stands in the header, and nowhere else.");
            }

            if (topic.Factor == 0 || (topic.Factor != 1 && topic.Unit is null))
            {
                yield return ConfigurationFault.For(
                    "topics",
                    $"Onderwerp '{topic.Column}': een 'factor' is niet 0, en staat bij de eenheid ('unit') die het bestand heeft.",
                    $"Topic '{topic.Column}': a 'factor' is not 0, and comes with the 'unit' that the file has.");
            }

            if (topic.Factor == 1 && topic.Unit is { } unit && catalogue.Find(topic.Indicator) is { } indicator && indicator.Unit != unit)
            {
                yield return ConfigurationFault.For(
                    "topics",
                    $"Onderwerp '{topic.Column}': 'unit' is '{unit}' en die van de indicator '{indicator.Unit}', zonder 'factor' ertussen.",
                    $"Topic '{topic.Column}': 'unit' is '{unit}' and the indicator's is '{indicator.Unit}', without a 'factor' between them.");
            }

            if (topic.ColumnOfYear?.Keys.FirstOrDefault(year => !Period.TryParseYear(year, out _)) is { } unknownColumn)
            {
                yield return ConfigurationFault.For(
                    "topics",
                    $"Onderwerp '{topic.Column}': '{unknownColumn}' in 'columnOfYear' is geen jaar.",
                    $"Topic '{topic.Column}': '{unknownColumn}' in 'columnOfYear' is not a year.");
            }
        }

        if ((definition.IgnoredColumns?.Keys ?? []).Concat(definition.NameColumns ?? [])
            .FirstOrDefault(name => name.IndexOf(AnyColumn, StringComparison.Ordinal) is >= 0 and var at && at < name.Length - 1) is { } column)
        {
            yield return ConfigurationFault.For(
                definition.IgnoredColumns?.ContainsKey(column) == true ? "ignoredColumns" : "nameColumns",
                $"'ignoredColumns' of 'nameColumns' heeft '{column}': een sterretje kan alleen aan het eind staan.",
                $"'ignoredColumns' or 'nameColumns' has '{column}': an asterisk can stand at the end only.");
        }
    }

    private IEnumerable<ConfigurationFault> ValidateChecks()
    {
        var checks = definition.Checks ?? new DatasetChecks();
        foreach (var code in checks.GetIndicators().Except(definition.IndicatorCodes, StringComparer.Ordinal))
        {
            yield return ConfigurationFault.For(
                "checks",
                $"'checks' noemt indicator '{code}', die de dataset niet levert.",
                $"'checks' names indicator '{code}', which the dataset does not deliver.");
        }

        if (definition.Format == DatasetFormat.Long && checks.Sums is not null)
        {
            yield return ConfigurationFault.For(
                "checks.sums",
                "'checks.sums' is voor statline en wide: de delen staan op dezelfde rij.",
                "'checks.sums' is for statline and wide: the parts stand on the same row.");
        }

        if (checks.Jumps?.FirstOrDefault(jump => jump.Value is { Absolute: null, Share: null }).Key is { } jumping)
        {
            yield return ConfigurationFault.For(
                "checks.jumps",
                $"'checks.jumps' van '{jumping}' vraagt 'absolute', 'share' of allebei.",
                $"'checks.jumps' of '{jumping}' needs 'absolute', 'share' or both.");
        }

        if (checks.Coverage is < 0 or > 1)
        {
            yield return ConfigurationFault.For("checks.coverage", "'checks.coverage' is een aandeel tussen 0 en 1.",
                "'checks.coverage' is a share between 0 and 1.");
        }

        foreach (var code in (definition.Problems?.Keys ?? []).Except(ProblemCodes.Adjustable, StringComparer.Ordinal))
        {
            yield return ConfigurationFault.For(
                "problems",
                $"'problems' noemt '{code}'; een dataset kan instellen: {string.Join(", ", ProblemCodes.Adjustable)}.",
                $"'problems' names '{code}'; what a dataset can set are {string.Join(", ", ProblemCodes.Adjustable)}.");
        }
    }

    private IEnumerable<ConfigurationFault> ValidateFields()
    {
        if (definition.DeclaresFields != definition.Fields is { Count: > 0 })
        {
            yield return ConfigurationFault.For(
                "fields",
                "'fields' is verplicht bij de records area-records, en mag bij geen andere staan.",
                "'fields' is required for the records area-records, and for no other.");
        }

        var names = new HashSet<string>(AreaRecordColumns.Fixed, StringComparer.Ordinal);
        foreach (var field in definition.Fields ?? [])
        {
            if (!FieldPattern().IsMatch(field.Name) || !names.Add(field.Name))
            {
                yield return ConfigurationFault.For(
                    "fields",
                    $"Veld '{field.Name}': een naam bestaat uit kleine letters, cijfers en underscores, begint met een letter, heeft er hooguit 40 en komt één keer voor; area, reference en date zijn er al.",
                    $"Field '{field.Name}': a name is lower-case letters, digits and underscores, starting with a letter, 40 at most, and stands once; area, reference and date are there already.");
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

            if ((field.Min is not null || field.Max is not null) && (field.Type != RecordFieldType.Number || field.Min > field.Max))
            {
                yield return ConfigurationFault.For(
                    "fields",
                    $"Veld '{field.Name}': 'min' en 'max' zijn voor een getal, en 'min' is niet hoger dan 'max'.",
                    $"Field '{field.Name}': 'min' and 'max' are for a number, and 'min' is not above 'max'.");
            }
        }
    }

    private IEnumerable<ConfigurationFault> ValidateLimits()
    {
        if (definition.Limits is not null && !definition.DeclaresFields)
        {
            yield return ConfigurationFault.For("limits", "'limits' is alleen voor de records area-records.", "'limits' is for the records area-records only.");
        }

        string[] counted = [.. AreaRecordColumns.Counted, .. (definition.Fields ?? []).Where(field => field.Required).Select(field => field.Name)];
        foreach (var limit in definition.Limits ?? [])
        {
            if (limit.Max < 1 || limit.Per.Count == 0 || limit.Per.FirstOrDefault(name => !counted.Contains(name, StringComparer.Ordinal)) is not null)
            {
                yield return ConfigurationFault.For(
                    "limits",
                    $"Een limiet vraagt 'most' van minstens 1 en in 'per' namen uit: {string.Join(", ", counted)}.",
                    $"A limit needs 'most' of at least 1 and in 'per' names among: {string.Join(", ", counted)}.");
            }
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex FieldPattern();
}
