using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Storage.Publications;
using Wijkmonitor.Functions.Tests.Storage.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Testing;
using static Wijkmonitor.Functions.Tests.Figures.PublishedCity;

namespace Wijkmonitor.Functions.Tests.Figures;

/// <summary>All that was public is a record in the archive, written before anybody sees it, and what is published next depends on it.</summary>
public sealed class PublicationTests(StorageEmulator emulator)
{
    [Fact]
    public async Task After_a_corrected_file_the_new_total_is_held_back_and_in_the_report()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, "first.csv", (A, 6), (B, 200), (C, 400), (City, 606));
        Assert.Equal([6, 200, 400, 606], await ShownAsync(monitor));

        var corrected = await DeliverAsync(monitor, "corrected.csv", (A, 3), (B, 200), (C, 400), (City, 603));

        Assert.Equal([null, 200, 400, null], await ShownAsync(monitor));
        var problem = Assert.Single(await monitor.Deliveries.GetProblemsAsync(corrected.Id, Token), found => found.Code == ProblemCodes.FigureHeldBack);
        Assert.Equal((ProblemSeverity.Warning, 5, $"{City} 2024 inhabitants"), (problem.Severity, problem.Line, problem.Value));
        Assert.StartsWith("Dit cijfer is na het verwerken niet getoond.", problem.Message.Nl);
        Assert.StartsWith("This figure was not shown after processing.", problem.Message.En);
        Assert.Equal(1, corrected.ProblemCounts[ProblemCodes.FigureHeldBack]);
        Assert.Equal((await monitor.Deliveries.GetProblemsAsync(corrected.Id, Token)).Count, corrected.Errors + corrected.Warnings);
    }

    [Fact]
    public async Task Without_what_was_public_before_a_neighbourhood_would_be_withheld_instead()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());

        await DeliverAsync(monitor, "corrected.csv", (A, 3), (B, 200), (C, 400), (City, 603));

        Assert.Equal([null, null, 400, 603], await ShownAsync(monitor));
    }

    [Fact]
    public async Task A_figure_that_was_stored_is_not_shown_before_its_publication_is_in_the_archive()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, "first.csv", (A, 6), (B, 200), (C, 400), (City, 606));

        // The run is killed when the tables are written.
        await StoreAsync(monitor, (A, 3), (B, 210), (C, 400), (City, 613));
        Assert.Equal([null, null, 400, null], await ShownAsync(monitor));

        await monitor.Get<ScoringRun>().ScoreMunicipalityAsync(CityMonitor.Municipality, Token);
        Assert.Equal([null, null, 400, 613], await ShownAsync(monitor));
    }

    [Fact]
    public async Task A_run_that_was_killed_between_the_record_and_the_tables_that_follow_publishes_the_same_once()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, "first.csv", (A, 6), (B, 200), (C, 400), (City, 606));
        var before = (await ReadAsync(monitor, "index")).Content;
        await DeliverAsync(monitor, "corrected.csv", (A, 3), (B, 200), (C, 400), (City, 603));
        var (record, expected) = ((await ReadAsync(monitor, "2024")).Content, await ShownAsync(monitor));

        await Blob(monitor, "index").UploadAsync(before, overwrite: true, Token);
        Assert.Equal(expected, await ShownAsync(monitor));
        var version = await VersionAsync(monitor, "2024");
        await monitor.Get<ScoringRun>().ScoreMunicipalityAsync(CityMonitor.Municipality, Token);

        Assert.Equal(expected, await ShownAsync(monitor));
        Assert.Equal(version, await VersionAsync(monitor, "2024"));
        Assert.Equal(record.ToArray(), (await ReadAsync(monitor, "2024")).Content.ToArray());
        Assert.NotEqual(before.ToArray(), (await ReadAsync(monitor, "index")).Content.ToArray());
    }

    [Fact]
    public async Task A_run_with_an_older_record_writes_nothing()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        var (observations, writer) = (monitor.Get<DisclosableObservations>(), monitor.Get<PublicationWriter>());
        await StoreAsync(monitor, (A, 6), (B, 200), (C, 400), (City, 606));
        var slow = await observations.DecideAsync(CityMonitor.Municipality, [], Token);
        await StoreAsync(monitor, (A, 3), (B, 200), (C, 400), (City, 603));
        await writer.PublishAsync(await observations.DecideAsync(CityMonitor.Municipality, [], Token), Token);
        var versions = (await VersionAsync(monitor, "index"), await VersionAsync(monitor, "2024"));

        await Assert.ThrowsAsync<PublicationChangedException>(() => writer.PublishAsync(slow, Token));

        Assert.Equal(versions, (await VersionAsync(monitor, "index"), await VersionAsync(monitor, "2024")));

        // Also where only the index was read before.
        var late = slow with { Decision = slow.Decision with { Changed = [] } };
        await Assert.ThrowsAsync<PublicationChangedException>(() => writer.PublishAsync(late, Token));
        Assert.Equal(versions, (await VersionAsync(monitor, "index"), await VersionAsync(monitor, "2024")));
    }

    [Fact]
    public async Task Nothing_is_written_where_nothing_changed()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, "first.csv", (A, 3), (B, 200), (C, 400), (City, 603));
        var versions = (await VersionAsync(monitor, "index"), await VersionAsync(monitor, "2024"));

        await monitor.Get<ScoringRun>().ScoreAllAsync(Token);

        Assert.Equal(versions, (await VersionAsync(monitor, "index"), await VersionAsync(monitor, "2024")));
    }

    [Fact]
    public async Task Replay_reads_what_was_public_and_shows_the_same_bit_for_bit()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, "first.csv", (A, 6), (B, 200), (C, 400), (City, 606));
        await DeliverAsync(monitor, "corrected.csv", (A, 3), (B, 200), (C, 400), (City, 603));
        var (shown, table) = (await ShownAsync(monitor), await monitor.TableAsync());
        var versions = (await VersionAsync(monitor, "index"), await VersionAsync(monitor, "2024"));

        await monitor.ReplayAsync();

        Assert.Equal(shown, await ShownAsync(monitor));
        Assert.Equal(table, await monitor.TableAsync());
        Assert.Equal(versions, (await VersionAsync(monitor, "index"), await VersionAsync(monitor, "2024")));
    }

    [Fact]
    public async Task A_raised_limit_withholds_no_other_figure_that_was_public()
    {
        var account = emulator.NewAccount();
        await using (var monitor = await StartAsync(account))
        {
            await DeliverAsync(monitor, "first.csv", (A, 7), (B, 200), (C, 400), (City, 607));
            Assert.Equal([7, 200, 400, 607], await ShownAsync(monitor));
        }

        await using var raised = await StartAsync(account, minCount: 10);
        await raised.Get<ScoringRun>().ScoreAllAsync(Token);

        Assert.Equal([null, 200, 400, 607], await ShownAsync(raised));
    }

    [Fact]
    public async Task A_withdrawn_correction_brings_back_what_was_public()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, "first.csv", (A, 6), (B, 200), (C, 400), (City, 606));
        var corrected = await DeliverAsync(monitor, "corrected.csv", (A, 3), (B, 200), (C, 400), (City, 603));

        await monitor.WithdrawAsync(corrected);

        Assert.Equal([6, 200, 400, 606], await ShownAsync(monitor));
    }

    [Fact]
    public async Task A_withdrawn_file_is_not_forgotten_when_the_total_of_its_figures_is_delivered()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        await monitor.WithdrawAsync(await DeliverAsync(monitor, "parts.csv", (A, 3), (B, 200), (C, 400)));
        Assert.Empty(await ShownAsync(monitor));

        await DeliverAsync(monitor, "total.csv", (City, 603));

        Assert.Equal([null], await ShownAsync(monitor));
    }

    [Theory]
    [InlineData("index")]
    [InlineData("2024")]
    public async Task A_record_or_index_in_a_newer_format_is_an_error_that_names_its_file(string name)
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, "first.csv", (A, 6), (B, 200), (C, 400), (City, 606));
        var json = JsonNode.Parse(await UnzipAsync((await ReadAsync(monitor, name)).Content))!;
        Assert.Equal(1, (int)json["format"]!);
        json["format"] = 2;
        await Blob(monitor, name).UploadAsync(await ZipAsync(json.ToJsonString()), overwrite: true, Token);
        await StoreAsync(monitor, (A, 3), (B, 200), (C, 400), (City, 603));

        var e = await Assert.ThrowsAsync<InvalidDataException>(() => monitor.Get<DisclosableObservations>().DecideAsync(CityMonitor.Municipality, [], Token));

        Assert.StartsWith($"journal/publications/{City}/{name}.json.gz has format 2; ", e.Message);
    }

    [Fact]
    public async Task A_record_from_before_formats_had_numbers_is_read_and_written_in_the_format_of_now()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, "first.csv", (A, 6), (B, 200), (C, 400), (City, 606));
        foreach (var name in (string[])["index", "2024"])
        {
            var json = JsonNode.Parse(await UnzipAsync((await ReadAsync(monitor, name)).Content))!.AsObject();
            foreach (var added in (string[])["format", "last", "sumsWithDeparted"])
            {
                json.Remove(added);
            }

            await Blob(monitor, name).UploadAsync(await ZipAsync(json.ToJsonString()), overwrite: true, Token);
        }

        await DeliverAsync(monitor, "corrected.csv", (A, 3), (B, 200), (C, 400), (City, 603));

        Assert.Equal([null, 200, 400, null], await ShownAsync(monitor));
        var record = JsonNode.Parse(await UnzipAsync((await ReadAsync(monitor, "2024")).Content))!;
        Assert.Equal((1, 3), ((int)record["format"]!, (int)record["last"]!["inhabitants"]![A]![0]!["number"]!));
    }

    private static async Task<string> UnzipAsync(BinaryData content)
    {
        await using var gzip = new GZipStream(content.ToStream(), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        return await reader.ReadToEndAsync(Token);
    }

    private static async Task<BinaryData> ZipAsync(string json)
    {
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(json), Token);
        }

        return BinaryData.FromBytes(compressed.ToArray());
    }
}
