using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>A figure as it stands in a file.</summary>
/// <param name="Value">The value.</param>
/// <param name="Status">What a mark behind it, or a state beside it, says of it.</param>
internal readonly record struct ReadFigure(ObservedValue Value, FigureStatus Status = FigureStatus.None);
