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
        void Total(string code, string nl, string en, decimal? value, string unit) => card.AddTotal(code, new BilingualText(nl, en), unit, value, leftOut);
        decimal? Colours(Signal signal) => judgements.Count(j => j.Signal == signal);
        decimal? Turned(IReadOnlyList<string> codes) => change.IsCompared ? codes.Count : null;
        Total("red", "Rood: minder gunstig dan in de stad", "Red: less favourable than in the city", Colours(Signal.Red), Count);
        Total("yellow", "Geel: ongeveer zoals in de stad", "Yellow: about as in the city", Colours(Signal.Yellow), Count);
        Total("green", "Groen: gunstiger dan in de stad", "Green: more favourable than in the city", Colours(Signal.Green), Count);
        Total("reds-turned", "Deel van het rood bij de start dat nu geel of groen is",
            "Share of the reds at the start that are yellow or green now", change.RedsTurned, "%");
        Total("turned-better", "Gunstiger van kleur dan bij de start", "Of a more favourable colour than at the start", Turned(change.Better), Count);
        Total("turned-worse", "Minder gunstig van kleur dan bij de start", "Of a less favourable colour than at the start", Turned(change.Worse), Count);
        Total("open-questions", "Nog geen actie afgesproken", "No action agreed yet", openQuestions.Count, Count);
        Total("open-questions-red", "Waarvan minder gunstig dan in de stad", "Of which less favourable than in the city",
            openQuestions.Count(j => j.Signal == Signal.Red), Count);
    }
}
