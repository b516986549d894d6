using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Areas;

/// <summary>Codes of areas larger than a municipality, which tables of Statistics Netherlands (CBS) hold too.</summary>
public static class SupraMunicipalCodes
{
    private const int MaxLength = 8;

    // The country, land parts, provinces, COROP regions (also divided, also as CBS groups them), public health regions, safety regions, labour market
    // regions, youth care regions, care offices, and urban regions and agglomerations; police units, court districts, chambers of commerce, agricultural
    // areas and groups of them, energy regions, regions of school leavers, tourist areas, and regions that municipalities work together in.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Letters =
        new HashSet<string>(StringComparer.Ordinal) { "NL", "LD", "PV", "CR", "CP", "CG", "GG", "VR", "AM", "JZ", "ZK", "SG",
            "GA", "RE", "AR", "KK", "LB", "LG", "ES", "RM", "TR", "WG" }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a text is such a code: two letters and digits, such as NL00 or PV20, or NL alone. White space around it is ignored.</summary>
    public static bool IsCode(string text)
    {
        var code = WhiteSpace.Trim(text.AsSpan());
        return code.Length is > 2 and <= MaxLength
            ? code[0] is not 'B' && !code[2..].ContainsAnyExceptInRange('0', '9') && Letters.Contains(code[..2])
            : code is "NL";
    }
}
