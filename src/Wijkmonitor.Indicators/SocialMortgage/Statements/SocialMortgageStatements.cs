using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>
/// Yearly statements of a social mortgage (sociale hypotheek): Platform31, "Aan de slag in kwetsbare wijken" (2017), section 3.4. A statement states;
/// it decides nothing.
/// </summary>
public static class SocialMortgageStatements
{
    /// <summary>The kind of these scorecards.</summary>
    public const string Kind = "social-mortgage";

    /// <summary>Computes the statements of a contract of one version, on which nothing was decided or settled.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="observations">Observations of the contract's area and municipality, in all years.</param>
    /// <param name="entries">Activities held and proceeds of operation; those of other contracts are left aside.</param>
    /// <exception cref="ConfigurationException">The contract does not fit the catalogue.</exception>
    public static IReadOnlyList<Scorecard> Compute(
        SocialMortgageContract contract, IndicatorCatalogue catalogue, ObservationSet observations, IReadOnlyCollection<LedgerEntry> entries) =>
        Compute(new MortgageDossier(new ContractVersions(contract)) { Entries = entries }, catalogue, observations);

    /// <summary>Computes the statements of a contract, of all years from its first through its last with something to state.</summary>
    /// <remarks>
    /// That is an observation of one of its indicators for its area, an entry, a settlement or a correction to book. There are none where nothing is
    /// known yet. A settled year is given as it was settled. The order of the arguments' items changes nothing.
    /// </remarks>
    /// <param name="dossier">Contract, entries, decisions and settlements.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="observations">Observations of the contract's area and municipality, in all years.</param>
    /// <exception cref="ConfigurationException">
    /// The contract does not fit the catalogue: see <see cref="SocialMortgageContract.Validate(IndicatorCatalogue)"/>.
    /// </exception>
    public static IReadOnlyList<Scorecard> Compute(MortgageDossier dossier, IndicatorCatalogue catalogue, ObservationSet observations)
    {
        foreach (var version in dossier.Contract.All)
        {
            if (version.Validate(catalogue) is [var problem, ..])
            {
                throw new ConfigurationException($"In contract {version.Id}, version {version.Version}: {problem.Field}: {problem.Message.En}");
            }
        }

        return new StatementCalculator(dossier, catalogue, observations).ComputeStatements();
    }
}
