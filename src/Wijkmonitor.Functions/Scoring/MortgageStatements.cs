using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Statements;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>A social mortgage as it is at this moment.</summary>
/// <param name="Dossier">Contract, entries, decisions and settlements.</param>
/// <param name="Observations">The figures of its area and municipality.</param>
/// <param name="Statements">Statements, by year.</param>
public sealed record CurrentMortgage(MortgageDossier Dossier, ObservationSet Observations, IReadOnlyList<Scorecard> Statements)
{
    /// <summary>Finds the statement of a year, or null.</summary>
    public Scorecard? FindStatement(Period period) => Statements.FirstOrDefault(s => s.Period == period);
}

/// <summary>The statements of one social mortgage, computed for requests that cannot use stored ones.</summary>
public sealed class MortgageStatements(IndicatorCatalogue catalogue, SocialMortgageRepository dossiers,
    MunicipalityObservations observations, VisibilityPolicy visibility, DisclosureOptions disclosure)
{
    /// <summary>Finds the social mortgage with this id, or null.</summary>
    public async Task<CurrentMortgage?> FindAsync(string id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) is var (dossier, set)
            ? new CurrentMortgage(dossier, set, SocialMortgageStatements.Compute(dossier, catalogue, set))
            : null;

    /// <summary>Finds a contract without the counts that may not be shown, or null.</summary>
    public async Task<ContractVersions?> FindContractAsync(string id, CancellationToken cancellationToken) =>
        (await ReadAsync(id, cancellationToken))?.Dossier.Contract;

    private async Task<(MortgageDossier Dossier, ObservationSet Observations)?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (await dossiers.FindAsync(id, cancellationToken) is not { } dossier)
        {
            return null;
        }

        var set = await observations.GetByAreaAsync(
            dossier.Contract.Latest.Area, dataset => visibility.IsVisibleTo(Audience.Partners, dataset), cancellationToken);
        set = set.ForVerdicts();
        return (dossier with { Contract = DisclosableContract.Withhold(dossier.Contract, catalogue, set, disclosure.Rule) }, set);
    }
}
