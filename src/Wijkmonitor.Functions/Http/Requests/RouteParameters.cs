using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Http.Requests;

/// <summary>Reads codes and years from paths and queries, or gives the problem to answer with.</summary>
public static class RouteParameters
{
    /// <summary>Reads an area's code.</summary>
    public static bool TryParseArea(string text, out AreaCode area, [NotNullWhen(false)] out IResult? problem)
    {
        var isArea = AreaCode.TryParse(text, out area);
        problem = isArea ? null : ApiResults.BadRequest(
            "code", text, "Een gebiedscode ziet eruit als GM0363, WK036300, BU03630000 of CU0153-dolphia.",
            "An area's code looks like GM0363, WK036300, BU03630000 or CU0153-dolphia.");
        return isArea;
    }

    /// <summary>Reads a municipality's code.</summary>
    public static bool TryParseMunicipality(string text, out AreaCode municipality, [NotNullWhen(false)] out IResult? problem)
    {
        var isMunicipality = AreaCode.TryParse(text, out municipality) && municipality.Level == AreaLevel.Municipality;
        problem = isMunicipality ? null : ApiResults.BadRequest(
            "code", text, "De code van een gemeente ziet eruit als GM0363.", "A municipality's code looks like GM0363.");
        return isMunicipality;
    }

    /// <summary>Reads a year.</summary>
    /// <param name="field">The path or query key that it is in.</param>
    /// <param name="text">The value.</param>
    /// <param name="period">The year.</param>
    /// <param name="problem">What to answer where it is none.</param>
    public static bool TryParsePeriod(string field, string? text, out Period period, [NotNullWhen(false)] out IResult? problem)
    {
        var isPeriod = Period.TryParseYear(text, out period);
        problem = isPeriod ? null : ApiResults.BadRequest(
            field, text ?? "", "Geef een jaar van vier cijfers, zoals 2019.", "Give a year of four digits, such as 2019.");
        return isPeriod;
    }
}
