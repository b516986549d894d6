using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>The lines of compasses. What the lines of all areas of a city have in common is made once.</summary>
internal sealed class CompassLines(CompassRules rules, CityReferences city)
{
    /// <summary>The line of a judgement.</summary>
    /// <param name="judgement">The judgement.</param>
    /// <param name="change">What changed since the start.</param>
    /// <param name="actions">What partners do on it.</param>
    /// <param name="denominators">The inputs that several lines of a card share.</param>
    public ScorecardLine Of(Judgement judgement, CompassChange change, IReadOnlyList<CompassAction> actions, Dictionary<Observation, ScorecardInput> denominators)
    {
        var start = change.StartOf(judgement);
        return new ScorecardLine(
            judgement.Indicator.Code,
            judgement.Indicator.Theme,
            judgement.Indicator.Label,
            judgement.State,
            judgement.Own?.Value.Number,
            judgement.Indicator.Unit,
            Baseline: start?.Own?.Value.Number,
            Reference: judgement.City.Value,
            Norm: null,
            judgement.Signal,
            Amount: null,
            Figures(judgement, actions),
            CompassText.Explain(judgement),
            Inputs(judgement, start, actions, denominators))
        {
            Steps = CompassSteps.Of(judgement, rules.Bands.Of(judgement.Indicator.Code), city),
        };
    }

    private static NamedFigures Figures(Judgement judgement, IReadOnlyList<CompassAction> actions) => NamedFigures.Of(
        ("gap", judgement.Gap),
        ("band", judgement.Indicator.Polarity == Catalogue.Polarity.NoJudgement ? null : judgement.Band),
        ("position", judgement.Position),
        ("deviation", judgement.City.Deviation),
        ("derived-neighbourhoods", judgement.City.Derived?.Neighbourhoods),
        ("derived-weight", judgement.City.Derived?.Weight),
        ("interval-lower", judgement.Significance?.Lower),
        ("interval-upper", judgement.Significance?.Upper),
        ("actions", actions.Count > 0 ? actions.Count : null));

    private List<ScorecardInput> Inputs(Judgement judgement, Judgement? start, IReadOnlyList<CompassAction> actions, Dictionary<Observation, ScorecardInput> denominators)
    {
        var inputs = new List<ScorecardInput>(5 + actions.Count);
        Add(inputs, "value", judgement.Own);
        AddCity(inputs, judgement, "city", "derived-city");
        if (judgement is { Significance: not null, Denominator: { } among })
        {
            if (!denominators.TryGetValue(among, out var denominator))
            {
                denominators.Add(among, denominator = ScorecardInput.Of("denominator", among));
            }

            inputs.Add(denominator);
        }

        if (start is not null)
        {
            Add(inputs, "start-value", start.Own);
            AddCity(inputs, start, "start-city", "start-derived-city");
        }

        foreach (var action in actions)
        {
            inputs.Add(action.Input);
        }

        return inputs;
    }

    private static void Add(List<ScorecardInput> inputs, string role, Observation? observation)
    {
        if (observation is not null)
        {
            inputs.Add(ScorecardInput.Of(role, observation));
        }
    }

    private void AddCity(List<ScorecardInput> inputs, Judgement judgement, string own, string derived)
    {
        if (judgement.City.Own is not null)
        {
            inputs.Add(judgement.City.Input(own));
        }

        if (judgement.City.Derived is not null)
        {
            inputs.Add(judgement.City.DerivedInput(derived, city.DerivedKey(judgement.Indicator, judgement.Period)));
        }
    }
}
