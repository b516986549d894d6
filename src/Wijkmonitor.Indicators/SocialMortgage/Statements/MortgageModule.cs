using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>A part of the house and whether it is unlocked.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Name of the module.</param>
/// <param name="SharePercent">The share of the principal that unlocks it, in percent.</param>
/// <param name="Threshold">Repayment that unlocks it, in euros.</param>
/// <param name="IsUnlocked">Whether that much is repaid.</param>
/// <param name="Remaining">Amount still to be repaid for it, in euros; 0 where it is unlocked.</param>
public sealed record MortgageModule(string Code, BilingualText Label, decimal SharePercent, decimal Threshold, bool IsUnlocked,
    [property: JsonPropertyName("left")] decimal Remaining)
{
    /// <summary>Creates the parts of a contract in the order in which they are unlocked.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="repaid">Amount repaid, in euros.</param>
    public static IReadOnlyList<MortgageModule> CreateAll(SocialMortgageContract contract, decimal repaid) =>
        [.. (contract.Modules ?? []).OrderBy(m => m.SharePercent).Select(module =>
        {
            var threshold = Math.Round(contract.Principal * module.SharePercent / 100, 2, MidpointRounding.AwayFromZero);
            return new MortgageModule(module.Code, module.Label, module.SharePercent, threshold, repaid >= threshold, Math.Max(0, threshold - repaid));
        })];
}
