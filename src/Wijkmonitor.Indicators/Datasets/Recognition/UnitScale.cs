using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Datasets.Recognition;

/// <summary>Recogniser of units that are multiplied, such as "x 1 000 euro", "in duizenden" and "mln", and of rates.</summary>
/// <remarks>A rate, such as "per 1 000 inwoners", is a unit of its own and is not multiplied.</remarks>
internal static partial class UnitScale
{
    private const decimal Cent = 0.01m;
    private const decimal Ten = 10;
    private const decimal Hundred = 100;
    private const decimal Thousand = 1_000;
    private const decimal Million = 1_000_000;
    private const decimal Billion = 1_000_000_000;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Words =
        "(?<word>((duizend|thousand|miljoen|million|mln|miljard|billion|mld)(en|tal|tallen|s)?|tsd\\.?|honderd(en|tal|tallen)|hundreds|tientallen))(?!\\p{L})";

    private const string Groups = @"([ .,\u00A0\u2009\u202F]?000)";
    private const string End = "(?![0-9]|[.,][0-9])";
    private const string Number = "1(?<zeros>0{0,2}" + Groups + "{1,3})" + End;
    private const string AnyNumber = "1(?<zeros>0{1,2}" + Groups + "{0,3}|" + Groups + "{1,3})" + End;
    private const string Euro = "(€|euros?|eur)";
    private const string Short = "((?<kilo>k)|(?<mega>m)) ?" + Euro + @"(?!\p{L})|" + Euro + @" ?(?<kilo>k)(?!\p{L})";

    /// <summary>Finds what figures are multiplied by in a unit; null where it does not say so.</summary>
    public static decimal? Find(string unit) => FindInTitle(unit) ?? Read(UnitForm().Match(unit));

    /// <summary>Finds what figures are multiplied by in a title or another sentence; null where it does not say so.</summary>
    public static decimal? FindInTitle(string text) => Read(TitleForm().Match(text));

    /// <summary>Finds what amounts in euros are multiplied by in a unit that says nothing else; null for any other unit.</summary>
    public static decimal? FindOfAmounts(string unit) => AmountForm().IsMatch(unit) ? Find(unit) : null;

    /// <summary>Finds the number that a rate is counted of, 100 for a percentage; null where it is no rate.</summary>
    public static decimal? FindBase(string unit) => RateForm().Match(unit) is not { Success: true } match ? null
        : match.Groups["percent"].Success ? Hundred
        : match.Groups["mille"].Success ? Thousand
        : match.Groups["one"].Success ? 1
        : Read(match);

    private static decimal? Read(Match match) => !match.Success ? null
        : match.Groups["kilo"].Success ? Thousand
        : match.Groups["mega"].Success ? Million
        : match.Groups["cents"].Success ? Cent
        : match.Groups["zeros"] is { Success: true, ValueSpan: var zeros } ? decimal.Parse($"1{new string('0', zeros.Count('0'))}", null)
        : ReadWord(match.Groups["word"].Value.ToUpperInvariant());

    private static decimal ReadWord(string word) => word switch
    {
        ['T', 'I', ..] => Ten,
        ['H', ..] => Hundred,
        ['D', ..] or ['T', ..] => Thousand,
        ['M', 'L', 'N', ..] or ['M', 'I', 'L', 'J', 'O', ..] or ['M', 'I', 'L', 'L', ..] => Million,
        _ => Billion,
    };

    // In a sentence a sign or word says that figures are multiplied: "x 1 000", "in € 1.000", "in duizenden", "(duizend)". 100 x 100 m is a square.
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}])(x|\u00D7|\*|in)\s*(" + Euro + @"\s*)?(x\s*)?(" + Number + @"|(1\s*)?" + Words + ")"
        + @"|(?<![\p{L}\p{Nd}]|[0-9]\s)(x|\u00D7|\*)\s*(" + Euro + @"\s*)?" + AnyNumber + @"(?!\s?k?m(?!\p{L}))"
        + @"|\(\s*(in\s+)?(" + Number + @"|(1\s*)?" + Words + @"|(?<kilo>k))\s*\)"
        + @"|[:=]\s*" + Words + @"\s*\z"
        + @"|(?<!\p{L})(gedeeld door|divided by)\s*" + AnyNumber
        + @"|(?<![\p{L}\p{Nd}])(" + Short + ")",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex TitleForm();

    [GeneratedRegex(
        @"^\s*\(?(" + Euro + @"\s*)?(" + Number + @"|(1\s*)?" + Words + ")"
        + @"|^\s*(?<word>honderd|hundred)(?!\p{L})|^\s*\(?(?<cents>(euro)?cent(en|s)?)\)?\s*\z|^\s*(?<kilo>k)\s*\z",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex UnitForm();

    // Nothing but a number or word, and the currency.
    [GeneratedRegex(
        @"^(?=.*(€|eur))(in|k|m|euros?|eur|duizend|tsd|thousand|mln|miljoen|million|x|[\s().,\u00D7*0-9€])+\z", Options, RegexTimeout.Milliseconds)]
    private static partial Regex AmountForm();

    [GeneratedRegex(
        @"(?<percent>%|(?<!\p{L})(procent|percent|percentage|pct)(?!\p{L}))|(?<mille>‰|(?<!\p{L})(promille|per mille|permille)(?!\p{L}))"
        + @"|(?<!\p{L})(?<one>fractie|fraction)(?!\p{L})"
        + @"|((?<!\p{L})per|/)\s*(1(?<zeros>00|0{0,2}" + Groups + "{1,3})" + End + @"|(?<word>honderd|hundred|duizend|thousand)(?!\p{L}))",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex RateForm();
}
