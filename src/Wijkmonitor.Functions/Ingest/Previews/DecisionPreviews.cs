using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Ingest.Previews;

/// <summary>Calculator of what confirming or withdrawing a delivery would change.</summary>
/// <remarks>
/// What the decision would write is written by the same code, in memory over what is stored; then scorecards and statements are computed from both and
/// compared.
/// </remarks>
public sealed class DecisionPreviews(
    IServiceProvider services, DeliveryArchive archive, PartCounter parts, Inbox inbox, VisibilityPolicy visibility, ContractStore contracts)
{
    /// <summary>The largest number of values of a delivery that is computed.</summary>
    public const int MaxValues = 250_000;

    /// <summary>The largest number of municipalities that are computed.</summary>
    public const int MaxMunicipalities = 5;

    private const int MaxChanges = 200;

    /// <summary>Computes the preview of the decision that a delivery is open to.</summary>
    /// <param name="delivery">A delivery that waits for confirmation, or that is stored.</param>
    /// <param name="caller">The caller, who gets the scorecards and statements that it may see; of others only the number.</param>
    /// <param name="cancellationToken">Ends the computing.</param>
    public async Task<DecisionPreview> CreateAsync(Delivery delivery, Caller caller, CancellationToken cancellationToken)
    {
        var decision = delivery.State == DeliveryState.Pending ? DeliveryDecisionKind.Confirmation : DeliveryDecisionKind.Withdrawal;
        var builder = new PreviewBuilder(decision, MaxChanges) { IsComplete = delivery.Municipalities.Count <= MaxMunicipalities };
        if (delivery.Values > MaxValues)
        {
            builder.IsComplete = false;
            return builder.Build();
        }

        var overlaid = new OverlaidServices(services);
        await ApplyAsync(overlaid, delivery, cancellationToken);
        foreach (var municipality in delivery.Municipalities.Take(MaxMunicipalities).Select(AreaCode.Parse))
        {
            await CompareAsync(municipality, overlaid, caller, builder, cancellationToken);
        }

        return builder.Build();
    }

    private async Task ApplyAsync(OverlaidServices overlaid, Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.State != DeliveryState.Pending)
        {
            await overlaid.GetRequiredService<DeliveryRollback>().RollBackAsync(delivery, cancellationToken);
            return;
        }

        var definition = await archive.GetDefinitionAsync(delivery, cancellationToken);
        using var copy = await inbox.DownloadAsync(delivery, cancellationToken);
        var counted = delivery with { Parts = await parts.CountAsync(delivery, definition, cancellationToken) };
        await overlaid.GetRequiredService<DeliveryWriter>().WriteAsync(counted, definition, copy, progress: null, cancellationToken);
    }

    private async Task CompareAsync(
        AreaCode municipality, OverlaidServices overlaid, Caller caller, PreviewBuilder builder, CancellationToken cancellationToken)
    {
        var audience = visibility.GetAudience(caller, municipality);
        bool IsShown(Scorecard card) => visibility.GetAudience(caller, ScorecardReach.From(card)) >= audience;
        var before = await ComputeAsync(services, municipality, audience, IsShown, cancellationToken);
        var after = await ComputeAsync(overlaid, municipality, audience, IsShown, cancellationToken);
        builder.AddMunicipality(municipality, before, after);
        foreach (var contract in before.Statements.Keys.Union(after.Statements.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var isParty = caller.IsPartyIn(await contracts.GetPartiesAsync(contract, cancellationToken));
            builder.AddStatements(contract, before.Statements.GetValueOrDefault(contract), after.Statements.GetValueOrDefault(contract), isParty);
        }
    }

    private static async Task<MunicipalityOutcome> ComputeAsync(
        IServiceProvider provider, AreaCode municipality, Audience audience, Func<Scorecard, bool> isShown, CancellationToken cancellationToken)
    {
        var scoring = provider.GetRequiredService<MunicipalityScoring>();
        var register = await provider.GetRequiredService<AreaStore>().GetByMunicipalityAsync(municipality, cancellationToken);
        var sources = await scoring.ReadAsync(municipality, register, cancellationToken);
        var outcome = new MunicipalityOutcome(sources.Figures.Delivered, await scoring.ComputeStatementsAsync(sources, cancellationToken)
            .ToDictionaryAsync(computed => computed.Contract, StringComparer.Ordinal, cancellationToken));
        outcome.Scorecards.AddRange(scoring.Compute(sources, Audience.Everything, outcome.Failures.Add));
        outcome.Visible.AddRange(
            (audience == Audience.Everything ? outcome.Scorecards : scoring.Compute(sources, audience, outcome.Failures.Add)).Where(isShown));
        return outcome;
    }
}
