using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Answers;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>Answers about deliveries.</summary>
internal static class DeliveryAnswer
{
    /// <summary>There is no such delivery.</summary>
    public static IResult NotFound(string id) => Answer.NotFound($"Er is geen levering '{id}'.", $"There is no delivery '{id}'.");
}
