using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>Observations as a JSON-stat 2.0 dataset of four dimensions. Only the places that have a value or a state are written.</summary>
/// <remarks>The format: https://json-stat.org/full/.</remarks>
internal static class JsonStat
{
    private const string Incomplete = "incomplete";
    private const int YearLength = 4;
    private const int MaxNamed = 3;
    private static readonly string[] Dimensions = ["area", "period", "indicator", "dataset"];

    private static readonly BilingualText[] DimensionLabels =
        [new("Gebied", "Area"), new("Periode", "Period"), new("Indicator", "Indicator"), new("Dataset", "Dataset")];

    /// <summary>Creates the dataset of one page of a list.</summary>
    /// <param name="page">The page.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="labels">The names of what is in it.</param>
    /// <param name="updated">Time at which the newest file behind it was stored; null if unknown.</param>
    public static JsonObject From(ItemList<ObservationResource> page, IndicatorCatalogue catalogue, ObservationLabels labels, DateTimeOffset? updated)
    {
        var keys = page.Items.Select(GetKey).ToList();
        var categories = Enumerable.Range(0, Dimensions.Length)
            .Select(i => keys.Select(key => key[i]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()).ToList();
        var indexes = categories.ConvertAll(codes => codes.Index().ToDictionary(code => code.Item, code => code.Index, StringComparer.Ordinal));
        var value = new JsonObject();
        var status = new JsonObject();
        var intervals = new JsonObject();
        foreach (var (item, key) in page.Items.Zip(keys))
        {
            var index = key.Index()
                .Aggregate(0L, (at, code) => (at * categories[code.Index].Count) + indexes[code.Index][code.Item])
                .ToString(CultureInfo.InvariantCulture);
            if (item.Value is { } number)
            {
                value[index] = number;
                List<string> said = [.. item.Status ?? [], .. item.Completeness is null ? Array.Empty<string>() : [Incomplete]];
                if (said.Count > 0)
                {
                    status[index] = string.Join(' ', said);
                }

                if (item.Interval is { } interval)
                {
                    intervals[index] = ToJson(interval, labels);
                }
            }
            else
            {
                status[index] = GetStateName(item.State);
            }
        }

        var dataset = new JsonObject
        {
            ["version"] = "2.0",
            ["class"] = "dataset",
            ["label"] = CreateTitle(categories, catalogue, labels),
            ["source"] = string.Join("; ", categories[2].Select(code => labels.Localize(catalogue.Find(code)!.Source)).Distinct(StringComparer.Ordinal)),
            ["id"] = new JsonArray([.. Dimensions.Select(name => JsonValue.Create(name))]),
            ["size"] = new JsonArray([.. categories.Select(codes => JsonValue.Create(codes.Count))]),
            ["role"] = new JsonObject { ["time"] = new JsonArray("period"), ["geo"] = new JsonArray("area"), ["metric"] = new JsonArray("indicator") },
            ["dimension"] =
                new JsonObject(Dimensions.Zip(categories).Zip(DimensionLabels,
                    (dimension, label) => KeyValuePair.Create<string, JsonNode?>(
                        dimension.First, CreateDimension(dimension.First, labels.Localize(label), dimension.Second, catalogue, labels)))),
            ["value"] = value,
            ["extension"] = CreateExtension(page, intervals, labels),
        };
        if (status.Count > 0)
        {
            dataset["status"] = status;
        }

        if (updated is { } moment)
        {
            dataset["updated"] = moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        }

        return dataset;
    }

    private static string[] GetKey(ObservationResource item) => [item.Area.Value, item.Period.ToString(), item.Indicator, item.Dataset];

    // What it is about in a line: indicators, areas and periods, in number where there are many.
    private static string CreateTitle(List<List<string>> categories, IndicatorCatalogue catalogue, ObservationLabels labels)
    {
        var (areas, periods, indicators) = (categories[0], categories[1], categories[2]);
        if (areas.Count == 0)
        {
            return labels.Localize(new("Geen cijfers", "No figures"));
        }

        var what = indicators.Count <= MaxNamed
            ? string.Join(", ", indicators.Select(code => labels.Localize(catalogue.Find(code)!.Label)))
            : labels.Localize(new($"{indicators.Count} indicatoren", $"{indicators.Count} indicators"));
        var where = areas.Count <= MaxNamed
            ? string.Join(", ", areas.Select(code => labels.GetArea(AreaCode.Parse(code))))
            : labels.Localize(new($"{areas.Count} gebieden", $"{areas.Count} areas"));
        var when = GetPeriodLabel(periods[0], labels) + (periods.Count == 1 ? "" : $" - {GetPeriodLabel(periods[^1], labels)}");
        return $"{what}; {where}; {when}";
    }

    private static string GetPeriodLabel(string code, ObservationLabels labels) =>
        code.Length > YearLength && Period.TryParse(code, out var period) ? labels.Localize(period.Label) : code;

    private static JsonObject CreateDimension(string name, string label, List<string> codes, IndicatorCatalogue catalogue, ObservationLabels labels)
    {
        var category = new JsonObject
        {
            ["index"] = new JsonArray([.. codes.Select(code => JsonValue.Create(code))]),
            ["label"] = new JsonObject(codes.Select(code => KeyValuePair.Create<string, JsonNode?>(code, name switch
            {
                "area" => labels.GetArea(AreaCode.Parse(code)),
                "period" => GetPeriodLabel(code, labels),
                "indicator" => labels.Localize(catalogue.Find(code)!.Label),
                _ => labels.GetDataset(code),
            }))),
        };
        if (name == "indicator")
        {
            category["unit"] = new JsonObject(codes.Select(code => catalogue.Find(code)!).Select(indicator => KeyValuePair.Create<string, JsonNode?>(
                indicator.Code, new JsonObject { ["label"] = labels.Localize(Vocabulary.Shared.GetUnit(indicator.Unit)), ["decimals"] = indicator.Decimals })));
        }

        return new JsonObject { ["label"] = label, ["category"] = category };
    }

    private static JsonObject CreateExtension(ItemList<ObservationResource> page, JsonObject intervals, ObservationLabels labels)
    {
        var extension = new JsonObject { ["total"] = page.Total };
        if (page.Next is { } next)
        {
            extension["next"] = next;
        }

        var measured = DescribeMeasured(page, labels);
        if (measured.Count > 0)
        {
            extension["measured"] = measured;
        }

        if (intervals.Count > 0)
        {
            extension["intervals"] = intervals;
        }

        return extension;
    }

    // A margin by the place of its value; the format has none of its own for it.
    private static JsonObject ToJson(FigureInterval interval, ObservationLabels labels)
    {
        var json = new JsonObject();
        foreach (var (name, number) in new[] { ("lower", interval.Lower), ("upper", interval.Upper), ("sampleSize", interval.SampleSize),
            ("level", interval.Level) })
        {
            if (number is not null)
            {
                json[name] = number;
            }
        }

        if (interval.Method is { } method)
        {
            json["method"] = labels.Localize(method);
        }

        return json;
    }

    // What a period does not say by itself, by the key of a figure without its area: the label, and the day or the years.
    private static JsonObject DescribeMeasured(ItemList<ObservationResource> page, ObservationLabels labels)
    {
        var measured = new JsonObject();
        foreach (var item in page.Items.Where(item => item.ReferenceDate is not null || item.FirstYear is not null))
        {
            var description = new JsonObject { ["label"] = labels.Localize(item.PeriodLabel!) };
            if (item.ReferenceDate is { } day)
            {
                description["referenceDate"] = day.ToString("O", CultureInfo.InvariantCulture);
            }

            if (item is { FirstYear: { } first, LastYear: { } last })
            {
                (description["firstYear"], description["lastYear"]) = (first, last);
            }

            measured[$"{item.Period}/{item.Indicator}/{item.Dataset}"] = description;
        }

        return measured;
    }

    private static string GetStateName(ObservedState state) => state switch
    {
        ObservedState.Suppressed => "suppressed",
        ObservedState.NotApplicable => "not-applicable",
        _ => "unknown",
    };
}
