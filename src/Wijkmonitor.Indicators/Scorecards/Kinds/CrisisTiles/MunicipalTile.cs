using System.Globalization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.CrisisTiles;

/// <summary>
/// A tile that a municipality delivered of its own: a record with the fields <c>tile</c>, <c>label_nl</c>, <c>label_en</c>, <c>unit</c>,
/// <c>low</c>, <c>high</c>, <c>base</c>, <c>base_year</c>, <c>base_nl</c>, <c>base_en</c> and <c>source</c>. Without low and high it is unknown.
/// </summary>
internal static class MunicipalTile
{
    /// <summary>The field that names the tile.</summary>
    public const string TileField = "tile";

    /// <summary>What the codes of own tiles start with, so that none takes the place of one of the country.</summary>
    public const string Prefix = "own-";

    private static readonly BilingualText Theme = new("Gemeente", "Municipality");

    /// <summary>The line of a record.</summary>
    public static ScorecardLine Of(AreaRecord record, string name)
    {
        string? Text(string field) => record.Fields.GetValueOrDefault(field);
        decimal? Number(string field) => Text(field) is { } text ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : null;
        var low = Number("low") ?? Number("high");
        var count = low is { } least ? new TileCount(least, Math.Max(least, Number("high") ?? least)) : null;
        var whole = Number("base") is { } value and > 0
            ? new TileBase(value, Number("base_year") is { } year and >= 1900 and < 2200 ? new Period((int)year) : null, new BilingualText(Text("base_nl") ?? "", Text("base_en") ?? Text("base_nl") ?? ""))
            : null;
        var label = new BilingualText(Text("label_nl") ?? name, Text("label_en") ?? Text("label_nl") ?? name);
        var tile = new Tile(Prefix + name, label, Text("unit") ?? "", count, new Period(record.Date.Year), whole, Text("source") ?? record.Dataset, []);
        return TileLine.Of(new TileSource(tile, Theme, (role, number) => new ScorecardInput(
            role, $"{record.Area}/{record.Dataset}/{record.Reference}/{role}", ObservedState.Known, number, record.Source.Delivery, record.Source.Line)));
    }
}
