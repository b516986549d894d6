using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Functions.Api.Deliveries;

/// <summary>The problems of a delivery.</summary>
/// <param name="Errors">Number of errors.</param>
/// <param name="Warnings">Number of warnings.</param>
/// <param name="ByCode">Number of problems by code.</param>
/// <param name="Items">The problems that were kept whole: the first thousand.</param>
public sealed record ProblemList(int Errors, int Warnings, IReadOnlyDictionary<string, int> ByCode, IReadOnlyList<RowProblem> Items);
