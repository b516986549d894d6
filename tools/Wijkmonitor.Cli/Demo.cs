using System.Net;
using System.Net.Http.Json;
using Azure.Storage.Blobs;
using Spectre.Console;
using Wijkmonitor.Functions.Api.Areas;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Api.SocialMortgages;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Local;

namespace Wijkmonitor.Cli;

/// <summary>The whole monitor on one machine: real files go in, scorecards come out.</summary>
internal sealed class Demo(bool english, bool onCoreTools)
{
    /// <summary>The container that files are dropped in.</summary>
    public const string InboxContainer = "inbox";

    // Areas before what is said of them, contracts before what is booked on them; what is not named comes first.
    private static readonly string[] DependencyOrder = ["areas", "ses-woa", "boundaries", "area-indicators", "corporation-figures", "tenant-survey", "staff-signals", "area-notes", "pins", "contracts", "activities", "operation"];

    private const string AmsterdamFile = "ses-woa-amsterdam-2019.csv";
    private static readonly TimeSpan IngestLimit = TimeSpan.FromMinutes(3);
    private static readonly string Package = RepositoryFolder.File("artifacts", "app");

    public async Task<int> RunAsync(bool once, CancellationToken cancellationToken)
    {
        try
        {
            using var storage = DemoStorage.Take();
            await using var log = new StreamWriter(Path.Combine(storage.Folder, "monitor.log")) { AutoFlush = true };
            await using var azurite = await ShowStartAsync("storage emulator", () => Azurite.StartAsync(Path.Combine(storage.Folder, "storage"), 0, cancellationToken));
            await using var app = await ShowStartAsync("monitor", () => StartAsync(azurite, log, cancellationToken));
            storage.KeepConnection(azurite.ConnectionString);
            var tables = new DemoTables(english);
            var served = await IngestAsync(app, azurite, storage.Folder, tables, cancellationToken);
            await ShowAsync(app, tables, cancellationToken);
            if (!once)
            {
                tables.ShowAddresses(app.Address, Path.Combine(storage.Folder, "monitor.log"));
                await FollowAsync(app, tables, cancellationToken);
            }

            return served ? 0 : 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException or HttpRequestException)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]The demo could not go on:[/] {e.Message}");
            return 1;
        }
    }

    private Task<FunctionHost> StartAsync(Azurite azurite, TextWriter log, CancellationToken cancellationToken) => onCoreTools
        ? FunctionHost.StartOnCoreToolsAsync(Package, CreateSettings(azurite), azurite.ConnectionString, log, cancellationToken)
        : FunctionHost.StartAsync(Package, CreateSettings(azurite), keys: null, log, cancellationToken);

    private static Dictionary<string, string> CreateSettings(Azurite azurite) => new(
        ScorecardKinds.Names.Select(kind => KeyValuePair.Create(ScoringRules.GetSettingName(kind), $"rules/{kind}/example.json")), StringComparer.Ordinal)
    {
        ["DataStorage"] = azurite.ConnectionString,
        ["IngestSchedule"] = "*/2 * * * * *",
        ["ScoringSchedule"] = "0 0 3 * * *",
        ["WEBSITE_TIME_ZONE"] = "Europe/Amsterdam",
        ["Security__Mode"] = "open",
        ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
        ["Ingest__DependencyWaitSeconds"] = "5",
    };

    private static async Task<T> ShowStartAsync<T>(string what, Func<Task<T>> start)
    {
        T started = default!;
        await AnsiConsole.Status().StartAsync($"Starting the {what} ...", async _ => started = await start());
        return started;
    }

    private static Dictionary<string, string> PrepareFiles(string folder)
    {
        var inbox = RepositoryFolder.File("samples", "inbox");
        var files = Directory.EnumerateFiles(inbox, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetRelativePath(inbox, path).Replace('\\', '/'), path => path, StringComparer.Ordinal);
        if (RepositoryFolder.PublishedData is { } data && File.Exists(Path.Combine(data, AmsterdamFile)))
        {
            files[$"ses-woa/{AmsterdamFile}"] = Path.Combine(data, AmsterdamFile);
        }

        foreach (var (path, content) in AmsterdamBoundaries.CreateDeliveries())
        {
            var made = Path.Combine(folder, Path.GetFileName(path));
            File.WriteAllBytes(made, content);
            files[path] = made;
        }

        return files.OrderBy(file => Array.IndexOf(DependencyOrder, file.Key.Split('/')[0])).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Drops the files and waits until the timer function has dealt with each.</summary>
    /// <returns>Whether all were accepted.</returns>
    private static async Task<bool> IngestAsync(FunctionHost app, Azurite azurite, string folder, DemoTables tables, CancellationToken cancellationToken)
    {
        var inbox = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(InboxContainer);
        await inbox.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var files = PrepareFiles(folder);
        if (!files.ContainsKey($"ses-woa/{AmsterdamFile}"))
        {
            AnsiConsole.MarkupLine("[grey]CBS's file of Amsterdam is not on this machine (docs/architecture.md): its scorecards are left out.[/]");
        }

        IReadOnlyList<DeliveryResource> deliveries = [];
        await AnsiConsole.Progress().AutoClear(false).Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn()).StartAsync(async progress =>
        {
            var tasks = files.Keys.ToDictionary(name => name, name => progress.AddTask(name.EscapeMarkup(), maxValue: 3), StringComparer.Ordinal);
            foreach (var (name, path) in files)
            {
                await inbox.GetBlobClient(name).UploadAsync(path, overwrite: true, cancellationToken);
                tasks[name].Value = 1;
            }

            var limit = TimeProvider.System.GetTimestamp();
            while (tasks.Values.Any(task => !task.IsFinished))
            {
                if (TimeProvider.System.GetElapsedTime(limit) > IngestLimit)
                {
                    throw new TimeoutException($"The inbox was not empty after {IngestLimit.TotalMinutes} minutes; the log says why.");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
                deliveries = (await app.Client.GetFromJsonAsync("/api/v1/deliveries", DeliveriesJson.Default.ItemListDeliveryResource, cancellationToken))!.Items;
                foreach (var delivery in deliveries)
                {
                    tasks[$"{delivery.Dataset}/{delivery.File}"].Value = delivery.State is "served" or "refused" ? 3 : 2;
                }
            }
        });
        tables.ShowDeliveries(deliveries);
        foreach (var delivery in deliveries.Where(delivery => delivery.State == "refused"))
        {
            await ShowProblemsAsync(app, tables, delivery, cancellationToken);
        }

        return deliveries.All(delivery => delivery.State == "served");
    }

    private static async Task ShowAsync(FunctionHost app, DemoTables tables, CancellationToken cancellationToken)
    {
        var mortgages = await app.Client.GetFromJsonAsync("/api/v1/social-mortgages", SocialMortgagesJson.Default.ItemListSocialMortgageItem, cancellationToken);
        foreach (var mortgage in mortgages!.Items)
        {
            var whole = await app.Client.GetFromJsonAsync(mortgage.Href, SocialMortgagesJson.Default.SocialMortgageResource, cancellationToken);
            foreach (var statement in whole!.Statements)
            {
                tables.ShowStatement(mortgage, (await app.Client.GetFromJsonAsync(statement.Href, ScorecardsJson.Default.Scorecard, cancellationToken))!);
            }
        }

        await ShowScorecardsAsync(app, tables, "GM0153", "2017", cancellationToken);
        await ShowScorecardsAsync(app, tables, "GM0363", "2019", cancellationToken);
    }

    /// <summary>Shows the kind of scorecard that comes first.</summary>
    private static async Task ShowScorecardsAsync(FunctionHost app, DemoTables tables, string municipality, string year, CancellationToken cancellationToken)
    {
        using var known = await app.Client.GetAsync(new Uri($"/api/v1/municipalities/{municipality}/areas?limit=10000", UriKind.Relative), cancellationToken);
        if (known.StatusCode == HttpStatusCode.NotFound)
        {
            return; // nothing was delivered about it
        }

        var areas = await known.Content.ReadFromJsonAsync(AreasJson.Default.ItemListAreaResource, cancellationToken);
        var kind = ScorecardKinds.Infos[0];
        var scorecards = await app.Client.GetFromJsonAsync($"/api/v1/municipalities/{municipality}/scorecards/{kind.Name}?period={year}", ScorecardsJson.Default.ItemListScorecardSummary, cancellationToken);
        if (scorecards!.Items.Count > 0)
        {
            var indicators = await app.Client.GetFromJsonAsync("/api/v1/indicators", ObservationsJson.Default.ItemListIndicatorResource, cancellationToken);
            tables.ShowScorecards(kind, areas!.Items, scorecards.Items, indicators!.Items);
        }
    }

    private static async Task ShowProblemsAsync(FunctionHost app, DemoTables tables, DeliveryResource delivery, CancellationToken cancellationToken)
    {
        var problems = await app.Client.GetFromJsonAsync(delivery.Problems, DeliveriesJson.Default.ProblemList, cancellationToken);
        tables.ShowProblems(delivery, problems!, new Uri(app.Address, delivery.Problems));
    }

    /// <summary>Says what comes of files that are dropped from now on.</summary>
    private static async Task FollowAsync(FunctionHost app, DemoTables tables, CancellationToken cancellationToken)
    {
        var seen = new HashSet<(string Id, string State, DateTimeOffset ReceivedAt)>();
        var first = true;
        while (!app.HasExited)
        {
            var deliveries = await app.Client.GetFromJsonAsync("/api/v1/deliveries", DeliveriesJson.Default.ItemListDeliveryResource, cancellationToken);
            foreach (var delivery in deliveries!.Items.Where(delivery => delivery.State is "served" or "refused"))
            {
                if (seen.Add((delivery.Id, delivery.State, delivery.RepeatedAt ?? delivery.ReceivedAt)) && !first)
                {
                    await ShowProblemsAsync(app, tables, delivery, cancellationToken);
                }
            }

            first = false;
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        throw new InvalidOperationException("The monitor ended by itself; its log says why.");
    }
}
