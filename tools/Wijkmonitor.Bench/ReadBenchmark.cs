using System.Net;
using System.Net.Http.Headers;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench;

/// <summary>Reading a scorecard from the running function app, against reading its entity from the table with nothing between.</summary>
internal sealed class ReadBenchmark : IBenchmark
{
    private const int WarmUps = 3000;
    private const int Rounds = 2000;
    private const double Target = 1.5;
    private const string Contract = "dolphia";
    private const string RawRead = "a raw point read of the same entity";
    private static readonly AreaCode Area = AreaCode.Parse("CU0153-dolphia");
    private static readonly Period Year = new(2017);

    // A scorecard of public figures alone, as most are, and one that is another for partners.
    private const string Kind = "crisis-tiles";
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0153");
    private static readonly Period PublicYear = new(2020);
    internal static readonly string Scorecard = Entity(Keys.ScorecardPartition(Municipality, Audience.Public), Keys.Scorecard(Kind, PublicYear, Municipality, subject: null));
    private static readonly string Partners = Entity(Keys.ScorecardPartition(Municipality, Audience.Partners), Keys.Scorecard("compass", Year, Area, subject: null));
    private static readonly string Statement = Entity(Keys.StatementPartition(Area), Keys.Scorecard("social-mortgage", Year, Area, Contract));
    private static readonly Uri Root = new("/", UriKind.Relative);
    internal static readonly Uri ScorecardAddress = new($"/api/v1/areas/{Municipality}/scorecards/{Kind}/{PublicYear}", UriKind.Relative);
    private static readonly Uri PartnersAddress = new($"/api/v1/areas/{Area}/scorecards/compass/{Year}", UriKind.Relative);
    internal static readonly Uri StatementAddress = new($"/api/v1/social-mortgages/{Contract}/statements/{Year}", UriKind.Relative);

    public string Name => "read";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken: cancellationToken);
        var parts = new MonitorParts(azurite.ConnectionString);
        using var raw = new RawTables(parts.Service.Uri, parts.Service.AccountName, Azurite.PublicKey);
        await using var app = await FunctionApp.StartAsync(
            AppFiles.Built("Wijkmonitor.Functions"), Settings(azurite.ConnectionString), cancellationToken: cancellationToken);
        await SampleFiles.IngestAsync(parts, app, cancellationToken);
        if (await parts.Scorecards.FindAsync(Kind, PublicYear, Municipality, Audience.Everything, cancellationToken) is not { Audience: Audience.Public })
        {
            throw new InvalidOperationException("The scorecard that should be the same for all is not.");
        }

        await using var reader = await FunctionApp.StartAsync(AppFiles.Built("Wijkmonitor.Bench.BareReader"), AppSettings.ForReader(parts, Scorecard), cancellationToken: cancellationToken);
        await using var empty = await FunctionApp.StartAsync(
            AppFiles.Built("Wijkmonitor.Bench.EmptyApp"), AppSettings.Quiet, cancellationToken: cancellationToken);
        var version = await VersionAsync(app.Client, cancellationToken);
        Task<TimeSpan> Raw(string entity) => Turns.TimeAsync(() => raw.ReadAsync(entity, cancellationToken));
        Task<TimeSpan> Get(FunctionApp from, Uri address) => Turns.TimeAsync(() => from.Client.GetByteArrayAsync(address, cancellationToken));

        // In each contest every process is asked once a round: one that is asked more often stays warmer and seems faster.
        var scorecard = await RunAsync(() => Raw(Scorecard), () => Get(reader, Root), () => Get(app, ScorecardAddress));
        var partners = await RunAsync(() => Raw(Partners), () => Get(app, PartnersAddress));
        var statement = await RunAsync(() => Raw(Statement), () => Get(app, StatementAddress));
        var unchanged = await RunAsync(
            () => Get(app, ScorecardAddress), () => Turns.TimeAsync(() => AskUnchangedAsync(app.Client, version, cancellationToken)));
        var parted = await RunAsync(
            () => Raw(Scorecard),
            () => Turns.TimeAsync(() => parts.Scorecards.FindAsync(Kind, PublicYear, Municipality, Audience.Everything, cancellationToken)),
            () => Get(empty, Root));
        return
        [
            Figure.OfTime("read: scorecard, p50", scorecard[2].Median, scorecard[0].Median, RawRead, Target),
            Figure.OfTime("read: scorecard, p99", scorecard[2].P99, scorecard[0].P99, RawRead),
            Figure.OfTime("read: scorecard over an endpoint, p50", scorecard[2].Median, scorecard[1].Median, "an ASP.NET Core endpoint that does the raw read itself"),
            Figure.OfTime("read: scorecard that is another for partners, p50", partners[1].Median, partners[0].Median, RawRead),
            Figure.OfTime("read: statement, p50", statement[1].Median, statement[0].Median, RawRead, Target),
            Figure.OfTime("read: statement, p99", statement[1].P99, statement[0].P99, RawRead),
            Figure.OfTime("read: 304, p50", unchanged[1].Median, unchanged[0].Median, "the same scorecard as 200"),
            Figure.OfTime("read: part of it, the store in process, p50", parted[1].Median, parted[0].Median, RawRead),
            Figure.OfTime("read: part of it, an empty endpoint, p50", parted[2].Median, parted[0].Median, RawRead),
        ];
    }

    private static Task<IReadOnlyList<Samples>> RunAsync(params IReadOnlyList<Func<Task<TimeSpan>>> contenders) => Turns.RunAsync(WarmUps, Rounds, contenders);

    private static string Entity(string partition, string row) => RawTables.EntityPath("Scorecards", partition, row);

    internal static Dictionary<string, string> Settings(string connectionString) =>
        new(AppSettings.For(connectionString), StringComparer.Ordinal) { ["Rules__CrisisTiles"] = "rules/crisis-tiles/example.json" };

    private static async Task<EntityTagHeaderValue> VersionAsync(HttpClient client, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(ScorecardAddress, cancellationToken);
        return response.EnsureSuccessStatusCode().Headers.ETag!;
    }

    private static async Task AskUnchangedAsync(HttpClient client, EntityTagHeaderValue version, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ScorecardAddress);
        request.Headers.IfNoneMatch.Add(version);
        using var response = await client.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.NotModified)
        {
            throw new InvalidOperationException($"A scorecard that had not changed was answered with {response.StatusCode}.");
        }
    }
}
