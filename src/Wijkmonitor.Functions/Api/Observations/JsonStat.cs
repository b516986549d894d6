using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Indicators.Catalogue;
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
    private static readonly string[] Dimensions = ["area", "period", "indicator", "dataset"];

    /// <summary>Creates the dataset of one page of a list.</summary>
    public static JsonObject From(ItemList<ObservationResource> page, IndicatorCatalogue catalogue)
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
                    intervals[index] = ToJson(interval);
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
            ["label"] = "Wijkmonitor",
            ["id"] = new JsonArray([.. Dimensions.Select(name => JsonValue.Create(name))]),
            ["size"] = new JsonArray([.. categories.Select(codes => JsonValue.Create(codes.Count))]),
            ["role"] = new JsonObject { ["time"] = new JsonArray("period"), ["geo"] = new JsonArray("area"), ["metric"] = new JsonArray("indicator") },
            ["dimension"] =
                new JsonObject(Dimensions.Zip(categories,
                    (name, codes) => KeyValuePair.Create<string, JsonNode?>(name, CreateDimension(name, codes, catalogue)))),
            ["value"] = value,
            ["extension"] = CreateExtension(page, intervals),
        };
        if (status.Count > 0)
        {
            dataset["status"] = status;
        }

        return dataset;
    }

    private static string[] GetKey(ObservationResource item) => [item.Area.Value, item.Period.ToString(), item.Indicator, item.Dataset];

    private static JsonObject CreateDimension(string name, List<string> codes, IndicatorCatalogue catalogue)
    {
        var category = new JsonObject { ["index"] = new JsonArray([.. codes.Select(code => JsonValue.Create(code))]) };
        if (name == "period" && codes.Exists(code => code.Length > YearLength))
        {
            category["label"] =
                new JsonObject(codes.Select(
                    code => KeyValuePair.Create<string, JsonNode?>(code, Period.TryParse(code, out var period) ? period.Label.Nl : code)));
        }

        if (name == "indicator")
        {
            var indicators = codes.ConvertAll(code => catalogue.Find(code)!);
            category["label"] = new JsonObject(indicators.Select(indicator => KeyValuePair.Create<string, JsonNode?>(indicator.Code, indicator.Label.Nl)));
            category["unit"] = new JsonObject(indicators.Select(indicator => KeyValuePair.Create<string, JsonNode?>(
                indicator.Code, new JsonObject { ["label"] = indicator.Unit, ["decimals"] = indicator.Decimals })));
        }

        return new JsonObject { ["label"] = name, ["category"] = category };
    }

    private static JsonObject CreateExtension(ItemList<ObservationResource> page, JsonObject intervals)
    {
        var extension = new JsonObject { ["total"] = page.Total };
        if (page.Next is { } next)
        {
            extension["next"] = next;
        }

        var measured = DescribeMeasured(page);
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
    private static JsonObject ToJson(FigureInterval interval)
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
            json["method"] = method.Nl;
        }

        return json;
    }

    // What a period does not say by itself, by the key of a figure without its area: the label, and the day or the years.
    private static JsonObject DescribeMeasured(ItemList<ObservationResource> page)
    {
        var measured = new JsonObject();
        foreach (var item in page.Items.Where(item => item.ReferenceDate is not null || item.FirstYear is not null))
        {
            var of = new JsonObject { ["label"] = item.PeriodLabel!.Nl };
            if (item.ReferenceDate is { } day)
            {
                of["referenceDate"] = day.ToString("O", CultureInfo.InvariantCulture);
            }

            if (item is { FirstYear: { } first, LastYear: { } last })
            {
                (of["firstYear"], of["lastYear"]) = (first, last);
            }

            measured[$"{item.Period}/{item.Indicator}/{item.Dataset}"] = of;
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
