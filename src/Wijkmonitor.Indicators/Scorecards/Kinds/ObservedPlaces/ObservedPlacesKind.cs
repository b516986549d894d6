using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Lines;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces;

/// <summary>Kind of places in public space that are observed in rounds: where it is dirty, overgrown or broken.</summary>
/// <remarks>Source: Platform31, "Aan de slag in kwetsbare wijken" (2017), 5.2.</remarks>
public sealed class ObservedPlacesKind(ObservedPlacesRules rules) : SubjectKind<ObservedPlacesRules>(rules, Details)
{
    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        ObservedPlacesRules.Kind,
        new("Plekken op straat", "Places in public space"),
        new("Waar het vuil, begroeid of stuk is, elke ronde op dezelfde manier bekeken.",
            "Where it is dirty, overgrown or broken, observed the same way each round."),
        Order: 16,
        ScorecardLayout.Lines)
    {
        Roles = PlaceLabels.Roles,
        Figures = PlaceLabels.Figures,
        Steps = PlaceLabels.Steps,
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration =>
        KindRegistration.Create<ObservedPlacesRules>(Details, new ObservedPlacesRulesJson(), rules => new ObservedPlacesKind(rules));

    private protected override IEnumerable<Period> GetPeriods(SubjectContext subject) => GetRecords(subject).Years.Select(year => new Period(year));

    private protected override void Fill(ScorecardBuilder card, SubjectContext subject, Period period)
    {
        var places = new PlaceCard(card, Rules, subject.Subject, GetRecords(subject), period.Year);
        foreach (var theme in Rules.Themes)
        {
            var observed = places.GetPlaces(theme);
            RoundLines.Add(places, theme);
            PlaceLines.AddMean(places, theme, observed);
            new MethodLines(places, theme, observed).Add();
            foreach (var place in observed)
            {
                PlaceLines.Add(places, place);
            }
        }

        PlaceFindings.Add(places);
    }

    private PlaceRecords GetRecords(SubjectContext subject) => subject.GetOrCreate(() => new PlaceRecords(Rules, subject));
}
