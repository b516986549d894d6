using System.Globalization;
using System.Text;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Drafts;

/// <summary>Collector of the areas that a file says have changed, for a crosswalk that a data team completes.</summary>
/// <remarks>What an area came from is not in the file: those fields stay empty, and a crosswalk with empty fields is refused.</remarks>
public sealed class DraftCrosswalk
{
    private readonly SortedSet<(int Year, AreaCode Area)> changed = [];

    /// <summary>Gets how many areas have changed.</summary>
    public int Count => changed.Count;

    /// <summary>Records a row.</summary>
    public void Add(AreaObservations row)
    {
        if (row.Status.HasFlag(FigureStatus.SeriesBreak))
        {
            changed.Add((row.BoundaryYear, row.Area));
        }
    }

    /// <summary>Writes the draft as a file of the dataset <c>crosswalks</c>.</summary>
    public void WriteTo(Stream target)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("from_year;from_code;to_year;to_code;share");
        foreach (var (year, area) in changed)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{year - 1};;{year};{area};"));
        }
    }
}
