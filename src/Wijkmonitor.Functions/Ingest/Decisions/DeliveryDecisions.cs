using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Ingest.Decisions;

/// <summary>Outcome of a decision.</summary>
/// <param name="Delivery">The delivery as it is now; null where there is none with this id.</param>
/// <param name="Conflict">Reason why the decision cannot be taken, with a remedy; null where it was taken, now or before.</param>
public sealed record DecisionOutcome(Delivery? Delivery, BilingualText? Conflict = null);

/// <summary>
/// Confirming and withdrawing deliveries. A decision is recorded at once and never overwritten; the next run over the inbox does what follows
/// from it. Deciding the same again changes nothing.
/// </summary>
public sealed class DeliveryDecisions(DeliveryStore deliveries, WithdrawalRules rules, TimeProvider time)
{
    private const int MaxAttempts = 3;

    /// <summary>Confirms a delivery that waits for it.</summary>
    public Task<DecisionOutcome> ConfirmAsync(string id, string byRole, string? reason, CancellationToken cancellationToken) => DecideAsync(
        id,
        DeliveryDecisionKind.Confirmation,
        byRole,
        reason,
        delivery => Task.FromResult(DeliveryTransitions.IsAllowed(delivery.State, DeliveryState.Confirmed) ? null : CreateNotPendingConflict(delivery)),
        delivery => delivery.State is DeliveryState.Confirmed or DeliveryState.Storing or DeliveryState.Scoring or DeliveryState.Served,
        cancellationToken);

    /// <summary>Withdraws a delivery that waits for confirmation, or that is stored.</summary>
    public Task<DecisionOutcome> WithdrawAsync(string id, string byRole, string? reason, CancellationToken cancellationToken) => DecideAsync(
        id,
        DeliveryDecisionKind.Withdrawal,
        byRole,
        reason,
        delivery => FindConflictAsync(delivery, cancellationToken),
        delivery => delivery.State is DeliveryState.Withdrawing or DeliveryState.Restored or DeliveryState.Withdrawn,
        cancellationToken);

    /// <summary>Finds the reason why a delivery can be neither confirmed nor withdrawn and its remedy, or null.</summary>
    public async Task<BilingualText?> FindConflictAsync(Delivery delivery, CancellationToken cancellationToken) =>
        DeliveryTransitions.IsAllowed(delivery.State, DeliveryState.Confirmed) ? null
        : !DeliveryTransitions.IsAllowed(delivery.State, DeliveryState.Withdrawing) ? CreateNotStoredConflict(delivery)
        : delivery.IsStored ? await rules.FindConflictAsync(delivery, cancellationToken)
        : null;

    private async Task<DecisionOutcome> DecideAsync(
        string id,
        DeliveryDecisionKind kind,
        string byRole,
        string? reason,
        Func<Delivery, Task<BilingualText?>> findConflict,
        Func<Delivery, bool> isDone,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await deliveries.ResolveAsync(id, cancellationToken) is not { } delivery)
            {
                return new DecisionOutcome(null);
            }

            if (isDone(delivery) && delivery.Decisions is [.., { } last] && last.Kind == kind)
            {
                return new DecisionOutcome(delivery);
            }

            if (await findConflict(delivery) is { } conflict)
            {
                return new DecisionOutcome(delivery, conflict);
            }

            try
            {
                return new DecisionOutcome(
                    await deliveries.SaveDecisionAsync(delivery.WithDecision(new DeliveryDecision(kind, time.GetUtcNow(), byRole, reason)), cancellationToken));
            }
            catch (DeliveryChangedException) when (attempt < MaxAttempts)
            {
                // Somebody decided, or a run went on, at the same moment: look again.
            }
        }
    }

    private static BilingualText CreateNotPendingConflict(Delivery delivery) => new(
        $"Deze levering wacht niet op bevestiging: de staat is '{DeliveryStateNames.GetName(delivery.State)}'.",
        $"This delivery is not waiting for confirmation: its state is '{DeliveryStateNames.GetName(delivery.State)}'.");

    private static BilingualText CreateNotStoredConflict(Delivery delivery) => delivery.State is DeliveryState.Refused
        ? new("Deze levering is geweigerd: er is niets van opgeslagen om in te trekken.", "This delivery was refused: nothing of it is stored to be withdrawn.")
        : new(
            $"Deze levering wordt nu verwerkt (staat '{DeliveryStateNames.GetName(delivery.State)}'). Trek haar in als dat klaar is.",
            $"This delivery is being processed (state '{DeliveryStateNames.GetName(delivery.State)}'). Withdraw it when that is done.");
}
