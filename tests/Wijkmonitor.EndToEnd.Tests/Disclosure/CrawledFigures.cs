using System.Globalization;
using System.Text.Json;

namespace Wijkmonitor.EndToEnd.Tests.Disclosure;

/// <summary>A figure: an indicator of an area in a year.</summary>
internal readonly record struct Cell(string Area, int Period, string Indicator);

/// <summary>
/// Everything that answers of the API say of figures: wherever a number is next to an area, a period and an indicator, or next to the key that names these; the city's
/// value and the value at the start that a line compares with; and changes, from which one of two figures gives the other.
/// </summary>
/// <param name="city">The city.</param>
internal sealed class CrawledFigures(string city)
{
    // What the numbers of a line are figures of, as its inputs say, for the forms in which a line has no inputs.
    private readonly Dictionary<(string Kind, Cell Line), Origins> origins = [];
    private readonly Dictionary<Cell, decimal> found = [];
    private readonly List<(Cell Now, Cell Then, decimal Change)> changes = [];

    /// <summary>The figures.</summary>
    public IReadOnlyDictionary<Cell, decimal> Found => found;

    /// <summary>Number of figures read, each place counted.</summary>
    public int Numbers { get; private set; }

    /// <summary>Reads an answer in JSON, with all that is in it.</summary>
    public void Read(JsonElement json) => Read(json, card: null);

    /// <summary>A number that was served.</summary>
    public void Learn(Cell cell, decimal value)
    {
        Numbers++;
        found[cell] = value;
    }

    /// <summary>Learns a scorecard line in a form without inputs; read its scorecard as JSON before.</summary>
    public void Learn(Cell cell, string kind, decimal? value, decimal? baseline, decimal? reference)
    {
        var from = origins.GetValueOrDefault((kind, cell)) ?? new Origins(cell, Baseline: null, Reference: null);
        Learn(from.Value, value);
        Learn(from.Baseline, baseline);
        Learn(from.Reference, reference);
    }

    /// <summary>One figure and a change give the other figure, until nothing new comes.</summary>
    public void Derive()
    {
        int before;
        do
        {
            before = found.Count;
            foreach (var (now, then, change) in changes)
            {
                if (found.TryGetValue(now, out var last))
                {
                    found.TryAdd(then, last - change);
                }
                else if (found.TryGetValue(then, out var first))
                {
                    found.TryAdd(now, first + change);
                }
            }
        }
        while (found.Count > before);
    }

    private void Read(JsonElement json, (string Kind, string Area, int Period)? card)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                Read(item, card);
            }
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (Text(json, "area") is { } area && Period(json) is { } year)
        {
            card = (Text(json, "kind") ?? "", area, year);
            ReadOwn(json, card.Value);
        }
        else if (card is { } of && Text(json, "code") is { } code)
        {
            ReadLine(json, new Cell(of.Area, of.Period, code), of.Kind);
        }

        Learn(Observed(Text(json, "key") ?? Text(json, "from")), Number(json, "value"));

        foreach (var property in json.EnumerateObject())
        {
            Read(property.Value, card);
        }
    }

    // An observation, or the summary of a scorecard.
    private void ReadOwn(JsonElement json, (string Kind, string Area, int Period) card)
    {
        if (Text(json, "indicator") is { } indicator)
        {
            Learn(new Cell(card.Area, card.Period, indicator), Number(json, "value"));
        }

        if (json.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Object)
        {
            foreach (var value in values.EnumerateObject().Where(value => value.Value.ValueKind == JsonValueKind.Number))
            {
                Learn(new Cell(card.Area, card.Period, value.Name), card.Kind, value.Value.GetDecimal(), baseline: null, reference: null);
            }
        }
    }

    private void ReadLine(JsonElement line, Cell cell, string kind)
    {
        origins[(kind, cell)] = GetOrigins(line, cell);
        Learn(cell, kind, Number(line, "value"), Number(line, "baseline"), Number(line, "reference"));
        if (line.TryGetProperty("figures", out var figures) && Number(figures, "change") is { } change && Number(figures, "first-year") is { } first)
        {
            changes.Add((cell, cell with { Period = (int)first }, change));
        }
    }

    // Of the inputs that are the line's own indicator: the last of the area is the value, the first one before it the baseline, and the city's of the value's year the reference.
    private Origins GetOrigins(JsonElement line, Cell cell)
    {
        var inputs = line.TryGetProperty("inputs", out var listed) && listed.ValueKind == JsonValueKind.Array
            ? listed.EnumerateArray().Select(input => Observed(Text(input, "key"))).OfType<Cell>().Where(input => input.Indicator == cell.Indicator).ToList()
            : [];
        var own = inputs.Where(input => input.Area == cell.Area).OrderBy(input => input.Period).ToList();
        var value = own.Count > 0 ? own[^1] : cell;
        Cell? baseline = own.Count > 1 ? own[0] : null;
        return new Origins(value, baseline, cell.Area != city && inputs.Contains(value with { Area = city }) ? value with { Area = city } : null);
    }

    // The key of an observation is area/dataset/period/indicator.
    private static Cell? Observed(string? key) =>
        key?.Split('/') is [var area, _, var period, var indicator] && int.TryParse(period, CultureInfo.InvariantCulture, out var year) ? new Cell(area, year, indicator) : null;

    private void Learn(Cell? cell, decimal? value)
    {
        if ((cell, value) is ({ } known, { } number))
        {
            Learn(known, number);
        }
    }

    private sealed record Origins(Cell Value, Cell? Baseline, Cell? Reference);

    private static decimal? Number(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Period(JsonElement json) => json.TryGetProperty("period", out var value)
        ? value.ValueKind == JsonValueKind.Number ? value.GetInt32() : int.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var year) ? year : null
        : null;
}
