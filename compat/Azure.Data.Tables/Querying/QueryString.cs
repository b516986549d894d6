using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Querying;

/// <summary>Composes the part of an address after its question mark.</summary>
internal static class QueryString
{
    /// <summary>The parameters that have a value, escaped; empty if none has.</summary>
    public static string Of(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return text.ToString();
    }

    /// <summary>A number of rows, as a parameter's value.</summary>
    public static string? Top(int? count) => count?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Names of properties, as a parameter's value.</summary>
    public static string? Select(IEnumerable<string>? names) => names is null ? null : string.Join(',', names);
}
