using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Compass.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>The lines of a compass. What the lines of all areas of a city have in common is made once.</summary>
internal sealed class CompassLines(ScorecardBuilder card, CompassBands bands, CityReferences city)
{
    private readonly Dictionary<Observation, ScorecardInput> denominators = new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds the line of a judgement.</summary>
    /// <param name="judgement">The judgement.</param>
    /// <param name="start">The judgement at the start that it was compared with; null where it was not.</param>
    /// <param name="actions">Partners' actions on it.</param>
    public void Add(Judgement judgement, Judgement? start, IReadOnlyList<AreaRecord> actions)
    {
        var line = card.AddLine(judgement.Indicator)
            .WithState(judgement.State)
            .WithValue(judgement.Own).WithBaseline(start?.Own?.Value.Number).WithReference(judgement.City.Value)
            .WithSignal(judgement.Signal)
            .AddFigures(
                ("gap", judgement.Gap),
                ("band", judgement.Indicator.Polarity == Polarity.NoJudgement ? null : judgement.Band),
                ("position", judgement.Position),
                ("deviation", judgement.City.Deviation),
                ("derived-neighbourhoods", judgement.City.Derived?.Neighbourhoods),
                ("derived-weight", judgement.City.Derived?.Weight),
                ("interval-lower", judgement.Significance?.Lower),
                ("interval-upper", judgement.Significance?.Upper),
                ("actions", actions.Count > 0 ? actions.Count : null))
            .WithSteps(CompassSteps.Create(judgement, bands.Find(judgement.Indicator.Code), city))
            .Explain(CompassText.Explain(judgement))
            .AddInputs(("value", judgement.Own));
        AddCity(line, judgement, "city", "derived-city");
        if (judgement is { Significance.IsOfSource: false, Denominator: { } among })
        {
            line.AddInput(CreateDenominatorInput(among));
        }

        if (start is not null)
        {
            line.AddInputs(("start-value", start.Own));
            AddCity(line, start, "start-city", "start-derived-city");
        }

        foreach (var action in actions)
        {
            line.AddInput(ScorecardInput.FromRecord("action", action));
        }
    }

    private void AddCity(LineBuilder line, Judgement judgement, string own, string derived)
    {
        if (judgement.City.Own is not null)
        {
            line.AddInput(judgement.City.CreateInput(own));
        }

        if (judgement.City.Derived is not null)
        {
            line.AddCompleteness(judgement.City.Derived.Completeness);
            line.AddInput(judgement.City.CreateDerivedInput(derived, city.GetDerivedKey(judgement.Indicator, judgement.Period)));
        }
    }

    private ScorecardInput CreateDenominatorInput(Observation among) =>
        denominators.TryGetValue(among, out var known) ? known : denominators[among] = ScorecardInput.FromObservation("denominator", among);
}
