using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>Finder of the years that a file's name can mean.</summary>
/// <remarks>
/// A year is four digits between non-digits, 1900 to 2099, that are no part of an area's code (GM1979), of a date (20240115, 2024-01-15), or of a month.
/// A name can choose a year with <c>period-2022</c> or <c>periode-2022</c>.
/// </remarks>
internal static partial class FileNamePeriods
{
    // What is longer explains, and does not state.
    private const int MaxLengthOfNote = 80;
    private const string YearMark = "{year}";
    private const string YearToken = "(?<![0-9])(?<year>(19|20)[0-9]{2})(?![0-9])";

    private const string ForecastWords =
        "(?<![a-z])[a-z]{0,40}(begroting(en)?|prognoses?|raming(en)?|forecasts?|projections?|budgets?)(?![a-z])";

    private const string PublicationWords =
        "gepubliceerd|gewijzigd|bijgewerkt|geactualiseerd|gedownload|geraadpleegd|ge[\u00EBe]xporteerd|aangemaakt|gemaakt|opgehaald|verschenen|versie"
        + "|gegenereerd|afgedrukt|geprint|uitgedraaid|vastgesteld"
        + "|published|changed|modified|updated|downloaded|retrieved|accessed|exported|created|version|generated|printed|adopted";

    /// <summary>Gets the years, in order; more than one where the name does not say which.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="known">The years by what a name says for them.</param>
    /// <param name="chosen">The year that was chosen; null where the name says it.</param>
    public static IReadOnlyList<Period> Find(string name, IReadOnlyDictionary<string, string> known, Period? chosen)
    {
        var choices = FindChoices(name);
        if (choices.Count > 1 && chosen is null)
        {
            return choices;
        }

        chosen ??= choices is [var only] ? only : null;
        name = RemoveOtherYears(ChoiceForm().Replace(name, " "), known);
        var named = new SortedSet<Period>(known.SelectMany(pair => FindYears(name, pair.Key, pair.Value)));
        var ofTables = known.Where(pair => pair.Value != YearMark).SelectMany(pair => FindYears(name, pair.Key, pair.Value)).ToList();
        var others = YearForm().Matches(name).Select(match => new Period(ReadYear(match)));

        // Where the years are those of tables, another year in the name counts where a table was found, or where there is a table of it.
        var takesAny = known.Values.Contains(YearMark, StringComparer.Ordinal);
        named.UnionWith(
            others.Where(year => named.Count > 0
                || takesAny
                && known.ContainsKey(YearMark)
                || known.Values.Contains(year.ToString(), StringComparer.Ordinal)).ToList());
        if (chosen is not { } period)
        {
            return [.. named];
        }

        // The layout of a year without a table in the dataset is unknown.
        if (!takesAny && !known.Values.Contains(period.ToString(), StringComparer.Ordinal))
        {
            return [];
        }

        // What a table is about is not chosen.
        var fits = ofTables.Count > 0 ? ofTables.TrueForAll(year => year == period) : named.Count == 0 || named.Contains(period);
        return fits ? [period] : [.. named.Append(period).Distinct().Order()];
    }

    /// <summary>Finds the years that a name chooses with <c>period-2022</c>, in order and each once.</summary>
    public static IReadOnlyList<Period> FindChoices(string name) =>
        [.. ChoiceForm().Matches(name).Select(match => new Period(ReadYear(match))).Distinct().Order()];

    /// <summary>Finds the words that say that figures of a year are expected and not measured; null for none.</summary>
    public static string? FindForecast(IEnumerable<string> texts, Period year) =>
        texts.SelectMany(text => ForecastForm().Matches(text)).FirstOrDefault(match => ReadYear(match) == year.Year)?.Value.Trim();

    /// <summary>Whether a text is about figures that are expected and not measured.</summary>
    public static bool IsOfForecast(string text) => ForecastWordForm().IsMatch(text);

    /// <summary>Gets the years of a name that can be those of something else, where it says no other year.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="known">The years by what a name says for them; others are left out.</param>
    public static IEnumerable<PassedOverYear> FindPassedOver(string name, IReadOnlyDictionary<string, string> known) =>
        YearForm().IsMatch(RemoveOtherYears(name, known)) ? [] : FindAllInTitles([name]).Where(year => IsKnown(year, known)).Select(year => new PassedOverYear(
            year,
            PublishedForm().Matches(name).Concat(PlanForm().Matches(name)).Select(match => match.Value)
                .FirstOrDefault(words => words.Contains(year.ToString(), StringComparison.Ordinal))));

    /// <summary>Whether a dataset takes files about a year.</summary>
    public static bool IsKnown(Period year, IReadOnlyDictionary<string, string> known) =>
        known.Values.Contains(YearMark, StringComparer.Ordinal) || known.Values.Contains(year.ToString(), StringComparer.Ordinal);

    /// <summary>Gets the years that the figures below titles are about, in order and each once.</summary>
    /// <remarks>
    /// The year in which they were published or changed is not among them, nor one that they are compared with. That of the boundaries is where the file
    /// is a list of areas.
    /// </remarks>
    public static IReadOnlyList<Period> FindInTitles(IEnumerable<string> titles, bool isOfAreas) => FindAllInTitles(titles.Select(title =>
    {
        title = MadeForm().Replace(WrittenDates.Remove(PublicationForm().Replace(title, " ")), " ");
        title = PlanForm().Replace(OtherYearForm().Replace(NumberForm().Replace(title, " "), " "), " ");
        title = PartOfYear.RemoveMonths(title);
        return isOfAreas ? title : BoundaryForm().Replace(title, " ");
    }));

    /// <summary>Gets the periods of a name that are no calendar years.</summary>
    public static IEnumerable<PartOfYear> FindParts(string name) => PartOfYear.FindAll(PublishedForm().Replace(ChoiceForm().Replace(name, " ${year}"), " "));

    /// <summary>Gets the periods of titles that are no calendar years.</summary>
    public static IEnumerable<PartOfYear> FindPartsInTitles(IEnumerable<string> titles) =>
        titles.SelectMany(title => PartOfYear.FindAll(MadeForm().Replace(PublicationForm().Replace(title, " "), " ")));

    /// <summary>Whether a note or comment says another period than the whole years that figures are about.</summary>
    /// <remarks>Behind the source a month is that in which it was read, and that of a stock is the day of a figure of the year.</remarks>
    public static bool IsOtherPeriod(string note, IReadOnlyCollection<int> years)
    {
        if (note.Length > MaxLengthOfNote)
        {
            return false;
        }

        var rest = SourceForm().Replace(note, "");
        var canBeMonth = rest.Length == note.Length && !StockForm().IsMatch(note);
        return FindPartsInTitles([rest]).Any(part => (canBeMonth || part.Month is null) && part.CanBeAbout(years))
            || (OnlyYearForm().Match(rest) is { Success: true } match && !years.Contains(ReadYear(match)));
    }

    /// <summary>Gets all years in titles, in order and each once, whatever they are about.</summary>
    public static IReadOnlyList<Period> FindAllInTitles(IEnumerable<string> titles) =>
        [.. titles.SelectMany(title => YearForm().Matches(title)).Select(match => new Period(ReadYear(match))).Distinct().Order()];

    /// <summary>Finds the year of the division into areas that a text names, such as "wijkindeling 2023"; null for none.</summary>
    public static int? FindBoundaryYear(string text) => BoundaryForm().Match(text) is { Success: true } match ? ReadYear(match) : null;

    private static IEnumerable<Period> FindYears(string name, string text, string year)
    {
        // Digits next to the text would make another number of it.
        var pattern = Regex.Escape(text).Replace(Regex.Escape(YearMark), YearToken, StringComparison.Ordinal);
        pattern = (char.IsAsciiDigit(text[0]) ? "(?<![0-9])" : "") + pattern + (char.IsAsciiDigit(text[^1]) ? "(?![0-9])" : "");
        var limit = TimeSpan.FromMilliseconds(RegexTimeout.Milliseconds);
        foreach (Match match in Regex.Matches(name, pattern, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, limit))
        {
            if (year != YearMark && Period.TryParse(year, out var fixedYear))
            {
                yield return fixedYear;
            }
            else if (match.Groups["year"].Success && !IsCode(name, match.Groups["year"].Index))
            {
                yield return new Period(ReadYear(match));
            }
        }
    }

    // Without days, months, and the years of something else than the figures.
    private static string RemoveOtherYears(string name, IReadOnlyDictionary<string, string> known)
    {
        var undated = WrittenDates.Remove(name);
        var text = RemovePlans(PublishedForm().Replace(undated, " "));
        if (YearForm().IsMatch(text) || known.Any(pair => FindYears(text, pair.Key, pair.Value).Any()))
        {
            return text;
        }

        // Made on a day of a later year (2024-11-28 export 2023), it is not the file that is of the only year that is left.
        var made = WrittenDates.FindLastYear(name);
        return RemovePlans(PublishedForm().Replace(undated, match => match.Groups["maybe"].Success && ReadYear(match) < made ? match.Value : " "));
    }

    private static string RemovePlans(string name) => PartOfYear.RemoveMonths(PlanForm().Replace(name, " "));

    private static bool IsCode(string name, int place) => CodeForm().IsMatch(name[Math.Max(0, place - 3)..place]);

    private static int ReadYear(Match match) => int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    // What is followed by a month is no year.
    [GeneratedRegex(@"(?<![A-Za-z])periode?[-_ =]?(?<year>(19|20)[0-9]{2})(?![0-9]|-(0[1-9]|1[0-2])(?![0-9]))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex ChoiceForm();

    // Such a word, and the year behind it. Behind some words it can also be that of the figures.
    [GeneratedRegex(
        "(?<![a-z])((?<maybe>versie|version|downloads?|export|update|datum|date)|" + PublicationWords + ")"
        + "[-_. :]*((op|in|van|on|of|dd|d\\.d\\.)[-_. :]*)?" + YearToken + "(?![-_.][0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex PublishedForm();

    // From such a word to the end of the title or of what is between brackets.
    [GeneratedRegex(
        "((?<![a-z])((" + PublicationWords + @"|opgesteld|samengesteld|bron|source)(?![a-z])|(laatste )?update(?![a-z])|(datum|date|d\.d\.|afdeling|department) ?:|"
        + @"(afd|afdeling|department|dept)[. ])|\u00A9)[^)\];]*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex PublicationForm();

    // The year in which a title says that the file was made, or that of what it was made from. Only so far: that of the figures can follow.
    [GeneratedRegex(
        "(?<![a-z])((?!peil|stand|referentie|meet|tel)[a-z]{3,}datum|(print|report|publication|release|creation|export|extraction|download|delivery|issue) date"
        + "|editie|edition|uitgave|op basis van|gebaseerd op|based on)(?![a-z])[^0-9,;()]{0,20}" + YearToken,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex MadeForm();

    [GeneratedRegex(ForecastWords + "[^0-9,;()]{0,20}" + YearToken, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex ForecastForm();

    [GeneratedRegex(ForecastWords, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex ForecastWordForm();

    // A plan for a year, or a year in which something goes on.
    [GeneratedRegex(
        @"(?<![a-z])[a-z-]{0,40}(visie|agenda|akkoord|beleidsplan|beleidsnota|strategie|ambitie|masterplan|doelstelling(en)?|strategy)(?![a-z])[^0-9,;()]{0,20}"
        + YearToken + "([-_/ ]+" + YearToken + ")?|" + YearToken + @"[-_ ]+(nu|heden|now|today|present)(?![a-z])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex PlanForm();

    // The year of the division into areas: "gemeentelijke indeling van 2023", "grenzen 2023", "2023-indeling".
    [GeneratedRegex(
        @"(?<![a-z])[a-z-]*(indeling(en)?|grenzen|boundaries|classification)(?![a-z])[^0-9,;()]{0,40}(?<year>(19|20)[0-9]{2})(?![0-9])"
        + @"|(?<![0-9])(?<year>(19|20)[0-9]{2})[- ]([a-z]+ )?(indeling(en)?|grenzen|boundaries|classification)(?![a-z])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex BoundaryForm();

    // A year that figures are compared with or start from.
    [GeneratedRegex(
        @"(?<![A-Za-z])(sinds|vanaf|t\.?o\.?v\.?|ten opzichte van|vergeleken met|basisjaar|prijspeil|prijsniveau|prijzen van|since|compared (to|with)|base year|prices of)"
        + @"[^0-9,;()]{0,20}(19|20)[0-9]{2}(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex OtherYearForm();

    [GeneratedRegex(
        @"^\s*(bron|bronnen|sources?)(?![a-z])\s*:?[^,.;:]*[,.;:]?\s*",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex SourceForm();

    [GeneratedRegex(
        "(?<![a-z])(stand|standen|ultimo|peil[a-z]*|eind|einde|begin)(?![a-z])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex StockForm();

    [GeneratedRegex(
        "^((de |alle |the |all )?(cijfers|gegevens|jaarcijfers|figures|data|jaar|year|peiljaar|verslagjaar|periode|period)[: ]*"
        + @"((?!sinds|vanaf|since)[a-z]{2,5}\s){0,3})?" + YearToken + "[. ]*\\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex OnlyYearForm();

    // Four digits that are a number of something, or those of a postal code.
    [GeneratedRegex(
        @"(?i:(?<![a-z])(aantal|number|count) ?: ?[0-9]{4}(?![0-9])|(?<![0-9])[0-9]{4} (rijen|regels|records|rows|lines|waarnemingen|observations)(?![a-z]))"
        + @"|(?i:(?<![a-z])(postbus|p\.? ?o\.? ?box|postcode|tel(efoon)?|nr|nummer|no|tabel|table|artikel|art|pagina|page|zaak|dossier|kamer)(?![a-z])[^0-9,;()]{0,5}[0-9]{4}(?![0-9]))"
        + @"|(?<![0-9])[1-9][0-9]{3} ?[A-Z]{2}(?![A-Za-z])",
        RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"(?<!(?<![A-Za-z])(GM|WK|BU|CU|NL|LD|PV|CR|GG))" + YearToken,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex YearForm();

    [GeneratedRegex("(^|[^A-Za-z])(GM|WK|BU|CU|NL|LD|PV|CR|GG)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, RegexTimeout.Milliseconds)]
    private static partial Regex CodeForm();
}

/// <summary>A year in a file's name that was not taken for the year of the figures.</summary>
/// <param name="Year">The year.</param>
/// <param name="Words">The words that it was passed over for, such as <c>export 2023</c>; null for a day or a month.</param>
internal sealed record PassedOverYear(Period Year, string? Words);
