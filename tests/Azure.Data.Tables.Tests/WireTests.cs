using System.Text;
using Azure.Core;
using Azure.Data.Tables.Tests.Support;

namespace Azure.Data.Tables.Tests;

/// <summary>What goes over the wire, to the letter.</summary>
public sealed class WireTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_value_is_sent_with_what_keeps_its_type()
    {
        var transport = new RecordingTransport(_ => new StubResponse(204));
        var entity = new TableEntity("p", "r")
        {
            ["Text"] = "a\"é",
            ["Truth"] = true,
            ["Int"] = 5,
            ["Long"] = long.MinValue,
            ["Double"] = 5.0,
            ["Negative"] = -0.0,
            ["NotANumber"] = double.NaN,
            ["Moment"] = new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.FromHours(2)),
            ["Id"] = Guid.Empty,
            ["Bytes"] = new byte[] { 1, 2 },
            ["Nothing"] = null,
            ETag = ETag.All,
            Timestamp = DateTimeOffset.UnixEpoch,
        };

        await Table(transport).UpsertEntityAsync(entity, TableUpdateMode.Replace, Cancellation);

        Assert.Equal(
            """
            {"PartitionKey":"p","RowKey":"r","Text":"a\u0022\u00E9","Truth":true,"Int":5,
            "Long@odata.type":"Edm.Int64","Long":"-9223372036854775808","Double@odata.type":"Edm.Double","Double":5,
            "Negative@odata.type":"Edm.Double","Negative":-0,"NotANumber@odata.type":"Edm.Double","NotANumber":"NaN",
            "Moment@odata.type":"Edm.DateTime","Moment":"2024-07-01T10:00:00.0000000Z",
            "Id@odata.type":"Edm.Guid","Id":"00000000-0000-0000-0000-000000000000","Bytes@odata.type":"Edm.Binary","Bytes":"AQI="}
            """.Replace("\n", string.Empty, StringComparison.Ordinal),
            Encoding.UTF8.GetString(transport.Tries[0].Body));
    }

    [Fact]
    public async Task An_entity_is_addressed_by_its_escaped_keys_and_its_path_is_signed_as_sent()
    {
        var transport = new RecordingTransport(_ => new StubResponse(204));

        await Table(transport).DeleteEntityAsync("it's 100%", "a+b/c", cancellationToken: Cancellation);

        var sent = transport.Tries[0];
        Assert.Equal("/devstoreaccount1/t(PartitionKey='it%27%27s%20100%25',RowKey='a%2Bb%2Fc')", sent.Uri.AbsolutePath);
        Assert.Equal("*", sent.Headers["If-Match"]);
        Assert.Equal($"SharedKeyLite devstoreaccount1:{Sign($"{sent.Headers["x-ms-date"]}\n/devstoreaccount1{sent.Uri.AbsolutePath}")}", sent.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_transaction_is_one_changeset_in_one_batch()
    {
        var transport = new RecordingTransport(_ => new StubResponse(202, string.Empty, new HttpHeader("Content-Type", "multipart/mixed; boundary=b")));

        await Table(transport).SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, new TableEntity("p", "1")),
                new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "2"), new ETag("W/\"2\"")),
                new(TableTransactionActionType.Delete, new TableEntity("p", "3")),
            ],
            Cancellation);

        var sent = transport.Tries[0];
        var batch = sent.Headers["Content-Type"].Replace("multipart/mixed; boundary=", string.Empty, StringComparison.Ordinal);
        var body = Encoding.UTF8.GetString(sent.Body);
        var changeset = body[body.IndexOf("changeset_", StringComparison.Ordinal)..][..46];
        Assert.Equal(
            $$"""
            --{{batch}}
            Content-Type: multipart/mixed; boundary={{changeset}}

            --{{changeset}}
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            POST http://127.0.0.1:10002/devstoreaccount1/t HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            Prefer: return-no-content
            Content-Type: application/json

            {"PartitionKey":"p","RowKey":"1"}
            --{{changeset}}
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            PATCH http://127.0.0.1:10002/devstoreaccount1/t(PartitionKey='p',RowKey='2') HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            If-Match: W/"2"
            Content-Type: application/json

            {"PartitionKey":"p","RowKey":"2"}
            --{{changeset}}
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            DELETE http://127.0.0.1:10002/devstoreaccount1/t(PartitionKey='p',RowKey='3') HTTP/1.1
            Accept: application/json;odata=minimalmetadata
            DataServiceVersion: 3.0
            If-Match: *


            --{{changeset}}--

            --{{batch}}--

            """.ReplaceLineEndings("\r\n"),
            body);
    }

    private static TableClient Table(RecordingTransport transport) => new("UseDevelopmentStorage=true", "t", new() { Transport = transport });

    private static string Sign(string text) => Convert.ToBase64String(
        System.Security.Cryptography.HMACSHA256.HashData(Convert.FromBase64String(Wijkmonitor.Local.Azurite.PublicKey), Encoding.UTF8.GetBytes(text)));
}
