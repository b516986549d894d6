using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Api.Deliveries;
using Wijkmonitor.Functions.Api.Health;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.OpenApi;
using Wijkmonitor.Functions.Api.WellKnown;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Settings;

namespace Wijkmonitor.Functions.Api;

/// <summary>Registration of the services of the API.</summary>
public static class ApiModule
{
    /// <summary>Adds the API.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        var validator = new ApiValidator();
        services.AddValidated<ApiOptions>(ApiOptions.Section, validator);
        services.AddValidated<HealthOptions>(HealthOptions.Section, validator);
        services.AddValidated<SecurityTxtOptions>(SecurityTxtOptions.Section, validator);
        services.AddSingleton(OpenApiDocument.Current);
        services.AddSingleton(new PublishedContract(OpenApiDocument.Current.Version, OpenApiDocument.Paths));
        services.AddSingleton<ResponseHeaders>();
        services.AddSingleton<PublishedDeliveries>();
        services.AddSingleton<ObservationExports>();
        return services;
    }
}
