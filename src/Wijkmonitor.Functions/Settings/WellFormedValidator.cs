using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Wijkmonitor.Functions.Settings;

/// <summary>Validator that each setting of a section can be converted to its option's type.</summary>
/// <remarks>
/// The binder would stop at the first that cannot, and its exception would end the validation of all others: it is given the well-formed ones only.
/// </remarks>
internal sealed class WellFormedValidator<TOptions>(IConfigurationSection section) : IValidateOptions<TOptions>
    where TOptions : class
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var problems = FindMalformed(section).Select(property =>
            property.GetCustomAttribute<SettingRangeAttribute>()?.DescribeProblem(property.Name, $"'{RenamedSetting.FindValue(section, property)}'")
            ?? $"{section.Key}__{property.Name} is '{RenamedSetting.FindValue(section, property)}', which cannot be read.").ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    /// <summary>Gets the settings of a section without those that cannot be converted, each under its current key.</summary>
    public static IConfiguration SelectWellFormed(IConfigurationSection section)
    {
        var settings = new Dictionary<string, string?>(section.AsEnumerable(makePathsRelative: true), StringComparer.OrdinalIgnoreCase);
        foreach (var renamed in RenamedSetting.GetAll(section.Key, typeof(TOptions)).Where(renamed => section[renamed.Former] is not null))
        {
            settings.TryAdd(renamed.Current, section[renamed.Former]);
        }

        foreach (var property in FindMalformed(section))
        {
            settings.Remove(property.Name);
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    private static IEnumerable<PropertyInfo> FindMalformed(IConfigurationSection section) => typeof(TOptions).GetProperties().Where(property =>
        property.CanWrite && RenamedSetting.FindValue(section, property) is { } text && !TypeDescriptor.GetConverter(property.PropertyType).IsValid(text));
}
