using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Gates.Rules;

/// <summary>Something that can be known about a subject: an answer, a number in records, or an indicator of its area.</summary>
/// <param name="Code">The code that records and other parts of the rules name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Question">The question that it answers, as part of a sentence: "whether there is a heat plan".</param>
/// <param name="Lacking">Words for the answer no, as a sentence without a capital: "nothing was agreed on the shortfall"; absent for others.</param>
/// <param name="Unit">Its unit; absent where it is answered by yes or no.</param>
/// <param name="Indicator">The indicator of the area that gives it; absent where records do.</param>
/// <param name="Counted">Subject of a number in records: persons, households, homes or other; absent for an answer and an indicator.</param>
public sealed record GateFact(
    string Code,
    BilingualText Label,
    BilingualText Question,
    BilingualText? Lacking = null,
    string? Unit = null,
    string? Indicator = null,
    CountedSubject? Counted = null)
{
    /// <summary>Whether it is answered by yes or no.</summary>
    [JsonIgnore]
    internal bool IsAnswer => Unit is null;

    /// <summary>The thing that a number in its unit counts; null where the unit does not say.</summary>
    [JsonIgnore]
    internal CountedSubject? CountedByUnit => Unit switch
    {
        "people" or "inhabitants" => CountedSubject.Persons,
        "households" => CountedSubject.Households,
        "homes" => CountedSubject.Homes,
        _ => null,
    };
}

/// <summary>Something that has to hold of a fact.</summary>
/// <param name="Fact">The code of the fact, or <c>flags</c> for the number of flags that are true.</param>
/// <param name="Is">Comparison: yes or no for an answer, and at-least, at-most, above or below for a number.</param>
/// <param name="Value">The limit of a number; null where nobody chose any, and for an answer.</param>
public sealed record GateTest(string Fact, GateComparison Is, decimal? Value)
{
    /// <summary>The name by which a test asks for the number of flags that are true.</summary>
    internal const string Flags = "flags";

    /// <summary>Whether it compares a number.</summary>
    [JsonIgnore]
    internal bool IsNumeric => Is is not (GateComparison.Yes or GateComparison.No);

    /// <summary>Whether a number passes the limit, which is there.</summary>
    internal bool Holds(decimal number) => Is switch
    {
        GateComparison.AtLeast => number >= Value,
        GateComparison.AtMost => number <= Value,
        GateComparison.Above => number > Value,
        _ => number < Value,
    };
}
