using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Publications;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Disclosure.Publications;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Figures;

/// <summary>Writer of what becomes public: in the archive, before any reader sees it.</summary>
public sealed class PublicationWriter(PublicationStore publications, DeliveryStore deliveries)
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

    private async Task ReportAsync(string id, IReadOnlyList<Observation> heldBack, CancellationToken cancellationToken)
    {
        if (await deliveries.ResolveAsync(id, cancellationToken) is not { } delivery)
        {
            return;
        }

        var before = await deliveries.GetProblemsAsync(delivery.Id, cancellationToken);
        var added = heldBack.Select(FileProblems.FigureHeldBack).Where(problem => !before.Any(known => IsSame(known, problem))).ToList();
        if (added.Count == 0)
        {
            return;
        }

        await deliveries.SaveProblemsAsync(delivery.Id, [.. before.Concat(added).Take(Math.Max(before.Count, MaxProblems))], cancellationToken);
        await deliveries.SaveAsync(
            delivery with
            {
                Warnings = delivery.Warnings + added.Count,
                ProblemCounts = new Dictionary<string, int>(delivery.ProblemCounts, StringComparer.Ordinal)
                {
                    [ProblemCodes.FigureHeldBack] = delivery.ProblemCounts.GetValueOrDefault(ProblemCodes.FigureHeldBack) + added.Count,
                },
            },
            cancellationToken);
    }

    private static bool IsSame(RowProblem one, RowProblem other) => one.Code == other.Code && one.Line == other.Line && one.Value == other.Value;
}
