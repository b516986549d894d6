using System.Globalization;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <content>A definition as it holds for one file: its layout, and the year that it is about.</content>
public sealed partial record DatasetDefinition
{
    /// <summary>The layout that the file was found to have; null for that of the definition itself.</summary>
    [JsonIgnore]
    public BilingualText? Layout { get; internal init; }

    /// <summary>The years that the file can be about as a whole, in order. None where that is in its rows or columns, or unknown.</summary>
    [JsonIgnore]
    public IReadOnlyList<Period> FilePeriods { get; internal init; } = [];

    /// <summary>The year that the file is about as a whole; null for none or more than one.</summary>
    [JsonIgnore]
    public Period? FilePeriod => FilePeriods is [var period] ? period : null;

    /// <summary>The year that was chosen next to the file's name or in it; null for none.</summary>
    [JsonIgnore]
    internal Period? Choice => ChosenPeriod ?? (FileNames.SelectMany(FileNamePeriods.FindChoices).Distinct().ToList() is [var choice] ? choice : (Period?)null);

    /// <summary>The year that a title above the header says and the file's name does not; null for none.</summary>
    [JsonIgnore]
    internal Period? TitlePeriod { get; private init; }

    /// <summary>All years in titles above the header, in order, whatever they are about.</summary>
    [JsonIgnore]
    internal IReadOnlyList<Period> TitleYears { get; private init; } = [];

    /// <summary>The period, no calendar year, that the file's name or a title says; null for none.</summary>
    [JsonIgnore]
    internal PartOfYear? FilePart { get; private init; }

    /// <summary>All periods, no calendar years, that the file's name and titles say; rows of whole years can contradict them.</summary>
    [JsonIgnore]
    internal IReadOnlyList<PartOfYear> FileParts { get; private init; } = [];

    /// <summary>The words that say that figures of the file's year are expected and not measured; null for none.</summary>
    [JsonIgnore]
    internal string? Forecast => FilePeriod is { } year && Choice is null && !FileNamePeriods.IsOfForecast($"{Id} {Title.Nl} {Title.En}")
        ? FileNamePeriods.FindForecast(FileNames.Concat(Titles), year) : null;

    /// <summary>Whether the boundaries of the areas are those of the year that the figures are about.</summary>
    [JsonIgnore]
    internal bool HasBoundariesOfPeriod => BoundaryYear == BoundaryYearOfPeriod;

    /// <summary>The one year that rows may say where the definition expects it elsewhere; null for any.</summary>
    [JsonIgnore]
    internal Period? RowPeriod { get; private init; }

    /// <summary>The names that the file has: its own and, where it is in a zip, that in the zip.</summary>
    [JsonIgnore]
    internal IReadOnlyList<string> FileNames { get; private init; } = [];

    /// <summary>The years in the file's names that can be those of something else than the figures.</summary>
    [JsonIgnore]
    internal IReadOnlyList<PassedOverYear> PassedOverYears => Period?.FileNames is { } known
        ? [.. FileNames.SelectMany(name => FileNamePeriods.FindPassedOver(name, known)).DistinctBy(passed => passed.Year).OrderBy(passed => passed.Year)]
        : [];

    private Period? ChosenPeriod { get; init; }

    private IReadOnlyCollection<string> Titles { get; init; } = [];

    // Records can have fields that say something else than the period of a figure.
    private bool IsOfFigures => IsWide || Format == DatasetFormat.Long;

    private bool DependsOnYear => IsRelease || (Topics ?? []).Any(topic => !topic.IsOfAllYears || topic.ColumnOfYear is not null);

    /// <summary>Gets the definition as it holds for a file: with the year that its name says.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="period">The year that was chosen next to the name; null for none.</param>
    public DatasetDefinition ForFile(string name, Period? period = null) =>
        (this with { FileNames = [name], ChosenPeriod = period }).WithFilePeriods();

    /// <summary>Gets the definition specialised for a file in a zip. The name of the zip may give the year too.</summary>
    internal DatasetDefinition ForEntry(string name) => (this with { FileNames = [.. FileNames, name] }).WithFilePeriods();

    /// <summary>Gets the definition specialised for a file with these titles above its header: one year in them is its year.</summary>
    /// <remarks>
    /// Where nothing else says the year, that of a title must be one that the dataset knows. Where the rows say it, only the parts of a year in titles
    /// count.
    /// </remarks>
    internal DatasetDefinition WithTitles(IReadOnlyCollection<string> titles)
    {
        if (PeriodSource == PeriodSource.Column)
        {
            return this with { FileParts = [.. FileParts, .. IsOfFigures ? FileNamePeriods.FindPartsInTitles(titles) : []] };
        }

        var all = FileNamePeriods.FindAllInTitles(titles);
        var said = FileNamePeriods.FindInTitles(titles, Format == DatasetFormat.Records);
        List<PartOfYear> parts = [.. Format == DatasetFormat.Records ? [] : FileNamePeriods.FindPartsInTitles(titles)];
        if ((FilePart ?? ChoosePart(parts, said.Count > 0 ? said : FilePeriods)) is { } part)
        {
            return this with { TitleYears = all, FilePart = part, Titles = titles };
        }

        // A month of another year than the name says contradicts it as a year would.
        said = said.Count > 0 ? said : [.. parts.Select(found => found.Month).OfType<Period>().Distinct()];
        if (Choice is not null || said is not [var year] || FilePeriods.Contains(year)
            || (FilePeriods.Count == 0 && !FileNamePeriods.IsKnown(year, Period!.FileNames!)))
        {
            return this with { TitleYears = all, Titles = titles };
        }

        return this with { TitleYears = all, Titles = titles, TitlePeriod = year, FilePeriods = [.. FilePeriods.Append(year).Order()] };
    }

    /// <summary>Gets the definition specialised for a file whose rows say their periods, though the definition expects them elsewhere.</summary>
    /// <remarks>What the rows say comes before the file's name. What the definition says of a year can hold for one year only.</remarks>
    /// <param name="column">The column with the periods.</param>
    /// <param name="first">The year of the first row.</param>
    internal DatasetDefinition WithPeriodColumn(string column, Period first)
    {
        var only = Choice ?? (DependsOnYear ? first : (Period?)null);
        return this with
        {
            Period = null,
            Columns = Columns! with { Period = column },
            FilePeriods = [],
            FilePart = null,
            RowPeriod = only,
            Topics = only is null ? Topics : Topics?.Where(topic => topic.IsAbout(only)).Select(topic => topic.ForYear(only.Value)).ToList(),
        };
    }

    /// <summary>Gets the definitions that the file can be read by, each with one layout.</summary>
    /// <remarks>These are this one and one for each of the layouts, or those that the file's name decides on.</remarks>
    internal IReadOnlyList<DatasetDefinition> GetCandidates()
    {
        if (Layouts is null)
        {
            return [this];
        }

        List<FileLayout> named = [.. Layouts.Where(IsNamed)];
        return named.Count > 0
            ? [.. named.Select(layout => layout.ApplyTo(this).WithFilePeriods())]
            : [this with { Layouts = null }, .. Layouts.Select(layout => layout.ApplyTo(this).WithFilePeriods())];
    }

    private bool IsNamed(FileLayout layout) =>
        layout.FileName is { } text && FileNames.Any(name => name.Contains(text, StringComparison.OrdinalIgnoreCase));

    // Where the names of the file and of the zip that it is in both say a year, they must say the same.
    private DatasetDefinition WithFilePeriods()
    {
        IReadOnlyList<Period> periods = PeriodSource switch
        {
            PeriodSource.FileName => [.. FileNames.SelectMany(name => FileNamePeriods.Find(name, Period!.FileNames!, ChosenPeriod)).Distinct().Order()],
            PeriodSource.Fixed => [new Period(int.Parse(Period!.Year!, NumberStyles.None, CultureInfo.InvariantCulture))],
            _ => [],
        };
        List<PartOfYear> parts = [.. IsOfFigures ? FileNames.SelectMany(FileNamePeriods.FindParts) : []];
        if (parts.Count == 0 && IsOfFigures && PeriodSource == PeriodSource.Column)
        {
            parts.AddRange(FileNames.SelectMany(PartOfYear.FindLoose));
        }

        return this with
        {
            FilePeriods = periods,
            FileParts = parts,
            FilePart = PeriodSource == PeriodSource.FileName ? ChoosePart(parts, periods) : null,
        };
    }

    // A month next to another year, or to a year that was chosen, is that in which the file was made.
    private PartOfYear? ChoosePart(IEnumerable<PartOfYear> parts, IReadOnlyList<Period> years) => parts.FirstOrDefault(part =>
        part.Month is not { } year || (Choice is null && (years.Count == 0 || years.Contains(year))));
}
