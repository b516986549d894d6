using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Catalogue;

/// <summary>
/// Direction in which an indicator is judged. It belongs to the indicator, so that no computation flips signs for itself.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Polarity>))]
public enum Polarity
{
    /// <summary>A higher value is better.</summary>
    [JsonStringEnumMemberName("higher-is-better")]
    HigherIsBetter,

    /// <summary>A lower value is better.</summary>
    [JsonStringEnumMemberName("lower-is-better")]
    LowerIsBetter,

    /// <summary>The value is not judged.</summary>
    [JsonStringEnumMemberName("no-judgement")]
    NoJudgement,
}

/// <summary>Indicator, as the catalogue describes it.</summary>
/// <param name="Code">Lower-case letters, digits and underscores, starting with a letter, 63 characters at most.</param>
/// <param name="Theme">The theme it is shown under.</param>
/// <param name="Unit">
/// The unit of its values; <c>EUR</c> is money, kept to the cent, and the units that count (<see cref="CountingUnits"/>) take whole numbers.
/// </param>
/// <param name="Polarity">Direction in which it is judged.</param>
/// <param name="Decimals">Number of decimals that are shown.</param>
/// <param name="Denominator">The indicator that counts what a share or mean is taken over; null where there is none.</param>
/// <param name="Source">Publisher and address.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Total">
/// Whether values are totals over an area: those grow with the area, so that one area's is not compared with another's.
/// </param>
/// <param name="Min">Lower bound of a value; null for none.</param>
/// <param name="Max">Upper bound of a value; null for none.</param>
public sealed record Indicator(
    string Code,
    BilingualText Theme,
    string Unit,
    Polarity Polarity,
    int Decimals,
    string? Denominator,
    BilingualText Source,
    BilingualText Label,
    bool Total = false,
    decimal? Min = null,
    decimal? Max = null)
{
    /// <summary>The dataset that the indicator belongs to; null where nothing says so.</summary>
    /// <remarks>Of definitions that clash over an indicator the others are not in effect.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Dataset { get; init; }

    /// <summary>
    /// The indicator that counts the same under another name or from another source; null where there is none. Small counts are withheld of both alike.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SameAs { get; init; }

    /// <summary>
    /// For a count: the count that it is a part of; null for none. Small counts are withheld of the part, and of the rest.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PartOf { get; init; }

    /// <summary>
    /// The indicator from which this one can be derived, alone or with others that name it. Examples are shares that make a hundred together, or a
    /// share and the count behind it. Where one of them is withheld, all are.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WithheldWith { get; init; }

    /// <summary>The unit of money.</summary>
    public const string Euro = "EUR";

    /// <summary>The units of which there is always a whole number: a file that gives them decimals is wrong.</summary>
    public static IReadOnlySet<string> CountingUnits { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "addresses", "businesses", "cars", "cases", "homes", "households", "inhabitants", "jobs", "persons", "pupils", "reports", "students", "vehicles",
    };

    /// <summary>Whether values are amounts of money.</summary>
    [JsonIgnore]
    public bool IsMoney => Unit == Euro;

    /// <summary>Whether values count things, so that they are whole numbers.</summary>
    [JsonIgnore]
    public bool IsCount => CountingUnits.Contains(Unit);
}
