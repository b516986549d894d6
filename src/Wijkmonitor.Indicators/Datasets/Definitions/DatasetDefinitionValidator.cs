using System.Globalization;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>What is wrong with a definition that is well-formed JSON: each fault names the field.</summary>
internal sealed partial class DatasetDefinitionValidator(DatasetDefinition definition, IndicatorCatalogue catalogue)
{
    private const string YearMark = "{year}";
    private const string AnyColumn = "*";
    private const string Delimiters = ";,\t|";

    public IEnumerable<string> Validate() => ValidateOwn().Concat(ValidateLayouts());

    private IEnumerable<string> ValidateOwn() => ValidateFile().Concat(OfForm(definition))
        .Concat(definition.IsWide || definition.Format == DatasetFormat.Long ? ValidateFigures() : [])
        .Concat(PeriodFaults.Find(definition)).Concat(LayoutFaults.Find(definition)).Concat(ValidateFields()).Concat(ValidateLimits()).Concat(ValidateChecks());

    // What is wrong with the definition itself is said of it alone.
    private IEnumerable<string> ValidateLayouts()
    {
        var own = ValidateOwn().ToHashSet(StringComparer.Ordinal);
        foreach (var layout in definition.Layouts ?? [])
        {
            foreach (var fault in new DatasetDefinitionValidator(layout.ApplyTo(definition), catalogue).ValidateOwn().Where(fault => !own.Contains(fault)))
            {
                yield return $"The layout '{layout.Title.En}': {fault}";
            }

            if (layout.Format is { } format && (format is DatasetFormat.Records or DatasetFormat.Contract or DatasetFormat.Boundaries || definition.Format is DatasetFormat.Records or DatasetFormat.Contract or DatasetFormat.Boundaries))
            {
                yield return $"The layout '{layout.Title.En}': 'format' is statline, wide or long, and only where that of the dataset is one of these.";
            }
        }

        if (definition.Layouts is not null && definition.Format is DatasetFormat.Contract or DatasetFormat.Boundaries)
        {
            yield return "'layouts' is for datasets whose files have rows.";
        }
    }

    private IEnumerable<string> ValidateFile()
    {
        if (!IdPattern().IsMatch(definition.Id))
        {
            yield return $"'id' is '{definition.Id}': lower-case letters, digits and hyphens, starting with a letter, 40 at most.";
        }

        if (string.IsNullOrWhiteSpace(definition.Owner))
        {
            yield return "'owner' is empty: name the organisation or team that answers for the dataset.";
        }

        if (definition.Format is not (DatasetFormat.Contract or DatasetFormat.Boundaries) && (definition.Delimiter is null || definition.DecimalSeparator is null))
        {
            yield return "'delimiter' and 'decimalSeparator' are required for CSV.";
        }

        if (definition.Format == DatasetFormat.Boundaries && (definition.Columns is null || (definition.Columns.BoundaryYear is null && definition.Period?.FileNames is not { Count: > 0 })))
        {
            yield return "'columns' is required for boundaries: in 'area' the property with the area's code; and 'columns.boundaryYear' or 'period.fileNames' for their year.";
        }

        if (definition.Format == DatasetFormat.Records != definition.Records is not null)
        {
            yield return "'records' is required for the format records, and for no other.";
        }
    }

    private static IEnumerable<string> OfForm(DatasetDefinition form)
    {
        if (form.Delimiter is { } delimiter && !Delimiters.Contains(delimiter, StringComparison.Ordinal))
        {
            yield return "'delimiter' is a semicolon, a comma, a tab or a vertical bar.";
        }

        if (form.Comment is { } comment && (char.IsLetterOrDigit(comment) || char.IsWhiteSpace(comment) || Delimiters.Contains(comment, StringComparison.Ordinal) || comment is '"' or '\''))
        {
            yield return "'comment' cannot be a letter, a digit, a space, a delimiter or a quotation mark.";
        }

        if (form.DecimalSeparator is { } separator && separator == form.ThousandsSeparator)
        {
            yield return "'thousandsSeparator' is the same as 'decimalSeparator'.";
        }

        if (form.MissingAtOrBelow >= 0)
        {
            yield return "'missingAtOrBelow' is a number below 0, such as -99990.";
        }
    }

    private IEnumerable<string> ValidateFigures()
    {
        if (definition.Symbols is null)
        {
            yield return "'symbols' is required: what stands in place of a number ({} for nothing).";
        }

        if (definition.BoundaryYear != "period" && !Period.TryParseYear(definition.BoundaryYear, out _))
        {
            yield return "'boundaryYear' is required: a year such as \"2022\", or \"period\".";
        }

        if (definition.Columns is null || (definition.RegistersAreas && definition.Columns.AreaName is null)
            || (definition.Format == DatasetFormat.Long && (definition.Columns.Indicator is null || definition.Columns.Value is null)))
        {
            yield return "'columns' is required, with 'areaName' where areas are registered, and with 'indicator' and 'value' for the format long.";
        }

        if (definition.Topics is not { Count: > 0 } && (definition.IsWide || definition.Indicators is not { Count: > 0 }))
        {
            yield return "'topics' (statline, wide), or 'indicators' or 'topics' (long), is required.";
        }

        foreach (var code in definition.IndicatorCodes.Where(code => catalogue.Find(code) is null))
        {
            yield return $"Indicator '{code}' is not in the catalogue.";
        }

        foreach (var error in ValidatePeriod().Concat(ValidateTopics()))
        {
            yield return error;
        }
    }

    private IEnumerable<string> ValidatePeriod()
    {
        if (definition.Format == DatasetFormat.Long && definition.PeriodSource == PeriodSource.Header)
        {
            yield return "'period.from' is header, which is for statline and wide.";
        }

        if (definition.PeriodSource == PeriodSource.Column != definition.Columns?.Period is not null)
        {
            yield return "'columns.period' is required where the period stands in a column, and nowhere else.";
        }

        if (definition.PeriodSource == PeriodSource.Fixed != definition.Period?.Year is not null || (definition.Period?.Year is { } fixedYear && !Period.TryParseYear(fixedYear, out _)))
        {
            yield return "'period.year' is a year such as \"2022\", required where the period is fixed, and nowhere else.";
        }

        var names = definition.Period?.FileNames;
        if (definition.PeriodSource == PeriodSource.FileName != names is { Count: > 0 })
        {
            yield return "'period.fileNames' is required where the period stands in the file's name, and nowhere else.";
        }

        foreach (var (text, year) in names ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (!(year == YearMark ? text.Contains(YearMark, StringComparison.Ordinal) : Period.TryParseYear(year, out _)))
            {
                yield return $"'period.fileNames' gives '{year}' for '{text}': a year such as \"2022\", or {YearMark} where the text holds {YearMark}.";
            }
        }
    }

    private IEnumerable<string> ValidateTopics()
    {
        foreach (var topic in definition.Topics ?? [])
        {
            var inHeader = definition.PeriodSource == PeriodSource.Header;
            var says = topic.Period is not null || topic.Column.Contains(YearMark, StringComparison.Ordinal);
            if (topic.Occurrence is not null && (topic.Occurrence < 1 || !topic.Column.EndsWith("_*", StringComparison.Ordinal)))
            {
                yield return $"Topic '{topic.Column}': 'occurrence' is 1 or more, and is for a 'column' that ends with _*.";
            }

            if (inHeader != says || (topic.Period is not null && !Period.TryParse(topic.Period, out _)))
            {
                yield return $"Topic '{topic.Column}': {YearMark} in 'column', or a year in 'period', is required where the period stands in the header, and nowhere else.";
            }

            if (topic.Factor == 0 || (topic.Factor != 1 && topic.Unit is null))
            {
                yield return $"Topic '{topic.Column}': a 'factor' is not 0, and comes with the 'unit' that the file has.";
            }

            if (topic.Factor == 1 && topic.Unit is { } unit && catalogue.Find(topic.Indicator) is { } indicator && indicator.Unit != unit)
            {
                yield return $"Topic '{topic.Column}': 'unit' is '{unit}' and the indicator's is '{indicator.Unit}', without a 'factor' between them.";
            }

            if (topic.ColumnOfYear?.Keys.FirstOrDefault(year => !Period.TryParseYear(year, out _)) is { } unknownColumn)
            {
                yield return $"Topic '{topic.Column}': '{unknownColumn}' in 'columnOfYear' is not a year.";
            }
        }

        if ((definition.IgnoredColumns?.Keys ?? []).Concat(definition.NameColumns ?? []).FirstOrDefault(name => name.IndexOf(AnyColumn, StringComparison.Ordinal) is >= 0 and var at && at < name.Length - 1) is { } column)
        {
            yield return $"'ignoredColumns' or 'nameColumns' has '{column}': an asterisk can stand at the end only.";
        }
    }

    private IEnumerable<string> ValidateChecks()
    {
        var checks = definition.Checks ?? new DatasetChecks();
        foreach (var code in checks.GetIndicators().Except(definition.IndicatorCodes, StringComparer.Ordinal))
        {
            yield return $"'checks' names indicator '{code}', which the dataset does not deliver.";
        }

        if (definition.Format == DatasetFormat.Long && checks.Sums is not null)
        {
            yield return "'checks.sums' is for statline and wide: the parts stand on the same row.";
        }

        if (checks.Jumps?.FirstOrDefault(jump => jump.Value is { Absolute: null, Share: null }).Key is { } jumping)
        {
            yield return $"'checks.jumps' of '{jumping}' needs 'absolute', 'share' or both.";
        }

        if (checks.Coverage is < 0 or > 1)
        {
            yield return "'checks.coverage' is a share between 0 and 1.";
        }

        foreach (var code in (definition.Problems?.Keys ?? []).Except(ProblemCodes.Adjustable, StringComparer.Ordinal))
        {
            yield return $"'problems' names '{code}'; what a dataset can set are {string.Join(", ", ProblemCodes.Adjustable)}.";
        }
    }

    private IEnumerable<string> ValidateFields()
    {
        if (definition.DeclaresFields != definition.Fields is { Count: > 0 })
        {
            yield return "'fields' is required for the records area-records, and for no other.";
        }

        var names = new HashSet<string>(AreaRecordColumns.Fixed, StringComparer.Ordinal);
        foreach (var field in definition.Fields ?? [])
        {
            if (!FieldPattern().IsMatch(field.Name) || !names.Add(field.Name))
            {
                yield return $"Field '{field.Name}': a name is lower-case letters, digits and underscores, starting with a letter, 40 at most, and stands once; area, reference and date are there already.";
            }

            if (PersonalDataDetector.IsPersonalColumnName(field.Name))
            {
                yield return $"Field '{field.Name}' is named as if it holds data about persons; records are about areas.";
            }

            if (field.Type == RecordFieldType.Choice != field.Values is { Count: > 0 })
            {
                yield return $"Field '{field.Name}': 'values' is required for a choice, and for nothing else.";
            }

            if (field.MaxLength is not null && (field.Type != RecordFieldType.Text || field.MaxLength is < 1 or > RecordField.LengthLimit))
            {
                yield return $"Field '{field.Name}': 'maxLength' is for a text, between 1 and {RecordField.LengthLimit.ToString(CultureInfo.InvariantCulture)}.";
            }

            if ((field.Min is not null || field.Max is not null) && (field.Type != RecordFieldType.Number || field.Min > field.Max))
            {
                yield return $"Field '{field.Name}': 'min' and 'max' are for a number, and 'min' is not above 'max'.";
            }
        }
    }

    private IEnumerable<string> ValidateLimits()
    {
        if (definition.Limits is not null && !definition.DeclaresFields)
        {
            yield return "'limits' is for the records area-records only.";
        }

        string[] counted = [.. AreaRecordColumns.Counted, .. (definition.Fields ?? []).Where(field => field.Required).Select(field => field.Name)];
        foreach (var limit in definition.Limits ?? [])
        {
            if (limit.Max < 1 || limit.Per.Count == 0 || limit.Per.FirstOrDefault(name => !counted.Contains(name, StringComparer.Ordinal)) is not null)
            {
                yield return $"A limit needs 'most' of at least 1 and in 'per' names among: {string.Join(", ", counted)}.";
            }
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex FieldPattern();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex IdPattern();
}
