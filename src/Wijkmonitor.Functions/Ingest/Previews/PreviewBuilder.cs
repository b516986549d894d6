using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Ingest.Previews;

/// <summary>Builder of a preview, municipality by municipality.</summary>
/// <param name="decision">The decision.</param>
/// <param name="maxChanges">Maximum number of changed scorecards in full.</param>
internal sealed class PreviewBuilder(DeliveryDecisionKind decision, int maxChanges)
{
    private readonly List<AreaCode> municipalities = [];
    private readonly List<ScorecardChange> scorecards = [];
    private readonly List<StatementChange> statements = [];
    private readonly Counts figures = new();
    private readonly Counts cards = new();
    private int otherContracts;

    /// <summary>Adds a municipality that was computed.</summary>
    public void AddMunicipality(AreaCode municipality) => municipalities.Add(municipality);

    /// <summary>Counts how figures change.</summary>
    public void AddFigures(IReadOnlyList<Observation> before, IReadOnlyList<Observation> after)
    {
        var earlier = before.ToDictionary(GetKey, figure => figure.Value);
        foreach (var figure in after)
        {
            figures.Add(earlier.Remove(GetKey(figure), out var old) ? (old == figure.Value ? null : ChangeKind.Changed) : ChangeKind.Added);
        }

        figures.Add(ChangeKind.Withdrawn, earlier.Count);
    }

    /// <summary>Compares scorecards.</summary>
    public void AddScorecards(IReadOnlyList<Scorecard> before, IReadOnlyList<Scorecard> after)
    {
        var earlier = before.ToDictionary(GetKey);
        var pairs = after.Select(card => (Before: earlier.Remove(GetKey(card), out var old) ? old : null, After: (Scorecard?)card)).ToList();
        foreach (var (old, now) in pairs.Concat(earlier.Values.Select(card => (Before: (Scorecard?)card, After: (Scorecard?)null))))
        {
            var change = ScorecardComparer.Compare(old, now);
            cards.Add(change?.Change);
            if (change is not null && scorecards.Count < maxChanges)
            {
                scorecards.Add(change);
            }
        }
    }

    /// <summary>Compares the statements of a contract.</summary>
    /// <param name="contract">The id of the contract.</param>
    /// <param name="before">Its statements as they are.</param>
    /// <param name="after">Its statements as they would be.</param>
    /// <param name="isParty">Whether the caller is a party to it; otherwise it is only counted.</param>
    public void AddStatements(string contract, IReadOnlyList<Scorecard> before, IReadOnlyList<Scorecard> after, bool isParty)
    {
        var (earlier, later) = (before.ToDictionary(card => card.Period), after.ToDictionary(card => card.Period));
        List<StatementChange> changes =
        [
            .. earlier.Keys.Union(later.Keys).Order()
                .Select(year => ScorecardComparer.CompareStatement(contract, earlier.GetValueOrDefault(year), later.GetValueOrDefault(year)))
                .OfType<StatementChange>(),
        ];
        if (isParty)
        {
            statements.AddRange(changes);
        }
        else if (changes.Count > 0)
        {
            otherContracts++;
        }
    }

    /// <summary>Builds the preview.</summary>
    public DecisionPreview Build(bool isComplete) => new(
        decision, isComplete, municipalities, figures.ToChangeCounts(), cards.ToChangeCounts(), scorecards, cards.Changed - scorecards.Count, statements,
        otherContracts);

    private static (AreaCode, Period, string, string) GetKey(Observation figure) =>
        (figure.Area, figure.Period, figure.Indicator, figure.Dataset);

    private static (string, AreaCode, Period, string?) GetKey(Scorecard card) => (card.Kind, card.Area, card.Period, card.Subject);

    private sealed class Counts
    {
        private readonly Dictionary<ChangeKind, int> byKind = [];
        private int unchanged;

        public int Changed => byKind.Values.Sum();

        public void Add(ChangeKind? kind, int count = 1)
        {
            if (kind is { } change)
            {
                byKind[change] = byKind.GetValueOrDefault(change) + count;
            }
            else
            {
                unchanged += count;
            }
        }

        public ChangeCounts ToChangeCounts() => new(
            byKind.GetValueOrDefault(ChangeKind.Added), byKind.GetValueOrDefault(ChangeKind.Changed), byKind.GetValueOrDefault(ChangeKind.Withdrawn),
            unchanged);
    }
}
