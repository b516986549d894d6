using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Indicators.Catalogue;

namespace Wijkmonitor.Functions.Api;

/// <summary>The catalogue of indicators.</summary>
public sealed class IndicatorsFunctions(IndicatorCatalogue catalogue)
{
    /// <summary>All indicators.</summary>
    [Function("ListIndicators")]
    public IResult List([HttpTrigger(HttpAccess.Level, "get", Route = "api/v1/indicators")] HttpRequest request) =>
        Answer.Json(new ItemList<Indicator>([.. catalogue.All]), ApiJson.Default.ItemListIndicator);
}
