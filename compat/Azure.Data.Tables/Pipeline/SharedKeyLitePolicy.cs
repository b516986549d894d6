using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Pipeline;

/// <summary>
/// Signs each try of a request with the key of the account, by the scheme "Shared Key Lite" for tables: the signature is over the
/// date, so that a try must not reuse that of an earlier one.
/// </summary>
internal sealed class SharedKeyLitePolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var signature = credential.Sign($"{date}\n{CanonicalizedResource(message.Request.Uri.ToUri())}");
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    // The path is signed as it is sent. An emulator's path starts with the account, which then stands here twice. No request of
    // these clients has the query parameter "comp", the only one that would be part of it.
    private string CanonicalizedResource(Uri uri) => $"/{credential.AccountName}{uri.AbsolutePath}";
}
