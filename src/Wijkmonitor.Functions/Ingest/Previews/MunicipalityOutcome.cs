using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Ingest.Previews;

/// <summary>Figures, scorecards and statements of a municipality, before or after a decision.</summary>
/// <param name="Figures">Its figures.</param>
/// <param name="Statements">The statements of its contracts, by contract.</param>
internal sealed record MunicipalityOutcome(IReadOnlyList<Observation> Figures, IReadOnlyDictionary<string, ContractStatements> Statements)
{
    /// <summary>All its scorecards.</summary>
    public List<Scorecard> Scorecards { get; } = [];

    /// <summary>Its scorecards as the caller sees them.</summary>
    public List<Scorecard> Visible { get; } = [];

    /// <summary>Scorecards that could not be computed; stored ones stay as they are.</summary>
    public List<ScorecardFailure> Failures { get; } = [];

    /// <summary>Whether a scorecard could not be computed.</summary>
    public bool HasFailed(Scorecard card) => Failures.Exists(failure =>
        failure.Kind == card.Kind && (failure.Period ?? card.Period) == card.Period && (failure.Area ?? card.Area) == card.Area);
}
