using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Statements;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Sources of the scorecards and statements of a municipality.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Register">Its areas.</param>
/// <param name="Figures">Its figures and what others follow from.</param>
/// <param name="Records">Records about its areas.</param>
/// <param name="Subjects">The subjects that the records are or name.</param>
public sealed record ScoringSources(
    AreaCode Municipality, IReadOnlyList<Area> Register, MunicipalitySources Figures, IReadOnlyList<AreaRecord> Records, SubjectLookup Subjects)
{
    /// <summary>Whether a scorecard of a subject that was stored before is for no more readers than the subject is now.</summary>
    /// <param name="kind">The kind of the scorecard.</param>
    /// <param name="subject">The code of the subject.</param>
    /// <param name="reach">Area and municipalities that it was stored with.</param>
    /// <param name="audience">The widest audience that reads it.</param>
    public bool Allows(string kind, string subject, ScorecardReach reach, Audience audience) =>
        !Subjects.HasRecordedSubjects(kind) || VisibilityPolicy.IsWithin(Subjects.GetLimits(subject, reach.Area), reach, audience);
}

/// <summary>Statements of a contract.</summary>
/// <param name="Contract">The id of the contract.</param>
/// <param name="Statements">The statements; none where they could not be computed.</param>
public sealed record ContractStatements(string Contract, IReadOnlyList<Scorecard> Statements)
{
    /// <summary>First fault by which the contract does not fit the catalogue; null where it fits.</summary>
    public ContractProblem? Problem { get; init; }

    /// <summary>Failure of the computing; null for none.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether the statements could be computed.</summary>
    public bool IsComputed => Problem is null && Failure is null;
}

/// <summary>Calculator of the scorecards and statements of a municipality. It stores nothing.</summary>
public sealed class MunicipalityScoring(
    IndicatorCatalogue catalogue,
    ScoringRules rules,
    AreaRecordStore records,
    MunicipalityObservations observations,
    ContractStore contracts,
    SocialMortgageRepository dossiers,
    DeliveryIds ids,
    VisibilityPolicy visibility,
    DisclosureOptions disclosure,
    CurrentDatasets datasets)
{
    /// <summary>Reads the sources of a municipality, with the figures as they are to be published.</summary>
    public async Task<ScoringSources> ReadAsync(AreaCode municipality, IReadOnlyList<Area> register, CancellationToken cancellationToken)
    {
        var figures = await observations.DecideAsync(municipality, cancellationToken);
        var read = await ids.PublishAsync(await records.GetByMunicipalityAsync(municipality, cancellationToken).ToListAsync(cancellationToken),
            record => record.Source.Delivery, (record, id) => record with { Source = record.Source with { Delivery = id } }, cancellationToken);
        return new ScoringSources(municipality, register, figures, read, SubjectLookup.From(read, rules.Kinds));
    }

    /// <summary>
    /// Computes the scorecards of each audience, the widest first; null where they are those of the wider one. That is so where the audience sees no more
    /// figures than the wider one did and no scorecard was kept from that: which is known only once all of them were computed.
    /// </summary>
    public IEnumerable<IEnumerable<Scorecard>?> ComputeByAudience(ScoringSources sources, Action<ScorecardFailure> onFailure)
    {
        var before = -1;
        var isAnyKept = false;
        foreach (var audience in Enum.GetValues<Audience>())
        {
            var seen = sources.Records.Count(record => visibility.IsVisibleTo(audience, record, sources.Subjects))
                + sources.Figures.Delivered.Concat(sources.Figures.Elsewhere).Count(observation => visibility.IsVisibleTo(audience, observation.Dataset));
            if (seen == before && !isAnyKept)
            {
                yield return null;
                continue;
            }

            (before, isAnyKept) = (seen, rules.Kinds.Any(kind => !VisibilityPolicy.IsVisibleTo(audience, kind.Visibility)));
            yield return Compute(sources, audience, onFailure, () => isAnyKept = true);
        }
    }

    /// <summary>Computes the scorecards that an audience sees.</summary>
    public IEnumerable<Scorecard> Compute(ScoringSources sources, Audience audience, Action<ScorecardFailure> onFailure) =>
        Compute(sources, audience, onFailure, onKept: () => { });

    /// <summary>Computes the statements of the contracts of a municipality.</summary>
    public async IAsyncEnumerable<ContractStatements> ComputeStatementsAsync(
        ScoringSources sources, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = sources.Figures.VisibleTo(dataset => visibility.IsVisibleTo(Audience.Partners, dataset)).ForVerdicts();
        await foreach (var id in contracts.GetIdsByMunicipalityAsync(sources.Municipality.Value, cancellationToken))
        {
            if (await ComputeStatementsAsync(id, set, cancellationToken) is { } computed)
            {
                yield return computed;
            }
        }
    }

    private async Task<ContractStatements?> ComputeStatementsAsync(string id, ObservationSet set, CancellationToken cancellationToken)
    {
        if (await dossiers.FindAsync(id, cancellationToken) is not { } dossier)
        {
            return null;
        }

        // It fitted the catalogue when it was delivered; the others must not wait for somebody to mend it.
        if (dossier.Contract.All.SelectMany(version => version.Validate(catalogue)).FirstOrDefault() is { } problem)
        {
            return new ContractStatements(id, []) { Problem = problem };
        }

        try
        {
            var shown = dossier with { Contract = DisclosableContract.Withhold(dossier.Contract, catalogue, set, disclosure.Rule) };
            return new ContractStatements(id, SocialMortgageStatements.Compute(shown, catalogue, set));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new ContractStatements(id, []) { Failure = e };
        }
    }

    // What an audience sees is put together when its scorecards are asked for, and gone with the last of them.
    private IEnumerable<Scorecard> Compute(ScoringSources sources, Audience audience, Action<ScorecardFailure> onFailure, Action onKept) =>
        EnumerateCards(sources, audience, onFailure)
            .Where(card =>
            {
                var isVisible = VisibilityPolicy.IsVisibleTo(audience, card);
                if (!isVisible)
                {
                    onKept();
                }

                return isVisible;
            })
            .DistinctBy(card => (card.Kind, card.Area, card.Period, card.Subject)); // of two files of rules of a kind, the one named first counts

    private IEnumerable<Scorecard> EnumerateCards(ScoringSources sources, Audience audience, Action<ScorecardFailure> onFailure)
    {
        List<AreaRecord> records = [.. sources.Records.Where(record => visibility.IsVisibleTo(audience, record, sources.Subjects))];
        var withRegions = new MunicipalityFigures(
            sources.Municipality,
            catalogue,
            sources.Register,
            sources.Figures.VisibleTo(dataset => visibility.IsVisibleTo(audience, dataset)),
            records)
        {
            Disclosure = disclosure.Rule,
            PublishedDatasets = datasets.Ids.Where(dataset => datasets.Find(dataset)?.Published is not null).ToHashSet(StringComparer.Ordinal),
        };

        // Not all who see the scorecards of areas may see a region: what names one counts for its own scorecards only.
        var seen = withRegions with { Records = records.FindAll(record => !sources.Subjects.IsOfRegion(record)) };
        var kinds = rules.Kinds.Where(kind => VisibilityPolicy.IsVisibleTo(audience, kind.Visibility));
        foreach (var card in kinds.SelectMany(kind => kind.Compute(kind.RulesCode is null ? seen : withRegions, onFailure))
            .Concat(UnknownRules.Compute(withRegions, rules.Kinds, rules.Infos)))
        {
            yield return card;
        }
    }
}
