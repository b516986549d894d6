using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>Kind of derivation of a figure that was not delivered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DerivationKind>))]
public enum DerivationKind
{
    /// <summary>It was carried from the boundaries of another year by a crosswalk.</summary>
    [JsonStringEnumMemberName("carried")]
    Carried,

    /// <summary>It was computed from the parts of a custom area.</summary>
    [JsonStringEnumMemberName("composed")]
    Composed,
}

/// <summary>Reason why a figure could not be derived.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotDerivedReason>))]
public enum NotDerivedReason
{
    /// <summary>No crosswalk names the area.</summary>
    [JsonStringEnumMemberName("not-in-crosswalk")]
    NotInCrosswalk,

    /// <summary>A part is unknown in these boundaries.</summary>
    [JsonStringEnumMemberName("part-missing")]
    PartMissing,

    /// <summary>The figure of a part is unknown, withheld or not applicable.</summary>
    [JsonStringEnumMemberName("part-unknown")]
    PartUnknown,

    /// <summary>The indicator is a mean or share without a denominator to weigh it by.</summary>
    [JsonStringEnumMemberName("no-denominator")]
    NoDenominator,

    /// <summary>The weight of a part is not known.</summary>
    [JsonStringEnumMemberName("weight-unknown")]
    WeightUnknown,

    /// <summary>Together the parts have no weight.</summary>
    [JsonStringEnumMemberName("weight-zero")]
    WeightZero,
}

/// <summary>A figure that could not be derived, and why.</summary>
/// <param name="Area">The area.</param>
/// <param name="Period">The period that the figure would be about.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Reason">Reason why it was not derived.</param>
/// <param name="Because">The parts that it is for; empty where it is for none in particular.</param>
public sealed record NotDerived(AreaCode Area, Period Period, string Indicator, NotDerivedReason Reason, IReadOnlyList<AreaCode> Because)
{
    /// <summary>The reason in words.</summary>
    public BilingualText Message => Reason switch
    {
        NotDerivedReason.NotInCrosswalk => new($"Geen omrekentabel noemt {Area}.", $"No crosswalk names {Area}."),
        NotDerivedReason.PartMissing =>
            new($"Van {Parts} is binnen deze grenzen niets geleverd.", $"Nothing was delivered of {Parts} within these boundaries."),
        NotDerivedReason.PartUnknown => new($"Het cijfer van {Parts} is niet bekend.", $"The figure of {Parts} is not known."),
        NotDerivedReason.NoDenominator =>
            new($"Van '{Indicator}' is geen noemer bekend om delen mee te wegen.", $"'{Indicator}' has no denominator to weigh parts by."),
        NotDerivedReason.WeightUnknown => new($"Het gewicht van {Parts} is niet bekend.", $"The weight of {Parts} is not known."),
        _ => new("De delen hebben samen geen gewicht.", "Together the parts have no weight."),
    };

    private string Parts => string.Join(", ", Because);
}

/// <summary>A part that a figure was derived from.</summary>
/// <param name="Area">The area.</param>
/// <param name="Share">Share of it that counts.</param>
/// <param name="Sources">Sources of the share.</param>
/// <param name="Figure">Its figure; null where there is none.</param>
/// <param name="Weight">The figure it was weighted by; null for totals, and where there is none.</param>
public sealed record DerivedPart(AreaCode Area, decimal Share, IReadOnlyList<ShareSource> Sources, Observation? Figure, Observation? Weight);

/// <summary>Derivation of a figure.</summary>
/// <param name="Kind">By a crosswalk or from the parts of a custom area.</param>
/// <param name="Parts">Inputs, those included of which nothing is known.</param>
/// <param name="NotDerived">Reason why the figure has no number; null where it has, and where its only part has none itself.</param>
public sealed record Derivation(DerivationKind Kind, IReadOnlyList<DerivedPart> Parts, NotDerived? NotDerived);
