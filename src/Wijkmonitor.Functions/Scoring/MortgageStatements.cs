using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards;
using Wijkmonitor.Indicators.Scorecards.SocialMortgage;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>A social mortgage as it stands at this moment.</summary>
/// <param name="Dossier">What was agreed, booked, decided and settled.</param>
/// <param name="Observations">The figures of its area and municipality.</param>
/// <param name="Statements">What follows from them, by year.</param>
public sealed record CurrentMortgage(MortgageDossier Dossier, ObservationSet Observations, IReadOnlyList<Scorecard> Statements)
{
    /// <summary>The statement of a year, or null.</summary>
    public Scorecard? In(Period period) => Statements.FirstOrDefault(s => s.Period == period);
}

/// <summary>Computes the statements of one social mortgage from what is stored now, for requests that cannot do with the stored ones.</summary>
public sealed class MortgageStatements(IndicatorCatalogue catalogue, MortgageDossiers dossiers, ObservationStore observations, MunicipalityObservations all, Visibility visibility)
{
    /// <summary>The social mortgage with this id, or null.</summary>
    public async Task<CurrentMortgage?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await dossiers.FindAsync(id, cancellationToken) is not { } dossier)
        {
            return null;
        }

        var contract = dossier.Contract.Latest;
        var known = contract.Area.Level == AreaLevel.Custom
            ? (await all.OfAsync(contract.Area.Municipality, cancellationToken)).All
            : await observations.OfAreaAsync(contract.Area, cancellationToken).Concat(observations.OfAreaAsync(contract.City, cancellationToken)).ToListAsync(cancellationToken);
        var set = new ObservationSet([.. known.Where(observation => visibility.IsFor(Audience.Partners, observation.Dataset))]);
        return new CurrentMortgage(dossier, set, SocialMortgageStatements.Compute(dossier, catalogue, set));
    }
}
