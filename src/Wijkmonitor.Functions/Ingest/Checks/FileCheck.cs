using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Formats.Bookings;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Functions.Ingest.Checks;

/// <summary>Outcome of the check of a whole file.</summary>
/// <param name="Definition">The definition that it was read by: its dataset's with the layout that the file has.</param>
/// <param name="Log">Its problems; one error refuses the file.</param>
/// <param name="Rows">Number of rows that were read.</param>
/// <param name="Values">Number of values in them.</param>
/// <param name="Municipalities">The municipalities that the file is about.</param>
public sealed record CheckedFile(DatasetDefinition Definition, ProblemLog Log, int Rows, int Values, IReadOnlyList<string> Municipalities)
{
    /// <summary>The years that the file's figures are about, in order.</summary>
    public IReadOnlyList<int> Periods { get; init; } = [];

    /// <summary>The number of periods that the figures are about, where some are no calendar years; null where all are.</summary>
    public int? FinePeriods { get; init; }

    /// <summary>Whether a warning needs confirmation before the file is accepted.</summary>
    public bool NeedsConfirmation => Log.Errors == 0 && Log.ConfirmationCount > 0;
}

/// <summary>Check of a whole file, before anything of it is stored, against what is known.</summary>
/// <remarks>
/// That is areas, contracts, booked entries and, where the dataset says so, earlier figures and the previous delivery. Where other datasets deliver
/// an indicator too, it is their figures as well.
/// </remarks>
public sealed class FileCheck(
    IndicatorCatalogue catalogue,
    CurrentDatasets datasets,
    AreaStore areas,
    ObservationStore observations,
    DisclosableObservations served,
    DeliveryStore deliveries,
    MortgageCheck mortgages)
{
    /// <summary>Checks a file.</summary>
    /// <param name="definition">Its dataset.</param>
    /// <param name="delivery">Its delivery's id: what this delivery itself booked in an earlier, unfinished run is no duplicate.</param>
    /// <param name="file">The file.</param>
    /// <param name="progress">Receives how many rows were read; null where nobody looks.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<CheckedFile> CheckAsync(
        DatasetDefinition definition, string delivery, LocalCopy file, ProgressReporter? progress = null, CancellationToken cancellationToken = default)
    {
        await using (var head = file.OpenRead())
        {
            definition = DatasetReader.FindLayout(definition, head);
        }

        var log = new ProblemLog(rules: definition.Problems);
        var format = RecordFormats.For(definition);
        var contents = await ReadAsync(definition, format, file, log, progress, cancellationToken);
        if (!definition.RegistersAreas)
        {
            await CheckAreasAsync(contents.Areas, contents.Crosswalks, log, cancellationToken);
        }

        await CheckAreasOfAnyYearAsync(contents.AreasOfAnyYear, log, cancellationToken);
        await CheckCoverageAsync(definition, delivery, contents, log, cancellationToken);
        if (format is BookingFormat bookings)
        {
            await mortgages.CheckAsync(delivery, bookings, contents, log, cancellationToken);
        }

        if (contents.Contract is { } contract)
        {
            await CheckContractAsync(delivery, contract, log, cancellationToken);
        }

        definition = definition with { Filled = contents.Filled };
        return new CheckedFile(definition, log, contents.Rows, contents.Values, [.. contents.Municipalities])
        {
            Periods = [.. contents.Periods.Select(period => period.Year).Distinct()],
            FinePeriods = CountFinePeriods(contents.Periods),
        };
    }

    private async Task<FileContents> ReadAsync(
        DatasetDefinition definition, RecordFormat format, LocalCopy file, ProblemLog log, ProgressReporter? progress, CancellationToken cancellationToken)
    {
        var contents = new FileContents(log.Tally);
        var history = new Dictionary<AreaCode, Dictionary<(AreaCode Area, string Indicator), List<EarlierValue>>>();
        var registered = RegisteredAreasCheck.For(definition.Completeness);
        var visibility = new VisibilityPolicy(datasets);
        var overlap = new OverlapCheck(definition, catalogue, datasets.Precedence, dataset => visibility.IsVisibleTo(Audience.Public, dataset));
        var others = new OverlapReader(overlap, definition, served);
        await using var content = file.OpenRead();
        foreach (var item in DatasetReader.Read(definition, catalogue, content, log))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rowsBefore = contents.Rows;
            format.Gather(item, definition, contents);
            if (item is AreaObservations row)
            {
                await CheckJumpsAsync(definition, row, history, log, cancellationToken);
                await others.CheckAsync(row, cancellationToken);
                registered?.Add(row);
                contents.AddFilled(definition, row);
            }

            if (progress is not null && contents.Rows > rowsBefore)
            {
                await progress.AdvanceAsync(cancellationToken);
            }
        }

        overlap.Report(log);
        if (registered is { Municipalities.Count: > 0 })
        {
            var known = areas.FindKnownAsync(registered.Municipalities, registered.BoundaryYears, cancellationToken);
            registered.Report(await known.ToListAsync(cancellationToken), log);
        }

        return contents;
    }

    private async Task CheckAreasAsync(AreaReferences named, CrosswalkCoverage crosswalks, ProblemLog log, CancellationToken cancellationToken)
    {
        if (named.Municipalities.Count == 0)
        {
            return;
        }

        var register = new List<(AreaCode Code, int BoundaryYear)>();
        await foreach (var known in areas.FindKnownAsync(named.Municipalities, named.BoundaryYears, cancellationToken))
        {
            // What is known is struck off, so that the register of the country is never in memory next to the file's areas.
            named.Remove(known.Code, known.BoundaryYear);
            if (!crosswalks.IsEmpty)
            {
                register.Add(known);
            }
        }

        foreach (var unknown in named.Unresolved)
        {
            log.Add(RowProblems.AreaUnknown(unknown.Line, unknown.Column, unknown.Area.Value, unknown.BoundaryYear));
        }

        crosswalks.Check(register, log);
    }

    // A note is about an area, whatever the year of its boundaries.
    private async Task CheckAreasOfAnyYearAsync(IReadOnlyDictionary<AreaCode, (int Line, string Column)> named, ProblemLog log,
        CancellationToken cancellationToken)
    {
        var unknown = new List<(AreaCode Area, int Line, string Column)>();
        foreach (var municipality in named.GroupBy(pair => pair.Key.Municipality))
        {
            var known = (await areas.GetByMunicipalityAsync(municipality.Key, cancellationToken)).Select(area => area.Code).ToHashSet();
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
            await foreach (var observation in observations.GetByMunicipalityAsync(municipality, cancellationToken))
            {
                known.Add(observation);
            }

            earlier = history[municipality] = HistoryCheck.SelectRelevant(definition, known);
        }

        HistoryCheck.CheckJumps(definition, row, earlier, log);
    }

    // Files about years are held against each other as they are; where there are quarters or months, by how many periods they are about.
    private async Task CheckCoverageAsync(
        DatasetDefinition definition, string delivery, FileContents contents, ProblemLog log, CancellationToken cancellationToken)
    {
        if (definition.Checks?.Coverage is null)
        {
            return;
        }

        var previous = (await deliveries.GetByDatasetAsync(definition.Id, cancellationToken))
            .FirstOrDefault(d => d.IsInForce && d.Id != delivery);
        if (previous is null)
        {
            return;
        }

        var (rows, periods) = (contents.Rows, contents.Periods);
        if (CountFinePeriods(periods) is null && previous.FinePeriods is null)
        {
            HistoryCheck.CheckCoverage(definition, rows, previous.Rows, log);
            return;
        }

        HistoryCheck.CheckCoverage(definition, (rows, periods.Count), (previous.Rows, previous.FinePeriods ?? previous.Periods.Count), log);
    }

    private static int? CountFinePeriods(IReadOnlyCollection<Period> periods) => periods.All(period => period.IsCalendarYear) ? null : periods.Count;

    private async Task CheckContractAsync(string delivery, SocialMortgageContract contract, ProblemLog log, CancellationToken cancellationToken)
    {
        await mortgages.CheckAsync(delivery, contract, log, cancellationToken);
        if ((await areas.FindAsync(contract.Area, cancellationToken)).Count == 0)
        {
            log.Add(RowProblems.AreaUnknown(null, "area", contract.Area.Value, contract.BaselineYear));
        }
    }
}
