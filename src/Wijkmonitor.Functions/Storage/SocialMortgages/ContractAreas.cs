using System.Collections.Concurrent;
using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Functions.Storage.SocialMortgages;

/// <summary>The area of each contract, kept in memory once it was read.</summary>
/// <remarks>It never changes in the life of a contract, and with it a statement is found by one point read.</remarks>
public sealed class ContractAreas(ContractStore contracts)
{
    private readonly ConcurrentDictionary<string, AreaCode> areas = new(StringComparer.Ordinal);

    /// <summary>Finds the area of the contract with this id, or null where there is no such contract.</summary>
    public async Task<AreaCode?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (areas.TryGetValue(id, out var known))
        {
            return known;
        }

        return await contracts.FindAsync(id, cancellationToken) is { Count: > 0 } versions ? areas.GetOrAdd(id, versions[0].Contract.Area) : null;
    }
}
