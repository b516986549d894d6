using System.Runtime.InteropServices;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Datasets.Checks;

/// <summary>First reference to an area in a file.</summary>
/// <param name="Area">The area.</param>
/// <param name="BoundaryYear">The year of its boundaries.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NamedArea(AreaCode Area, int BoundaryYear, int Line, string Column);

/// <summary>The areas that a file names and where it does so first.</summary>
/// <remarks>A national file names a great many, so they are kept compactly, by municipality and year; what proves to be known is removed.</remarks>
public sealed class AreaReferences
{
    private readonly Dictionary<(int Municipality, int Year), Dictionary<uint, FileLocation>> byMunicipality = [];
    private readonly Dictionary<(AreaCode Area, int Year), FileLocation> custom = [];
    private readonly HashSet<AreaCode> municipalities = [];
    private readonly HashSet<int> years = [];
    private readonly List<string> columns = [];

    /// <summary>The municipalities of the areas that were ever added.</summary>
    public IReadOnlyCollection<AreaCode> Municipalities => municipalities;

    /// <summary>The boundary years of the areas that were ever added.</summary>
    public IReadOnlyCollection<int> BoundaryYears => years;

    /// <summary>The areas that are left, by the line that names them first.</summary>
    public IEnumerable<NamedArea> Unresolved => byMunicipality
        .SelectMany(pair => pair.Value.Select(area =>
            CreateNamed(new CompactAreaCode(pair.Key.Municipality, area.Key).ToAreaCode(), pair.Key.Year, area.Value)))
        .Concat(custom.Select(pair => CreateNamed(pair.Key.Area, pair.Key.Year, pair.Value)))
        .OrderBy(named => named.Line).ThenBy(named => named.Area);

    /// <summary>Records that an area is named; where it was named before, that stays.</summary>
    public void Add(AreaCode area, int boundaryYear, int line, string column)
    {
        if (CompactAreaCode.From(area) is not { } code)
        {
            if (custom.TryAdd((area, boundaryYear), new FileLocation(line, GetColumnNumber(column))))
            {
                municipalities.Add(area.Municipality);
                years.Add(boundaryYear);
            }

            return;
        }

        if (!byMunicipality.TryGetValue((code.Municipality, boundaryYear), out var places))
        {
            places = byMunicipality[(code.Municipality, boundaryYear)] = [];
            municipalities.Add(area.Municipality);
            years.Add(boundaryYear);
        }

        places.TryAdd(code.Rest, new FileLocation(line, GetColumnNumber(column)));
    }

    /// <summary>Removes an area.</summary>
    public void Remove(AreaCode area, int boundaryYear)
    {
        if (CompactAreaCode.From(area) is not { } code)
        {
            custom.Remove((area, boundaryYear));
        }
        else if (byMunicipality.TryGetValue((code.Municipality, boundaryYear), out var places))
        {
            places.Remove(code.Rest);
        }
    }

    private NamedArea CreateNamed(AreaCode area, int year, FileLocation place) => new(area, year, place.Line, columns[place.Column]);

    private int GetColumnNumber(string column)
    {
        var number = columns.IndexOf(column);
        if (number < 0)
        {
            number = columns.Count;
            columns.Add(column);
        }

        return number;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct FileLocation(int Line, int Column);
}
