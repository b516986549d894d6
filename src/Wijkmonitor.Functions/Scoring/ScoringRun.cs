using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards;
using Wijkmonitor.Indicators.Scorecards.Compass;
using Wijkmonitor.Indicators.Scorecards.SocialMortgage;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Computes scorecards a municipality at a time, so that memory is bounded by a municipality and not by the country.</summary>
public sealed partial class ScoringRun(
    IndicatorCatalogue catalogue,
    ScoringRules rules,
    DeliveryStore deliveries,
    ObservationStore observations,
    ContractStore contracts,
    MortgageDossiers dossiers,
    ScorecardStore scorecards,
    TimeProvider time,
    ILogger<ScoringRun> logger)
{
    /// <summary>Computes what the deliveries touch that were stored since, those of a run that died included.</summary>
    public async Task ScoreDeliveriesAsync(CancellationToken cancellationToken)
    {
        var waiting = await deliveries.ToBeScoredAsync(cancellationToken);
        await ScoreAsync(waiting.SelectMany(delivery => delivery.Municipalities), cancellationToken);
        foreach (var delivery in waiting)
        {
            await deliveries.KeepAsync(delivery with { State = DeliveryState.Served, CompletedAt = time.GetUtcNow() }, cancellationToken);
        }
    }

    /// <summary>Computes the scorecards of every municipality that something was delivered about.</summary>
    public async Task ScoreAllAsync(CancellationToken cancellationToken) =>
        await ScoreAsync(await deliveries.MunicipalitiesAsync(cancellationToken), cancellationToken);

    /// <summary>Computes one municipality now.</summary>
    public Task ScoreMunicipalityAsync(AreaCode municipality, CancellationToken cancellationToken) => ScoreAsync([municipality.Value], cancellationToken);

    private async Task ScoreAsync(IEnumerable<string> municipalities, CancellationToken cancellationToken)
    {
        foreach (var code in municipalities.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var municipality = AreaCode.Parse(code);
            var computed = await ComputeAsync(municipality, cancellationToken);
            var written = await scorecards.KeepAsync(municipality, computed, time.GetUtcNow(), cancellationToken);
            LogScored(code, computed.Count, written);
        }
    }

    private async Task<IReadOnlyList<Scorecard>> ComputeAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var set = new ObservationSet(await observations.OfMunicipalityAsync(municipality, cancellationToken).ToListAsync(cancellationToken));
        var computed = new List<Scorecard>();
        if (rules.Compass is { } compass)
        {
            computed.AddRange(set.Periods.SelectMany(period => CompassComputation.Compute(compass, catalogue, municipality, set, period)));
        }

        await foreach (var id in contracts.OfMunicipalityAsync(municipality.Value, cancellationToken))
        {
            computed.AddRange(Compute((await dossiers.FindAsync(id, cancellationToken))!, set));
        }

        return computed;
    }

    private IReadOnlyList<Scorecard> Compute(MortgageDossier dossier, ObservationSet set)
    {
        if (dossier.Contract.All.SelectMany(version => version.Check(catalogue)).FirstOrDefault() is not { } problem)
        {
            return SocialMortgageStatements.Compute(dossier, catalogue, set);
        }

        // It fitted the catalogue when it was delivered; the others must not wait for somebody to mend it.
        LogContractUnfit(dossier.Contract.Id, problem.Field, problem.Message.En);
        return [];
    }

    [LoggerMessage(120, LogLevel.Information, "{Municipality}: {Computed} scorecards computed, {Written} written")]
    private partial void LogScored(string municipality, int computed, int written);

    [LoggerMessage(121, LogLevel.Error, "Contract {Contract} does not fit the catalogue any more and is not computed: {Field}: {Problem}")]
    private partial void LogContractUnfit(string contract, string field, string problem);
}
