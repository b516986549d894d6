using System.Globalization;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Checks;

/// <summary>Check that a file has no more records with the same values in some fields than its dataset allows.</summary>
/// <param name="limit">The limit.</param>
/// <param name="log">Log for records beyond the limit.</param>
internal sealed class LimitCheck(RecordLimit limit, ProblemLog log)
{
    private const string KeySeparator = " ";
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Whether the record is within the limit; each one beyond it is reported.</summary>
    public bool Add(AreaRecord record)
    {
        var key = string.Join(KeySeparator, limit.Per.Select(name => GetValue(record, name)));
        var count = counts[key] = counts.GetValueOrDefault(key) + 1;
        if (count <= limit.Max)
        {
            return true;
        }

        log.Add(RowProblems.LimitExceeded(record.Source.Line, string.Join('+', limit.Per), key, limit.Max));
        return false;
    }

    private static string GetValue(AreaRecord record, string name) => name switch
    {
        "area" => record.Area.Value,
        "date" => record.Date.ToString("O", CultureInfo.InvariantCulture),
        _ => record.Fields.GetValueOrDefault(name, ""),
    };
}
