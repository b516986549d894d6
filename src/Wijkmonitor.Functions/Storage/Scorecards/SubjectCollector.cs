using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Storage.Scorecards;

/// <summary>Collector of the subjects of a municipality by audience, while its scorecards pass by.</summary>
internal sealed class SubjectCollector
{
    private readonly Dictionary<Audience, List<SubjectSummary>> byAudience = [];

    /// <summary>Adds the scorecards of an audience to the subjects while they are enumerated.</summary>
    public IEnumerable<Scorecard> Collect(Audience audience, IEnumerable<Scorecard> scorecards)
    {
        var found = new List<SubjectSummary>();
        byAudience[audience] = found;
        foreach (var card in scorecards)
        {
            if (card is { Subject: not null, About: not null })
            {
                found.Add(SubjectSummary.From(card));
            }

            yield return card;
        }
    }

    /// <summary>Gets the subjects of an audience by their newest scorecard.</summary>
    /// <remarks>Those of the wider audience where it has none of its own.</remarks>
    /// <param name="audience">The audience.</param>
    /// <param name="isFailed">Whether a scorecard could not be computed, by the key of its row: it does not count.</param>
    public IReadOnlyDictionary<(string Kind, string Subject), SubjectSummary> Get(Audience audience, Func<string, bool> isFailed)
    {
        if (!byAudience.TryGetValue(audience, out var found))
        {
            return Get(audience - 1, isFailed);
        }

        var newest = new Dictionary<(string, string), SubjectSummary>();
        foreach (var summary in found.Where(summary => !isFailed(summary.ScorecardRow)))
        {
            if (!newest.TryGetValue((summary.Kind, summary.Subject), out var known) || known.Period < summary.Period)
            {
                newest[(summary.Kind, summary.Subject)] = summary;
            }
        }

        return newest;
    }
}
