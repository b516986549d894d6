using System.Globalization;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Dossiers;

/// <summary>
/// The act that settles (vaststelt) a year: its statement stays as it was then. What later figures or decisions make of that year is
/// booked as a correction in the first year that is not settled.
/// </summary>
/// <param name="Contract">The contract's id.</param>
/// <param name="Year">The year.</param>
/// <param name="On">The day it was settled.</param>
/// <param name="ByRole">The role that settled it.</param>
/// <param name="Statement">The statement as it was settled.</param>
public sealed record Settlement(string Contract, int Year, DateOnly On, string ByRole, Scorecard Statement)
{
    /// <summary>Finds the reason why a year cannot be settled, or null where it can.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="settled">The years that are settled.</param>
    /// <param name="year">The year to settle.</param>
    /// <param name="on">The day of settling.</param>
    public static ContractProblem? Validate(ContractVersions contract, IReadOnlyCollection<int> settled, int year, DateOnly on)
    {
        var text = year.ToString("0000", CultureInfo.InvariantCulture);
        if (settled.Contains(year))
        {
            return new ContractProblem("year", text,
                new($"{text} is al vastgesteld.", $"{text} is already settled."),
                new("Een verschil wordt geboekt in het eerste jaar dat nog niet is vastgesteld.",
                    "A difference is booked in the first year that is not settled yet."));
        }

        if (on.Year <= year)
        {
            return new ContractProblem("on", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                new("Een jaar kan pas worden vastgesteld als het voorbij is.", "A year can be settled only when it is over."),
                new("Vul een dag na het jaar in.", "Enter a day after the year."));
        }

        var before = Enumerable.Range(contract.FirstYear, Math.Max(0, year - contract.FirstYear))
            .Where(y => !settled.Contains(y))
            .Select(y => (int?)y)
            .FirstOrDefault();
        return before is { } open
            ? new ContractProblem("year", text,
                new($"{open.ToString(CultureInfo.InvariantCulture)} is nog niet vastgesteld; jaren worden op volgorde vastgesteld.",
                    $"{open.ToString(CultureInfo.InvariantCulture)} is not settled yet; years are settled in order."),
                new("Stel eerst de eerdere jaren vast.", "Settle the earlier years first."))
            : null;
    }
}
