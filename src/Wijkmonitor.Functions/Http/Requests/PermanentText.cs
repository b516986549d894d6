using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Indicators.Datasets.PersonalData;

namespace Wijkmonitor.Functions.Http.Requests;

/// <summary>Check of text for records that nobody can remove: it may not be about a person.</summary>
public static class PermanentText
{
    /// <summary>Gets a 400 response where a text looks like personal data, which it does not repeat; null otherwise.</summary>
    public static IResult? Validate(string field, string? text) => PersonalText.Find(text ?? "") is { } found
        ? ApiResults.BadRequest(
            field,
            "",
            $"In {field} staat zo te zien {found.Nl}. Het wordt voorgoed bewaard en kan niet worden verwijderd: laat dit weg, en noem een rol in plaats van een persoon.",
            $"{field} seems to hold {found.En}. It is kept for good and cannot be removed: leave this out, and name a role instead of a person.")
        : null;
}
