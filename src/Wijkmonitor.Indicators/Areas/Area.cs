namespace Wijkmonitor.Indicators.Areas;

/// <summary>An area as it was in the year of its boundaries.</summary>
/// <param name="Code">Its code in that year.</param>
/// <param name="Name">Its name, as the source writes it.</param>
/// <param name="BoundaryYear">The year whose boundaries are meant.</param>
public sealed record Area(AreaCode Code, string Name, int BoundaryYear);
