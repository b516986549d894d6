using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Statements;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.SocialMortgage.Scenarios;

/// <summary>Change of one item alone that would bring the year on track.</summary>
/// <param name="Line">The line: an indicator, a kind of activity or operation.</param>
/// <param name="Label">Its name.</param>
/// <param name="Needed">An indicator's value, a number of times more, or euros more; null where this alone cannot do it.</param>
/// <param name="Unit">The unit of what is needed.</param>
/// <param name="Repaid">Amount that would be repaid through the year, in euros; null where this alone cannot do it.</param>
public sealed record TargetOption(string Line, BilingualText Label, decimal? Needed, string Unit, decimal? Repaid);

/// <summary>Target for being on track at the end of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Reference">Amount to be repaid through the year by the schedule or the yardstick, in euros.</param>
/// <param name="Repaid">Amount repaid through the year by what is known now, in euros.</param>
/// <param name="Shortfall">Amount that is short, in euros; 0 where nothing is.</param>
/// <param name="Options">Changes of each line alone that would make up for it; empty where nothing is short.</param>
public sealed record MortgageTarget(int Year, decimal Reference, decimal Repaid, [property: JsonPropertyName("short")] decimal Shortfall,
    [property: JsonPropertyName("ways")] IReadOnlyList<TargetOption> Options)
{
    private const int MaxSteps = 1 << 14;

    /// <summary>Creates the target of an open year: for each line alone, the change that meets the schedule.</summary>
    /// <remarks>
    /// Each change is found by computing the statement that would follow, so that it holds with all rules and caps of the contract. It is the
    /// smallest whole number of steps, times or euros that suffices.
    /// </remarks>
    /// <param name="dossier">Dossier of the contract.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="observations">Known figures.</param>
    /// <param name="year">The year.</param>
    public static MortgageTarget Create(MortgageDossier dossier, IndicatorCatalogue catalogue, ObservationSet observations, int year)
    {
        decimal? ComputeRepaid(MortgageAssumptions assumed) => FindTotal(
            MortgageWhatIf.ComputeStatements(dossier, catalogue, observations, assumed).FirstOrDefault(s => s.Period.Year == year), "repaid");

        // A year that has no statement yet gets one by a cent, for its reference; what is repaid is then that of the year before.
        var known = SocialMortgageStatements.Compute(dossier, catalogue, observations);
        var last = known.LastOrDefault(s => s.Period.Year <= year);
        var shown = last?.Period.Year == year
            ? last
            : MortgageWhatIf.ComputeStatements(dossier, catalogue, observations, new MortgageAssumptions(year, Operation: 0.01m))
                .Single(s => s.Period.Year == year);
        var (reference, repaid) = (FindTotal(shown, "reference")!.Value, FindTotal(last, "repaid") ?? 0);
        if (repaid >= reference)
        {
            return new MortgageTarget(year, reference, repaid, 0, []);
        }

        var contract = dossier.Contract.GetVersion(year);
        var missing = reference - repaid;
        var options = contract.Tariffs.Where(t => t.Amount > 0)
            .Select(t => CreateOption(EntryLines.GetCode(t.Code), t.Label, "count",
                (int)Math.Min(MaxSteps, Math.Ceiling(missing / t.Amount)), reference, n => n,
                n => ComputeRepaid(new MortgageAssumptions(year, Activities: [new AssumedActivity(t.Code, n)]))))
            .Append(CreateOption(EntryLines.Operation, new BilingualText("Opbrengst van het huis", "Proceeds of the house"),
                Indicator.Euro, 1, reference, _ => missing,
                _ => ComputeRepaid(new MortgageAssumptions(year, Operation: missing))))
            .Concat(contract.Indicators.OfType<SteppedIndicator>()
                .Select(rule => CreateIndicatorOption(contract, rule, catalogue.Find(rule.Code)!, observations, year, reference, ComputeRepaid)));
        return new MortgageTarget(year, reference, repaid, missing, [.. options]);
    }

    private static TargetOption CreateIndicatorOption(
        SocialMortgageContract contract,
        SteppedIndicator rule,
        Indicator indicator,
        ObservationSet observations,
        int year,
        decimal reference,
        Func<MortgageAssumptions, decimal?> repaid)
    {
        // A gap rule uses the distance to the city of that year, so its steps count from the city; others count from the baseline.
        var city = MortgageWhatIf.FindLastKnown(observations, contract, rule.Code, year);
        var start = rule is GapIndicator gap && city is { } now ? rule.Baseline - gap.CityBaseline + now : rule.Baseline;
        var step = rule.StepUnit == StepUnit.Relative
            ? Math.Abs(rule is GapIndicator relative ? rule.Baseline - relative.CityBaseline : rule.Baseline) * rule.Step / 100 : rule.Step;
        decimal ComputeValue(int steps) => Gap.ApplyImprovement(indicator, start, steps * step)!.Value;
        var max = indicator.Unit == "%"
            ? (int)Math.Min(MaxSteps, Math.Floor((Gap.ApplyImprovement(indicator, 0, 1) > 0 ? 100 - start : start) / step))
            : MaxSteps;
        if (indicator.Unit != "%" && Gap.ApplyImprovement(indicator, 0, 1) < 0)
        {
            max = (int)Math.Min(max, Math.Floor(start / step));
        }

        return CreateOption(rule.Code, indicator.Label, indicator.Unit, max, reference, ComputeValue,
            n => repaid(new MortgageAssumptions(year, Values: [new AssumedValue(rule.Code, ComputeValue(n), city)])));
    }

    // More steps never repay less, so the smallest number that is enough is found by halving.
    private static TargetOption CreateOption(string line, BilingualText label, string unit, int max, decimal reference,
        Func<int, decimal> needed, Func<int, decimal?> repaid)
    {
        if (max < 1 || !(repaid(max) >= reference))
        {
            return new TargetOption(line, label, Needed: null, unit, Repaid: null);
        }

        var (low, high) = (1, max);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = repaid(middle) >= reference ? (low, middle) : (middle + 1, high);
        }

        return new TargetOption(line, label, needed(low), unit, repaid(low));
    }

    private static decimal? FindTotal(Scorecard? statement, string code) => statement?.Totals.Single(t => t.Code == code).Value;
}
