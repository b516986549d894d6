using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.Datasets.Checks;

/// <summary>The contents of a file, gathered while it is read: rows, areas, periods, and what storing needs.</summary>
/// <param name="tally">Tally of the file while it is read.</param>
public sealed class FileContents(ReadTally tally)
{
    private readonly SortedSet<string> municipalities = new(StringComparer.Ordinal);
    private readonly SortedSet<Period> periods = [];
    private SortedSet<string>? filled;
    private readonly Dictionary<AreaCode, (int Line, string Column)> areasOfAnyYear = [];

    /// <summary>Gets how many rows were read.</summary>
    public int Rows { get; private set; }

    /// <summary>Gets how many values they hold.</summary>
    public int Values { get; private set; }

    /// <summary>Gets the municipalities that the file is about, in order.</summary>
    public IReadOnlyCollection<string> Municipalities => municipalities;

    /// <summary>Gets the periods that its figures are about, in order.</summary>
    public IReadOnlyCollection<Period> Periods => periods;

    /// <summary>Gets the column with the area's code, as the file calls it.</summary>
    public string AreaColumn => tally.AreaColumn ?? "";

    /// <summary>Gets the areas that must be in the register of a year.</summary>
    public AreaReferences Areas { get; } = new();

    /// <summary>Gets the areas that must be in the register of any year, and where they are named first.</summary>
    public IReadOnlyDictionary<AreaCode, (int Line, string Column)> AreasOfAnyYear => areasOfAnyYear;

    /// <summary>Gets which areas have a crosswalk.</summary>
    public CrosswalkCoverage Crosswalks { get; } = new();

    /// <summary>Gets what is to be booked on contracts.</summary>
    public ICollection<ILedgerRecord> Bookings { get; } = [];

    /// <summary>Gets or sets the contract that the file is; null where it is none.</summary>
    public SocialMortgageContract? Contract { get; set; }

    /// <summary>Adds to the number of rows and values.</summary>
    public void Count(int rows, int values)
    {
        Rows += rows;
        Values += values;
    }

    /// <summary>Gets the indicators of which the file has a figure, in order; null where it is no release.</summary>
    public IReadOnlyList<string>? Filled => filled is null ? null : [.. filled];

    /// <summary>Records of which indicators a row of a release has a figure. One that is withheld is one too.</summary>
    public void AddFilled(DatasetDefinition definition, AreaObservations row)
    {
        if (!definition.IsRelease)
        {
            return;
        }

        filled ??= new SortedSet<string>(StringComparer.Ordinal);
        foreach (var value in row.Values)
        {
            if (value.Value.State is ObservedState.Known or ObservedState.Suppressed)
            {
                filled.Add(value.Indicator);
            }
        }
    }

    /// <summary>Adds the municipality of an area.</summary>
    public void AddMunicipality(AreaCode area) => municipalities.Add(area.Municipality.Value);

    /// <summary>Adds a period that figures are about.</summary>
    public void AddPeriod(Period period) => periods.Add(period);

    /// <summary>Adds an area that must be known, whatever the year of its boundaries; where it was named before, that stays.</summary>
    public void AddAreaOfAnyYear(AreaCode area, int line, string column) => areasOfAnyYear.TryAdd(area, (line, column));
}
