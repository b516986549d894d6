using System.Globalization;
using System.Text;
using System.Xml;

namespace Azure.Data.Tables.Querying;

/// <summary>Filters in which values stand as literals of the query language.</summary>
internal static class ODataFilter
{
    /// <summary>The filter that an interpolated string stands for, its values quoted and escaped.</summary>
    /// <exception cref="ArgumentException">A value is of a type that the query language does not know.</exception>
    public static string Create(FormattableString filter)
    {
        var literals = new object[filter.ArgumentCount];
        for (var i = 0; i < literals.Length; i++)
        {
            literals[i] = LiteralOf(filter.GetArgument(i));
        }

        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    /// <summary>A text as it stands between quotes.</summary>
    public static string Escape(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string LiteralOf(object? value) => value switch
    {
        null => "null",
        string text => $"'{Escape(text)}'",
        char letter => $"'{Escape(letter.ToString())}'",
        StringBuilder text => $"'{Escape(text.ToString())}'",
        bool truth => truth ? "true" : "false",
        long or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture) + "L",
        sbyte or byte or short or ushort or int or uint or float or double or decimal =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        Guid id => $"guid'{id}'",
        DateTimeOffset moment => MomentOf(moment.UtcDateTime),
        DateTime moment => MomentOf(moment.ToUniversalTime()),
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data.ToMemory().Span)}'",
        _ => throw new ArgumentException($"A value of type {value.GetType()} has no literal in a filter.", nameof(value)),
    };

    private static string MomentOf(DateTime utc) => $"datetime'{XmlConvert.ToString(utc, XmlDateTimeSerializationMode.RoundtripKind)}'";
}
