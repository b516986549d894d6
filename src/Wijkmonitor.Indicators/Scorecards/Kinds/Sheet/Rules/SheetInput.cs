using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;

/// <summary>An input of a sheet.</summary>
/// <param name="Code">The code that records and steps name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Unit">Its unit; empty for a factor.</param>
/// <param name="Origin">Origin of its value.</param>
/// <param name="IsRequired">Whether lines that need it are missing without it. What is not required is left out of sums.</param>
/// <param name="Low">The lowest value that is allowed; absent only for the key of a table.</param>
/// <param name="High">The highest value that is allowed; absent only for the key of a table.</param>
/// <param name="Value">Its value where nothing was delivered; only for what is agreed, assumed or from a text.</param>
/// <param name="Table">The table that it is a key of; absent for a number.</param>
/// <param name="IsPerYear">Whether a value is of its own year alone; others count until a later one.</param>
public sealed record SheetInput(
    string Code,
    BilingualText Label,
    string Unit,
    InputOrigin Origin,
    [property: JsonPropertyName("required")] bool IsRequired,
    decimal? Low = null,
    decimal? High = null,
    decimal? Value = null,
    string? Table = null,
    [property: JsonPropertyName("perYear")] bool IsPerYear = false)
{
    /// <summary>Whether it counts people, households or homes, which can be too few to show.</summary>
    internal bool IsCount => SheetUnits.IsCount(Unit);

    /// <summary>Whether a value is allowed.</summary>
    internal bool Allows(decimal value) => value >= Low && value <= High;

    /// <summary>Validates the input.</summary>
    internal void Validate(RuleValidator validator, IReadOnlyCollection<string> tables)
    {
        validator.RequireWords("inputs", [Code]);
        validator.Require(SheetUnits.IsKnown(Unit), $"'inputs.{Code}.unit' is '{Unit}', which is no unit.");
        validator.Require(Table is null || tables.Contains(Table, StringComparer.Ordinal), $"'inputs.{Code}.table' names '{Table}', which is no table.");
        validator.Require(Table is not null || (Low is not null && High is not null && Low <= High),
            $"'inputs.{Code}' must have the allowed low <= high.");
        validator.Require(Value is null || (Table is null && Allows(Value.Value)), $"'inputs.{Code}.value' is not between low and high.");
        validator.Require(Value is null || Origin != InputOrigin.Delivered, $"'inputs.{Code}' is delivered and has a value in the rules; say where that is from.");
    }
}

/// <summary>Origin of the value of an input.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<InputOrigin>))]
public enum InputOrigin
{
    /// <summary>A record that was delivered.</summary>
    [JsonStringEnumMemberName("delivered")]
    Delivered,

    /// <summary>A contract or decision.</summary>
    [JsonStringEnumMemberName("agreed")]
    Agreed,

    /// <summary>A choice of those who made the rules; a finding lists these.</summary>
    [JsonStringEnumMemberName("assumed")]
    Assumed,

    /// <summary>The text of the source.</summary>
    [JsonStringEnumMemberName("from-text")]
    FromText,
}

/// <summary>A table of values by key.</summary>
/// <param name="Code">The code that inputs and steps name it by.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Unit">The unit of its values.</param>
/// <param name="Year">The year that it holds for.</param>
/// <param name="Source">Place that it is from.</param>
/// <param name="Rows">Its rows.</param>
public sealed record SheetTable(string Code, BilingualText Label, string Unit, int Year, string Source, IReadOnlyList<SheetTableRow> Rows)
{
    /// <summary>Finds the value of a key; null where there is none.</summary>
    internal decimal? Find(string key) => Rows.FirstOrDefault(row => row.Key == key)?.Value;

    /// <summary>Validates the table.</summary>
    internal void Validate(RuleValidator validator)
    {
        validator.RequireWords("tables", [Code]);
        validator.Require(SheetUnits.IsKnown(Unit), $"'tables.{Code}.unit' is '{Unit}', which is no unit.");
        validator.Require(Year is >= 1900 and <= 2199, $"'tables.{Code}.year' is not a year.");
        validator.RequireText($"tables.{Code}.source", Source);
        validator.RequireAny($"tables.{Code}.rows", Rows);
        validator.RequireUnique($"tables.{Code}.rows", Rows.Select(row => row.Key));
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Key">The key, as people write it, such as an energy label.</param>
/// <param name="Value">The value.</param>
public sealed record SheetTableRow(string Key, decimal Value);
