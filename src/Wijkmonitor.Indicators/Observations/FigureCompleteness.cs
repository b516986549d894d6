using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>Basis of a share of completeness.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CompletenessBasis>))]
public enum CompletenessBasis
{
    /// <summary>The denominator: the figure is counted among these, such as residents.</summary>
    [JsonStringEnumMemberName("denominator")]
    Denominator,

    /// <summary>The parts as they are; the denominator of one that is missing is not known, or there is none.</summary>
    [JsonStringEnumMemberName("parts")]
    Parts,
}

/// <summary>Completeness of a figure over parts of which some did not report: it is about those that did.</summary>
/// <param name="Share">Share of the whole that reported, from 0 through 1.</param>
/// <param name="Basis">Basis of the share.</param>
/// <param name="Required">Lowest share for a verdict, as the dataset declares it.</param>
/// <param name="IsEnough">Whether the figure may be judged; a total that lacks a part never is.</param>
/// <param name="Lost">The parts that are missing.</param>
/// <param name="Denominator">The denominator of the parts that reported; null where there is none.</param>
public sealed record FigureCompleteness(
    decimal Share, CompletenessBasis Basis, decimal Required, bool IsEnough, IReadOnlyList<AreaCode> Lost, decimal? Denominator = null)
{
    private const decimal Digits = 10_000;

    /// <summary>Completeness by a share in all its digits.</summary>
    /// <remarks>It is shortened, never up: what is just below the limit does not read as if it were at it.</remarks>
    public static FigureCompleteness From(
        decimal share, CompletenessBasis basis, decimal required, IReadOnlyList<AreaCode> lost, decimal? denominator = null) =>
        new(decimal.Floor(share * Digits) / Digits, basis, required, share >= required, lost, denominator);

    /// <summary>Removes the names of the missing parts.</summary>
    public FigureCompleteness RemoveNames() => this with { Lost = [] };

    /// <summary>The figure, for an observation that is kept from being judged.</summary>
    [JsonIgnore]
    public decimal? Number { get; init; }
}
