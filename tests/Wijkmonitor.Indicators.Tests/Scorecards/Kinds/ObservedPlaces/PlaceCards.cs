using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.ObservedPlaces;

/// <summary>Builder of the records of one subject, and its scorecards by the rules that ship.</summary>
internal sealed class PlaceCards(string rules = "example.json", string theme = "waste")
{
    private readonly List<AreaRecord> records = [];
    private readonly List<Action<JsonNode>> changes = [];

    /// <summary>Changes the rules that ship.</summary>
    public PlaceCards By(Action<JsonNode> with)
    {
        changes.Add(with);
        return this;
    }

    /// <summary>Adds the subject.</summary>
    public PlaceCards Subject(string validFrom = "2016-01-01")
    {
        var code = JsonNode.Parse(File.ReadAllText(RepositoryFolder.File("config", "rules", "observed-places", rules)))!["code"]!.GetValue<string>();
        records.Add(ExampleKinds.Record(
            "subjects", ExampleKinds.City, Day(validFrom), "s", ("subject", "s"), ("title", "Zwerfafval"), ("family", "observed-places"), ("rules", code), ("scope", "area")));
        return this;
    }

    /// <summary>Adds a place with its class in rounds that are a week apart; null where it was not visited.</summary>
    public PlaceCards Place(string place, params IEnumerable<int?> classes) => Place(place, null, new DateOnly(2016, 3, 7), classes);

    /// <summary>Adds a place with a way of working, with its class in rounds that are a week apart from a day.</summary>
    public PlaceCards Place(string place, string? method, DateOnly from, params IEnumerable<int?> classes)
    {
        foreach (var (round, found) in classes.Index())
        {
            Row(from.AddDays(7 * round), place, found?.ToString(CultureInfo.InvariantCulture), method);
        }

        return this;
    }

    /// <summary>Adds a row.</summary>
    public PlaceCards Row(DateOnly day, string place, string? found, string? method = null, string? other = null, string dataset = "place-observations")
    {
        (string Name, string? Value)[] fields = [("subject", "s"), ("theme", other ?? theme), ("place", place), ("place_name", $"Plek {place}"), ("method", method), ("class", found)];
        records.Add(ExampleKinds.Record(
            dataset, ExampleKinds.City, day, $"{dataset} {other} {place} {day:O} {found}", [.. fields.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!))]));
        return this;
    }

    /// <summary>The scorecards.</summary>
    public IReadOnlyList<Scorecard> Cards => [.. ExampleKinds.Example("observed-places", json => changes.ForEach(change => change(json)), rules).Compute(new MunicipalityFigures(
        AreaCode.Parse(ExampleKinds.City), IndicatorCatalogueTests.Shipped(), [new Area(AreaCode.Parse(ExampleKinds.City), "Enschede", 2020)], new ObservationSet([]), records))];

    /// <summary>Gets the scorecard of a year, or the only one.</summary>
    public Scorecard Card(int? year = null) => Cards.Single(card => year is null || card.Period.Year == year);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
