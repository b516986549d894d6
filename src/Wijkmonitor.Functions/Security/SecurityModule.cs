using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wijkmonitor.Functions.Settings;

namespace Wijkmonitor.Functions.Security;

/// <summary>Registration of the identification of callers, and of what they may see.</summary>
public static class SecurityModule
{
    /// <summary>Adds the security.</summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsValidator>();
        services.AddBoundOptions<SecurityOptions>(SecurityOptions.Section);
        services.AddSingleton(provider => SecurityPolicy.Create(provider.GetRequiredService<SecurityOptions>()));
        services.AddSingleton<Identification>();
        services.AddSingleton<VisibilityPolicy>();
        services.AddSingleton<InputVisibility>();
        return services;
    }
}
