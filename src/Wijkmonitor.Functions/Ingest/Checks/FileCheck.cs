using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Readers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Functions.Ingest.Checks;

/// <summary>What the check of a whole file found.</summary>
/// <param name="Log">Its problems; one error refuses the file.</param>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Values">How many values they hold.</param>
/// <param name="Municipalities">The municipalities that the file is about.</param>
public sealed record CheckedFile(ProblemLog Log, int Rows, int Values, IReadOnlyList<string> Municipalities)
{
    /// <summary>The years that the file's figures are about, in order.</summary>
    public IReadOnlyList<int> Periods { get; init; } = [];

    /// <summary>The number of periods that the figures are about, where some are no calendar years; null where all are.</summary>
    public int? FinePeriods { get; init; }

    /// <summary>Whether a warning waits for somebody's word before the file is taken in.</summary>
    public bool NeedsConfirmation => Log.Errors == 0 && Log.ToBeConfirmed > 0;
}

/// <summary>
/// Reads a whole file before anything of it is stored, and holds it against what is known: areas, contracts, booked entries and, where
/// the dataset says so, earlier figures and the previous delivery.
/// </summary>
public sealed class FileCheck(
    IndicatorCatalogue catalogue, AreaStore areas, ObservationStore observations, DeliveryStore deliveries, MortgageCheck mortgages)
{
    /// <summary>Checks a file.</summary>
    /// <param name="definition">Its dataset.</param>
    /// <param name="delivery">Its delivery's id: what this delivery itself booked in an earlier, unfinished run is no duplicate.</param>
    /// <param name="file">The file.</param>
    /// <param name="progress">Is told how many rows were read; null where nobody looks.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public Task<CheckedFile> CheckAsync(
        DatasetDefinition definition, string delivery, LocalCopy file, ProgressReport? progress = null, CancellationToken cancellationToken = default) =>
        definition.Format == DatasetFormat.Contract
            ? CheckContractAsync(delivery, file, cancellationToken)
            : CheckRowsAsync(definition, delivery, file, progress, cancellationToken);

    private async Task<CheckedFile> CheckRowsAsync(
        DatasetDefinition definition, string delivery, LocalCopy file, ProgressReport? progress, CancellationToken cancellationToken)
    {
        var log = new ProblemLog(rules: definition.Problems);
        var rows = 0;
        var values = 0;
        var areasNamed = new NamedAreas();
        var crosswalks = new CrosswalkCoverage();
        var municipalities = new SortedSet<string>(StringComparer.Ordinal);
        var history = new Dictionary<AreaCode, Dictionary<(AreaCode Area, string Indicator), List<EarlierValue>>>();
        var booked = new List<DatasetItem>();
        var named = new Dictionary<AreaCode, (int Line, string Column)>();
        var periods = new HashSet<Period>();
        await using var content = file.OpenRead();
        foreach (var item in DatasetReader.Read(definition, catalogue, content, log))
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (item)
            {
                case AreaObservations row:
                    rows++;
                    values += row.Values.Count;
                    periods.Add(row.Period);
                    if (!definition.RegistersAreas)
                    {
                        areasNamed.Add(row.Area, row.BoundaryYear, row.Values[0].Line, definition.Columns!.Area);
                    }

                    municipalities.Add(row.Area.Municipality.Value);
                    await CheckJumpsAsync(definition, row, history, log, cancellationToken);
                    break;
                case RegisteredArea registered:
                    rows += definition.Format == DatasetFormat.Records ? 1 : 0;
                    municipalities.Add(registered.Area.Code.Municipality.Value);
                    break;
                case NotedRecord { Record: var record }:
                    rows++;
                    values += record.Fields.Count;
                    municipalities.Add(record.Area.Municipality.Value);
                    foreach (var (area, column) in definition.AreasNamedIn(record))
                    {
                        named.TryAdd(area, (record.Source.Line, column));
                    }

                    break;
                case JoinedBoundaries { Entry: var entry }:
                    rows += entry.Shares.Count;
                    values += entry.Shares.Count;
                    crosswalks.Add(entry);
                    areasNamed.Add(entry.From, entry.FromYear, entry.Shares[0].Line, "from_code");
                    foreach (var share in entry.Shares)
                    {
                        areasNamed.Add(share.To, entry.ToYear, share.Line, "to_code");
                        municipalities.Add(share.To.Municipality.Value);
                    }

                    municipalities.Add(entry.From.Municipality.Value);
                    break;
                case DefinedCustomArea { CustomArea: var custom }:
                    rows += custom.Parts.Count;
                    values += custom.Parts.Count;
                    municipalities.Add(custom.Area.Code.Municipality.Value);
                    foreach (var part in custom.Parts)
                    {
                        areasNamed.Add(part.Area, custom.Area.BoundaryYear, part.Line, "part");
                    }

                    break;
                case DrawnBoundary { Boundary: var boundary }:
                    rows++;
                    values++;
                    municipalities.Add(boundary.Area.Municipality.Value);
                    areasNamed.Add(boundary.Area, boundary.BoundaryYear, boundary.Line, definition.Columns!.Area);
                    break;
                case BookedEntry or TakenDecision or NotedAnnotation:
                    rows++;
                    values++;
                    booked.Add(item);
                    break;
            }

            if (progress is not null && item is not RegisteredArea)
            {
                await progress.AdvanceAsync(cancellationToken);
            }
        }

        if (!definition.RegistersAreas)
        {
            await CheckAreasAsync(areasNamed, crosswalks, log, cancellationToken);
        }

        await CheckNamedAreasAsync(named, log, cancellationToken);
        await CheckCoverageAsync(definition, delivery, rows, periods, log, cancellationToken);
        await mortgages.CheckAsync(delivery, booked, municipalities, log, cancellationToken);
        return new CheckedFile(log, rows, values, [.. municipalities]) 
        {
            Periods = [.. periods.Select(period => period.Year).Distinct().Order()],
            FinePeriods = FinePeriods(periods),
        };
    }

    private async Task CheckAreasAsync(NamedAreas named, CrosswalkCoverage crosswalks, ProblemLog log, CancellationToken cancellationToken)
    {
        if (named.Municipalities.Count == 0)
        {
            return;
        }

        var register = new List<(AreaCode Code, int BoundaryYear)>();
        await foreach (var known in areas.KnownAsync(named.Municipalities, named.BoundaryYears, cancellationToken))
        {
            // What is known is struck off, so that the register of the country is never in memory beside the file's areas.
            named.Remove(known.Code, known.BoundaryYear);
            if (!crosswalks.IsEmpty)
            {
                register.Add(known);
            }
        }

        foreach (var unknown in named.Left)
        {
            log.Add(RowProblems.AreaUnknown(unknown.Line, unknown.Column, unknown.Area.Value, unknown.BoundaryYear));
        }

        crosswalks.Check(register, log);
    }

    // A note is about an area, whatever the year of its boundaries.
    private async Task CheckNamedAreasAsync(Dictionary<AreaCode, (int Line, string Column)> named, ProblemLog log, CancellationToken cancellationToken)
    {
        var unknown = new List<(AreaCode Area, int Line, string Column)>();
        foreach (var municipality in named.GroupBy(pair => pair.Key.Municipality))
        {
            var known = (await areas.OfMunicipalityAsync(municipality.Key, cancellationToken)).Select(area => area.Code).ToHashSet();
            unknown.AddRange(municipality.Where(pair => !known.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value.Line, pair.Value.Column)));
        }

        foreach (var (area, line, column) in unknown.OrderBy(found => found.Line))
        {
            log.Add(RowProblems.AreaUnknown(line, column, area.Value));
        }
    }

    // What is known of a municipality is asked for once, and only what can jump of it is kept.
    private async Task CheckJumpsAsync(
        DatasetDefinition definition,
        AreaObservations row,
        Dictionary<AreaCode, Dictionary<(AreaCode Area, string Indicator), List<EarlierValue>>> history,
        ProblemLog log,
        CancellationToken cancellationToken)
    {
        if (definition.Checks?.Jumps is null)
        {
            return;
        }

        var municipality = row.Area.Municipality;
        if (!history.TryGetValue(municipality, out var earlier))
        {
            var known = new List<Observation>();
            await foreach (var observation in observations.OfMunicipalityAsync(municipality, cancellationToken))
            {
                known.Add(observation);
            }

            earlier = history[municipality] = HistoryCheck.Relevant(definition, known);
        }

        HistoryCheck.CheckJumps(definition, row, earlier, log);
    }

    // Files about years are held against each other as they are; where there are quarters or months, by how many periods they are about.
    private async Task CheckCoverageAsync(
        DatasetDefinition definition, string delivery, int rows, HashSet<Period> periods, ProblemLog log, CancellationToken cancellationToken)
    {
        if (definition.Checks?.Coverage is null)
        {
            return;
        }

        var previous = (await deliveries.OfDatasetAsync(definition.Id, cancellationToken))
            .FirstOrDefault(d => d.State is DeliveryState.Scoring or DeliveryState.Served && d.Id != delivery);
        if (previous is null)
        {
            return;
        }

        if (FinePeriods(periods) is null && previous.FinePeriods is null)
        {
            HistoryCheck.CheckCoverage(definition, rows, previous.Rows, log);
            return;
        }

        HistoryCheck.CheckCoverage(definition, (rows, periods.Count), (previous.Rows, previous.FinePeriods ?? previous.Periods.Count), log);
    }

    private static int? FinePeriods(HashSet<Period> periods) => periods.All(period => period.IsCalendarYear) ? null : periods.Count;

    private async Task<CheckedFile> CheckContractAsync(string delivery, LocalCopy file, CancellationToken cancellationToken)
    {
        var log = new ProblemLog();
        await using var content = file.OpenRead();
        var reading = SocialMortgageContract.Read(content);
        foreach (var problem in reading.IsRead ? reading.Contract.Check(catalogue) : reading.Problems)
        {
            log.Add(RowProblems.ContractInvalid(null, problem.Field, problem.Value, problem.Message, problem.Remedy));
        }

        if (!reading.IsRead)
        {
            return new CheckedFile(log, 0, 0, []);
        }

        var contract = reading.Contract;
        await mortgages.CheckAsync(delivery, contract, log, cancellationToken);
        var known = await areas.FindAsync(contract.Area, cancellationToken);
        if (known.Count == 0)
        {
            log.Add(RowProblems.AreaUnknown(null, "area", contract.Area.Value, contract.BaselineYear));
        }

        return new CheckedFile(log, 1, contract.Indicators.Count, [contract.City.Value]);
    }
}
