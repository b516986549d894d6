using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>A topic in a file: its column there, and how its values are read.</summary>
internal sealed record TopicBinding(int Column, FigureNumberFormat Form)
{
    /// <summary>The code of its indicator.</summary>
    public string Indicator { get; } = Form.Indicator.Code;

    /// <summary>The columns with the margins of its values; null where the file gives none.</summary>
    public MarginColumns? Margin { get; init; }

    /// <summary>The rows whose values it takes, by column; null for all.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Dimensions { get; init; }

    /// <summary>Gets how a part of its figures is read.</summary>
    public FigureNumberFormat GetForm(FigurePart part) => part switch
    {
        FigurePart.Value => Form,
        FigurePart.SampleSize => Form.ForSampleSize(),
        _ => Form.ForBound(),
    };
}

/// <summary>The topics of a file that are about one period; null where each row says the period itself.</summary>
internal sealed record PeriodTopics(Period? Period, TopicBinding[] Topics);

/// <summary>Finder of the topics of a wide file in its header.</summary>
internal sealed class TopicBindings(DatasetDefinition definition, IndicatorCatalogue catalogue, CsvRowReader rows, FileColumns columns, ProblemLog log)
{
    /// <summary>Finds the file's topics by period, earliest first; required topics that are absent are recorded as missing.</summary>
    public IReadOnlyList<PeriodTopics> Find()
    {
        var byPeriod = new SortedDictionary<Period, List<TopicBinding>>();
        var absent = new List<string>();
        foreach (var topic in definition.Topics!.Where(topic => topic.IsAbout(definition.FilePeriod)))
        {
            var found = false;
            foreach (var (column, period) in FindColumns(topic))
            {
                found = true;
                if (!topic.IsAbout(period))
                {
                    continue;
                }

                log.Tally.SetColumn(topic.Indicator, period, rows.GetName(column));
                var ofColumn = period ?? definition.FilePeriod ?? default;
                var indicator = catalogue.Find(topic.Indicator)!;
                CheckUnit(column, topic, indicator);
                var binding = new TopicBinding(column,
                    FigureNumberFormat.For(indicator, definition, topic.Factor))
                {
                    Margin = MarginColumns.Find(topic, columns),
                    Dimensions = topic.Dimensions
                };
                (byPeriod.TryGetValue(ofColumn, out var topics) ? topics : byPeriod[ofColumn] = []).Add(binding);
            }

            if (topic.Required && !definition.IsPartial && !found)
            {
                columns.AddMissing(GetNameInFile(topic));
            }
            else if (!found)
            {
                absent.Add(topic.Indicator);
            }
        }

        var there = byPeriod.Values.SelectMany(topics => topics.Select(topic => topic.Indicator)).ToHashSet(StringComparer.Ordinal);
        log.Tally.AbsentIndicators = [.. absent.Distinct(StringComparer.Ordinal).Where(indicator => !there.Contains(indicator))];
        if (byPeriod.Count == 0 && definition.IsPartial)
        {
            columns.AddMissing(GetNameInFile(definition.Topics![0]));
        }

        return [.. byPeriod.Select(pair => new PeriodTopics(pair.Key == default ? null : pair.Key, [.. pair.Value]))];
    }

    private IEnumerable<(int Column, Period? Period)> FindColumns(TopicColumn topic)
    {
        if (ColumnName.HasYear(topic.Column))
        {
            return FindColumnsByYear(topic.Column);
        }

        // Where the year is not known before the rows are read, any of the names may stand for it.
        IEnumerable<string> named = definition.FilePeriod is null ? [topic.Column, .. topic.ColumnOfYear?.Values ?? []] : [GetName(topic)];
        string[] names = [.. named, .. topic.Aliases ?? []];
        var index = columns.Find(names, topic.Occurrence);
        return index < 0 ? [] : [(index, Period.TryParse(topic.Period, out var period) ? period : null)];
    }

    private IEnumerable<(int Column, Period? Period)> FindColumnsByYear(string column)
    {
        var pattern = ColumnName.GetYearForm(ColumnName.Normalize(column));
        foreach (var name in rows.Header)
        {
            var match = pattern.Match(ColumnName.Normalize(name));
            if (match.Success && Period.TryParseYear(match.Groups["year"].Value, out var period))
            {
                yield return (columns.Find(name), period);
            }
        }
    }

    private void CheckUnit(int column, TopicColumn topic, Indicator indicator)
    {
        if (rows.GetUnit(column) is { } unit && UnitLine.FindOther(unit, topic, indicator) is { } expected)
        {
            log.Add(HeaderProblems.UnitWrong(rows.Line, rows.GetName(column), unit, expected));
        }
    }

    // An export calls a topic by its path, and a file is asked for a name that it can have.
    private string GetNameInFile(TopicColumn topic) =>
        (rows.Header.Any(name => name.Contains('/', StringComparison.Ordinal))
            ? topic.Aliases?.FirstOrDefault(name => name.Contains('/', StringComparison.Ordinal)) : null) ?? GetName(topic);

    private string GetName(TopicColumn topic) =>
        definition.FilePeriod is { } year && topic.ColumnOfYear?.GetValueOrDefault(year.ToString()) is { } name ? name : topic.Column;
}
