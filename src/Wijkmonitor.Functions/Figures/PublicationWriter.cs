using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Publications;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Figures;

/// <summary>Writer of what becomes public: in the archive, before any reader sees it.</summary>
public sealed class PublicationWriter(PublicationStore publications, PublicationVerifier verifier, DeliveryStore deliveries)
{
    private const int MaxProblems = 1000;

    /// <summary>Publishes. Each step can be done again, and nothing is written where nothing changed.</summary>
    /// <remarks>The reports of deliveries come first, the records of what was public follow, and the index, by which figures are shown, comes last.</remarks>
    /// <returns>Number of figures that are held back.</returns>
    public async Task<int> PublishAsync(Publication publication, CancellationToken cancellationToken)
    {
        var (municipality, index, decision) = publication;
        foreach (var ofDelivery in decision.HeldBack.GroupBy(observation => observation.Source.Delivery, StringComparer.Ordinal))
        {
            await ReportAsync(ofDelivery.Key, [.. ofDelivery], cancellationToken);
        }

        foreach (var record in decision.Changed)
        {
            await publications.SaveAsync(municipality, record, cancellationToken);
        }

        if (index is null || decision.Decided.Count > 0)
        {
            await publications.SaveIndexAsync(municipality, (index ?? PublicationIndex.None).With(decision.Decided), cancellationToken);
        }

        return decision.HeldBack.Count;
    }

    /// <summary>Makes the index of a municipality again where it lacks what its records have. The caller holds the lease on the municipality.</summary>
    /// <returns>All differences between both, also those that remain as a record was lost.</returns>
    /// <exception cref="PublicationChangedException">Another instance wrote the index since.</exception>
    public async Task<IReadOnlyList<PublicationDifference>> MendIndexAsync(AreaCode municipality, CancellationToken cancellationToken)
    {
        var differences = await verifier.CompareAsync(municipality, cancellationToken);
        if (differences.Any(difference => difference.IsMendable) && await publications.FindIndexAsync(municipality, cancellationToken) is { } index)
        {
            foreach (var period in differences.Where(difference => difference.IsMendable).Select(difference => difference.Period).OfType<string>())
            {
                if (await publications.FindAsync(municipality, period, cancellationToken) is { } record)
                {
                    index = index.With([record]);
                }
            }

            await publications.SaveIndexAsync(municipality, index, cancellationToken);
        }

        return differences;
    }

    private async Task ReportAsync(string id, IReadOnlyList<Observation> heldBack, CancellationToken cancellationToken)
    {
        if (await deliveries.ResolveAsync(id, cancellationToken) is not { } delivery)
        {
            return;
        }

        var problems = await deliveries.GetProblemsAsync(delivery.Id, cancellationToken);
        var added = heldBack.Select(FileProblems.FigureHeldBack).Where(problem => !problems.Any(known => IsSame(known, problem)))
            .Take(MaxProblems - CountHeldBack(problems)).ToList();
        if (added.Count > 0)
        {
            problems = [.. problems, .. added];
            await deliveries.SaveProblemsAsync(delivery.Id, problems, cancellationToken);
        }

        // The problems may be there and their count not: a run that was killed between the two is run again.
        var (count, counted) = (CountHeldBack(problems), delivery.ProblemCounts.GetValueOrDefault(ProblemCodes.FigureHeldBack));
        if (count != counted)
        {
            var counts = new Dictionary<string, int>(delivery.ProblemCounts, StringComparer.Ordinal) { [ProblemCodes.FigureHeldBack] = count };
            await deliveries.SaveAsync(delivery with { Warnings = delivery.Warnings + count - counted, ProblemCounts = counts }, cancellationToken);
        }
    }

    private static int CountHeldBack(IEnumerable<RowProblem> problems) => problems.Count(problem => problem.Code == ProblemCodes.FigureHeldBack);

    private static bool IsSame(RowProblem one, RowProblem other) => one.Code == other.Code && one.Line == other.Line && one.Value == other.Value;
}
