using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api.WellKnown;

/// <summary>Serves the contact for security reports.</summary>
public sealed class SecurityTxtFunction(SecurityTxtOptions options, TimeProvider time)
{
    /// <summary>Gets the page, or 404 where the deployment names no contact or the page has expired.</summary>
    [Function("GetSecurityTxt")]
    public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ".well-known/security.txt")] HttpRequest request)
    {
        if (options.CreateText(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) is not { } text)
        {
            return ApiResults.NotFound("Deze monitor noemt hier niemand.", "This monitor names nobody here.");
        }

        var content = Encoding.UTF8.GetBytes(text);
        return ApiResults.File(content, "text/plain; charset=utf-8", fileName: null, contentSecurityPolicy: null);
    }
}
