using Azure.Storage.Sas;
using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Operations;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Ingest;

/// <summary>A whole run over an inbox, by the registration that the app uses.</summary>
public sealed class IngestRunTests(StorageEmulator emulator)
{
    private const int Stored = 103;
    private const int DeferredForTime = 113;
    private const int PassedBy = 108;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_takes_long_leaves_the_rest_to_the_next_run()
    {
        var time = new SkippingTime();
        var log = new EventLog(id => time.Skipped = id == Stored ? TimeSpan.FromMinutes(25) : time.Skipped);
        await using var provider = IngestProvider.Create(emulator.NewAccount(), time, log);
        var containers = provider.GetRequiredService<Containers>();
        await provider.GetRequiredService<StorageSetup>().EnsureAsync(Token);
        await containers.Inbox.GetBlobClient("areas/1.csv").UploadAsync(BinaryData.FromString("code;name;boundary_year\nGM0153;Enschede;2016\n"), Token);
        await containers.Inbox.GetBlobClient("areas/2.csv").UploadAsync(BinaryData.FromString("code;name;boundary_year\nGM0344;Utrecht;2016\n"), Token);
        var run = provider.GetRequiredService<IngestRun>();

        await run.RunAsync(Token);

        Assert.Single(await containers.Inbox.GetBlobsAsync(cancellationToken: Token).ToListAsync(Token));
        Assert.Equal([Stored, DeferredForTime], log.Events.Where(id => id is Stored or DeferredForTime));

        await run.RunAsync(Token);

        Assert.Empty(await containers.Inbox.GetBlobsAsync(cancellationToken: Token).ToListAsync(Token));
        Assert.Equal(2, log.Events.Count(id => id == Stored));
    }

    [Theory]
    [InlineData("areas/..%5C..%5Cx.csv")]
    [InlineData("areas/a%2F..%2Fgood.csv")]
    [InlineData("areas/dot.")]
    [InlineData("areas/u%EF%BF%BF.csv")]
    [InlineData("areas/c%01.csv")]
    [InlineData("%EF%BF%BF.csv")]
    public async Task A_name_that_cannot_be_addressed_is_reported_and_keeps_no_other_file_waiting(string escaped)
    {
        var log = new EventLog(_ => { });
        await using var provider = IngestProvider.Create(emulator.NewAccount(), TimeProvider.System, log);
        var containers = provider.GetRequiredService<Containers>();
        await provider.GetRequiredService<StorageSetup>().EnsureAsync(Token);
        await PutAsync(containers, escaped);
        await containers.Inbox.GetBlobClient("areas/good.csv").UploadAsync(BinaryData.FromString("code;name;boundary_year\nGM0153;Enschede;2016\n"), Token);

        await provider.GetRequiredService<IngestRun>().RunAsync(Token);

        Assert.Equal(1, log.Events.Count(id => id == Stored));
        Assert.Equal(1, log.Events.Count(id => id == PassedBy));
        Assert.False(Assert.Single(await provider.GetRequiredService<Inbox>().ListFilesAsync(Token)).IsAddressable);
    }

    // As anybody with a role on the storage can put it there: the client of the app would change the name.
    private static async Task PutAsync(Containers containers, string escaped)
    {
        using var http = new HttpClient();
        var access = containers.Inbox.GenerateSasUri(BlobContainerSasPermissions.Create | BlobContainerSasPermissions.Write, DateTimeOffset.UtcNow.AddHours(1));
        using var content = new StringContent("code;name;boundary_year\nGM0344;Utrecht;2016\n");
        content.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var answer = await http.PutAsync(new Uri($"{access.GetLeftPart(UriPartial.Path)}/{escaped}{access.Query}"), content, Token);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The system's time, of which some can be skipped.</summary>
    /// <remarks>A FakeTimeProvider does not advance by itself, and leases in the emulator run by the system's time.</remarks>
    private sealed class SkippingTime : TimeProvider
    {
        public TimeSpan Skipped { get; set; }

        public override long GetTimestamp() => base.GetTimestamp() + (long)(Skipped.TotalSeconds * TimestampFrequency);
    }
}
