using Microsoft.Extensions.DependencyInjection;
using Wijkmonitor.Functions.Settings;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Registration of scoring.</summary>
public static class ScoringModule
{
    /// <summary>Adds the scoring.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="rules">The rules that the deployment chose.</param>
    public static IServiceCollection AddScoring(this IServiceCollection services, ScoringRules rules)
    {
        services.AddValidated<FreshnessOptions>(FreshnessOptions.Section, new ScoringValidator());
        services.AddSingleton(rules);
        services.AddHostedService<RenamedRuleReporter>();
        services.AddSingleton<MunicipalityScoring>();
        services.AddSingleton<ScoringRun>();
        services.AddSingleton<MortgageStatements>();
        services.AddSingleton<StaleDatasetReporter>();
        return services;
    }
}
