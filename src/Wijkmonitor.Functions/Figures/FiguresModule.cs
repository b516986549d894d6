using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Settings;

namespace Wijkmonitor.Functions.Figures;

/// <summary>Registration of the readers of observations as they may be shown.</summary>
public static class FiguresModule
{
    /// <summary>Adds the figures.</summary>
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddValidated<DisclosureOptions>(DisclosureOptions.Section, new FiguresValidator());
        services.AddSingleton<DisclosableObservations>();
        services.AddSingleton<MunicipalityObservations>();
        services.AddSingleton<PublicationWriter>();
        return services;
    }
}
