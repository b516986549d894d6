using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>Part of the principal that is paid out on a day (opname).</summary>
public sealed record DrawDown
{
    /// <summary>The day, within the term.</summary>
    [ContractQuestion("Op welke dag is dit deel opgenomen?", "On which day was this part drawn?")]
    public required DateOnly Date { get; init; }

    /// <summary>The amount, in euros.</summary>
    [ContractQuestion("Hoeveel is er op die dag opgenomen?", "How much was drawn on that day?")]
    public required decimal Amount { get; init; }
}

/// <summary>Purpose of the principal.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<PrincipalCover>))]
public enum PrincipalCover
{
    /// <summary>The building cost.</summary>
    [JsonStringEnumMemberName("building")]
    Building,

    /// <summary>The operation of the house (exploitatie).</summary>
    [JsonStringEnumMemberName("operation")]
    Operation,

    /// <summary>Building cost and operation.</summary>
    [JsonStringEnumMemberName("both")]
    Both,
}

/// <summary>Proceeds of the house that repay.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<OperationBasis>))]
public enum OperationBasis
{
    /// <summary>All proceeds; the costs are borne by somebody else.</summary>
    [JsonStringEnumMemberName("gross")]
    Gross,

    /// <summary>The proceeds less the costs of the house.</summary>
    [JsonStringEnumMemberName("net")]
    Net,
}
