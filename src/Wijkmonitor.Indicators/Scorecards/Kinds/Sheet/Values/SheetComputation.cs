using System.Globalization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;

/// <summary>All results of a sheet from some inputs, with the steps as data.</summary>
internal sealed class SheetComputation
{
    private readonly SheetLabels labels;
    private readonly Calculation calculation;
    private readonly ExactOperations exact;
    private readonly Dictionary<string, SheetValue> values;
    private readonly Dictionary<string, Range> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ScorecardInput>> used = new(StringComparer.Ordinal);
    private readonly bool otherReading;

    /// <summary>Computes the results.</summary>
    /// <param name="labels">The rules with the labels of their steps.</param>
    /// <param name="source">Values of the inputs.</param>
    /// <param name="otherReading">Whether steps that can be read in two ways are read in the other one.</param>
    public SheetComputation(SheetLabels labels, SheetSource source, bool otherReading = false)
    {
        (this.labels, Source, this.otherReading) = (labels, source, otherReading);
        calculation = new Calculation(labels.Steps);
        exact = new ExactOperations(calculation);
        values = new Dictionary<string, SheetValue>(source.Inputs, StringComparer.Ordinal);
        foreach (var step in Rules.Steps)
        {
            var start = calculation.Steps.Count;
            values[step.Result] = Compute(step);
            places[step.Result] = start..calculation.Steps.Count;
        }
    }

    /// <summary>The values of the inputs.</summary>
    public SheetSource Source { get; }

    private SheetRules Rules => labels.Rules;

    /// <summary>Gets the value of an input, a result or a number in the rules.</summary>
    public SheetValue Get(string operand) => SheetNumbers.TryParse(operand, out var number)
        ? SheetValue.FromExact(Operand.FromConstant(number))
        : values.GetValueOrDefault(operand) ?? SheetValue.FromGap(SheetGap.Missing, operand);

    /// <summary>Gets the steps that lead to some inputs or results, in order.</summary>
    public IReadOnlyList<CalculationStep> GetSteps(params IEnumerable<string> codes)
    {
        var sources = codes.SelectMany(Rules.GetSources).ToHashSet(StringComparer.Ordinal);
        return [.. Rules.Steps.Where(step => sources.Contains(step.Result)).SelectMany(step => calculation.Steps.Take(places[step.Result]))];
    }

    /// <summary>Gets the values of tables and of earlier years that some results use.</summary>
    public IEnumerable<ScorecardInput> GetOtherInputs(params IEnumerable<string> codes) => codes.SelectMany(Rules.GetSources).Distinct(StringComparer.Ordinal)
        .SelectMany(code => used.GetValueOrDefault(code) ?? []).DistinctBy(input => input.Key, StringComparer.Ordinal);

    private SheetValue Compute(SheetStep step)
    {
        try
        {
            return step switch
            {
                _ when SheetOperations.IsLookup(step.Op) => ComputeLookup(step),
                _ when SheetOperations.IsOfRecords(step.Op) => ComputeRecords(step),
                _ when SheetOperations.IsOfYears(step.Op) => ComputeYears(step),
                _ => ComputeNumbers(step),
            };
        }
        catch (OverflowException)
        {
            return SheetValue.FromGap(SheetGap.Infeasible, step.Result);
        }
    }

    private SheetValue ComputeNumbers(SheetStep step)
    {
        List<(SheetValue Value, bool IsPercent)> operands =
            [.. step.GetOperands(otherReading).Select(operand => (Get(operand), Rules.FindUnit(operand) == SheetUnits.Percent))];
        if (SheetOperations.LeavesOut(step.Op) && !(step.Op == SheetOperation.Subtract && operands[0].Value.Gap == SheetGap.LeftOut))
        {
            operands.RemoveAll(operand => operand.Value.Gap == SheetGap.LeftOut);
        }

        if (operands.Count == 0)
        {
            return SheetValue.FromGap(SheetGap.LeftOut, step.Result);
        }

        if (FindGap(operands.Select(operand => operand.Value)) is { } gap)
        {
            return gap;
        }

        return ComputeRange(step, [.. operands.Select(operand => operand.Value)], [.. operands.Select(operand => operand.IsPercent)]);
    }

    private SheetValue ComputeRange(SheetStep step, IReadOnlyList<SheetValue> operands, IReadOnlyList<bool> percents)
    {
        if (operands.All(operand => operand.Exact is not null))
        {
            return exact.Compute(step, "", [.. operands.Select(operand => operand.Low!.Value)], percents) is { } number
                ? SheetValue.FromExact(number)
                : SheetValue.FromGap(SheetGap.Infeasible, step.Result);
        }

        // The ends of a product or quotient are those of its operands only where none is below zero.
        if (!SheetRanges.HoldsBelowZero(step.Op) && operands.Any(operand => operand.Low is null || operand.Low.Value.Value < 0))
        {
            return SheetValue.FromGap(SheetGap.Infeasible, step.Result);
        }

        return TryComputeEnd(step, SheetRanges.LowEnd, SheetRanges.GetEnd(step.Op, operands, isLow: true), percents, out var low)
            && TryComputeEnd(step, SheetRanges.HighEnd, SheetRanges.GetEnd(step.Op, operands, isLow: false), percents, out var high)
            ? SheetValue.FromRange(low, high)
            : SheetValue.FromGap(SheetGap.Infeasible, step.Result);
    }

    // An end that an operand leaves open stays open.
    private bool TryComputeEnd(SheetStep step, string end, IReadOnlyList<Operand?> operands, IReadOnlyList<bool> percents, out Operand? result)
    {
        result = null;
        if (operands.Any(operand => operand is null))
        {
            return true;
        }

        result = exact.Compute(step, end, [.. operands.Select(operand => operand!.Value)], percents);
        return result is not null;
    }

    private SheetValue ComputeLookup(SheetStep step)
    {
        var operands = step.GetOperands(otherReading);
        var table = Rules.FindTable(operands[0])!;
        List<SheetValue> keys = [.. operands.Skip(1).Select(Get)];
        if (FindGap(keys) is { } gap)
        {
            return gap;
        }

        var found = new List<Operand>();
        foreach (var key in keys.Select(value => value.Key ?? value.Exact?.ToString("0.####", CultureInfo.InvariantCulture)))
        {
            if (key is null || table.Find(key) is not { } value)
            {
                return SheetValue.FromGap(SheetGap.Infeasible, step.Result);
            }

            var operand = new Operand(value, labels.GetKey($"{table.Code}/{key}"));
            found.Add(operand);
            AddUsed(step, ScorecardInput.FromNumber("table", operand.From, value));
        }

        return SheetValue.FromExact(exact.Compute(step, "", found, [false, false])!.Value);
    }

    private SheetValue ComputeRecords(SheetStep step)
    {
        var input = Rules.FindInput(step.GetOperands(otherReading)[0])!;
        if (!Source.Items.TryGetValue(input.Code, out var items) || items.Count == 0)
        {
            return SheetValue.FromGap(input.IsRequired ? SheetGap.Missing : SheetGap.LeftOut, input.Code);
        }

        var count = new Operand(items.Count, labels.GetKey($"{input.Code}/records"));
        AddUsed(step, ScorecardInput.FromNumber("records", count.From, items.Count));
        if (step.Op == SheetOperation.CountOfRecords)
        {
            return SheetValue.FromExact(count);
        }

        return items.All(item => item.Exact is not null)
            ? SheetValue.FromExact(Combine(step, input, "", [.. items.Select(item => item.Low)])!.Value)
            : SheetValue.FromRange(
                Combine(step, input, SheetRanges.LowEnd, [.. items.Select(item => item.Low)]),
                Combine(step, input, SheetRanges.HighEnd, [.. items.Select(item => item.High)]));
    }

    // A record can be of one home: no step and no input has the number of a single one.
    private Operand? Combine(SheetStep step, SheetInput input, string end, IReadOnlyList<Operand?> records)
    {
        if (records.Any(number => number is null))
        {
            return null;
        }

        List<decimal> numbers = [.. records.Select(number => number!.Value.Value)];
        var together = new Operand(
            step.Op == SheetOperation.MedianOfRecords ? GetMedian(numbers) : numbers.Sum(), labels.GetKey($"{input.Code}/{Vocabulary.GetCode(step.Op)}{end}"));
        AddUsed(step, ScorecardInput.FromNumber("all-records", together.From, together.Value));
        return exact.Compute(step, end, [together], [false]);
    }

    private static decimal GetMedian(IEnumerable<decimal> numbers)
    {
        List<decimal> ordered = [.. numbers.Order()];
        var middle = ordered.Count / 2;
        return ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }

    private SheetValue ComputeYears(SheetStep step)
    {
        var code = step.GetOperands(otherReading)[0];
        List<(int Year, SheetValue Value)> years =
            [.. Source.Earlier.Select(earlier => (earlier.Source.Year, GetOfYear(step, code, earlier))), (Source.Year, Get(code))];
        if (FindGap(years.Select(year => year.Value)) is { } gap)
        {
            return gap;
        }

        if (step.Op == SheetOperation.SumOfYears)
        {
            return ComputeRange(step, [.. years.Select(year => year.Value)], [.. years.Select(_ => false)]);
        }

        if (years.Any(year => year.Value.IsOpen))
        {
            return SheetValue.FromGap(SheetGap.Infeasible, step.Result);
        }

        var (low, high) = (SheetRanges.GetCandidates(step.Op, years, isLow: true), SheetRanges.GetCandidates(step.Op, years, isLow: false));
        return low.Count == 0 ? SheetValue.FromGap(SheetGap.NotYet, step.Result)
            : high.Count == 0 ? SheetValue.FromRange(exact.Compute(step, SheetRanges.LowEnd, low, []), null)
            : low.SequenceEqual(high) ? SheetValue.FromExact(exact.Compute(step, "", low, [])!.Value)
            : SheetValue.FromRange(exact.Compute(step, SheetRanges.LowEnd, low, []), exact.Compute(step, SheetRanges.HighEnd, high, []));
    }

    private SheetValue GetOfYear(SheetStep step, string code, SheetComputation earlier)
    {
        var value = earlier.Get(code);
        foreach (var (name, end) in new[] { ("low", value.Low), ("high", value.High) })
        {
            if (end is { } number)
            {
                AddUsed(step, ScorecardInput.FromNumber("year", GetYearKey(code, earlier, value.Exact is null ? name : null), number.Value));
            }
        }

        Operand? ReplaceName(Operand? end, string name) => end is { } number
            ? number with { From = GetYearKey(code, earlier, value.Exact is null ? name : null) }
            : null;
        return value.IsKnown ? value with { Low = ReplaceName(value.Low, "low"), High = ReplaceName(value.High, "high") } : value;
    }

    private string GetYearKey(string code, SheetComputation earlier, string? end) =>
        labels.GetKey(string.Create(CultureInfo.InvariantCulture, $"{code}/{earlier.Source.Year}")) + (end is null ? "" : $"/{end}");

    private void AddUsed(SheetStep step, ScorecardInput input)
    {
        if (!used.TryGetValue(step.Result, out var inputs))
        {
            used.Add(step.Result, inputs = []);
        }

        inputs.Add(input);
    }

    private static SheetValue? FindGap(IEnumerable<SheetValue> operands)
    {
        List<SheetValue> gaps = [.. operands.Where(operand => !operand.IsKnown)];
        if (gaps.Count == 0)
        {
            return null;
        }

        // What is missing is said before what cannot be computed: only then can anybody do something about it.
        var gap = new[] { SheetGap.Missing, SheetGap.Infeasible, SheetGap.NotYet, SheetGap.LeftOut }.First(gap => gaps.Exists(value => value.Gap == gap));
        return SheetValue.FromGap(gap, [.. gaps.Where(value => value.Gap == gap).SelectMany(value => value.Names).Distinct(StringComparer.Ordinal)]);
    }
}
