using System.Globalization;
using System.Runtime.InteropServices;

namespace Wijkmonitor.Indicators.Areas;

/// <summary>An area code of CBS in eight bytes instead of a text, to keep all areas of a national file.</summary>
/// <remarks>It has the municipality's digits, and apart from them what follows them. Custom areas have names and no such form.</remarks>
/// <param name="Municipality">The four digits of the municipality.</param>
/// <param name="Rest">The digits and capitals that follow, six bits each, and the level in the last two bits.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CompactAreaCode(int Municipality, uint Rest)
{
    private const int DigitsOfMunicipality = 4;
    private const int BitsOfCharacter = 6;
    private const int BitsOfLevel = 2;
    private const uint MaskOfCharacter = (1U << BitsOfCharacter) - 1;
    private const uint MaskOfLevel = (1U << BitsOfLevel) - 1;

    /// <summary>Creates the compact form of a code, or null for a custom area.</summary>
    public static CompactAreaCode? From(AreaCode area)
    {
        if (area.Level == AreaLevel.Custom)
        {
            return null;
        }

        var rest = 0U;
        foreach (var c in area.Value.AsSpan(2 + DigitsOfMunicipality))
        {
            rest = (rest << BitsOfCharacter) | (uint)(c - '0');
        }

        var municipality = int.Parse(area.Value.AsSpan(2, DigitsOfMunicipality), NumberStyles.None, CultureInfo.InvariantCulture);
        return new CompactAreaCode(municipality, (rest << BitsOfLevel) | (uint)area.Level);
    }

    /// <summary>Converts to the full code.</summary>
    public AreaCode ToAreaCode()
    {
        var (letters, length) = (AreaLevel)(Rest & MaskOfLevel) switch
        {
            AreaLevel.Municipality => ("GM", 0),
            AreaLevel.District => ("WK", 2),
            _ => ("BU", 4),
        };
        Span<char> following = stackalloc char[length];
        var rest = Rest >> BitsOfLevel;
        for (var i = length - 1; i >= 0; i--)
        {
            following[i] = (char)('0' + (rest & MaskOfCharacter));
            rest >>= BitsOfCharacter;
        }

        return AreaCode.Parse(string.Create(CultureInfo.InvariantCulture, $"{letters}{Municipality:0000}{following}"));
    }
}
