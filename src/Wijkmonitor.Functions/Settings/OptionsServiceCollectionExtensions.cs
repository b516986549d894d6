using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Wijkmonitor.Functions.Settings;

/// <summary>Registration of options that settings are bound to.</summary>
internal static class OptionsServiceCollectionExtensions
{
    /// <summary>Adds the schedules of the timers, without which the app does not start.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services)
    {
        services.AddOptions<Schedules>()
            .Configure<IConfiguration>((schedules, configuration) =>
            {
                schedules.Ingest = configuration[Schedules.IngestSetting];
                schedules.Scoring = configuration[Schedules.ScoringSetting];
            })
            .Validate(schedules => schedules.Ingest is { Length: > 0 }, $"Set {Schedules.IngestSetting} to when the inbox is processed, such as 0 */5 * * * *.")
            .Validate(schedules => schedules.Scoring is { Length: > 0 },
                $"Set {Schedules.ScoringSetting} to when everything is recomputed, such as 0 0 3 * * *.")
            .ValidateOnStart();
        return services;
    }

    /// <summary>Adds options that are validated at the start and can be resolved as themselves.</summary>
    public static OptionsBuilder<TOptions> AddValidated<TOptions>(this IServiceCollection services, string section, IValidateOptions<TOptions> validator)
        where TOptions : class
    {
        services.AddSingleton(validator);
        return services.AddBoundOptions<TOptions>(section);
    }

    /// <summary>Adds options that a validator of their own validates at the start.</summary>
    public static OptionsBuilder<TOptions> AddBoundOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TOptions>>().Value);
        services.AddHostedService<RenamedSettingReporter>();
        foreach (var renamed in RenamedSetting.GetAll(section, typeof(TOptions)))
        {
            services.AddSingleton(renamed);
        }

        services.AddSingleton<IValidateOptions<TOptions>>(provider =>
            new WellFormedValidator<TOptions>(provider.GetRequiredService<IConfiguration>().GetSection(section)));
        return services.AddOptions<TOptions>()
            .Configure<IConfiguration>((options, configuration) => WellFormedValidator<TOptions>.SelectWellFormed(configuration.GetSection(section))
                .Bind(options))
            .ValidateOnStart();
    }
}
