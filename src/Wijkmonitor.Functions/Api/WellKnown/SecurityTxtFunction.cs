using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.WellKnown;

/// <summary>The operation that gives the contact for security reports.</summary>
public sealed class SecurityTxtFunction(SecurityTxtOptions options, TimeProvider time)
{
    /// <summary>Gets the page, or 404 where the deployment names no contact or the page has expired.</summary>
    [Function("GetSecurityTxt")]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ".well-known/security.txt")] HttpRequest request) =>
        ApiOperation.RunAsync(request, ResponseFormat.Text, () => Task.FromResult(Respond()));

    private IResult Respond()
    {
        if (options.CreateText(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) is not { } text)
        {
            return ApiResults.NotFound("Deze monitor noemt hier niemand.", "This monitor names nobody here.");
        }

        return ApiResults.Content(Encoding.UTF8.GetBytes(text), ResponseFormat.Text);
    }
}
