using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace Wijkmonitor.Functions.Tests.Structure.Fixtures.East;

/// <summary>Uses what only some folders may use, in a body that runs asynchronously.</summary>
public static class Answers
{
    public static async Task<string> ReadAsync(HttpContext http, string account)
    {
        await Task.Yield();
        return new TableServiceClient(account).AccountName + http.TraceIdentifier;
    }
}
