using System.Globalization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Validator of a well-formed dataset definition. Each error names the field.</summary>
internal sealed class DatasetDefinitionValidator(DatasetDefinition definition, IndicatorCatalogue catalogue)
{
    private const string YearMark = "{year}";

    public IEnumerable<ConfigurationFault> Validate() => ValidateOwn().Concat(ValidateLayouts())
        .Concat(DetailValidator.FindInRounding(definition)).Concat(PrecedenceValidator.Find(definition));

    private IEnumerable<ConfigurationFault> ValidateOwn() => ValidateFile().Concat(FileFormatValidator.Find(definition))
        .Concat(definition.IsWide || definition.Format == DatasetFormat.Long ? ValidateFigures() : [])
        .Concat(PeriodValidator.Find(definition))
        .Concat(LayoutValidator.Find(definition))
        .Concat(DetailValidator.Find(definition))
        .Concat(definition.Completeness?.FindFaults(definition.IsWide || definition.Format == DatasetFormat.Long) ?? [])
        .Concat(FieldValidator.Find(definition))
        .Concat(FieldValidator.FindInLimits(definition))
        .Concat(ValidateChecks());

    // What is wrong with the definition itself is said of it alone.
    private IEnumerable<ConfigurationFault> ValidateLayouts()
    {
        var own = ValidateOwn().ToHashSet();
        foreach (var (i, layout) in (definition.Layouts ?? []).Index())
        {
            foreach (var fault in LayoutValidator.FindInFormat(definition, layout)
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
                "'owner' is empty: name the organisation or team that is responsible for the dataset.");
        }

        if (definition.Published is not null && (string.IsNullOrWhiteSpace(definition.Published) || NarrowedVisibility.IsNarrowed(definition.Visibility)))
        {
            yield return ConfigurationFault.For(
                "published",
                "'published' noemt waar de bron de cijfers openbaar heeft gemaakt, en kan alleen bij 'visibility' 'public': kleine aantallen worden dan getoond.",
                "'published' names where the source has made the figures public, and needs 'visibility' 'public': small counts are shown then.");
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
                "'symbols' is required: what replaces a number ({} for nothing).");
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

        foreach (var error in ValidatePeriod().Concat(TopicValidator.Find(definition, catalogue)))
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
                "'columns.period' is required where the period is in a column, and nowhere else.");
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
                "'period.fileNames' is required where the period is in the file's name, and nowhere else.");
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
                "'checks.sums' is for statline and wide: the parts are on the same row.");
        }

        if (checks.Jumps?.FirstOrDefault(jump => jump.Value is { Absolute: null, Share: null }).Key is { } jumping)
        {
            yield return ConfigurationFault.For(
                "checks.jumps",
                $"'checks.jumps' van '{jumping}' vraagt 'absolute', 'share' of allebei.",
                $"'checks.jumps' of '{jumping}' needs 'absolute', 'share' or both.");
        }

        if (checks.Jumps?.FirstOrDefault(jump => jump.Value.Absolute < 0 || jump.Value.Share < 0).Key is { } negative)
        {
            yield return ConfigurationFault.For(
                "checks.jumps", $"'checks.jumps' van '{negative}' heeft een getal onder 0.", $"'checks.jumps' of '{negative}' has a number below 0.");
        }

        if (checks.AreaTotals?.FirstOrDefault(total => total.Value < 0).Key is { } total)
        {
            yield return ConfigurationFault.For(
                "checks.areaTotals", $"'checks.areaTotals' van '{total}' is onder 0.", $"'checks.areaTotals' of '{total}' is below 0.");
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
}
