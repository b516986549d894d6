using System.Net;
using System.Net.Http.Headers;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Serving;

/// <summary>Reading a scorecard from the running monitor, against a bare function that returns the same document.</summary>
/// <remarks>The bare function runs under the same host, and reads the same entity.</remarks>
internal sealed class ReadBenchmark : IBenchmark
{
    private const int WarmUps = 3000;
    private const int Rounds = 2000;
    private const double Target = 1.2;
    private const string Contract = "dolphia";
    private const string BareFunction = "a bare function under the same host that reads the same entity";
    private const string RawRead = "a raw point read of the same entity";
    private static readonly AreaCode Area = AreaCode.Parse("CU0153-dolphia");
    private static readonly Period Year = new(2017);

    // A scorecard of public figures alone, as most are, and one that is another for partners.
    private static readonly string Kind = MeasuredKinds.Municipal;
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0153");
    private static readonly Period PublicYear = new(2020);
    private static readonly EntityKeys Scorecard = new(Keys.GetScorecardPartition(Municipality, Audience.Public),
        Keys.GetScorecardRow(Kind, PublicYear, Municipality, subject: null));
    private static readonly EntityKeys Partners = new(Keys.GetScorecardPartition(Municipality, Audience.Partners),
        Keys.GetScorecardRow(MeasuredKinds.Judged, Year, Area, subject: null));
    private static readonly EntityKeys Statement = new(Keys.GetStatementPartition(Area), Keys.GetScorecardRow("social-mortgage", Year, Area, Contract));
    private static readonly Uri PartnersAddress = new($"/api/v1/areas/{Area}/scorecards/{MeasuredKinds.Judged}/{Year}", UriKind.Relative);

    /// <summary>Gets where the monitor serves the scorecard of public figures.</summary>
    public static Uri ScorecardAddress { get; } = new($"/api/v1/areas/{Municipality}/scorecards/{Kind}/{PublicYear}", UriKind.Relative);

    /// <summary>Gets where the monitor serves the statement.</summary>
    public static Uri StatementAddress { get; } = new($"/api/v1/social-mortgages/{Contract}/statements/{Year}", UriKind.Relative);

    /// <summary>Gets where the bare function serves the scorecard.</summary>
    public static Uri BareScorecardAddress => Scorecard.BareAddress;

    /// <summary>Gets where the bare function serves the statement.</summary>
    public static Uri BareStatementAddress => Statement.BareAddress;

    /// <summary>Gets where the empty function answers.</summary>
    public static Uri EmptyAddress { get; } = new("/empty", UriKind.Relative);

    public string Name => "read";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartAsync(cancellationToken: cancellationToken);
        var parts = new MonitorParts(azurite.ConnectionString);
        using var raw = new RawTables(parts.Service.Uri, parts.Service.AccountName, Azurite.PublicKey);
        var settings = Settings(azurite.ConnectionString);
        await using var app = await AppFiles.Monitor.StartAsync(settings, cancellationToken: cancellationToken);
        await SampleFiles.IngestAsync(parts, app, cancellationToken);
        var served = await parts.Scorecards.FindAsync(Kind, PublicYear, Municipality, subject: null, _ => Audience.Everything, cancellationToken);
        if (served is not { Audience: Audience.Public })
        {
            throw new InvalidOperationException("The scorecard that should be the same for all is not.");
        }

        await using var bare = await (await AppFiles.GetBareReaderAsync(cancellationToken)).StartAsync(settings, cancellationToken: cancellationToken);
        await using var empty = await (await AppFiles.GetEmptyAppAsync(cancellationToken)).StartAsync(settings, cancellationToken: cancellationToken);
        await EnsureSameAsync(app, ScorecardAddress, bare, Scorecard.BareAddress, cancellationToken);
        await EnsureSameAsync(app, PartnersAddress, bare, Partners.BareAddress, cancellationToken);
        await EnsureSameAsync(app, StatementAddress, bare, Statement.BareAddress, cancellationToken);
        var version = await ReadVersionAsync(app.Client, cancellationToken);
        Task<TimeSpan> ReadRawAsync(EntityKeys entity) => BenchmarkRounds.TimeAsync(() => raw.ReadAsync(entity.RawPath, cancellationToken));
        Task<TimeSpan> GetAsync(FunctionHost from, Uri address) => BenchmarkRounds.TimeAsync(() => from.Client.GetByteArrayAsync(address, cancellationToken));

        // In each contest every process is asked once a round: one that is asked more often stays warmer and seems faster.
        var scorecard = await RunAsync(() => ReadRawAsync(Scorecard), () => GetAsync(bare, Scorecard.BareAddress), () => GetAsync(app, ScorecardAddress));
        var partners = await RunAsync(() => GetAsync(bare, Partners.BareAddress), () => GetAsync(app, PartnersAddress));
        var statement = await RunAsync(() => GetAsync(bare, Statement.BareAddress), () => GetAsync(app, StatementAddress));
        var unchanged = await RunAsync(
            () => GetAsync(app, ScorecardAddress), () => BenchmarkRounds.TimeAsync(() => AskUnchangedAsync(app.Client, version, cancellationToken)));
        var parted = await RunAsync(
            () => ReadRawAsync(Scorecard),
            () => BenchmarkRounds.TimeAsync(
                () => parts.Scorecards.FindAsync(Kind, PublicYear, Municipality, subject: null, _ => Audience.Everything, cancellationToken)),
            () => GetAsync(empty, EmptyAddress));
        return
        [
            Figure.FromTime("read: scorecard, p50", scorecard[2].Median, scorecard[1].Median, BareFunction, Target),
            Figure.FromTime("read: scorecard, p99", scorecard[2].P99, scorecard[1].P99, BareFunction),
            Figure.FromTime("read: scorecard over the raw read, p50", scorecard[2].Median, scorecard[0].Median, RawRead),
            Figure.FromTime("read: scorecard that is another for partners, p50", partners[1].Median, partners[0].Median, BareFunction),
            Figure.FromTime("read: statement, p50", statement[1].Median, statement[0].Median, BareFunction, Target),
            Figure.FromTime("read: statement, p99", statement[1].P99, statement[0].P99, BareFunction),
            Figure.FromTime("read: 304, p50", unchanged[1].Median, unchanged[0].Median, "the same scorecard as 200"),
            Figure.FromTime("read: part of it, the store in process, p50", parted[1].Median, parted[0].Median, RawRead),
            Figure.FromTime("read: part of it, an empty function under the host, p50", parted[2].Median, parted[0].Median, RawRead),
        ];
    }

    // The floor must do the same: what differs otherwise is measured as a difference of the monitor.
    private static async Task EnsureSameAsync(FunctionHost app, Uri address, FunctionHost bare, Uri bareAddress, CancellationToken cancellationToken)
    {
        var served = await app.Client.GetByteArrayAsync(address, cancellationToken);
        var passed = await bare.Client.GetByteArrayAsync(bareAddress, cancellationToken);
        if (!served.AsSpan().SequenceEqual(passed))
        {
            throw new InvalidOperationException($"The bare function does not return what {address} is.");
        }
    }

    private static Task<IReadOnlyList<Samples>> RunAsync(params IReadOnlyList<Func<Task<TimeSpan>>> contenders) =>
        BenchmarkRounds.RunAsync(WarmUps, Rounds, contenders);

    /// <summary>Creates the app settings of the monitor and of the bare function.</summary>
    public static Dictionary<string, string> Settings(string connectionString) =>
        new(AppSettings.For(connectionString), StringComparer.Ordinal) { [MeasuredKinds.GetSetting(Kind).Key] = MeasuredKinds.GetSetting(Kind).Value };

    private static async Task<EntityTagHeaderValue> ReadVersionAsync(HttpClient client, CancellationToken cancellationToken)
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

    private sealed record EntityKeys(string Partition, string Row)
    {
        public string RawPath => RawTables.EntityPath("Scorecards", Partition, Row);

        public Uri BareAddress => new($"/scorecards/{Uri.EscapeDataString(Partition)}/{Uri.EscapeDataString(Row)}", UriKind.Relative);
    }
}
