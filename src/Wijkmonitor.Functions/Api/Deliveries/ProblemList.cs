using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>The problems of a delivery.</summary>
/// <param name="Errors">How many errors there are.</param>
/// <param name="Warnings">How many warnings there are.</param>
/// <param name="ByCode">How many problems there are of each code.</param>
/// <param name="Items">The problems that were kept whole: the first thousand.</param>
public sealed record ProblemList(int Errors, int Warnings, IReadOnlyDictionary<string, int> ByCode, IReadOnlyList<RowProblem> Items);
