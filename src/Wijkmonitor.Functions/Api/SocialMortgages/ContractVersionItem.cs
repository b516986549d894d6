namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>A version of a contract.</summary>
/// <param name="Version">Its name.</param>
/// <param name="ValidFrom">The day from which it counts.</param>
/// <param name="Replaces">The version of the same day that it takes the place of.</param>
/// <param name="Delivery">The delivery that it came with.</param>
public sealed record ContractVersionItem(string Version, DateOnly ValidFrom, string? Replaces, string Delivery);
