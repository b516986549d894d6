using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;

namespace Wijkmonitor.Functions.Storage.SocialMortgages;

/// <summary>Reads what is stored of a social mortgage.</summary>
public sealed class SocialMortgageRepository(ContractStore contracts, LedgerStore ledger, DecisionStore decisions, SettlementStore settlements)
{
    /// <summary>Finds the dossier of the contract with this id, or null.</summary>
    public async Task<MortgageDossier?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var versions = await contracts.FindAsync(id, cancellationToken);
        return versions.Count == 0
            ? null
            : new MortgageDossier(new ContractVersions([.. versions.Select(v => v.Contract)]))
            {
                Entries = await ledger.GetByContractAsync(id, cancellationToken),
                Decisions = await decisions.GetByContractAsync(id, cancellationToken),
                Settlements = await settlements.GetByContractAsync(id, cancellationToken),
                Annotations = await decisions.GetAnnotationsAsync(id, cancellationToken),
            };
    }
}
