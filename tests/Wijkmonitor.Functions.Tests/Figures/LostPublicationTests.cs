using Wijkmonitor.Functions.Replay;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Publications;
using Wijkmonitor.Functions.Tests.Storage.Rows;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Testing;
using static Wijkmonitor.Functions.Tests.Figures.PublishedCity;

namespace Wijkmonitor.Functions.Tests.Figures;

/// <summary>A storage that fails over, or a run that is killed, can lose some of what was written: what was public is known all the same.</summary>
public sealed class LostPublicationTests(StorageEmulator emulator)
{
    private const int IndexIsMissing = 144;
    private const int PublicationDiffers = 145;

    // The total is held back for what was public before the correction.
    private static readonly decimal?[] Expected = [null, 200, 400, null];

    [Fact]
    public async Task Without_its_index_a_municipality_is_shown_by_its_records()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, "first.csv", (A, 6), (B, 200), (C, 400), (City, 606));
        await DeliverAsync(monitor, "corrected.csv", (A, 3), (B, 200), (C, 400), (City, 603));
        var index = (await ReadAsync(monitor, "index")).Content;
        Assert.DoesNotContain(IndexIsMissing, monitor.Log.Events);
        Assert.DoesNotContain(PublicationDiffers, monitor.Log.Events);
        await Blob(monitor, "index").DeleteAsync(cancellationToken: Token);

        Assert.Equal(Expected, await ShownAsync(monitor));
        Assert.Equal(Expected, await ShownAsync(monitor));

        // It is read from the records once, and not for each request.
        Assert.Single(monitor.Log.Events, number => number == IndexIsMissing);
        await monitor.Get<ScoringRun>().ScoreAllAsync(Token);

        Assert.Single(monitor.Log.Events, number => number == PublicationDiffers);
        Assert.Equal(index.ToArray(), (await ReadAsync(monitor, "index")).Content.ToArray());
        Assert.Equal(Expected, await ShownAsync(monitor));
    }

    [Theory]
    [InlineData(PublicationDifferenceKind.IndexMissing)]
    [InlineData(PublicationDifferenceKind.IndexBehind)]
    [InlineData(PublicationDifferenceKind.RecordMissing)]
    [InlineData(PublicationDifferenceKind.RecordBehind)]
    public async Task Records_that_differ_from_their_index_are_named_and_the_index_is_mended(PublicationDifferenceKind kind)
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, "first.csv", (A, 6), (B, 200), (C, 400), (City, 606));
        var before = (Index: await ReadAsync(monitor, "index"), Record: await ReadAsync(monitor, "2024"));
        await DeliverAsync(monitor, "corrected.csv", (A, 3), (B, 200), (C, 400), (City, 603));
        var after = (Index: await ReadAsync(monitor, "index"), Record: await ReadAsync(monitor, "2024"));
        Assert.Equal(0, await VerifyCommand.RunAsync(() => monitor.Get<IServiceProvider>()));

        switch (kind)
        {
            case PublicationDifferenceKind.IndexMissing:
                await Blob(monitor, "index").DeleteAsync(cancellationToken: Token);
                break;
            case PublicationDifferenceKind.IndexBehind:
                await WriteAsync(monitor, "index", before.Index);
                await WriteAsync(monitor, "2024", after.Record);
                break;
            case PublicationDifferenceKind.RecordMissing:
                await Blob(monitor, "2024").DeleteAsync(cancellationToken: Token);
                break;
            default:
                var written = await WriteAsync(monitor, "2024", before.Record);
                while (await WriteAsync(monitor, "index", after.Index) <= written)
                {
                    await Task.Delay(100, Token);
                }

                break;
        }

        var isOfIndex = kind is PublicationDifferenceKind.IndexMissing or PublicationDifferenceKind.IndexBehind;
        var difference = new PublicationDifference(
            CityMonitor.Municipality, kind == PublicationDifferenceKind.IndexMissing ? null : "2024", kind);
        Assert.Equal([difference], (await monitor.Get<ArchiveVerification>().RunAsync(Token)).Publications);
        Assert.Equal(1, await VerifyCommand.RunAsync(() => monitor.Get<IServiceProvider>()));
        await monitor.Get<ScoringRun>().ScoreAllAsync(Token);

        // A record that was lost is named until somebody brings it back: what is in force stays.
        Assert.Contains(PublicationDiffers, monitor.Log.Events);
        IReadOnlyList<PublicationDifference> remaining = isOfIndex ? [] : [difference];
        Assert.Equal(remaining, (await monitor.Get<ArchiveVerification>().RunAsync(Token)).Publications);
        Assert.Equal(Expected, await ShownAsync(monitor));
    }

    [Fact]
    public async Task A_record_without_a_digest_is_read_to_be_compared()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        await DeliverAsync(monitor, "first.csv", (A, 6), (B, 200), (C, 400), (City, 606));
        await Blob(monitor, "2024").UploadAsync((await ReadAsync(monitor, "2024")).Content, overwrite: true, Token);

        Assert.Empty(await monitor.Get<PublicationVerifier>().CompareAllAsync(Token));
    }

    [Fact]
    public async Task A_run_killed_between_problems_and_their_count_counts_them_once()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        var (corrected, problems) = await DeliverUncountedAsync(monitor);
        Assert.Single(problems, IsHeldBack);

        await monitor.Get<ScoringRun>().ScoreMunicipalityAsync(CityMonitor.Municipality, Token);

        var found = (await monitor.Deliveries.FindAsync(corrected.Id, Token))!;
        Assert.Equal((1, corrected.Warnings), (found.ProblemCounts[ProblemCodes.FigureHeldBack], found.Warnings));
        Assert.Equal(problems.Count, (await monitor.Deliveries.GetProblemsAsync(corrected.Id, Token)).Count);
        Assert.Equal(problems.Count, found.Errors + found.Warnings);
    }

    [Fact]
    public async Task A_figure_that_is_held_back_is_in_a_report_that_was_full()
    {
        await using var monitor = await StartAsync(emulator.NewAccount());
        var (corrected, _) = await DeliverUncountedAsync(monitor);
        await monitor.Deliveries.SaveProblemsAsync(
            corrected.Id, [.. Enumerable.Range(1, 1000).Select(rows => FileProblems.CoverageDropped(rows, previousRows: 2000))], Token);

        await monitor.Get<ScoringRun>().ScoreMunicipalityAsync(CityMonitor.Municipality, Token);

        var problems = await monitor.Deliveries.GetProblemsAsync(corrected.Id, Token);
        Assert.Equal((1001, true), (problems.Count, IsHeldBack(problems[^1])));
        Assert.Equal(1, (await monitor.Deliveries.FindAsync(corrected.Id, Token))!.ProblemCounts[ProblemCodes.FigureHeldBack]);
    }

    // As a run that was killed when the problems were saved, before their count and all that comes after it.
    private static async Task<(Delivery Delivery, IReadOnlyList<RowProblem> Problems)> DeliverUncountedAsync(CityMonitor monitor)
    {
        await DeliverAsync(monitor, "first.csv", (A, 6), (B, 200), (C, 400), (City, 606));
        var (index, record) = (await ReadAsync(monitor, "index"), await ReadAsync(monitor, "2024"));
        var corrected = await DeliverAsync(monitor, "corrected.csv", (A, 3), (B, 200), (C, 400), (City, 603));
        var counts = corrected.ProblemCounts.Where(count => count.Key != ProblemCodes.FigureHeldBack).ToDictionary(StringComparer.Ordinal);
        await monitor.Deliveries.SaveAsync(corrected with { Warnings = corrected.Warnings - 1, ProblemCounts = counts }, Token);
        await WriteAsync(monitor, "index", index);
        await WriteAsync(monitor, "2024", record);
        return (corrected, await monitor.Deliveries.GetProblemsAsync(corrected.Id, Token));
    }

    private static bool IsHeldBack(RowProblem problem) => problem.Code == ProblemCodes.FigureHeldBack;
}
