using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.CrisisTiles;

/// <summary>A tile that a municipality delivered of its own.</summary>
/// <remarks>
/// It is a record with the fields <c>tile</c>, <c>label_nl</c>, <c>label_en</c>, <c>unit</c>, <c>low</c>, <c>high</c>, <c>base</c>, <c>base_year</c>,
/// <c>base_nl</c>, <c>base_en</c> and <c>source</c>. Without low and high it is unknown.
/// </remarks>
internal static class MunicipalTile
{
    /// <summary>Prefix of the codes of municipal tiles, which keeps them apart from national ones.</summary>
    public const string Prefix = "own-";

    private static readonly BilingualText Theme = new("Gemeente", "Municipality");

    /// <summary>Gets the name of the tile that a record is about: of several records about one tile the last counts.</summary>
    public static string GetName(AreaRecord record) => record.GetText("tile") ?? record.Reference;

    /// <summary>Adds the line of a record.</summary>
    public static void Add(ScorecardBuilder card, AreaRecord record, string name)
    {
        var low = record.GetDecimal("low") ?? record.GetDecimal("high");
        var count = low is { } lowest ? new TileCount(lowest, Math.Max(lowest, record.GetDecimal("high") ?? lowest)) : null;
        var tile = new Tile(
            Prefix + name, GetLabel(record, "label", name), record.GetText("unit")
                ?? "", count, new Period(record.Date.Year), GetBase(record), record.GetText("source") ?? record.Dataset, []);
        TileLine.Add(card, tile, Theme, (role, number) => ScorecardInput.FromRecord(role, record, number, $"{record.Key}/{role}"));
    }

    private static TileBase? GetBase(AreaRecord record) => record.GetDecimal("base") is { } value and > 0
        ? new(value, record.GetDecimal("base_year") is { } year and >= 1900 and < 2200 ? new Period((int)year) : null, GetLabel(record, "base", ""))
        : null;

    private static BilingualText GetLabel(AreaRecord record, string field, string otherwise)
    {
        var nl = record.GetText($"{field}_nl") ?? otherwise;
        return new(nl, record.GetText($"{field}_en") ?? nl);
    }
}
