using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;

/// <summary>Operation of a step of a sheet. The list is closed: there are no formulas.</summary>
[JsonConverter(typeof(ChoiceJsonConverter<SheetOperation>))]
public enum SheetOperation
{
    /// <summary>The sum; what is not required and absent is left out.</summary>
    [JsonStringEnumMemberName("add")]
    Add,

    /// <summary>The first less the others; of these, what is not required and absent is left out.</summary>
    [JsonStringEnumMemberName("subtract")]
    Subtract,

    /// <summary>The product; a percentage counts as its hundredth.</summary>
    [JsonStringEnumMemberName("multiply")]
    Multiply,

    /// <summary>The first divided by the second; in percent where that is the unit of the result.</summary>
    [JsonStringEnumMemberName("divide")]
    Divide,

    /// <summary>The smallest.</summary>
    [JsonStringEnumMemberName("minimum")]
    Minimum,

    /// <summary>The largest.</summary>
    [JsonStringEnumMemberName("maximum")]
    Maximum,

    /// <summary>The next whole number.</summary>
    [JsonStringEnumMemberName("ceiling")]
    Ceiling,

    /// <summary>The whole number before it.</summary>
    [JsonStringEnumMemberName("floor")]
    Floor,

    /// <summary>The value of a table for a key: the table, then the key.</summary>
    [JsonStringEnumMemberName("lookup")]
    Lookup,

    /// <summary>The value of a table for one key less that for another: the table, then the two keys.</summary>
    [JsonStringEnumMemberName("difference-of-lookups")]
    DifferenceOfLookups,

    /// <summary>Growth by a rate for a number of periods: the amount, the rate in percent, the periods.</summary>
    [JsonStringEnumMemberName("grow")]
    Grow,

    /// <summary>The equal payment that repays a loan with interest: the loan, the rate in percent for each period, the periods.</summary>
    [JsonStringEnumMemberName("annuity")]
    Annuity,

    /// <summary>Number of periods until equal payments have repaid a loan with interest: the loan, the payment, the rate in percent.</summary>
    [JsonStringEnumMemberName("annuity-years")]
    AnnuityYears,

    /// <summary>The sum of all records of an input.</summary>
    [JsonStringEnumMemberName("sum-of-records")]
    SumOfRecords,

    /// <summary>Number of records of an input.</summary>
    [JsonStringEnumMemberName("count-of-records")]
    CountOfRecords,

    /// <summary>The middle one of the records of an input.</summary>
    [JsonStringEnumMemberName("median-of-records")]
    MedianOfRecords,

    /// <summary>The sum of a result over the years until now.</summary>
    [JsonStringEnumMemberName("sum-of-years")]
    SumOfYears,

    /// <summary>The first year in which a result was not below zero, counted from the first year with records.</summary>
    [JsonStringEnumMemberName("first-year")]
    FirstYear,

    /// <summary>The highest sum of a result over the years until any of them.</summary>
    [JsonStringEnumMemberName("peak-of-years")]
    PeakOfYears,

    /// <summary>The first year in which the sum over the years was highest, counted from the first one with records.</summary>
    [JsonStringEnumMemberName("peak-year")]
    PeakYear,
}

/// <summary>Table of facts about operations.</summary>
internal static class SheetOperations
{
    private const int MaxOperands = 12;

    /// <summary>Gets the fewest and the highest number of operands.</summary>
    public static (int Min, int Max) GetOperands(SheetOperation op) => op switch
    {
        SheetOperation.Add => (1, MaxOperands),
        SheetOperation.Subtract or SheetOperation.Multiply or SheetOperation.Minimum or SheetOperation.Maximum => (2, MaxOperands),
        SheetOperation.Divide or SheetOperation.Lookup => (2, 2),
        SheetOperation.DifferenceOfLookups or SheetOperation.Grow or SheetOperation.Annuity or SheetOperation.AnnuityYears => (3, 3),
        _ => (1, 1),
    };

    /// <summary>Whether an operation is about the records of an input.</summary>
    public static bool IsOfRecords(SheetOperation op) => op is SheetOperation.SumOfRecords or SheetOperation.CountOfRecords or SheetOperation.MedianOfRecords;

    /// <summary>Whether an operation is about a result in several years.</summary>
    public static bool IsOfYears(SheetOperation op) => op
        is SheetOperation.SumOfYears or SheetOperation.FirstYear or SheetOperation.PeakOfYears or SheetOperation.PeakYear;

    /// <summary>Whether an operation takes a table first.</summary>
    public static bool IsLookup(SheetOperation op) => op is SheetOperation.Lookup or SheetOperation.DifferenceOfLookups;

    /// <summary>Whether the operands and the result of an operation have one unit.</summary>
    public static bool KeepsUnit(SheetOperation op) => op
        is SheetOperation.Add or SheetOperation.Subtract or SheetOperation.Minimum or SheetOperation.Maximum or SheetOperation.Ceiling or SheetOperation.Floor
        or SheetOperation.SumOfRecords or SheetOperation.MedianOfRecords or SheetOperation.SumOfYears or SheetOperation.PeakOfYears;

    /// <summary>Whether an absent operand, not the first one of a difference, is left out where it is not required.</summary>
    public static bool LeavesOut(SheetOperation op) => op is SheetOperation.Add or SheetOperation.Subtract or SheetOperation.Minimum or SheetOperation.Maximum;

    /// <summary>Gets the highest number of intermediate steps that an operation is written down in.</summary>
    public static int GetIntermediates(SheetOperation op) => op switch
    {
        SheetOperation.Multiply or SheetOperation.Divide => 1,
        SheetOperation.Grow => 3,
        SheetOperation.Annuity => 6,
        SheetOperation.AnnuityYears => 8,
        _ => 0,
    };
}
