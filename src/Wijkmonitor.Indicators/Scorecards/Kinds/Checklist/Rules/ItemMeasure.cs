using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

/// <summary>A measurement and its norm. Without either end there is no norm, and nothing is judged.</summary>
/// <param name="Unit">Unit of the measurement.</param>
/// <param name="Counted">Subject of a count or percentage: persons, households, homes or other.</param>
/// <param name="AtLeast">The lowest value that holds; absent for none.</param>
/// <param name="AtMost">The highest value that holds; absent for none.</param>
public sealed record ItemMeasure(string Unit, CountedSubject Counted, decimal? AtLeast = null, decimal? AtMost = null)
{
    private static readonly Dictionary<string, CountedSubject> CountUnits = new(StringComparer.Ordinal)
    {
        ["people"] = CountedSubject.Persons,
        ["inhabitants"] = CountedSubject.Persons,
        ["households"] = CountedSubject.Households,
        ["homes"] = CountedSubject.Homes,
    };

    /// <summary>Whether there is a norm.</summary>
    internal bool HasNorm => (AtLeast ?? AtMost) is not null;

    /// <summary>Validates the measurement.</summary>
    internal void Validate(RuleValidator validator, string field)
    {
        validator.Require(Vocabulary.Shared.Units.ContainsKey(Unit), $"'{field}.unit' names '{Unit}', which is no unit of the vocabulary.");
        validator.Require(!CountUnits.TryGetValue(Unit, out var counted) || counted == Counted, $"'{field}.counted' does not fit the unit '{Unit}'.");
        validator.Require(AtLeast is null || AtMost is null || AtLeast <= AtMost, $"'{field}' must have 'atLeast' <= 'atMost'.");
    }
}
