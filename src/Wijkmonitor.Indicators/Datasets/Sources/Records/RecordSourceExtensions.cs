namespace Wijkmonitor.Indicators.Datasets.Sources.Records;

/// <summary>Questions that can be asked of the current record of any source.</summary>
internal static class RecordSourceExtensions
{
    /// <summary>Whether a field of the current record holds nothing but white space.</summary>
    public static bool IsBlank(this IRecordSource records, int field) => records[field] is var text && (text.Length == 0 || text.AsSpan().Trim().IsEmpty);

    /// <summary>Whether the fields of the current record hold nothing but white space from one on.</summary>
    public static bool IsBlankFrom(this IRecordSource records, int field)
    {
        while (field < records.Count && records.IsBlank(field))
        {
            field++;
        }

        return field >= records.Count;
    }

    /// <summary>Whether the current record repeats the header.</summary>
    public static bool Matches(this IRecordSource records, IReadOnlyList<string> header)
    {
        for (var i = 0; i < Math.Min(records.Count, header.Count); i++)
        {
            if (!records[i].AsSpan().Trim("\uFEFF ").SequenceEqual(header[i]))
            {
                return false;
            }
        }

        return true;
    }
}
