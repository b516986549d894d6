using Wijkmonitor.Functions.Storage.SocialMortgages;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;

namespace Wijkmonitor.Functions.Storage.Formats;

/// <summary>Storage of annotations of series, which are booked.</summary>
internal sealed class AnnotationStorage(DecisionStore decisions) : FormatStorage
{
    public override Func<DatasetItem, IEnumerable<RowEntity>> Open(DatasetDefinition definition, string delivery, int parts)
    {
        var writer = decisions.CreateAnnotationWriter(delivery);
        return item =>
        {
            var annotation = ((AnnotationItem)item).Annotation;
            return [new RowEntity(writer, DecisionStore.ToEntity(annotation with { Source = annotation.Source with { Delivery = delivery } }))];
        };
    }
}
