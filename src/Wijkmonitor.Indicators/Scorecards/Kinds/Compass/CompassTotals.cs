using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>The totals of the compass.</summary>
internal static class CompassTotals
{
    private const string Count = "indicators";

    /// <summary>Adds the totals: lines of each colour, what turned since the start, and what waits for an answer.</summary>
    public static void Add(ScorecardBuilder card, IReadOnlyList<Judgement> judgements, CompassChange change, IReadOnlyCollection<Judgement> openQuestions)
    {
        var leftOut = OmittedLines.GroupByState(judgements.Select(j => (j.State, j.Indicator.Code)));
        void AddTotal(string code, string nl, string en, decimal? value, string unit) => card.AddTotal(code, new BilingualText(nl, en), unit, value, leftOut);
        decimal? CountColour(Signal signal) => judgements.Count(j => j.Signal == signal);
        decimal? CountTurned(IReadOnlyList<string> codes) => change.IsCompared ? codes.Count : null;
        AddTotal("red", "Rood: minder gunstig dan in de stad", "Red: less favourable than in the city", CountColour(Signal.Red), Count);
        AddTotal("yellow", "Geel: ongeveer zoals in de stad", "Yellow: about as in the city", CountColour(Signal.Yellow), Count);
        AddTotal("green", "Groen: gunstiger dan in de stad", "Green: more favourable than in the city", CountColour(Signal.Green), Count);
        AddTotal("reds-turned", "Deel van de rode cijfers bij de start dat nu geel of groen is",
            "Share of the red figures at the start that are now yellow or green", change.RedsTurned, "%");
        AddTotal("turned-better", "Gunstiger van kleur dan bij de start", "A more favourable colour than at the start", CountTurned(change.Better), Count);
        AddTotal("turned-worse", "Minder gunstig van kleur dan bij de start",
            "A less favourable colour than at the start", CountTurned(change.Worse), Count);
        AddTotal("open-questions", "Nog geen actie afgesproken", "No action agreed yet", openQuestions.Count, Count);
        AddTotal("open-questions-red", "Daarvan minder gunstig dan in de stad", "Of which less favourable than in the city",
            openQuestions.Count(j => j.Signal == Signal.Red), Count);
    }
}
