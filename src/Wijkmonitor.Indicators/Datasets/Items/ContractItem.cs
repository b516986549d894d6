using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>A version of a contract.</summary>
/// <param name="Contract">The version.</param>
public sealed record ContractItem(SocialMortgageContract Contract) : DatasetItem;
