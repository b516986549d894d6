using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Formats.Core;

namespace Wijkmonitor.Functions.Api.Datasets;

/// <summary>A column of the files of a dataset, or a property of theirs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Required">Whether a file must have it.</param>
/// <param name="OtherNames">Other names that it may have; null for none.</param>
/// <param name="Indicator">The indicator whose values it holds; null for other columns.</param>
public sealed record DatasetColumn(string Name, bool Required, IReadOnlyList<string>? OtherNames = null, string? Indicator = null)
{
    /// <summary>Whether the name stands for several: those with any number or year in it.</summary>
    internal bool IsPattern => Name.AsSpan().ContainsAny('*', '{');

    /// <summary>Gets the columns of a dataset in the layout of its definition; none where its files are a document.</summary>
    public static IReadOnlyList<DatasetColumn> GetAll(DatasetDefinition definition) =>
        RecordFormats.For(definition) is CsvRecordFormat records
            ? [.. records.GetColumns(definition).Select(name => new DatasetColumn(name, Required: true))]
            : definition.Columns is null ? [] : [.. GetPlaces(definition), .. GetFigures(definition)];

    private static IEnumerable<DatasetColumn> GetPlaces(DatasetDefinition definition)
    {
        var columns = definition.Columns!;
        yield return new DatasetColumn(columns.Area, Required: true, columns.AreaAliases);
        if (columns.Period is { } period)
        {
            yield return new DatasetColumn(period, Required: true);
        }

        if (columns.AreaName is { } name)
        {
            yield return new DatasetColumn(name, definition.RegistersAreas);
        }

        foreach (var dimension in (definition.Dimensions?.Keys ?? []).Order(StringComparer.Ordinal))
        {
            yield return new DatasetColumn(dimension, !definition.IsOptionalDimension(dimension));
        }
    }

    private static IEnumerable<DatasetColumn> GetFigures(DatasetDefinition definition)
    {
        var columns = definition.Columns!;
        (string? Name, bool Required)[] ofLong =
        [
            (columns.Indicator, true), (columns.Value, true), (columns.State, true), (columns.BoundaryYear, false),
            (columns.Lower, false), (columns.Upper, false), (columns.SampleSize, false), (columns.YearAndArea, false),
        ];
        var named = ofLong.Where(column => column.Name is not null).Select(column => new DatasetColumn(column.Name!, column.Required));
        var topics = (definition.Topics ?? []).Select(topic => new DatasetColumn(
            topic.Column, topic.Required && !definition.IsPartial, topic.Aliases, topic.Indicator));
        return named.Concat(topics).DistinctBy(column => column.Name, StringComparer.Ordinal);
    }
}
