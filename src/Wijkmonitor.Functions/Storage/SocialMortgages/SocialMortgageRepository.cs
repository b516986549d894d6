using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;

namespace Wijkmonitor.Functions.Storage.SocialMortgages;

/// <summary>Repository of all that is stored of a social mortgage.</summary>
public sealed class SocialMortgageRepository(
    ContractStore contracts, LedgerStore ledger, DecisionStore decisions, SettlementStore settlements, DeliveryIds ids)
{
    /// <summary>Finds the dossier of the contract with this id, or null.</summary>
    public async Task<MortgageDossier?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var versions = await contracts.FindAsync(id, cancellationToken);
        return versions.Count == 0
            ? null
            : new MortgageDossier(new ContractVersions([.. versions.Select(v => v.Contract)]))
            {
                Entries = await PublishAsync(await ledger.GetByContractAsync(id, cancellationToken),
                    (entry, source) => entry with { Source = source }, cancellationToken),
                Decisions = await PublishAsync(await decisions.GetByContractAsync(id, cancellationToken),
                    (decision, source) => decision with { Source = source }, cancellationToken),
                Settlements = await settlements.GetByContractAsync(id, cancellationToken),
                Annotations = await PublishAsync(await decisions.GetAnnotationsAsync(id, cancellationToken),
                    (annotation, source) => annotation with { Source = source }, cancellationToken),
            };
    }

    private async Task<IReadOnlyList<T>> PublishAsync<T>(IReadOnlyList<T> records, Func<T, SourceLine, T> withSource, CancellationToken cancellationToken)
        where T : ILedgerRecord =>
        await ids.PublishAsync(records, record => record.Source.Delivery,
            (record, id) => withSource(record, record.Source with { Delivery = id }), cancellationToken);
}
