using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;

namespace Wijkmonitor.Indicators.Datasets;

/// <summary>Reads StatLine's CSV: a row for each area and period, a column for each topic.</summary>
internal static class StatLineReader
{
    private const int FirstTopic = 2;

    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, IndicatorCatalogue catalogue, Stream content, ProblemLog log)
    {
        using var rows = new CsvRows(definition, content, log);
        var columns = definition.Columns!;
        var topics = definition.IndicatorColumns!.Values.Select(code => catalogue.Find(code)!).ToArray();
        List<string> required = [columns.Area, columns.Period, .. definition.IndicatorColumns.Keys];
        if (definition.RegistersAreas)
        {
            required.Add(columns.AreaName!);
        }

        if (rows.ReadHeader(required) is not { } places)
        {
            yield break;
        }

        var fields = new FieldReader(definition, rows, log);
        var keys = new UniqueKeys<AreaPeriod>(columns.Area, log);
        while (rows.Read())
        {
            var observations = Observations(definition, rows, fields, places, topics);
            var name = definition.RegistersAreas ? fields.Text(places[FirstTopic + topics.Length]) : "";
            if (observations is null || name is null || !keys.Add(new(observations.Area, observations.Period), rows.Line))
            {
                continue;
            }

            if (definition.RegistersAreas)
            {
                yield return new RegisteredArea(new Area(observations.Area, name, observations.BoundaryYear));
            }

            yield return observations;
        }
    }

    private static AreaObservations? Observations(
        DatasetDefinition definition, CsvRows rows, FieldReader fields, int[] places, Indicator[] topics)
    {
        var area = fields.Area(places[0]);
        var period = fields.Period(places[1]);
        var values = new IndicatorValue[topics.Length];
        var complete = true;
        for (var i = 0; i < topics.Length; i++)
        {
            var value = fields.Value(places[i + FirstTopic], topics[i]);
            complete &= value is not null;
            values[i] = new IndicatorValue(topics[i].Code, value.GetValueOrDefault(), rows.Line);
        }

        return complete && area is { } code && period is { } p
            ? new AreaObservations(code, p.Year, definition.BoundaryYearOf(p.Year), p.Provisional, values)
            : null;
    }
}
