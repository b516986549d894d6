using System.Globalization;
using System.Text.Json;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Serving;

/// <summary>Lists of a thousand invented programmes and their alerts of a municipality, against a raw query of the same entities.</summary>
internal sealed class SubjectsBenchmark : IBenchmark
{
    private const double Target = 2.5;
    private const int Count = 1000;
    private const int Years = 4;
    private const int WarmUps = 10;
    private const int Rounds = 60;
    private const string Floor = "a raw query of the same entities, all pages";
    private static readonly AreaCode Municipality = AreaCode.Parse("GM9901");

    public string Name => "subjects";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken: cancellationToken);
        var parts = new MonitorParts(azurite.ConnectionString);
        await parts.SetUpAsync(cancellationToken);
        using var raw = new RawTables(parts.Service.Uri, parts.Service.AccountName, Azurite.PublicKey);
        await using var app = await AppFiles.Monitor.StartAsync(AppSettings.For(azurite.ConnectionString), cancellationToken: cancellationToken);
        await parts.Scorecards.ReplaceAllAsync(Municipality, [CreateCards(), null, null], failures: [], DateTimeOffset.UnixEpoch, cancellationToken);
        var measured = await BenchmarkRounds.RunAsync(WarmUps, Rounds, [
            () => BenchmarkRounds.TimeAsync(() => raw.QueryAsync(
                "Scorecards", Tables.FilterByPartition(Keys.SubjectPartition, Keys.GetSubjectPrefix(Municipality)), cancellationToken)),
            () => BenchmarkRounds.TimeAsync(() => GetAllAsync(app.Client, $"/api/v1/subjects?municipality={Municipality}", Count, cancellationToken)),
            () => BenchmarkRounds.TimeAsync(() => GetAllAsync(
                app.Client, $"/api/v1/alerts?municipality={Municipality}&role=controller&within=0", Count, cancellationToken)),
        ]);
        var count = Count.ToString("N0", CultureInfo.InvariantCulture);
        return
        [
            Figure.FromTime($"subjects: a list of {count}, p50", measured[1].Median, measured[0].Median, Floor, Target),
            Figure.FromTime($"subjects: a list of {count}, p99", measured[1].P99, measured[0].P99, Floor),
            Figure.FromTime($"subjects: the alerts of {count}, p50", measured[2].Median, measured[0].Median, Floor),
        ];
    }

    // Each has a deadline that was not met and two that were, in every year.
    private static IEnumerable<Scorecard> CreateCards() =>
        from subject in Enumerable.Range(1, Count)
        from year in Enumerable.Range(2026 - Years, Years)
        select new Scorecard(
            "projects", string.Create(CultureInfo.InvariantCulture, $"project-{subject}"), Municipality, new Period(year), "rules-1", year, [], [], [])
        {
            About = new SubjectDetails(string.Create(CultureInfo.InvariantCulture, $"Project {subject}"), SubjectScope.Project),
            AsOf = new DateOnly(year, 12, 31),
            Deadlines = [.. Enumerable.Range(1, 3).Select(month => CreateDeadline(year, month, isMet: month > 1))],
        };

    private static Deadline CreateDeadline(int year, int month, bool isMet) => new(
        string.Create(CultureInfo.InvariantCulture, $"milestone-{month}"), new BilingualText("Oplevering", "Completion"), new DateOnly(year, month, 1),
        new BilingualText("Oplevering is beloofd.", "Completion was promised."), isMet)
    {
        Line = "time",
        AlertFor = [AlertRole.Controller],
    };

    private static async Task GetAllAsync(HttpClient client, string path, int expected, CancellationToken cancellationToken)
    {
        using var page = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellationToken));
        var items = page.RootElement.GetProperty("items").GetArrayLength();
        if (items != expected)
        {
            throw new InvalidOperationException($"{path} gave {items} items in place of {expected}.");
        }
    }
}
