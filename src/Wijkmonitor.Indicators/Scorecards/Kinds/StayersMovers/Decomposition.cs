using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;

/// <summary>One outcome of the decomposition.</summary>
/// <param name="Value">The outcome, in the unit of the mean.</param>
/// <param name="Steps">Steps of the part; the last one gives it.</param>
/// <param name="Then">The mean of all then; with the change only.</param>
/// <param name="Now">The mean of all now; with the change only.</param>
internal sealed record DecompositionPart(decimal Value, IReadOnlyList<CalculationStep> Steps, decimal? Then = null, decimal? Now = null);

/// <summary>The change of a mean and its two parts. Stayers and composition add up to the change.</summary>
/// <param name="Change">The mean of all now less then.</param>
/// <param name="Stayers">Part of those who stayed: their share times their own change.</param>
/// <param name="Composition">Part of coming and going: the share that moved times entrants less leavers.</param>
/// <param name="StayersThen">The mean of those who stayed, then.</param>
/// <param name="StayersNow">The mean of those who stayed, now.</param>
internal sealed record Decomposition(DecompositionPart Change, DecompositionPart Stayers, DecompositionPart Composition,
    decimal StayersThen, decimal StayersNow)
{
    /// <summary>Decomposes a change, for a constant number of households. Where nobody moved the means of movers are not needed.</summary>
    public static Decomposition Create(Movers movers, Observation stayersThen, Observation stayersNow, Observation? leaversThen, Observation? entrantsNow)
    {
        var (stayed, moved) = (Operand.FromObservation(movers.Stayers!), Operand.FromObservation(movers.Leavers!));
        var stayers = new Calculation(StayersMoversLabels.Steps);
        var all = stayers.Add("households", stayed, moved);
        var ownChange = stayers.Subtract("change-of-stayers", Operand.FromObservation(stayersNow), Operand.FromObservation(stayersThen));
        var effect = stayers.Divide("stayers", stayers.Multiply("weighted", stayed, ownChange), all);

        var composition = new Calculation(StayersMoversLabels.Steps);
        var total = composition.Add("households", stayed, moved);
        var difference = composition.Subtract("entrants-less-leavers", GetMean(entrantsNow), GetMean(leaversThen));
        var moving = composition.Divide("composition", composition.Multiply("weighted", moved, difference), total);

        var change = new Calculation(StayersMoversLabels.Steps);
        var households = change.Add("households", stayed, moved);
        var then = ComputeMean(change, "then", (stayed, Operand.FromObservation(stayersThen)), (moved, GetMean(leaversThen)), households);
        var now = ComputeMean(change, "now", (stayed, Operand.FromObservation(stayersNow)),
            (Operand.FromObservation(movers.Entrants!), GetMean(entrantsNow)), households);
        var overall = change.Subtract("change", now, then);
        return new Decomposition(
            new DecompositionPart(overall.Value, change.Steps, then.Value, now.Value),
            new DecompositionPart(effect.Value, stayers.Steps),
            new DecompositionPart(moving.Value, composition.Steps),
            stayersThen.Value.Number!.Value,
            stayersNow.Value.Number!.Value);
    }

    private static Operand ComputeMean(Calculation calculation,
        string name, (Operand Count, Operand Mean) first, (Operand Count, Operand Mean) second, Operand households)
    {
        var sum = calculation.Add(
            $"sum-{name}",
            calculation.Multiply($"sum-{name}-stayers", first.Count, first.Mean),
            calculation.Multiply($"sum-{name}-movers", second.Count, second.Mean));
        return calculation.Divide(name, sum, households);
    }

    // Without movers there is no mean of theirs; it counts for nothing, whatever it were.
    private static Operand GetMean(Observation? movers) => movers?.Value.Number is null ? Operand.FromConstant(0) : Operand.FromObservation(movers);
}
