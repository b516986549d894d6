using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Ingest.Decisions;
using Wijkmonitor.Functions.Ingest.Previews;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>Confirming and withdrawing deliveries.</summary>
public sealed class DeliveryDecisionFunctions(
    DeliveryDecisions decisions, DecisionPreviews previews, DeliveryStore deliveries, AuditLog audit, PublishedDeliveries published)
{
    /// <summary>Confirms a delivery whose warnings ask for it: the next run accepts it.</summary>
    [Function("ConfirmDelivery")]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(HttpAccess.Level, "post", Route = "api/v1/deliveries/{id}/confirmation")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        DecideAsync(request, id, AuditedOperation.Confirmation, decisions.ConfirmAsync, cancellationToken);

    /// <summary>Withdraws a delivery: the next run makes everything as if it had never been accepted.</summary>
    [Function("WithdrawDelivery")]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(HttpAccess.Level, "post", Route = "api/v1/deliveries/{id}/withdrawal")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        DecideAsync(request, id, AuditedOperation.Withdrawal, decisions.WithdrawAsync, cancellationToken);

    /// <summary>Gets the consequences of the decision that a delivery is open to. Nothing is stored.</summary>
    [Function("PreviewDecision")]
    public Task<IResult> PreviewAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/deliveries/{id}/preview")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        ResponseFormat.Json,
        async () =>
        {
            if (await deliveries.ResolveAsync(id, cancellationToken) is not { } delivery)
            {
                return DeliveryResults.NotFound(id);
            }

            return await decisions.FindConflictAsync(delivery, cancellationToken) is { } conflict
                ? CreateConflict(delivery, conflict)
                : ApiResults.Json(await previews.CreateAsync(delivery, Caller.From(request.HttpContext), cancellationToken),
                    DeliveriesJson.Default.DecisionPreview);
        });

    private Task<IResult> DecideAsync(
        HttpRequest request, string id, AuditedOperation operation,
        Func<string, string, string?, CancellationToken, Task<DecisionOutcome>> decide, CancellationToken cancellationToken) =>
        ApiOperation.RunWithBodyAsync(
            request, DeliveriesJson.Default.DeliveryDecisionRequest,
            body => DecideAsync(body, id, operation, decide, Caller.From(request.HttpContext), cancellationToken), cancellationToken);

    private async Task<IResult> DecideAsync(
        DeliveryDecisionRequest body, string id, AuditedOperation operation,
        Func<string, string, string?, CancellationToken, Task<DecisionOutcome>> decide, Caller caller, CancellationToken cancellationToken)
    {
        var byRole = (body.ByRole ?? RoleNames.GetNames(caller.Roles)).Trim();
        if (byRole.Length is 0 or > DeliveryDecisionRequest.MaxRoleLength)
        {
            return ApiResults.BadRequest("byRole", "", "Vul de rol in die beslist, in hooguit 200 tekens.",
                "Enter the role that decides, in 200 characters at most.");
        }

        if (body.Reason?.Length > DeliveryDecisionRequest.MaxReasonLength)
        {
            return ApiResults.BadRequest("reason", "", "Geef een reden van hooguit 2.000 tekens.", "Give a reason of 2,000 characters at most.");
        }

        if ((PermanentText.Validate("byRole", body.ByRole) ?? PermanentText.Validate("reason", body.Reason)) is { } personal)
        {
            return personal;
        }

        var reason = string.IsNullOrWhiteSpace(body.Reason) ? null : body.Reason.Trim();
        var outcome = await decide(id, byRole, reason, cancellationToken);
        if (outcome is { Delivery: not null, Conflict: null })
        {
            await audit.AddAsync(operation, id, byRole, caller.Roles.ToString(), reason, cancellationToken);
        }

        return outcome switch
        {
            { Delivery: null } => DeliveryResults.NotFound(id),
            { Conflict: { } conflict } => CreateConflict(outcome.Delivery, conflict),
            _ => ApiResults.Json(DeliveryResource.From(await published.FromAsync(outcome.Delivery, cancellationToken)),
                DeliveriesJson.Default.DeliveryResource),
        };
    }

    private static IResult CreateConflict(Delivery delivery, BilingualText conflict) => ApiResults.InvalidRequest(
        StatusCodes.Status409Conflict, new FieldError("state", DeliveryStateNames.GetName(delivery.State)), conflict);
}
