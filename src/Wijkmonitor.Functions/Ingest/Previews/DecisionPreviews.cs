using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Ingest.Previews;

/// <summary>Calculator of what confirming or withdrawing a delivery would change.</summary>
/// <remarks>
/// What the decision would write is written by the same code, in memory over what is stored; then scorecards and statements are computed from both and
/// compared.
/// </remarks>
public sealed class DecisionPreviews(
    IServiceProvider services, DeliveryArchive archive, PartCounter parts, ReleaseOrder releases, Inbox inbox, VisibilityPolicy visibility,
    ContractStore contracts)
{
    /// <summary>The largest number of values of a delivery that is computed.</summary>
    public const int MaxValues = 250_000;

    /// <summary>The largest number of municipalities that are computed.</summary>
    public const int MaxMunicipalities = 5;

    private const int MaxChanges = 200;

    /// <summary>Computes the consequences of the decision that a delivery is open to.</summary>
    /// <param name="delivery">A delivery that waits for confirmation, or that is stored.</param>
    /// <param name="caller">The caller: the preview has the scorecards and statements that it may see.</param>
    /// <param name="cancellationToken">Ends the computing.</param>
    public async Task<DecisionPreview> CreateAsync(Delivery delivery, Caller caller, CancellationToken cancellationToken)
    {
        var decision = delivery.State == DeliveryState.Pending ? DeliveryDecisionKind.Confirmation : DeliveryDecisionKind.Withdrawal;
        var builder = new PreviewBuilder(decision, MaxChanges);
        if (delivery.Values > MaxValues)
        {
            return builder.Build(isComplete: false);
        }

        var overlaid = new OverlaidServices(services);
        await ApplyAsync(overlaid, delivery, cancellationToken);
        foreach (var municipality in delivery.Municipalities.Take(MaxMunicipalities).Select(AreaCode.Parse))
        {
            await CompareAsync(municipality, overlaid, caller, builder, cancellationToken);
        }

        return builder.Build(isComplete: delivery.Municipalities.Count <= MaxMunicipalities);
    }

    private async Task ApplyAsync(OverlaidServices overlaid, Delivery delivery, CancellationToken cancellationToken)
    {
        var rollback = overlaid.GetRequiredService<DeliveryRollback>();
        if (delivery.State != DeliveryState.Pending)
        {
            await rollback.RollBackAsync(delivery, cancellationToken);
            return;
        }

        var definition = await archive.GetDefinitionAsync(delivery, cancellationToken);
        await using var content = await inbox.OpenAsync(delivery.Path, cancellationToken);
        using var copy = await LocalCopy.CreateAsync(content, delivery.Dataset, cancellationToken);
        var stored = delivery with { Parts = await parts.CountAsync(delivery, definition, cancellationToken) };
        if (await releases.FindPlaceAsync(stored, cancellationToken) is { } place)
        {
            await rollback.PlaceAsync(stored with { StoredAt = place }, definition, copy, cancellationToken);
            return;
        }

        await overlaid.GetRequiredService<FileStore>().StoreAsync(definition, delivery.Id, copy, stored.Parts, progress: null, cancellationToken);
    }

    private async Task CompareAsync(
        AreaCode municipality, OverlaidServices overlaid, Caller caller, PreviewBuilder builder, CancellationToken cancellationToken)
    {
        var before = await ComputeAsync(services, municipality, caller, cancellationToken);
        var after = await ComputeAsync(overlaid, municipality, caller, cancellationToken);
        builder.AddMunicipality(municipality);
        builder.AddFigures(before.Figures, after.Figures);
        builder.AddScorecards(before.Scorecards, after.Scorecards);
        foreach (var contract in before.Statements.Keys.Union(after.Statements.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var isParty = caller.IsPartyIn(await contracts.GetPartiesAsync(contract, cancellationToken));
            builder.AddStatements(contract, before.Statements.GetValueOrDefault(contract) ?? [], after.Statements.GetValueOrDefault(contract) ?? [], isParty);
        }
    }

    private async Task<MunicipalityOutcome> ComputeAsync(
        IServiceProvider provider, AreaCode municipality, Caller caller, CancellationToken cancellationToken)
    {
        var scoring = provider.GetRequiredService<MunicipalityScoring>();
        var register = await provider.GetRequiredService<AreaStore>().GetByMunicipalityAsync(municipality, cancellationToken);
        var sources = await scoring.ReadAsync(municipality, register, cancellationToken);
        var statements = await scoring.ComputeStatementsAsync(sources, cancellationToken)
            .ToDictionaryAsync(computed => computed.Contract, computed => computed.Statements, StringComparer.Ordinal, cancellationToken);
        return new MunicipalityOutcome(
            [.. sources.Figures.Delivered.Where(observation => visibility.CanSee(caller, observation))],
            [.. scoring.Compute(sources, visibility.GetAudience(caller, municipality), onFailure: _ => { })],
            statements);
    }

    private sealed record MunicipalityOutcome(
        IReadOnlyList<Observation> Figures, IReadOnlyList<Scorecard> Scorecards, IReadOnlyDictionary<string, IReadOnlyList<Scorecard>> Statements);
}
