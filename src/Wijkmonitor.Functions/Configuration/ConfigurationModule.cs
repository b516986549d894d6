using Microsoft.Extensions.DependencyInjection;

namespace Wijkmonitor.Functions.Configuration;

/// <summary>Registration of the configuration that ships, and of what a deployment puts over it.</summary>
public static class ConfigurationModule
{
    /// <summary>Adds the configuration.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="config">Configuration that ships.</param>
    public static IServiceCollection AddConfiguration(this IServiceCollection services, BuiltInConfiguration config)
    {
        services.AddSingleton(config.Catalogue);
        services.AddSingleton(config);
        services.AddSingleton<CurrentDatasets>();
        services.AddSingleton<DatasetOverrides>();
        return services;
    }
}
