using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.Datasets.Items;

/// <summary>An outside event next to a series.</summary>
/// <param name="Annotation">The annotation; its source names the line, and the delivery once that is known.</param>
public sealed record AnnotationItem(SeriesAnnotation Annotation) : DatasetItem;
