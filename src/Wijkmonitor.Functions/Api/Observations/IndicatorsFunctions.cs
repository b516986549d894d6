using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Http.Requests;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Catalogue;

namespace Wijkmonitor.Functions.Api.Observations;

/// <summary>The catalogue of indicators, with the datasets that deliver them.</summary>
public sealed class IndicatorsFunctions(IndicatorCatalogue catalogue, CurrentDatasets datasets)
{
    private static readonly Dictionary<string, Func<IndicatorResource, IComparable?>> Sorts = new(StringComparer.Ordinal)
    {
        ["code"] = indicator => indicator.Code,
        ["source"] = indicator => indicator.Source.Nl,
    };

    /// <summary>Lists all indicators.</summary>
    [Function("ListIndicators")]
    public Task<IResult> ListAsync([HttpTrigger(HttpAccess.Level, "get", "head", Route = "api/v1/indicators")] HttpRequest request) =>
        ApiOperation.RunAsync(
            request,
            query => new ListQuery<IndicatorResource>(query, indicator => indicator.Code, Sorts),
            list => Task.FromResult(ListResults.CreatePage(
                list, catalogue.All.Select(indicator => IndicatorResource.From(indicator, datasets.Precedence)),
                ObservationsJson.Default.ItemListIndicatorResource)));
}
