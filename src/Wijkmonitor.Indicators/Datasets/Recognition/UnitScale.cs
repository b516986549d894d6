using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Recogniser of units that are multiplied, such as "x 1 000 euro", "in duizenden" and "mln".</summary>
/// <remarks>A rate, such as "per 1 000 inwoners", is a unit of its own and is not multiplied.</remarks>
internal static partial class UnitScale
{
    private const decimal Thousand = 1_000;
    private const decimal Million = 1_000_000;
    private const decimal Billion = 1_000_000_000;
    private const int DigitsOfGroup = 3;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Words = "(?<word>(duizend|thousand|miljoen|million|mln|miljard|billion|mld)(en|tal|tallen|s)?)";
    private const string Number = @"1(?<zeros>([ .,\u00A0\u2009\u202F]?000){1,3})(?![0-9]|[.,][0-9])";

    /// <summary>Finds what figures are multiplied by in a unit; null where it does not say so.</summary>
    public static decimal? Find(string unit) => FindInTitle(unit) ?? Read(UnitForm().Match(unit));

    /// <summary>Finds what figures are multiplied by in a title or another sentence; null where it does not say so.</summary>
    public static decimal? FindInTitle(string text) => Read(TitleForm().Match(text));

    private static decimal? Read(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        if (match.Groups["zeros"] is { Success: true, ValueSpan: var zeros })
        {
            return (zeros.Count('0') / DigitsOfGroup) switch
            {
                1 => Thousand,
                2 => Million,
                _ => Billion,
            };
        }

        var word = match.Groups["word"].Value;
        return word.StartsWith("duizend", StringComparison.OrdinalIgnoreCase) || word.StartsWith("thousand", StringComparison.OrdinalIgnoreCase) ? Thousand
            : word.StartsWith("mil", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("miljard", StringComparison.OrdinalIgnoreCase) ? Million
            : word.StartsWith("mln", StringComparison.OrdinalIgnoreCase) ? Million
            : Billion;
    }

    // In a sentence a sign or word says that figures are multiplied: "x 1 000", "in € 1.000", "in duizenden".
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}])(x|\u00D7|\*|in)\s*((€|euros?|eur)\s*)?(x\s*)?(" + Number + @"|(1\s*)?" + Words + @"(?!\p{L}))",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex TitleForm();

    [GeneratedRegex(@"^\s*\(?((€|euros?|eur)\s*)?(" + Number + @"|(1\s*)?" + Words + @"(?!\p{L}))", Options, RegexTimeout.Milliseconds)]
    private static partial Regex UnitForm();
}
