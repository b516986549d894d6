using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.CrisisTiles;

/// <summary>
/// The tiles of the housing shortage (wooncrisis-dashboard; "Morgen acteren in de woningcrisis", Discussiedagen Sociale Huisvesting 2020).
/// The tiles of the country are here; a municipality adds its own as records about areas.
/// </summary>
/// <param name="Version">The version of the rules; it is stored with every scorecard computed from them.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="Period">The year that the tiles are shown for; each names its own base year.</param>
/// <param name="Dataset">The dataset with records about municipalities that hold tiles of their own.</param>
/// <param name="Tiles">The tiles of the country.</param>
public sealed record CrisisTilesRules(
    string Version, BilingualText Title, string Source, Period Period, string Dataset, IReadOnlyList<Tile> Tiles)
    : ScorecardRules(Version, Title, Source)
{
    internal override IEnumerable<string> LineCodes => Tiles.Select(tile => tile.Code);

    internal override void Validate(RuleValidator validator)
    {
        validator.Require(Period.IsCalendarYear, $"'period' is '{Period}', which is no year.");
        validator.RequireText("dataset", Dataset);
        validator.RequireUnique("tiles", Tiles.Select(tile => tile.Code));
        validator.RequireWords("tiles", Tiles.Select(tile => tile.Code));
        foreach (var tile in Tiles)
        {
            validator.Require(!tile.Code.StartsWith(MunicipalTile.Prefix, StringComparison.Ordinal),
                $"'tiles' names '{tile.Code}'; what starts with '{MunicipalTile.Prefix}' is a municipality's own tile.");
            tile.Validate(validator);
            foreach (var overlap in tile.Overlaps)
            {
                validator.Require(overlap != tile.Code
                    && Tiles.Any(other => other.Code == overlap), $"'tiles.{tile.Code}.overlaps' names '{overlap}', which is no other tile.");
            }
        }
    }
}

/// <summary>One tile: a count, a range or unknown.</summary>
/// <param name="Code">Code of the tile: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Unit">Unit of the count.</param>
/// <param name="Count">The count; null where it is unknown. Low and high are the same where it is no range.</param>
/// <param name="CountYear">The year of the count; null where the source does not say.</param>
/// <param name="Base">Base of the share; null where the source names none.</param>
/// <param name="Source">Publisher and address of the count.</param>
/// <param name="Overlaps">The tiles that count some of the same people or homes.</param>
/// <param name="StatedOneIn">One in how many, as the source states it; shown with what is computed. Left out where it states none.</param>
public sealed record Tile(
    string Code, BilingualText Label, string Unit, TileCount? Count, Period? CountYear, TileBase? Base, string Source, IReadOnlyList<string> Overlaps,
    IReadOnlyList<TileCount>? StatedOneIn = null)
{
    /// <summary>Validates the tile.</summary>
    internal void Validate(RuleValidator validator)
    {
        validator.Require(Count is null || (Count.Low >= 0 && Count.High >= Count.Low), $"'tiles.{Code}.count' must have 0 <= low <= high.");
        validator.Require(Base is null || Base.Value > 0, $"'tiles.{Code}.base.value' must be above 0.");
        validator.Require(StatedOneIn?.All(stated => stated.Low > 0 && stated.High >= stated.Low) != false,
            $"'tiles.{Code}.statedOneIn' must have 0 < low <= high.");
        validator.Require(CountYear is not { IsCalendarYear: false }, $"'tiles.{Code}.countYear' is no year.");
        validator.Require(Base?.Year is not { IsCalendarYear: false }, $"'tiles.{Code}.base.year' is no year.");
        validator.RequireText($"tiles.{Code}.source", Source);
    }
}

/// <summary>A count, which is a range where low and high differ.</summary>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
public sealed record TileCount(decimal Low, decimal High);

/// <summary>Population that a tile counts.</summary>
/// <param name="Value">Number of them.</param>
/// <param name="Year">The year of that number; null where the source does not say.</param>
/// <param name="Label">Label of the base.</param>
/// <param name="IsOwnChoice">Whether the makers of the rules chose it, because the source names none; it is shown as such.</param>
public sealed record TileBase(decimal Value, Period? Year, BilingualText Label, bool IsOwnChoice = false);

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(CrisisTilesRules))]
internal sealed partial class CrisisTilesRulesJson : JsonSerializerContext;
