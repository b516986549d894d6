using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Areas;

/// <summary>
/// The code of an area. Statistics Netherlands (CBS) writes GM and four digits for a municipality, WK, those digits and two characters
/// for a district, BU and two more for a neighbourhood; the last characters are letters where there are more than 99. A custom area is
/// CU, the municipality's digits, a hyphen and a name of lower-case letters, digits and hyphens. A code means something only together
/// with the year of its boundaries.
/// </summary>
[JsonConverter(typeof(AreaCodeJsonConverter))]
public readonly record struct AreaCode : IComparable<AreaCode>
{
    private const int MaxCustomNameLength = 40;
    private const int MunicipalityDigits = 4;
    private readonly string? value;

    private AreaCode(string value, AreaLevel level)
    {
        this.value = value;
        Level = level;
    }

    /// <summary>The code as written, without padding.</summary>
    public string Value => value ?? throw new InvalidOperationException("This area code was never set.");

    /// <summary>Level of the area.</summary>
    public AreaLevel Level { get; }

    /// <summary>The municipality that the area is in; a municipality's own code for itself.</summary>
    public AreaCode Municipality => new(string.Concat("GM", Value.AsSpan(2, 4)), AreaLevel.Municipality);

    /// <summary>Whether it is in a municipality, or is it.</summary>
    public bool IsIn(AreaCode municipality) => municipality.Level == AreaLevel.Municipality && Value.AsSpan(2, 4).SequenceEqual(municipality.Value.AsSpan(2));

    /// <summary>
    /// The area that it is in by its code: a neighbourhood in its district, a district in its municipality. A custom area may cross
    /// districts and is in its municipality only. Null for a municipality.
    /// </summary>
    public AreaCode? Parent => Level switch
    {
        AreaLevel.Municipality => null,
        AreaLevel.Neighbourhood => new AreaCode(string.Concat("WK", Value.AsSpan(2, 6)), AreaLevel.District),
        _ => Municipality,
    };

    /// <summary>Reads a code; white space around it, as in files of CBS, is left out.</summary>
    /// <exception cref="FormatException">The text is not an area code.</exception>
    public static AreaCode Parse(string text) =>
        TryParse(text, out var code)
            ? code
            : throw new FormatException($"'{text}' is not an area code such as GM0363, WK036300, BU03630000 or CU0153-dolphia.");

    /// <summary>Reads a code; white space around it, as in files of CBS, is left out.</summary>
    /// <returns>False where the text is not an area code.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out AreaCode code)
    {
        code = default;
        var trimmed = WhiteSpace.Trim(text.AsSpan());
        if (trimmed.Length < 6 || trimmed[2..6].ContainsAnyExceptInRange('0', '9') || GetLevel(trimmed) is not { } level)
        {
            return false;
        }

        code = new AreaCode(trimmed.Length == text!.Length ? text : trimmed.ToString(), level);
        return true;
    }

    /// <summary>Reads a code that may lack its letters, and leading zeros if it has digits only. 363 is GM0363.</summary>
    /// <param name="text">The text.</param>
    /// <param name="prefix">The letters: GM, WK or BU.</param>
    /// <param name="code">The code.</param>
    /// <returns>False where the text is neither such a code nor a whole one.</returns>
    public static bool TryParseDigits(string text, string prefix, out AreaCode code)
    {
        var trimmed = WhiteSpace.Trim(text.AsSpan());
        var length = prefix switch
        {
            "GM" => 4,
            "WK" => 6,
            "BU" => 8,
            _ => throw new ArgumentException($"'{prefix}' does not stand before the codes of areas.", nameof(prefix)),
        };
        if (trimmed.IsEmpty || !char.IsAsciiDigit(trimmed[0]))
        {
            return TryParse(text, out code);
        }

        // A program that takes a code for a number drops its zeros. Of a district or neighbourhood that can be one: shorter is the code of something else.
        var canBePadded = !trimmed.ContainsAnyExceptInRange('0', '9') && (length == MunicipalityDigits || trimmed.Length == length - 1);
        return TryParse(prefix + (canBePadded ? trimmed.ToString().PadLeft(length, '0') : trimmed.ToString()), out code);
    }

    /// <summary>Compares in the order of codes.</summary>
    public static bool operator <(AreaCode left, AreaCode right) => left.CompareTo(right) < 0;

    /// <summary>Compares in the order of codes.</summary>
    public static bool operator <=(AreaCode left, AreaCode right) => left.CompareTo(right) <= 0;

    /// <summary>Compares in the order of codes.</summary>
    public static bool operator >(AreaCode left, AreaCode right) => left.CompareTo(right) > 0;

    /// <summary>Compares in the order of codes.</summary>
    public static bool operator >=(AreaCode left, AreaCode right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(AreaCode other) => string.CompareOrdinal(value, other.value);

    /// <inheritdoc/>
    public bool Equals(AreaCode other) => string.Equals(value, other.value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => value is null ? 0 : string.GetHashCode(value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => value ?? "";

    private static AreaLevel? GetLevel(ReadOnlySpan<char> text)
    {
        var rest = text[6..];
        return text[..2] switch
        {
            "GM" when rest.IsEmpty => AreaLevel.Municipality,
            "WK" when rest.Length == 2 && IsCapitalsAndDigits(rest) => AreaLevel.District,
            "BU" when rest.Length == 4 && IsCapitalsAndDigits(rest) => AreaLevel.Neighbourhood,
            "CU" when IsCustomName(rest) => AreaLevel.Custom,
            _ => null,
        };
    }

    private static bool IsCapitalsAndDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCustomName(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text.Length > MaxCustomNameLength + 1 || text[0] != '-')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterLower(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
