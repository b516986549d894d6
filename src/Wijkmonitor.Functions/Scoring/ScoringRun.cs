using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Observability;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Publications;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Run that computes scorecards a municipality at a time, in memory bounded by a municipality.</summary>
public sealed partial class ScoringRun(
    MunicipalityScoring scoring,
    PublicationWriter publications,
    ScoringRules rules,
    DeliveryStore deliveries,
    AreaStore areas,
    AreaIndex areaIndex,
    CrosswalkStore crosswalks,
    ScorecardStore store,
    Locks locks,
    ProgressStore progress,
    WijkmonitorMetrics metrics,
    TimeProvider time,
    ILogger<ScoringRun> logger)
{
    private const int MaxAttempts = 20;
    private const string ExampleVersion = "example-";
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(500);
    private bool exampleWarningLogged;

    /// <summary>Computes what is affected by deliveries that were stored or withdrawn since, or in a run that died.</summary>
    /// <remarks>
    /// A delivery is served, or withdrawn, once all its municipalities are computed; where one fails, is being computed elsewhere or has another delivery
    /// that is being stored or withdrawn, it waits for the next run. A scorecard or statement that fails by exception keeps its last stored figures, and
    /// stops neither the others nor the delivery.
    /// </remarks>
    /// <exception cref="AggregateException">Parts could not be computed.</exception>
    public async Task ScoreDeliveriesAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref exampleWarningLogged, true) is false)
        {
            WarnAboutExampleRules();
        }

        var waiting = await deliveries.GetUnscoredAsync(cancellationToken);
        var failures = new List<Exception>();
        var reporter = new ScoringProgress(progress, waiting, time);
        var computed = await ScoreAsync(waiting.SelectMany(delivery => delivery.Municipalities), failures, cancellationToken, reporter);
        foreach (var delivery in waiting.Where(delivery => delivery.Municipalities.All(computed.Contains)))
        {
            var now = time.GetUtcNow();
            if (await deliveries.MarkScoredAsync(delivery, now, cancellationToken))
            {
                metrics.RecordServed(delivery.Dataset, now - delivery.ReceivedAt);
            }
        }

        await reporter.EndAsync(cancellationToken);
        ThrowIfAny(failures);
    }

    /// <summary>Computes the scorecards of every municipality that something was delivered about.</summary>
    /// <exception cref="AggregateException">Municipalities could not be computed.</exception>
    public async Task ScoreAllAsync(CancellationToken cancellationToken)
    {
        WarnAboutExampleRules();
        var failures = new List<Exception>();
        await ScoreAsync(await deliveries.GetMunicipalitiesAsync(cancellationToken), failures, cancellationToken);
        ThrowIfAny(failures);
    }

    /// <summary>Computes one municipality now; where another instance is at it or files of it are being stored, after that.</summary>
    /// <exception cref="TimeoutException">That took too long; the next run computes it.</exception>
    public async Task ScoreMunicipalityAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var failures = new List<Exception>();
            if (await ScoreAsync(municipality.Value, failures, cancellationToken))
            {
                ThrowIfAny(failures);
                return;
            }

            await Task.Delay(RetryDelay, time, cancellationToken);
        }

        throw new TimeoutException($"{municipality} is being computed by another instance, or files of it are being stored, for too long.");
    }

    private async Task<HashSet<string>> ScoreAsync(
        IEnumerable<string> municipalities, List<Exception> failures, CancellationToken cancellationToken, ScoringProgress? reporter = null)
    {
        var computed = new HashSet<string>(StringComparer.Ordinal);
        List<string> ordered = [.. municipalities.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        await PublishSourcesAsync(ordered, cancellationToken);
        foreach (var municipality in ordered)
        {
            try
            {
                if (await ScoreAsync(municipality, failures, cancellationToken))
                {
                    computed.Add(municipality);
                }

                if (reporter is not null)
                {
                    await reporter.ReportAsync(computed, cancellationToken);
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(e, municipality);
                failures.Add(e);
            }
        }

        return computed;
    }

    // Scorecards may use published figures of another municipality, whose areas went over: those of this run are published before any is computed.
    private async Task PublishSourcesAsync(List<string> municipalities, CancellationToken cancellationToken)
    {
        if (municipalities.Count < 2)
        {
            return;
        }

        var sources = await crosswalks.GetSourcesAsync(cancellationToken);
        foreach (var municipality in municipalities.Where(sources.Contains))
        {
            try
            {
                await PublishAsync(municipality, (_, _) => Task.CompletedTask, cancellationToken);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // It is tried once more when it is computed, and logged where it fails then.
            }
        }
    }

    /// <summary>Reads something of a municipality while nothing of it is published.</summary>
    /// <returns>Null where deliveries are still to be computed.</returns>
    /// <remarks>Their figures are in the tables and not public yet: a figure that is corrected is not shown at all between the two.</remarks>
    public async Task<T?> ReadScoredAsync<T>(AreaCode municipality, Func<Task<T?>> readAsync, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            await using var lease = await locks.TryAcquireMunicipalityLockAsync(municipality.Value, cancellationToken);
            if (lease is not null)
            {
                // Nothing is published under this lease: what was being stored while this read is still to be computed after it.
                var read = await readAsync();
                return (await deliveries.GetUnscoredAsync(municipality, cancellationToken)).Count == 0 && !lease.Lost.IsCancellationRequested ? read : null;
            }

            await Task.Delay(RetryDelay, time, cancellationToken);
        }

        return null;
    }

    private Task<bool> ScoreAsync(string code, List<Exception> failures, CancellationToken cancellationToken) => PublishAsync(
        code,
        async (sources, token) =>
        {
            await areaIndex.SaveAsync(sources.Municipality, sources.Register, token);
            var (computed, changed) = await ScoreAsync(sources, failures, token);
            metrics.RecordScored(computed, changed);
            LogScored(code, computed, changed);
        },
        cancellationToken);

    // Gives false where another instance is computing it, or files of it are being stored.
    private async Task<bool> PublishAsync(string code, Func<ScoringSources, CancellationToken, Task> computeAsync, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginScope(LogScope.Create("Municipality", code));
        await using var lease = await locks.TryAcquireMunicipalityLockAsync(code, cancellationToken);
        if (lease is null)
        {
            LogComputedElsewhere(code);
            return false;
        }

        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        var municipality = AreaCode.Parse(code);
        try
        {
            await MendIndexAsync(municipality, linked.Token);
            if (await ReadWholeAsync(municipality, linked.Token) is not { } sources)
            {
                LogBeingStored(code);
                return false;
            }

            if (sources.Figures.Publication is { } publication && await publications.PublishAsync(publication, linked.Token) is > 0 and var heldBack)
            {
                LogHeldBack(heldBack, code);
            }

            await computeAsync(sources, linked.Token);
            return true;
        }
        catch (PublicationChangedException)
        {
            LogComputedElsewhere(code);
            return false;
        }
    }

    private async Task MendIndexAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        foreach (var difference in await publications.MendIndexAsync(municipality, cancellationToken))
        {
            LogPublicationDiffers(municipality.Value, difference.Period ?? "all periods", difference.Kind);
        }
    }

    // Gives null where the tables may hold part of a delivery: what is published once cannot be taken back.
    private async Task<ScoringSources?> ReadWholeAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var before = await deliveries.GetUnscoredAsync(municipality, cancellationToken);
        if (before.Any(IsMoving))
        {
            return null;
        }

        var register = await areas.GetByMunicipalityAsync(municipality, cancellationToken);
        var sources = await scoring.ReadAsync(municipality, register, cancellationToken);

        // None can be served meanwhile: that takes the lease that this instance holds.
        var known = before.Select(delivery => (delivery.Id, delivery.Version)).ToHashSet();
        var after = await deliveries.GetUnscoredAsync(municipality, cancellationToken);
        return after.Any(delivery => IsMoving(delivery) || !known.Contains((delivery.Id, delivery.Version))) ? null : sources;
    }

    private static bool IsMoving(Delivery delivery) => delivery.State is DeliveryState.Storing or DeliveryState.Withdrawing;

    private async Task<(int Computed, int Changed)> ScoreAsync(ScoringSources sources, List<Exception> failures, CancellationToken cancellationToken)
    {
        var failed = new List<ScorecardFailure>();
        var municipality = sources.Municipality;
        var scorecards = scoring.ComputeByAudience(sources, failed.Add);
        var (computed, changed) = await store.ReplaceAllAsync(municipality, scorecards, failed, time.GetUtcNow(), cancellationToken, sources.Allows);
        foreach (var failure in failed.DistinctBy(failure => (failure.Kind, failure.Period, failure.Area)))
        {
            LogScorecardFailed(failure.Exception, failure.Kind, failure.Area?.Value ?? municipality.Value, failure.Period?.ToString());
            failures.Add(failure.Exception);
        }

        var invalidContracts = new List<string>();
        var statements = await ComputeStatementsAsync(sources, invalidContracts, failures, cancellationToken);
        return (computed + statements.Count,
            changed + await store.ReplaceStatementsAsync(municipality, statements, invalidContracts, time.GetUtcNow(), cancellationToken));
    }

    private async Task<List<Scorecard>> ComputeStatementsAsync(
        ScoringSources sources, List<string> invalidContracts, List<Exception> failures, CancellationToken cancellationToken)
    {
        var statements = new List<Scorecard>();
        await foreach (var computed in scoring.ComputeStatementsAsync(sources, cancellationToken))
        {
            statements.AddRange(computed.Statements);
            if (computed.Problem is { } problem)
            {
                LogContractInvalid(computed.Contract, problem.Field, problem.Message.En);
                invalidContracts.Add(computed.Contract);
            }
            else if (computed.Failure is { } failure)
            {
                LogContractFailed(failure, computed.Contract);
                invalidContracts.Add(computed.Contract);
                failures.Add(failure);
            }
        }

        return statements;
    }

    // Rules that ship are examples: anyone who uses them should know it, each night again.
    private void WarnAboutExampleRules()
    {
        foreach (var kind in rules.Kinds.Where(kind => kind.RuleVersion.StartsWith(ExampleVersion, StringComparison.Ordinal)))
        {
            LogExample(kind.Name, kind.RuleVersion, ScoringRules.GetSettingName(kind.Name));
        }
    }

    private static void ThrowIfAny(List<Exception> failures)
    {
        if (failures.Count > 0)
        {
            throw new AggregateException($"{failures.Count} parts could not be computed; what is stored of them is as it was.", failures);
        }
    }

    [LoggerMessage(120, LogLevel.Information, "Computed {Computed} scorecards of {Municipality}: {Changed} changed")]
    private partial void LogScored(string municipality, int computed, int changed);

    [LoggerMessage(142, LogLevel.Warning, "Held back {Figures} new figures of {Municipality}: with what was public before they would give a small count away")]
    private partial void LogHeldBack(int figures, string municipality);

    [LoggerMessage(143, LogLevel.Information, "Skipped {Municipality}: files of it are being stored or withdrawn; it is computed after that")]
    private partial void LogBeingStored(string municipality);

    [LoggerMessage(145, LogLevel.Warning, "Found records of what was public of {Municipality} and their index to differ in {Period}: {Difference}")]
    private partial void LogPublicationDiffers(string municipality, string period, PublicationDifferenceKind difference);

    [LoggerMessage(121, LogLevel.Error, "Skipped contract {Contract}: it no longer fits the catalogue: {Field}: {Problem}")]
    private partial void LogContractInvalid(string contract, string field, string problem);

    [LoggerMessage(122, LogLevel.Error, "Failed to score {Municipality}; its stored scorecards are unchanged")]
    private partial void LogFailed(Exception exception, string municipality);

    [LoggerMessage(137, LogLevel.Error, "Failed to compute {Kind} of {Area} in {Period}; its stored scorecards are unchanged")]
    private partial void LogScorecardFailed(Exception exception, string kind, string area, string? period);

    [LoggerMessage(138, LogLevel.Error, "Failed to compute contract {Contract}; its stored statements are unchanged")]
    private partial void LogContractFailed(Exception exception, string contract);

    [LoggerMessage(128, LogLevel.Warning, "Used example rules for {Kind} ({Version}): choose your own rules and name their file in {Setting}")]
    private partial void LogExample(string kind, string version, string setting);

    [LoggerMessage(123, LogLevel.Information, "Skipped {Municipality}: another instance is computing it")]
    private partial void LogComputedElsewhere(string municipality);
}
