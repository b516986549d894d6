using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Lines;

/// <summary>The lines of places, and of all places of a theme together.</summary>
internal static class PlaceLines
{
    /// <summary>Adds the mean of the places of a theme, each of them once.</summary>
    public static void AddMean(PlaceCard card, PlaceTheme theme, IReadOnlyList<VisitedPlace> places)
    {
        List<VisitedPlace> counted = [.. places.Where(place => place.Visits.Count >= card.Rules.MinRounds)];
        var line = card.Builder.AddLine(
                theme.MeanCode, PlaceText.Places, new($"{theme.Label.Nl}: gemiddelde van de plekken", $"{theme.Label.En}: average of the places"), "class")
            .Require(places.All(place => place.Visits.Count == 0), LineState.MissingInput, PlaceText.NoRounds)
            .Require(counted.Count == 0, LineState.NotNormed, new(
                "Geen plek is vaak genoeg bezocht om iets van te vinden.", "No place was visited often enough to judge."));
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(PlaceLabels.Steps);
        List<ScorecardInput> inputs = [.. counted.Select(place => card.CreateInput("place", place.LineCode, place.Mean))];
        var mean = PlaceCard.ComputeMean(calculation, [.. inputs.Select(input => new Operand(input.Value!.Value, input.Key))]);
        line.AddInputs(inputs).WithValue(mean).WithNorm(card.Rules.ActFrom).AddFigures(("places", counted.Count)).WithSteps(calculation)
            .Explain(text =>
            {
                var rest = places.Count - counted.Count;
                var others = rest > 0 ? text.Localize(
                    $" {PlaceText.WritePlaces(text, rest)} met minder dan {PlaceText.WriteRounds(text, card.Rules.MinRounds)} niet meegeteld.",
                    $" {PlaceText.WritePlaces(text, rest)} with fewer than {PlaceText.WriteRounds(text, card.Rules.MinRounds)} not counted.") : "";
                return text.Localize(
                    $"Over {PlaceText.WritePlaces(text, counted.Count)} was het gemiddeld {text.Format(mean, 2)} ({PlaceText.DescribeScale(text, card.Rules)}); elke plek telt één keer.",
                    $"Over {PlaceText.WritePlaces(text, counted.Count)} the average was {text.Format(mean, 2)} ({PlaceText.DescribeScale(text, card.Rules)}); each place counts once.") + others;
            });
    }

    /// <summary>Adds the line of a place.</summary>
    public static void Add(PlaceCard card, VisitedPlace place)
    {
        var line = card.Builder.AddLine(place.LineCode, place.Theme.Label, new(place.Name, place.Name), "class")
            .AddInputs(place.CreateInputs())
            .Require(place.Visits.Count == 0, LineState.MissingInput, PlaceText.NotVisited);
        if (!line.IsOpen)
        {
            return;
        }

        var (calculation, rounds) = (new Calculation(PlaceLabels.Steps), place.Visits.Count);
        var mean = PlaceCard.ComputeMean(calculation, place.CreateOperands());
        var clean = place.Visits.Count(visit => visit.Class == card.Rules.Scale[0].Class);
        var isFew = rounds < card.Rules.MinRounds;
        decimal? share = card.Rules.ActFrom is { } from && !isFew
            ? Math.Round(place.Visits.Count(visit => visit.Class >= from) * 100m / rounds, 1, MidpointRounding.AwayFromZero)
            : null;
        line.WithValue(mean).WithNorm(isFew ? null : card.Rules.ActFrom).WithState(isFew || card.Rules.ActFrom is null ? LineState.NotNormed : LineState.Valued)
            .AddInput(share is null ? null : card.CreateInput("act-from", "actFrom", card.Rules.ActFrom!.Value))
            .AddFigures(("rounds", rounds), ("clean", clean), ("act-share", share))
            .WithSteps(calculation)
            .Explain(text =>
            {
                var (word, all) = (text.Localize(place.Theme.Clean), PlaceText.WriteRounds(text, rounds));
                var sentence = text.Localize(
                    $"Bij {place.Theme.Place.Nl} was het gemiddeld {text.Format(mean, 2)} ({PlaceText.DescribeScale(text, card.Rules)}) in {all}, waarvan {PlaceText.WriteNumber(text, clean)} {word}.",
                    $"At {place.Theme.Place.En} the average was {text.Format(mean, 2)} ({PlaceText.DescribeScale(text, card.Rules)}) in {all}, {PlaceText.WriteNumber(text, clean)} of them {word}.");
                return isFew ? $"{sentence} {text.Localize(PlaceText.DescribeFew(card.Rules.MinRounds))}"
                    : share is { } percent ? sentence + text.Localize(
                        $" In {text.FormatFixed(percent, 1)}% van de rondes was het {text.Format(card.Rules.ActFrom!.Value)} of hoger.",
                        $" In {text.FormatFixed(percent, 1)}% of the rounds it was {text.Format(card.Rules.ActFrom!.Value)} or higher.")
                    : sentence;
            });
    }
}
