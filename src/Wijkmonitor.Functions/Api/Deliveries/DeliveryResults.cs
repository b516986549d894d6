using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>Responses about deliveries.</summary>
internal static class DeliveryResults
{
    /// <summary>Creates a 404 response: there is no such delivery.</summary>
    public static IResult NotFound(string id) => ApiResults.NotFound($"Er is geen levering '{id}'.", $"There is no delivery '{id}'.");
}
