using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Functions.Storage.SocialMortgages;

/// <summary>Summary of a social mortgage in a list.</summary>
/// <param name="Id">The contract's id.</param>
/// <param name="Version">The contract's version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Area">The area.</param>
/// <param name="City">The municipality.</param>
/// <param name="Principal">Amount lent, in euros.</param>
/// <param name="FirstYear">The first year of the term.</param>
/// <param name="LastYear">The last year of the term.</param>
/// <param name="Href">Address of the full scorecard.</param>
/// <param name="Parties">The organisations that are party to it.</param>
public sealed record SocialMortgageItem(
    string Id,
    string Version,
    BilingualText Title,
    AreaCode Area,
    AreaCode City,
    decimal Principal,
    int FirstYear,
    int LastYear,
    string Href,
    IReadOnlyList<string>? Parties = null)
{
    /// <summary>Creates the list item of a contract.</summary>
    public static SocialMortgageItem From(SocialMortgageContract contract) => new(
        contract.Id,
        contract.Version,
        contract.Title,
        contract.Area,
        contract.City,
        contract.Principal,
        contract.FirstYear,
        contract.LastYear,
        $"/api/v1/social-mortgages/{contract.Id}",
        [.. contract.Parties.Select(party => party.Organisation).Distinct(StringComparer.Ordinal)]);
}
