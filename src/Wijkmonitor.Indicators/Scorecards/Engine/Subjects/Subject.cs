using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>A programme or project that an area can have several of.</summary>
/// <param name="Code">The code that its records name it by; unique in its municipality.</param>
/// <param name="Kind">The name of the kind of its scorecards; files call it the family.</param>
/// <param name="Rules">The code of the rules that it is computed by.</param>
/// <param name="Scope">Extent of it.</param>
/// <param name="Title">Its name for people; its code where none was delivered.</param>
/// <param name="BoundaryYear">The year of its area's boundaries; null where that was not delivered.</param>
/// <param name="Units">The number of units that it is about, such as homes; null where that was not delivered.</param>
/// <param name="ValidFrom">The first day that it is about.</param>
/// <param name="Visibility">Audience, where it is narrower than that of the rules; null where it is not.</param>
/// <param name="Record">The record that it was delivered as.</param>
public sealed record Subject(
    string Code, string Kind, string Rules, SubjectScope Scope, string Title, int? BoundaryYear, decimal? Units, DateOnly ValidFrom,
    DatasetVisibility? Visibility, AreaRecord Record)
{
    /// <summary>The datasets with subjects: those that are delivered for partners and those that anybody may see.</summary>
    public static readonly IReadOnlyList<string> Datasets = ["subjects", "subjects-published"];

    /// <summary>The field of a record that names its subject.</summary>
    public const string Field = "subject";

    /// <summary>The area that it is kept with.</summary>
    public AreaCode Area => Record.Area;

    /// <summary>The municipalities of a region with the one that leads it, in order.</summary>
    /// <remarks>Null until they are complete as declared, and for what is no region.</remarks>
    public IReadOnlyList<AreaCode>? Members { get; init; }

    /// <summary>Its name and extent, as its scorecards say them.</summary>
    public SubjectDetails Details => new(Title, Scope) { Members = Members };

    /// <summary>Creates the subject of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="regions">The municipalities of regions.</param>
    public static Subject From(AreaRecord record, RegionMembers regions)
    {
        var scope = Enum.TryParse<SubjectScope>(record.GetText("scope"), ignoreCase: true, out var known) ? known : SubjectScope.Area;
        var code = record.GetText(Field) ?? record.Reference;
        var members = scope == SubjectScope.Region ? regions.Find(code) : null;
        return new(
            code,
            record.GetText("family") ?? "",
            record.GetText("rules") ?? "",
            scope,
            record.GetText("title") ?? code,
            record.GetDecimal("boundary_year") is { } year ? (int)year : null,
            record.GetDecimal("units"),
            record.Date,
            GetVisibility(record, scope, members),
            record)
        {
            Members = members,
        };
    }

    /// <summary>Gets the year of the boundaries of its area: as delivered, or else the newest that the register has.</summary>
    internal int GetBoundaryYear(IEnumerable<Area> register) => BoundaryYear
        ?? register.Where(area => area.Code == Area).Select(area => (int?)area.BoundaryYear).Max()
        ?? ValidFrom.Year;

    // A region is for partners of all its municipalities: a partner of the one that leads it may see none of the others. Until they are complete, only the
    // owner sees it.
    private static DatasetVisibility? GetVisibility(AreaRecord record, SubjectScope scope, IReadOnlyList<AreaCode>? members) =>
        scope == SubjectScope.Region
            ? NarrowedVisibility.GetStrictest(members is null ? DatasetVisibility.Owner : DatasetVisibility.Partners, ReadVisibility(record))
            : ReadVisibility(record);

    private static DatasetVisibility? ReadVisibility(AreaRecord record) =>
        Enum.TryParse<DatasetVisibility>(record.GetText("visibility"), ignoreCase: true, out var visibility) ? visibility : null;
}
