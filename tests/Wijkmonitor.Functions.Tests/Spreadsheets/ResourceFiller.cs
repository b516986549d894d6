using System.Reflection;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Tests.Spreadsheets;

/// <summary>Creates an instance of any resource in which every text is the same.</summary>
internal static class ResourceFiller
{
    /// <summary>Creates an instance of a type.</summary>
    public static object Create(Type type, string text)
    {
        var element = Nullable.GetUnderlyingType(type) ?? type;
        return element switch
        {
            _ when element == typeof(string) => text,
            _ when element == typeof(bool) => true,
            _ when element == typeof(AreaCode) => AreaCode.Parse("BU01530001"),
            _ when element == typeof(Period) => new Period(2024),
            _ when element == typeof(DateOnly) => new DateOnly(2024, 1, 31),
            _ when element == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
            _ when element == typeof(TimeSpan) => TimeSpan.FromSeconds(1),
            _ when element.IsEnum => Enum.GetValues(element).GetValue(0)!,
            _ when element.IsPrimitive || element == typeof(decimal) =>
                Convert.ChangeType(element == typeof(decimal) || element == typeof(double) ? -1.5 : 1, element, null),
            _ when element.IsGenericType && element.GetGenericArguments() is [var key, var value] => CreateDictionary(key, value, text),
            _ when element.IsGenericType && element.GetGenericArguments() is [var item] => CreateList(item, text),
            _ => CreateObject(element, text),
        };
    }

    private static object CreateObject(Type type, string text)
    {
        var constructor = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Create(parameter.ParameterType, text))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.PropertyType == typeof(string)))
        {
            property.SetValue(made, text);
        }

        return made;
    }

    private static Array CreateList(Type item, string text)
    {
        var list = Array.CreateInstance(item, 1);
        list.SetValue(Create(item, text), 0);
        return list;
    }

    private static object CreateDictionary(Type key, Type value, string text)
    {
        var dictionary = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
        dictionary.Add(Create(key, text), Create(value, text));
        return dictionary;
    }
}
