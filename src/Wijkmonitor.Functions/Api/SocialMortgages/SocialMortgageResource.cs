using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Scenarios;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>A social mortgage and its years.</summary>
/// <param name="Contract">The latest version of the contract as agreed.</param>
/// <param name="Delivery">The delivery that it came with.</param>
/// <param name="Versions">All versions, by their start.</param>
/// <param name="Agreed">The most that the agreed changes of its indicators repay.</param>
/// <param name="Statements">A summary of the statement of each year, in order.</param>
public sealed record SocialMortgageResource(
    SocialMortgageContract Contract, string Delivery, IReadOnlyList<ContractVersionItem> Versions,
    AgreedRepayment Agreed, IReadOnlyList<ScorecardSummary> Statements);
