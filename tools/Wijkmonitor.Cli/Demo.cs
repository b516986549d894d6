using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Spectre.Console;
using Wijkmonitor.Functions.Api.Areas;
using Wijkmonitor.Functions.Api.Datasets;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Functions.Api.SocialMortgages;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Local;

namespace Wijkmonitor.Cli;

/// <summary>The whole monitor on one machine: real files go in, scorecards come out.</summary>
/// <param name="options">Options of the command.</param>
/// <param name="words">The language.</param>
internal sealed class Demo(DemoOptions options, NumberFormatter words)
{
    /// <summary>The container that files are dropped in.</summary>
    public const string InboxContainer = "inbox";

    // The first demo has this; each further one that runs at the same time has the next. The addresses stay the same from start to start.
    private const int FirstPort = 7153;
    private const int Stages = 3;

    // Dropped, being processed, done.
    private const int FileSteps = 3;
    private const int Interrupted = 130;
    private const string AmsterdamFile = "ses-woa-amsterdam-2019.csv";
    private static readonly TimeSpan IngestLimit = TimeSpan.FromMinutes(3);
    private static readonly string Package = RepositoryFolder.File("artifacts", "app");
    private bool isServing;

    /// <summary>Runs the demo until it has shown everything, or until Ctrl-C.</summary>
    /// <returns>
    /// 0 when it ended well, 1 when it could not go on or a sample was refused, 2 when it could not begin, 130 when it was ended while it started.
    /// </returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Port is { } port && !IsFree(port))
        {
            AnsiConsole.MarkupLine($"[red]{words.Localize($"Poort {port} is in gebruik.", $"Port {port} is in use.")}[/] {words.Localize(
                "Kies een andere met --port, of laat --port weg.", "Choose another with --port, or leave --port out.")}");
            return CheckCommand.NotChecked;
        }

        try
        {
            return await StartAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            AnsiConsole.WriteLine();
            AnsiConsole.WriteLine(words.Localize("De demo is gestopt.", "The demo has ended."));
            return isServing ? 0 : Interrupted;
        }
        catch (StartException e)
        {
            return Stop(words.Localize(e.Dutch, e.Message));
        }
        catch (HttpRequestException e)
        {
            return Stop($"{words.Localize("de monitor antwoordt niet; het log zegt waarom.", "the monitor does not answer; its log says why.")} ({e.Message})");
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException)
        {
            return Stop(e.Message);
        }
    }

    private int Stop(string reason)
    {
        AnsiConsole.MarkupLineInterpolated($"[red]{words.Localize("De demo kan niet verder:", "The demo could not go on:")}[/] {reason}");
        return 1;
    }

    private async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        var stages = new DemoStages(words, Stages);
        using var storage = DemoStorage.Take();
        await using var log = new StreamWriter(Path.Combine(storage.Folder, "monitor.log")) { AutoFlush = true };
        await using var azurite = await stages.RunAsync("opslag starten", "start the storage",
            () => Azurite.StartAsync(Path.Combine(storage.Folder, "storage"), 0, cancellationToken));
        await using var app = await stages.RunAsync("monitor starten", "start the monitor",
            () => StartAsync(azurite, ChoosePort(storage), log, cancellationToken));
        storage.KeepConnection(azurite.ConnectionString, app.Address);
        var tables = new DemoTables(words);
        if (!options.Once)
        {
            tables.ShowAddress(app.Address);
            isServing = true;
        }

        var served = await IngestAsync(app, azurite, storage.Folder, tables, stages, cancellationToken);
        await ShowAsync(app, tables, cancellationToken);
        if (!options.Once)
        {
            tables.ShowAddresses(app.Address, Path.Combine(storage.Folder, "monitor.log"));
            if (options.Open)
            {
                OpenBrowser(app.Address);
            }

            await FollowAsync(app, tables, cancellationToken);
        }

        return served ? 0 : 1;
    }

    // One that ends by itself is looked at by nobody: many of them can run at the same time.
    private int ChoosePort(DemoStorage storage)
    {
        var usual = FirstPort + storage.Number - 1;
        return options.Port ?? (options.Once || !IsFree(usual) ? 0 : usual);
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void OpenBrowser(Uri address)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true });
        }
        catch (Win32Exception)
        {
            AnsiConsole.WriteLine(words.Localize("Hier is geen browser gevonden; open het adres zelf.",
                "No browser was found here; open the address yourself."));
        }
    }

    private Task<FunctionHost> StartAsync(Azurite azurite, int port, TextWriter log, CancellationToken cancellationToken) => options.OnCoreTools
        ? FunctionHost.StartOnCoreToolsAsync(Package, CreateSettings(azurite), azurite.ConnectionString, log, port, cancellationToken)
        : FunctionHost.StartAsync(Package, CreateSettings(azurite), keys: null, log, port, cancellationToken);

    private static Dictionary<string, string> CreateSettings(Azurite azurite) => new(
        ScorecardKinds.Names.Select(kind => KeyValuePair.Create(ScoringRules.GetSettingName(kind), string.Join(';', GetRules(kind)))), StringComparer.Ordinal)
    {
        ["DataStorage"] = azurite.ConnectionString,
        ["IngestSchedule"] = "*/2 * * * * *",
        ["ScoringSchedule"] = "0 0 3 * * *",
        ["WEBSITE_TIME_ZONE"] = "Europe/Amsterdam",
        ["Security__Mode"] = "open",
        ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
        ["Ingest__DependencyWaitSeconds"] = "5",
    };

    private static IEnumerable<string> GetRules(string kind) =>
        Directory.EnumerateFiles(RepositoryFolder.File("config", "rules", kind), "*.json").Select(path => $"rules/{kind}/{Path.GetFileName(path)}")
            .Order(StringComparer.Ordinal);

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

        // As the monitor takes them in: areas before what is said of them, contracts before what is booked on them.
        var datasets = BuiltInConfiguration.Read(RepositoryFolder.File("config")).Datasets;
        DependencyRank GetRank(string dataset) =>
            datasets.Find(dataset) is { } definition ? RecordFormats.For(definition).GetRank(definition) : DependencyRank.Remarks;
        return files.OrderBy(file => GetRank(file.Key.Split('/')[0])).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Drops the files and waits until the timer function has dealt with each.</summary>
    /// <returns>Whether all were accepted.</returns>
    private async Task<bool> IngestAsync(
        FunctionHost app, Azurite azurite, string folder, DemoTables tables, DemoStages stages, CancellationToken cancellationToken)
    {
        var inbox = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(InboxContainer);
        await inbox.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var files = PrepareFiles(folder);
        if (!files.ContainsKey($"ses-woa/{AmsterdamFile}"))
        {
            AnsiConsole.MarkupLine($"[grey]{words.Localize(
                "Het bestand van CBS over Amsterdam staat niet op deze machine (docs/architecture.md): de scorekaarten van Amsterdam ontbreken.",
                "CBS's file of Amsterdam is not on this machine (docs/architecture.md): its scorecards are left out.")}[/]");
        }

        IReadOnlyList<DeliveryResource> deliveries = [];
        await stages.RunAsync(
            $"{files.Count} voorbeeldbestanden controleren en verwerken", $"check and process {files.Count} sample files", files.Keys, FileSteps, async tell =>
            {
                foreach (var (name, path) in files)
                {
                    await inbox.GetBlobClient(name).UploadAsync(path, overwrite: true, cancellationToken);
                    tell(name, 1);
                }

                deliveries = await WaitAsync(app, files.Keys, tell, cancellationToken);
            });
        var datasets = await app.Client.GetFromJsonAsync("/api/v1/datasets?limit=1000", DatasetsJson.Default.ItemListDatasetResource, cancellationToken);
        tables.ShowDeliveries(deliveries, datasets!.Items);
        foreach (var delivery in deliveries.Where(delivery => delivery.State != "served"))
        {
            await ShowProblemsAsync(app, tables, delivery, cancellationToken);
        }

        return deliveries.All(delivery => delivery.State == "served");
    }

    private async Task<IReadOnlyList<DeliveryResource>> WaitAsync(
        FunctionHost app, IReadOnlyCollection<string> files, Action<string, int> tell, CancellationToken cancellationToken)
    {
        var lastChange = TimeProvider.System.GetTimestamp();
        var states = "";
        while (true)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            var deliveries = (await app.Client.GetFromJsonAsync("/api/v1/deliveries", DeliveriesJson.Default.ItemListDeliveryResource,
                cancellationToken))!.Items;
            var ended = deliveries.Where(IsDone).Select(GetPath).ToHashSet(StringComparer.Ordinal);
            foreach (var delivery in deliveries)
            {
                tell(GetPath(delivery), IsDone(delivery) ? FileSteps : FileSteps - 1);
            }

            if (files.All(ended.Contains))
            {
                return deliveries;
            }

            // A slow machine takes its time; only one on which nothing changes any more is stuck.
            var now = string.Join(';', deliveries.Select(delivery => $"{delivery.Id} {delivery.State}"));
            lastChange = now == states ? lastChange : TimeProvider.System.GetTimestamp();
            states = now;
            if (TimeProvider.System.GetElapsedTime(lastChange) > IngestLimit)
            {
                throw new TimeoutException(words.Localize(
                    $"De inbox is niet leeg en er veranderde {IngestLimit.TotalMinutes} minuten niets; het log zegt waarom.",
                    $"The inbox is not empty and nothing changed for {IngestLimit.TotalMinutes} minutes; the log says why."));
            }
        }
    }

    private static string GetPath(DeliveryResource delivery) => $"{delivery.Dataset}/{delivery.File}";

    private static bool IsDone(DeliveryResource delivery) => delivery.State is "served" or "refused" or "pending" or "withdrawn";

    private static async Task ShowAsync(FunctionHost app, DemoTables tables, CancellationToken cancellationToken)
    {
        var mortgages = await app.Client.GetFromJsonAsync("/api/v1/social-mortgages", SocialMortgagesJson.Default.ItemListSocialMortgageItem,
            cancellationToken);
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

    /// <summary>Shows the scorecards of a kind whose judgements are counted.</summary>
    private static async Task ShowScorecardsAsync(FunctionHost app, DemoTables tables, string municipality, string year, CancellationToken cancellationToken)
    {
        using var known = await app.Client.GetAsync(new Uri($"/api/v1/municipalities/{municipality}/areas?limit=10000", UriKind.Relative), cancellationToken);
        if (known.StatusCode == HttpStatusCode.NotFound)
        {
            return; // nothing was delivered about it
        }

        var areas = await known.Content.ReadFromJsonAsync(AreasJson.Default.ItemListAreaResource, cancellationToken);
        var kind = ScorecardKinds.Infos.First(info => info.CountsJudgements);
        var scorecards = await app.Client.GetFromJsonAsync($"/api/v1/municipalities/{municipality}/scorecards/{kind.Name}?period={year}",
            ScorecardsJson.Default.ItemListScorecardSummary, cancellationToken);
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
    private async Task FollowAsync(FunctionHost app, DemoTables tables, CancellationToken cancellationToken)
    {
        var seen = new HashSet<(string Id, string State, DateTimeOffset ReceivedAt)>();
        var first = true;
        while (!app.HasExited)
        {
            var deliveries = await app.Client.GetFromJsonAsync("/api/v1/deliveries", DeliveriesJson.Default.ItemListDeliveryResource, cancellationToken);
            foreach (var delivery in deliveries!.Items.Where(IsDone))
            {
                if (seen.Add((delivery.Id, delivery.State, delivery.RepeatedAt ?? delivery.ReceivedAt)) && !first)
                {
                    await ShowProblemsAsync(app, tables, delivery, cancellationToken);
                }
            }

            first = false;
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        throw new InvalidOperationException(words.Localize("de monitor is uit zichzelf gestopt; het log zegt waarom.",
            "the monitor ended by itself; its log says why."));
    }
}
