using Wijkmonitor.Functions.Scoring;
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
    private readonly ChangeTally figures = new();
    private readonly ChangeTally cards = new();
    private int otherContracts;

    /// <summary>Whether everything was computed.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Adds a municipality: counts all its changes, and keeps those that the caller may see.</summary>
    /// <remarks>A scorecard that could not be computed keeps its stored figures when the decision is taken, so that it is no change.</remarks>
    public void AddMunicipality(AreaCode municipality, MunicipalityOutcome before, MunicipalityOutcome after)
    {
        municipalities.Add(municipality);
        IsComplete &= before.Failures.Count + after.Failures.Count == 0;
        AddFigures(before.Figures, after.Figures);
        foreach (var change in Compare(before, after, outcome => outcome.Scorecards))
        {
            cards.Add(change?.Change);
        }

        scorecards.AddRange(Compare(before, after, outcome => outcome.Visible).OfType<ScorecardChange>().Take(maxChanges - scorecards.Count));
    }

    /// <summary>Compares the statements of a contract.</summary>
    /// <param name="contract">The id of the contract.</param>
    /// <param name="before">Its statements as they are; null where there is no contract.</param>
    /// <param name="after">Its statements as they would be; null where there would be no contract.</param>
    /// <param name="isParty">Whether the caller is a party to it; otherwise it is only counted.</param>
    public void AddStatements(string contract, ContractStatements? before, ContractStatements? after, bool isParty)
    {
        if (before is { IsComputed: false } || after is { IsComputed: false })
        {
            // Its stored statements stay as they are.
            IsComplete = false;
            return;
        }

        var earlier = (before?.Statements ?? []).ToDictionary(card => card.Period);
        var later = (after?.Statements ?? []).ToDictionary(card => card.Period);
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
    public DecisionPreview Build() => new(
        decision, IsComplete, municipalities, figures.ToChangeCounts(), cards.ToChangeCounts(), scorecards, cards.Changed - scorecards.Count, statements,
        otherContracts);

    private void AddFigures(IReadOnlyList<Observation> before, IReadOnlyList<Observation> after)
    {
        var earlier = before.ToDictionary(GetKey, figure => figure.Value);
        foreach (var figure in after)
        {
            figures.Add(earlier.Remove(GetKey(figure), out var old) ? (old == figure.Value ? null : ChangeKind.Changed) : ChangeKind.Added);
        }

        figures.Add(ChangeKind.Withdrawn, earlier.Count);
    }

    private static IEnumerable<ScorecardChange?> Compare(
        MunicipalityOutcome before, MunicipalityOutcome after, Func<MunicipalityOutcome, IReadOnlyList<Scorecard>> getCards)
    {
        bool IsComputed(Scorecard card) => !before.HasFailed(card) && !after.HasFailed(card);
        var earlier = getCards(before).Where(IsComputed).ToDictionary(GetKey);
        foreach (var card in getCards(after).Where(IsComputed))
        {
            yield return ScorecardComparer.Compare(earlier.Remove(GetKey(card), out var old) ? old : null, card);
        }

        foreach (var card in earlier.Values)
        {
            yield return ScorecardComparer.Compare(card, after: null);
        }
    }

    private static (AreaCode, Period, string, string) GetKey(Observation figure) =>
        (figure.Area, figure.Period, figure.Indicator, figure.Dataset);

    private static (string, AreaCode, Period, string?) GetKey(Scorecard card) => (card.Kind, card.Area, card.Period, card.Subject);

    private sealed class ChangeTally
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
