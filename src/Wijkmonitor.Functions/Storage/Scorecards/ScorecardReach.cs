using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Storage.Scorecards;

/// <summary>Area of a scorecard and, for that of a region, its municipalities. These decide who may see it.</summary>
/// <param name="Area">The area that it is kept with.</param>
/// <param name="Region">The code of the region's subject; null for what is no region.</param>
/// <param name="Members">The municipalities of the region; empty for what is no region.</param>
public sealed record ScorecardReach(AreaCode Area, string? Region, IReadOnlyList<AreaCode> Members)
{
    /// <summary>Creates the reach of a scorecard.</summary>
    public static ScorecardReach From(Scorecard card) => card.About?.Members is { } members
        ? new ScorecardReach(card.Area, card.Subject, members)
        : From(card.Area);

    /// <summary>Creates the reach of what is no region.</summary>
    public static ScorecardReach From(AreaCode area) => new(area, Region: null, []);

    /// <summary>Creates the reach of a stored row.</summary>
    /// <param name="row">The row's key.</param>
    /// <param name="members">The municipalities as they are stored; null for what is no region.</param>
    internal static ScorecardReach Parse(string row, string? members)
    {
        var parts = Keys.SplitScorecardRow(row);
        return members is null
            ? From(parts.Area)
            : new ScorecardReach(parts.Area, parts.Subject, [.. members.Split(' ').Select(AreaCode.Parse)]);
    }

    /// <summary>Formats the municipalities as they are stored; null for what is no region.</summary>
    internal static string? FormatMembers(Scorecard? card) => card?.About?.Members is { } members ? string.Join(' ', members) : null;
}
