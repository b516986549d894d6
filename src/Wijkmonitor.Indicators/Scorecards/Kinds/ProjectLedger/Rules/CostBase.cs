using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;

/// <summary>A base that cost is compared with. There are several, each with a name, as the answer depends on it.</summary>
/// <param name="Code">Its code: lower-case words with hyphens.</param>
/// <param name="Label">Words for what is compared with what.</param>
/// <param name="Budget">The budget rows that are the base; of each the amount that was recorded first.</param>
/// <param name="Offers">The budget rows with offers or estimates that are the cost; absent where the cost is in funding rows alone.</param>
/// <param name="Funding">The funding rows that are the cost or added to offers; absent, without offers, for all rows of the cost kinds.</param>
/// <param name="WithoutKinds">Kinds of contributions that are left out of the cost; absent for none.</param>
public sealed record CostBase(
    string Code,
    BilingualText Label,
    IReadOnlyList<string> Budget,
    IReadOnlyList<string>? Offers = null,
    IReadOnlyList<string>? Funding = null,
    IReadOnlyList<FundingKind>? WithoutKinds = null)
{
    /// <summary>The code of its line.</summary>
    internal string LineCode => $"overrun-{Code}";

    /// <summary>Whether all rows of the cost kinds are the cost.</summary>
    internal bool IsWholeCost => Offers is null && Funding is null;
}
