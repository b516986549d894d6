using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>The lines of a compass. What the lines of all areas of a city have in common is made once.</summary>
internal sealed class CompassLines(CardDraft card, CompassBands bands, CityReferences city)
{
    private readonly Dictionary<Observation, ScorecardInput> denominators = new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds the line of a judgement.</summary>
    /// <param name="judgement">The judgement.</param>
    /// <param name="start">The judgement at the start that it was compared with; null where it was not.</param>
    /// <param name="actions">What partners do on it.</param>
    public void Add(Judgement judgement, Judgement? start, IReadOnlyList<AreaRecord> actions)
    {
        var line = card.Line(judgement.Indicator)
            .State(judgement.State)
            .Value(judgement.Own).Baseline(start?.Own?.Value.Number).Reference(judgement.City.Value)
            .Signal(judgement.Signal)
            .Figures(
                ("gap", judgement.Gap),
                ("band", judgement.Indicator.Polarity == Polarity.NoJudgement ? null : judgement.Band),
                ("position", judgement.Position),
                ("deviation", judgement.City.Deviation),
                ("derived-neighbourhoods", judgement.City.Derived?.Neighbourhoods),
                ("derived-weight", judgement.City.Derived?.Weight),
                ("interval-lower", judgement.Significance?.Lower),
                ("interval-upper", judgement.Significance?.Upper),
                ("actions", actions.Count > 0 ? actions.Count : null))
            .Steps(CompassSteps.Of(judgement, bands.Of(judgement.Indicator.Code), city))
            .Explain(CompassText.Explain(judgement))
            .Inputs(("value", judgement.Own));
        AddCity(line, judgement, "city", "derived-city");
        if (judgement is { Significance: not null, Denominator: { } among })
        {
            line.Input(Denominator(among));
        }

        if (start is not null)
        {
            line.Inputs(("start-value", start.Own));
            AddCity(line, start, "start-city", "start-derived-city");
        }

        foreach (var action in actions)
        {
            line.Input(ScorecardInput.FromRecord("action", action));
        }
    }

    private void AddCity(LineBuilder line, Judgement judgement, string own, string derived)
    {
        if (judgement.City.Own is not null)
        {
            line.Input(judgement.City.Input(own));
        }

        if (judgement.City.Derived is not null)
        {
            line.Input(judgement.City.DerivedInput(derived, city.DerivedKey(judgement.Indicator, judgement.Period)));
        }
    }

    private ScorecardInput Denominator(Observation among) =>
        denominators.TryGetValue(among, out var known) ? known : denominators[among] = ScorecardInput.Of("denominator", among);
}
