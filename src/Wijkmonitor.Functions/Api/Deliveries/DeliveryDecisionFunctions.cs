using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Ingest.Decisions;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Operations;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>Confirming and withdrawing deliveries.</summary>
public sealed class DeliveryDecisionFunctions(DeliveryDecisions decisions, AuditLog audit, PublishedDeliveries published)
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
        if (string.IsNullOrWhiteSpace(body.ByRole) || body.ByRole.Length > DeliveryDecisionRequest.MaxRoleLength)
        {
            return ApiResults.BadRequest("byRole", "", "Vul de rol in die beslist, in hooguit 200 tekens.",
                "Enter the role that decides, in 200 characters at most.");
        }

        if (body.Reason?.Length > DeliveryDecisionRequest.MaxReasonLength)
        {
            return ApiResults.BadRequest("reason", "", "Geef een reden van hooguit 2000 tekens.", "Give a reason of 2,000 characters at most.");
        }

        var reason = string.IsNullOrWhiteSpace(body.Reason) ? null : body.Reason.Trim();
        var outcome = await decide(id, body.ByRole.Trim(), reason, cancellationToken);
        if (outcome is { Delivery: not null, Conflict: null })
        {
            await audit.AddAsync(operation, id, body.ByRole.Trim(), caller.Roles.ToString(), reason, cancellationToken);
        }

        return outcome switch
        {
            { Delivery: null } => DeliveryResults.NotFound(id),
            { Conflict: { } conflict } =>
                ApiResults.InvalidRequest(StatusCodes.Status409Conflict,
                    new FieldError("state", DeliveryStateNames.GetName(outcome.Delivery.State)), conflict),
            _ => ApiResults.Json(DeliveryResource.From(await published.FromAsync(outcome.Delivery, cancellationToken)),
                DeliveriesJson.Default.DeliveryResource),
        };
    }
}
