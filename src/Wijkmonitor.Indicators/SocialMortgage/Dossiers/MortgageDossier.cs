using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Dossiers;

/// <summary>Everything that was agreed, booked, decided and settled on one contract. With the observations it gives the statements.</summary>
/// <param name="Contract">The contract, in all its versions.</param>
public sealed record MortgageDossier(ContractVersions Contract)
{
    /// <summary>Activities held and proceeds of operation; those of other contracts are left aside.</summary>
    public IReadOnlyCollection<LedgerEntry> Entries { get; init; } = [];

    /// <summary>Confirmations, disputes and corrections.</summary>
    public IReadOnlyCollection<LedgerDecision> Decisions { get; init; } = [];

    /// <summary>The years that were settled.</summary>
    public IReadOnlyCollection<Settlement> Settlements { get; init; } = [];

    /// <summary>Outside events next to the series.</summary>
    public IReadOnlyCollection<SeriesAnnotation> Annotations { get; init; } = [];

    /// <summary>The last year that was settled; null where none was.</summary>
    public int? LastSettledYear => Settlements.Select(s => (int?)s.Year).Max();
}
