using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Lines;

/// <summary>The lines of ways of working: the mean of the places of each, and each two compared round by round.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="theme">The theme.</param>
/// <param name="places">Its places.</param>
internal sealed class MethodLines(PlaceCard card, PlaceTheme theme, IReadOnlyList<VisitedPlace> places)
{
    /// <summary>Adds the lines.</summary>
    public void Add()
    {
        foreach (var method in theme.Methods)
        {
            AddMethod(method);
        }

        foreach (var (one, other) in ObservedPlacesRules.GetPairs(theme))
        {
            AddComparison(one, other);
        }
    }

    // A place counts for the way of working that it had last only, so that it counts once.
    private List<VisitedPlace> Select(PlaceMethod method) =>
        [.. places.Where(place => place.Visits.Count >= card.Rules.MinRounds && place.Method == method.Code)];

    private void AddMethod(PlaceMethod method)
    {
        var counted = Select(method);
        var line = card.Builder.AddLine(
                theme.GetMethodCode(method.Code), PlaceText.Methods,
                new($"{theme.Label.Nl}: {method.Label.Nl}", $"{theme.Label.En}: {method.Label.En}"), "class")
            .Require(counted.Count == 0, LineState.MissingInput, new(
                "Met deze werkwijze is geen plek vaak genoeg bezocht.", "With this way of working no place was visited often enough."));
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(PlaceLabels.Steps);
        List<ScorecardInput> inputs = [.. counted.Select(place => card.CreateInput("place", place.LineCode, place.Mean))];
        var mean = PlaceCard.ComputeMean(calculation, [.. inputs.Select(input => new Operand(input.Value!.Value, input.Key))]);
        line.AddInputs(inputs).WithValue(mean).AddFigures(("places", counted.Count)).WithSteps(calculation)
            .Explain(text => text.Localize(
                $"{method.Label.Nl}: gemiddeld {text.Format(mean, 2)} over {PlaceText.WritePlaces(text, counted.Count)}.",
                $"{method.Label.En}: on average {text.Format(mean, 2)} over {PlaceText.WritePlaces(text, counted.Count)}."));
    }

    private void AddComparison(PlaceMethod one, PlaceMethod other)
    {
        var rounds = GetRounds(one, other);
        var label = new BilingualText(
            $"{theme.Label.Nl}: {one.Label.Nl} vergeleken met {other.Label.Nl}", $"{theme.Label.En}: {one.Label.En} compared with {other.Label.En}");
        var line = card.Builder.AddLine(theme.GetComparisonCode(one.Code, other.Code), PlaceText.Methods, label, "class")
            .Require(rounds.Count == 0, LineState.MissingInput, new(
                "Er is geen ronde waarin plekken van beide werkwijzen zijn bezocht.",
                "There is no round in which places of both ways of working were visited."));
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(PlaceLabels.Steps);
        var (first, second) = (CreateMean(one, other, rounds.Average(round => round.One)), CreateMean(other, one, rounds.Average(round => round.Other)));
        var unrounded = calculation.Subtract("difference-unrounded", new Operand(first.Value!.Value, first.Key), new Operand(second.Value!.Value, second.Key));
        var difference = calculation.Round("difference", unrounded);
        var (lower, equal) = (rounds.Count(round => round.One < round.Other), rounds.Count(round => round.One == round.Other));
        var isTested = rounds.Count >= card.Rules.TestFrom;
        decimal? chance = isTested ? Math.Round(SignTest.Compute(lower, rounds.Count - lower - equal) * 100, 1, MidpointRounding.AwayFromZero) : null;
        line.AddInput(first).AddInput(second).WithValue(difference.Value).WithState(isTested ? LineState.Valued : LineState.NotNormed)
            .AddFigures(("rounds", rounds.Count), ("lower-rounds", lower), ("equal-rounds", equal), ("chance", chance)).WithSteps(calculation)
            .Explain(text => Describe(text, one, other, rounds.Count, lower, difference.Value, chance));
    }

    private string Describe(NumberFormatter text, PlaceMethod one, PlaceMethod other, int rounds, int lower, decimal difference, decimal? chance)
    {
        var sentence = text.Localize(
            $"In {text.Format(lower)} van {PlaceText.WriteRounds(text, rounds)} was het bij {one.Label.Nl} lager dan bij {other.Label.Nl}; het verschil is gemiddeld {text.Format(difference, 2)}.",
            $"In {text.Format(lower)} of {PlaceText.WriteRounds(text, rounds)} it was lower with {one.Label.En} than with {other.Label.En}; the average difference is {text.Format(difference, 2)}.");
        return sentence + (chance is { } percent
            ? text.Localize(
                $" Zo'n verdeling komt door toeval in {text.FormatFixed(percent, 1)}% van de gevallen voor.", $" Such a split comes about by chance in {text.FormatFixed(percent, 1)}% of cases.")
            : text.Localize(
                $" Onder {PlaceText.WriteRounds(text, card.Rules.TestFrom)} wordt niet getoetst of dat toeval kan zijn.",
                $" Below {PlaceText.WriteRounds(text, card.Rules.TestFrom)} it is not tested whether that can be chance."));
    }

    private ScorecardInput CreateMean(PlaceMethod method, PlaceMethod other, decimal mean) =>
        card.CreateInput("method", $"{theme.GetMethodCode(method.Code)}/with-{other.Code}", mean);

    // The mean of the places of each, in the rounds that both were in.
    private List<(decimal One, decimal Other)> GetRounds(PlaceMethod one, PlaceMethod other)
    {
        decimal? GetMean(PlaceMethod method, DateOnly day) =>
            places.Where(place => place.Method == method.Code).SelectMany(place => place.Visits).Where(visit => visit.Day == day)
                .Average(visit => visit.Class);
        return
        [
            .. places.SelectMany(place => place.Visits).Select(visit => visit.Day).Distinct().Order()
                .Select(day => (One: GetMean(one, day), Other: GetMean(other, day)))
                .Where(round => round is { One: not null, Other: not null }).Select(round => (round.One!.Value, round.Other!.Value)),
        ];
    }
}
