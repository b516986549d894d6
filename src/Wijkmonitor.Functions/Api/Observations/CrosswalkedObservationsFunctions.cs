using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>Figures carried from the boundaries of one year to those of another.</summary>
/// <param name="From">The year of the boundaries that they were delivered in.</param>
/// <param name="To">The year of the boundaries that they were carried to.</param>
/// <param name="Carried">The figures, each with what it was carried from.</param>
/// <param name="NotCarried">Figures that could not be carried, with the reason.</param>
public sealed record CrosswalkedObservationsResource(int From, int To, IReadOnlyList<ObservationResource> Carried, IReadOnlyList<NotDerived> NotCarried);

/// <summary>Figures of a municipality that crosswalks carried to other boundaries.</summary>
public sealed class CrosswalkedObservationsFunctions(MunicipalityObservations observations, VisibilityPolicy visibility,
    IndicatorCatalogue catalogue, CurrentDatasets datasets)
{
    /// <summary>Lists the figures of a municipality in other boundaries, and what could not be carried there. <c>from</c> and <c>to</c> are required.</summary>
    [Function("ListCarriedFigures")]
    public Task<IResult> ListAsync(
        [HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/municipalities/{code}/carried-figures")] HttpRequest request,
        string code,
        CancellationToken cancellationToken) => ApiOperation.RunAsync(
        request,
        query => (Municipality: query.ReadMunicipality(code), From: query.ReadRequiredYear("from"), To: query.ReadRequiredYear("to")),
        asked => ListAsync(Caller.From(request.HttpContext), asked.Municipality, asked.From, asked.To, cancellationToken));

    private async Task<IResult> ListAsync(Caller caller, AreaCode municipality, Period from, Period to, CancellationToken cancellationToken)
    {
        var (crosswalk, delivered) = await observations.GetBetweenAsync(municipality, from.Year, to.Year, cancellationToken);
        if (crosswalk is null)
        {
            return ApiResults.NotFound(
                $"Voor {municipality} is er geen omrekentabel van {from} naar {to}.", $"There is no crosswalk for {municipality} from {from} to {to}.");
        }

        var figures = crosswalk.CarryAll(datasets.Precedence.Mark([.. delivered.Where(observation => visibility.CanSee(caller, observation))]), catalogue);
        return ApiResults.Json(
            new CrosswalkedObservationsResource(from.Year, to.Year,
                [.. figures.Carried.Select(o => ObservationResource.FromObservation(o, catalogue.Find(o.Indicator)!))], figures.NotCarried),
            ObservationsJson.Default.CrosswalkedObservationsResource);
    }
}
