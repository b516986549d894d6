using System.Buffers;
using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.PersonalData;

/// <summary>Kind of personal data that a text looks like.</summary>
internal enum PersonalDataKind
{
    Bsn,
    Email,
    Phone,
    Address,
    Name,
}

/// <summary>
/// Detector of what looks like data about persons. A number alone is taken for a citizen service number (BSN) only in a text or among names: in a
/// column of numbers one in eleven passes its test by chance, so there it is the column that is judged.
/// </summary>
internal static partial class PersonalDataDetector
{
    private const int MinPhoneDigits = 10;

    /// <summary>Number of digits of a citizen service number.</summary>
    public const int BsnLength = 9;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "bsn", "burgerservicenummer", "sofinummer", "voornaam", "voornamen", "achternaam", "geslachtsnaam", "roepnaam", "voorletters", "initialen",
        "geboortedatum", "email", "emailadres", "mailadres", "telefoon", "telefoonnummer", "mobiel", "huisnummer", "huisletter", "adres", "woonadres",
        "rekeningnummer", "iban", "firstname", "lastname", "surname", "birthdate", "dateofbirth", "phone", "phonenumber", "housenumber", "address",
        "bewonersnaam", "naambewoner", "huurdersnaam", "naamhuurder", "contactpersoon",
        "patientnummer", "patientnr", "clientnummer", "clientnr", "klantnummer", "klantnr", "huurdernummer", "huurdersnummer", "huurdernr", "bewonersnummer",
        "bewonernummer", "kenteken", "kentekennummer", "paspoortnummer", "personeelsnummer", "patientnumber", "clientnumber", "customernumber", "licenseplate",
    };

    // Columns of people, or of numbers of them: only what is in them shows which.
    private static readonly HashSet<string> WordsOfPeople = new(StringComparer.Ordinal)
    {
        "bewoner", "bewoners", "huurder", "huurders", "client", "clienten", "patient", "patienten", "klant", "klanten", "wijkagent",
        "resident", "residents", "tenant", "tenants", "clients", "patients", "customer", "customers",
    };

    /// <summary>Whether a column's name says that it holds data about persons: one of its words, or two of them together.</summary>
    public static bool IsPersonalColumnName(string column)
    {
        var words = GetWords(column);
        return words.Exists(Words.Contains) || words.Zip(words.Skip(1), string.Concat).Any(Words.Contains);
    }

    /// <summary>Whether a column is named after people, and nothing else: it holds their names, or how many they are.</summary>
    public static bool IsOfPeople(string column) => GetWords(column) is [var only] && WordsOfPeople.Contains(only);

    /// <summary>Whether a text is written as the first and last name of a person.</summary>
    public static bool IsFullName(string text) => FullNamePattern().IsMatch(text);

    /// <summary>Finds the kind of personal data that a text looks like, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isAreaName">Whether it is the name of an area: that may be named after a person, or be an address.</param>
    public static PersonalDataKind? Find(string text, bool isAreaName = false)
    {
        if (text.Length < 5)
        {
            return null;
        }

        if (text.Contains('@', StringComparison.Ordinal) && EmailPattern().IsMatch(text))
        {
            return PersonalDataKind.Email;
        }

        var digits = CountDigits(text);
        if (digits >= MinPhoneDigits && PhonePattern().IsMatch(text))
        {
            return PersonalDataKind.Phone;
        }

        if (digits >= BsnLength && (isAreaName || text.AsSpan().ContainsAny(Letters))
            && ContainsBsn(text))
        {
            return PersonalDataKind.Bsn;
        }

        if (digits >= 5 && PostcodePattern().IsMatch(text))
        {
            return PersonalDataKind.Address;
        }

        if (isAreaName || !text.AsSpan().ContainsAny(Letters))
        {
            return null;
        }

        return digits > 0 && StreetPattern().IsMatch(text) ? PersonalDataKind.Address
            : TitlePattern().IsMatch(text) || (InitialsPattern().IsMatch(text) && !PlacePattern().IsMatch(text)) ? PersonalDataKind.Name
            : null;
    }

    /// <summary>Whether a text has nine digits together that pass the test of the citizen service number.</summary>
    /// <remarks>
    /// On cards and letters they are in groups, as 1234.56.782. Other groups can be of thousands, unless the text says that it is such a number.
    /// </remarks>
    public static bool ContainsBsn(string text) => CountDigits(text) >= BsnLength
        && ContainsBsn(text, (BsnWordPattern().IsMatch(text) ? GroupsPattern() : NineDigitsPattern()).EnumerateMatches(text));

    /// <summary>Finds the kind of personal data that a sentence names, such as a person with a title; null for none.</summary>
    public static PersonalDataKind? FindNamed(string text) =>
        BsnWordPattern().IsMatch(text) ? PersonalDataKind.Bsn
        : TitleWordPattern().IsMatch(text) || TitlePattern().IsMatch(text) ? PersonalDataKind.Name
        : null;

    /// <summary>Gets the nine digits of a text that has nothing else, but for points between groups; null for another text.</summary>
    public static string? GetNineDigits(string text)
    {
        var trimmed = WhiteSpace.Trim(text.AsSpan());
        if (trimmed.Length < BsnLength || trimmed.Length > BsnLength + 2 || !char.IsAsciiDigit(trimmed[0]))
        {
            return null;
        }

        return trimmed.Length == BsnLength
            ? trimmed.ContainsAnyExceptInRange('0', '9') ? null : trimmed.ToString()
            : CardPattern().IsMatch(trimmed) ? KeepDigits(trimmed) : null;
    }

    /// <summary>Whether nine digits pass the test of the citizen service number (BSN).</summary>
    /// <remarks>9a + 8b + ... + 2h - i is a multiple of eleven.</remarks>
    public static bool IsBsn(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 9 || digits.ContainsAnyExceptInRange('0', '9') || !digits.ContainsAnyExcept('0'))
        {
            return false;
        }

        var sum = -(digits[8] - '0');
        for (var i = 0; i < 8; i++)
        {
            sum += (9 - i) * (digits[i] - '0');
        }

        return sum % 11 == 0;
    }

    /// <summary>Gets the name of a kind.</summary>
    public static BilingualText GetName(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Bsn => new("een burgerservicenummer (BSN)", "a citizen service number (BSN)"),
        PersonalDataKind.Email => new("een e-mailadres", "an e-mail address"),
        PersonalDataKind.Phone => new("een telefoonnummer", "a telephone number"),
        PersonalDataKind.Address => new("een adres met huisnummer", "an address with a house number"),
        _ => new("een naam van een persoon", "a person's name"),
    };

    private static List<string> GetWords(string column) =>
        [.. WordPattern().Matches(column.Replace('\u00EB', 'e')).Select(match => match.Value.ToLowerInvariant())];

    private static bool ContainsBsn(string text, Regex.ValueMatchEnumerator matches)
    {
        foreach (var match in matches)
        {
            if (IsBsn(KeepDigits(text.AsSpan(match.Index, match.Length))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text is nothing but nine digits in the groups of cards: 1234.56.782.</summary>
    public static bool IsInCardForm(string text) => CardPattern().IsMatch(text);

    private static string KeepDigits(ReadOnlySpan<char> text) =>
        text.ContainsAnyExceptInRange('0', '9') ? string.Concat(text.ToString().Where(char.IsAsciiDigit)) : text.ToString();

    /// <summary>Counts the digits of a text.</summary>
    public static int CountDigits(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits;
    }

    [GeneratedRegex(@"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[A-Za-z]{2,}", RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex EmailPattern();

    // The area code can be between brackets, or have a dash between spaces behind it.
    [GeneratedRegex(
        @"(?<![0-9.,])((\+31|0031|0)[ -]?[1-9]([ -]?[0-9]){8}|(\+|00)31[ -]?\(0\)[ -]?[1-9]([ -]?[0-9]){8}"
        + @"|(\(0[1-9]\)[ -]{0,3}|0[1-9] - )[0-9]([ -]?[0-9]){7}|(\(0[1-9][0-9]\)[ -]{0,3}|0[1-9][0-9] - )[0-9]([ -]?[0-9]){6}"
        + @"|(\(0[1-9][0-9]{2}\)[ -]{0,3}|0[1-9][0-9]{2} - )[0-9]([ -]?[0-9]){5})(?![0-9.,])",
        RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"(?<![0-9.,])([0-9]{9}|[0-9]{4}[. ][0-9]{2}[. ][0-9]{3})(?![0-9.,])", RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex NineDigitsPattern();

    [GeneratedRegex(@"(?<![0-9])[0-9]([. -]?[0-9]){8}(?![0-9])", RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex GroupsPattern();

    [GeneratedRegex(@"^[0-9]{4}[. -][0-9]{2}[. -][0-9]{3}\z", RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex CardPattern();

    [GeneratedRegex(@"(?<!\p{L})(bsn|bsn-?nummers?|burgerservicenummers?|sofi-?nummers?)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex BsnWordPattern();

    [GeneratedRegex(@"(?<!\p{L})(dhr|mevr|mevrouw|de heer)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex TitleWordPattern();

    // A house number can follow at once. A year with a code of a period or an area behind it is written so too: 2022MM03, 2021GM0153.
    [GeneratedRegex(
        @"(?<![0-9A-Za-z])[1-9][0-9]{3} ?([A-Z]{2}[ ,]+[0-9]{1,5}(?![0-9])"
        + @"|(?!(?<=(19|20)[0-9]{2} ?)(JJ|HJ|KW|MM|SJ|VK|GM|WK|BU|PV|LD))[A-Z]{2}[0-9]{1,5}[A-Za-z]?(?![0-9A-Za-z]))",
        RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex PostcodePattern();

    [GeneratedRegex(@"\b\p{L}+(straat|laan|weg|plein|gracht|kade|hof|dijk|pad|singel|dreef) [0-9]{1,4}( ?[a-zA-Z])?\b",
        RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex StreetPattern();

    [GeneratedRegex(@"(^|\s)([Dd]hr|[Mm]evr|[Mm]w|[Dd]e heer|[Mm]evrouw|[Mm]eneer)\.? ([A-Z]\. ?)*((van|de|der|den|ter|ten|te) )*\p{Lu}\p{Ll}+",
        RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex TitlePattern();

    [GeneratedRegex(
        @"^(?!(De|Het|Geen|Alle|Overige|Stichting|Vereniging|Gemeente|Sociale|Particuliere|Vrije) )"
        + @"\p{Lu}\p{Ll}+([ -]\p{Lu}\p{Ll}+)?( \p{Lu}\.)*( (van|de|der|den|het|'t|ter|ten|te|el|al|von))* \p{Lu}[\p{L}'-]+\z",
        RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex FullNamePattern();

    [GeneratedRegex(@"^([A-Z]\. ?){1,4}((van|de|der|den|ter|ten|te) ){0,3}\p{Lu}[\p{L}-]+$", RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex InitialsPattern();

    [GeneratedRegex(@"(buurt|wijk|plein|park|straat|kwartier|dorp|laan|weg|hof|gebied|terrein|polder)$",
        RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex PlacePattern();
}

/// <summary>Count of numbers of nine digits by column.</summary>
/// <remarks>Where most of a column pass the test of citizen service numbers, they are these.</remarks>
internal sealed class NumbersByColumn
{
    private const double MinBsnShare = 0.5;
    private readonly SortedDictionary<int, ColumnTally> byColumn = [];

    /// <summary>Counts a text if it is a number of nine digits.</summary>
    /// <returns>Whether it is.</returns>
    public bool TryCount(int column, string text, int line)
    {
        if (PersonalDataDetector.GetNineDigits(text) is not { } digits)
        {
            return false;
        }

        var isBsn = PersonalDataDetector.IsBsn(digits);
        var counts = byColumn.GetValueOrDefault(column) ?? new ColumnTally(0, 0, 0);
        byColumn[column] = new ColumnTally(counts.All + 1, counts.Bsns + (isBsn ? 1 : 0), counts.FirstLine == 0 && isBsn ? line : counts.FirstLine);
        return true;
    }

    /// <summary>Finds the columns of which most numbers are citizen service numbers.</summary>
    /// <returns>Each with the line of the first and how many there are.</returns>
    public IEnumerable<(int Column, int Line, int Count)> FindBsns() =>
        byColumn.Where(pair => pair.Value.Bsns > pair.Value.All * MinBsnShare).Select(pair => (pair.Key, pair.Value.FirstLine, pair.Value.Bsns));

    private sealed record ColumnTally(int All, int Bsns, int FirstLine);
}
