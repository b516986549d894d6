using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>The places of the columns with the margin of a value; -1 for a part that the file lacks.</summary>
internal sealed record MarginColumns(int Lower, int Upper, int SampleSize)
{
    /// <summary>Finds the columns next to a topic of a wide file; null where it declares none.</summary>
    public static MarginColumns? Find(TopicColumn topic, FileColumns columns) => Find(topic.Lower, topic.Upper, topic.SampleSize, columns);

    /// <summary>Finds the columns of a long file; null where it declares none.</summary>
    public static MarginColumns? Find(DatasetColumns declared, FileColumns columns) => Find(declared.Lower, declared.Upper, declared.SampleSize, columns);

    private static MarginColumns? Find(string? lower, string? upper, string? sampleSize, FileColumns columns)
    {
        int GetIndex(string? name) => name is null ? -1 : columns.Require(name);
        return (lower ?? upper ?? sampleSize) is null ? null : new MarginColumns(GetIndex(lower), GetIndex(upper), GetIndex(sampleSize));
    }
}
