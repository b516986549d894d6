using System.Reflection;
using Microsoft.Extensions.Configuration;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Functions.Settings;

/// <summary>A setting that has a new key. The former one is accepted where the new one is absent.</summary>
/// <param name="Section">The section of both keys.</param>
/// <param name="Former">The former key, without its section.</param>
/// <param name="Current">The new key, without its section.</param>
internal sealed record RenamedSetting(string Section, string Former, string Current)
{
    /// <summary>Gets the renamed settings of options.</summary>
    /// <param name="section">The section that the options are bound to.</param>
    /// <param name="options">The type of the options.</param>
    public static IEnumerable<RenamedSetting> GetAll(string section, Type options) =>
        from property in options.GetProperties()
        let former = property.GetCustomAttribute<FormerNameAttribute>()
        where former is not null
        select new RenamedSetting(section, former.Name, property.Name);

    /// <summary>Finds the value of a property of options, under its key or its former one.</summary>
    public static string? FindValue(IConfiguration section, PropertyInfo property) =>
        section[property.Name] ?? (property.GetCustomAttribute<FormerNameAttribute>() is { } former ? section[former.Name] : null);
}
