using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wijkmonitor.Functions.Api;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage;

namespace Wijkmonitor.Functions.Configuration;

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
        services.AddSingleton<IValidateOptions<TOptions>>(provider => new WellFormedValidator<TOptions>(provider.GetRequiredService<IConfiguration>().GetSection(section)));
        return services.AddOptions<TOptions>()
            .Configure<IConfiguration>((options, configuration) => WellFormedValidator<TOptions>.WellFormed(configuration.GetSection(section)).Bind(options))
            .ValidateOnStart();
    }
}

/// <summary>
/// Validates that each setting of a section can be converted to its option's type. The binder would stop at the first that cannot, and its exception would end the
/// validation of all others: so it is given the well-formed ones only.
/// </summary>
internal sealed class WellFormedValidator<TOptions>(IConfigurationSection section) : IValidateOptions<TOptions>
    where TOptions : class
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var problems = Malformed(section).Select(property =>
            property.GetCustomAttribute<SettingRangeAttribute>()?.DescribeProblem(property.Name, $"'{section[property.Name]}'")
            ?? $"{section.Key}__{property.Name} is '{section[property.Name]}', which cannot be read.").ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    /// <summary>Gets the settings of a section without those that cannot be converted.</summary>
    public static IConfiguration WellFormed(IConfigurationSection section)
    {
        var malformed = Malformed(section).Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable(makePathsRelative: true).Where(setting => !malformed.Contains(setting.Key)))
            .Build();
    }

    private static IEnumerable<PropertyInfo> Malformed(IConfigurationSection section) => typeof(TOptions).GetProperties().Where(property =>
        property.CanWrite && section[property.Name] is { } text && !TypeDescriptor.GetConverter(property.PropertyType).IsValid(text));
}

/// <summary>Validates options by their attributes and by themselves.</summary>
[OptionsValidator]
internal sealed partial class AnnotationsValidator :
    IValidateOptions<ApiOptions>, IValidateOptions<DisclosureOptions>, IValidateOptions<FreshnessOptions>, IValidateOptions<IngestOptions>,
    IValidateOptions<RateLimitOptions>, IValidateOptions<SecurityTxtOptions>, IValidateOptions<StorageOptions>, IValidateOptions<StorageTimeoutOptions>;
