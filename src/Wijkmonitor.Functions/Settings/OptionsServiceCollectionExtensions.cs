using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wijkmonitor.Functions.Api.WellKnown;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Http.Answers;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Middleware;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Core;

namespace Wijkmonitor.Functions.Settings;

/// <summary>Registers the options that settings are bound to.</summary>
public static class OptionsServiceCollectionExtensions
{
    /// <summary>Adds the options, each validated at start and resolvable as itself.</summary>
    public static IServiceCollection AddMonitorOptions(this IServiceCollection services)
    {
        var validator = new AnnotationsValidator();
        services.AddValidated<ApiOptions>(ApiOptions.Section, validator);
        services.AddValidated<DisclosureOptions>(DisclosureOptions.Section, validator);
        services.AddValidated<FreshnessOptions>(FreshnessOptions.Section, validator);
        services.AddValidated<IngestOptions>(IngestOptions.Section, validator);
        services.AddValidated<RateLimitOptions>(RateLimitOptions.Section, validator);
        services.AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsValidator>();
        services.AddBound<SecurityOptions>(SecurityOptions.Section);
        services.AddValidated<SecurityTxtOptions>(SecurityTxtOptions.Section, validator);
        services.AddValidated<StorageTimeoutOptions>(StorageTimeoutOptions.Section, validator);

        // A connection string is the value of the section itself, as in all connection settings of Azure Functions.
        services.AddValidated<StorageOptions>(StorageOptions.Section, validator)
            .Configure<IConfiguration>((options, configuration) => options.ConnectionString = configuration[StorageOptions.Section] is { Length: > 0 } text ? text : null);
        services.AddOptions<Schedules>()
            .Configure<IConfiguration>((schedules, configuration) => (schedules.Ingest, schedules.Scoring) = (configuration[Schedules.IngestSetting], configuration[Schedules.ScoringSetting]))
            .Validate(schedules => schedules.Ingest is { Length: > 0 }, $"Set {Schedules.IngestSetting} to when the inbox is looked at, such as 0 */5 * * * *.")
            .Validate(schedules => schedules.Scoring is { Length: > 0 }, $"Set {Schedules.ScoringSetting} to when everything is computed anew, such as 0 0 3 * * *.")
            .ValidateOnStart();
        return services;
    }

    private static OptionsBuilder<TOptions> AddValidated<TOptions>(this IServiceCollection services, string section, IValidateOptions<TOptions> validator)
        where TOptions : class
    {
        services.AddSingleton(validator);
        return services.AddBound<TOptions>(section);
    }

    private static OptionsBuilder<TOptions> AddBound<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TOptions>>().Value);
        return services.AddOptions<TOptions>()
            .Configure<IConfiguration>((_, configuration) => RejectMalformed<TOptions>(configuration.GetSection(section)))
            .BindConfiguration(section)
            .ValidateOnStart();
    }

    // The binder would stop at the first value that it cannot convert, and its exception ends validation of the other options.
    private static void RejectMalformed<TOptions>(IConfigurationSection section)
    {
        var problems = (
            from property in typeof(TOptions).GetProperties()
            let text = section[property.Name]
            where text is not null && property.CanWrite && !TypeDescriptor.GetConverter(property.PropertyType).IsValid(text)
            select property.GetCustomAttribute<SettingRangeAttribute>()?.DescribeProblem(property.Name, $"'{text}'")
                ?? $"{section.Key}__{property.Name} is '{text}', which cannot be read.").ToList();
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(TOptions), problems);
        }
    }
}

/// <summary>Validates options by their attributes and by themselves.</summary>
[OptionsValidator]
internal sealed partial class AnnotationsValidator :
    IValidateOptions<ApiOptions>, IValidateOptions<DisclosureOptions>, IValidateOptions<FreshnessOptions>, IValidateOptions<IngestOptions>,
    IValidateOptions<RateLimitOptions>, IValidateOptions<SecurityTxtOptions>, IValidateOptions<StorageOptions>, IValidateOptions<StorageTimeoutOptions>;
