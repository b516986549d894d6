using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Wijkmonitor.Functions.Settings;

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
        var problems = FindMalformed(section).Select(property =>
            property.GetCustomAttribute<SettingRangeAttribute>()?.DescribeProblem(property.Name, $"'{section[property.Name]}'")
            ?? $"{section.Key}__{property.Name} is '{section[property.Name]}', which cannot be read.").ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    /// <summary>Gets the settings of a section without those that cannot be converted.</summary>
    public static IConfiguration SelectWellFormed(IConfigurationSection section)
    {
        var malformed = FindMalformed(section).Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable(makePathsRelative: true).Where(setting => !malformed.Contains(setting.Key)))
            .Build();
    }

    private static IEnumerable<PropertyInfo> FindMalformed(IConfigurationSection section) => typeof(TOptions).GetProperties().Where(property =>
        property.CanWrite && section[property.Name] is { } text && !TypeDescriptor.GetConverter(property.PropertyType).IsValid(text));
}
