using System.Globalization;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>Something recorded about an area that is not a figure.</summary>
/// <remarks>
/// Examples are what a partner will do, what staff see and where a participant placed a pin. It comes from a dataset with the records
/// <c>area-records</c>, whose definition names the fields and their types.
/// </remarks>
/// <param name="Dataset">The dataset it came with.</param>
/// <param name="Area">The area it is about.</param>
/// <param name="Date">The day it is about.</param>
/// <param name="Reference">Name of the record within its dataset: a later record with the same reference takes its place.</param>
/// <param name="Fields">
/// Its fields by name, checked and written in one way: numbers with a decimal point, dates as yyyy-MM-dd, yes or no as true or false. An
/// empty field is absent.
/// </param>
/// <param name="Source">The line it is on.</param>
public sealed record AreaRecord(
    string Dataset, AreaCode Area, DateOnly Date, string Reference, IReadOnlyDictionary<string, string> Fields, SourceLine Source)
{
    /// <summary>Gets what names it among all records.</summary>
    public string Key => $"{Area}/{Dataset}/{Reference}";

    /// <summary>Gets what names it among all records, with its day.</summary>
    public string DatedKey => string.Create(CultureInfo.InvariantCulture, $"{Area}/{Dataset}/{Date:yyyy-MM-dd}/{Reference}");

    /// <summary>Gets the text of a field; null where it is empty.</summary>
    public string? GetText(string field) => Fields.GetValueOrDefault(field);

    /// <summary>Gets the number of a field; null where it is empty.</summary>
    public decimal? GetDecimal(string field) => GetText(field) is { } text ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    /// <summary>Gets the day of a field; null where it is empty.</summary>
    public DateOnly? GetDate(string field) => GetText(field) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>Gets the yes or no of a field; null where it is empty.</summary>
    public bool? GetBoolean(string field) => GetText(field) is { } text ? bool.Parse(text) : null;
}
