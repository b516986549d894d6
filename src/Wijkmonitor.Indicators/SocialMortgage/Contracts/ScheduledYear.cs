using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>Agreed repayment of one year, in euros: a total, or an amount for each channel.</summary>
public sealed record ScheduledYear
{
    /// <summary>The year.</summary>
    [ContractQuestion("Welk jaar?", "Which year?")]
    public required int Year { get; init; }

    /// <summary>The amount of all channels together; null where amounts per channel are given.</summary>
    [ContractQuestion("Hoeveel in totaal?", "How much in total?")]
    public decimal? Total { get; init; }

    /// <summary>Through activities; null where a total is given.</summary>
    [ContractQuestion("Hoeveel uit activiteiten?", "How much from activities?")]
    public decimal? Activities { get; init; }

    /// <summary>Through indicators; null where a total is given.</summary>
    [ContractQuestion("Hoeveel uit betere cijfers?", "How much from better figures?")]
    public decimal? Indicators { get; init; }

    /// <summary>Through operation; null where a total is given.</summary>
    [ContractQuestion("Hoeveel uit opbrengst van het huis?", "How much from proceeds of the house?")]
    public decimal? Operation { get; init; }

    /// <summary>The amount of all channels together.</summary>
    [JsonIgnore]
    public decimal Amount => Total ?? (Activities + Indicators + Operation) ?? 0;
}

/// <summary>Highest credit of each channel.</summary>
public sealed record ChannelCaps
{
    /// <summary>For activities.</summary>
    [ContractQuestion("Hoeveel hooguit uit activiteiten?", "How much at most from activities?")]
    public RepaymentCap? Activities { get; init; }

    /// <summary>For indicators.</summary>
    [ContractQuestion("Hoeveel hooguit uit betere cijfers?", "How much at most from better figures?")]
    public RepaymentCap? Indicators { get; init; }

    /// <summary>For operation.</summary>
    [ContractQuestion("Hoeveel hooguit uit opbrengst van het huis?", "How much at most from proceeds of the house?")]
    public RepaymentCap? Operation { get; init; }
}

/// <summary>Highest credit, in euros; null for no limit.</summary>
public sealed record RepaymentCap
{
    /// <summary>Highest credit in one year.</summary>
    [ContractQuestion("Hoeveel wordt er in een jaar hooguit bijgeschreven?", "How much is credited at most in one year?")]
    public decimal? PerYear { get; init; }

    /// <summary>Highest credit over all years together.</summary>
    [ContractQuestion("Hoeveel wordt er over de hele looptijd hooguit bijgeschreven?", "How much is credited at most over the whole term?")]
    public decimal? Term { get; init; }
}

/// <summary>Tariff of one kind of activity.</summary>
public sealed record ActivityTariff
{
    /// <summary>The code that deliveries use for it: lower-case letters, digits and underscores.</summary>
    [ContractQuestion("Met welke code wordt deze activiteit aangeleverd?", "By which code is this activity delivered?")]
    public required string Code { get; init; }

    /// <summary>Name of the activity.</summary>
    [ContractQuestion("Hoe heet deze activiteit?", "What is this activity called?")]
    public required BilingualText Label { get; init; }

    /// <summary>Value of holding it once, in euros.</summary>
    [ContractQuestion("Hoeveel euro is een keer waard?", "How many euros is one time worth?")]
    public required decimal Amount { get; init; }
}

/// <summary>Moment from which a repayment that is behind is flagged as off track.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<OffTrackMoment>))]
public enum OffTrackMoment
{
    /// <summary>Never: no limit was agreed. A statement still says how much was repaid of the reference.</summary>
    [JsonStringEnumMemberName("never")]
    Never,

    /// <summary>At the end of any year below the limit.</summary>
    [JsonStringEnumMemberName("one-year")]
    OneYear,

    /// <summary>At the end of the second of two years in a row below the limit.</summary>
    [JsonStringEnumMemberName("two-years")]
    TwoYears,
}
