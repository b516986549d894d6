using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Storage.Scorecards;

/// <summary>Collector of the subjects of a municipality by audience, while its scorecards pass by. Of each the newest scorecard counts.</summary>
internal sealed class SubjectCollector
{
    private readonly Dictionary<Audience, Dictionary<(string Kind, string Subject), SubjectSummary>> byAudience = [];

    /// <summary>Adds the scorecards of an audience to the subjects while they are enumerated.</summary>
    public IEnumerable<Scorecard> Collect(Audience audience, IEnumerable<Scorecard> scorecards)
    {
        var newest = new Dictionary<(string, string), SubjectSummary>();
        byAudience[audience] = newest;
        foreach (var card in scorecards)
        {
            if (card is { Subject: { } subject, About: not null }
                && !(newest.TryGetValue((card.Kind, subject), out var known) && known.Period >= card.Period))
            {
                newest[(card.Kind, subject)] = SubjectSummary.From(card);
            }

            yield return card;
        }
    }

    /// <summary>Gets the subjects of an audience; those of the wider one where it has none of its own.</summary>
    public IReadOnlyDictionary<(string Kind, string Subject), SubjectSummary> Get(Audience audience) =>
        byAudience.TryGetValue(audience, out var found) ? found : Get(audience - 1);
}
