using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>A figure as it is in a file.</summary>
/// <param name="Value">The value.</param>
/// <param name="Status">Status by a mark behind it, or by a state next to it.</param>
internal readonly record struct ReadFigure(ObservedValue Value, FigureStatus Status = FigureStatus.None);
