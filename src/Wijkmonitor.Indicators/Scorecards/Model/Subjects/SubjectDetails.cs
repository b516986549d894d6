using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Scorecards.Model.Subjects;

/// <summary>Name and extent of the programme or project that a scorecard is about.</summary>
/// <param name="Title">Its name for people.</param>
/// <param name="Scope">Extent of it.</param>
public sealed record SubjectDetails(string Title, SubjectScope Scope)
{
    /// <summary>The municipalities of a region with the one that leads it, in order. Null where they are not known, and for what is no region.</summary>
    public IReadOnlyList<AreaCode>? Members { get; init; }
}
