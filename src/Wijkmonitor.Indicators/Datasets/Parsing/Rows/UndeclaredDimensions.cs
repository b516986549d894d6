using System.Buffers;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Check of columns that say which group a row is about, where the definition does not name them.</summary>
/// <remarks>
/// One group in the whole file is a question to the person who delivered it: it can be the one that is meant. Several, or bounds of margins, are never
/// taken for the figure. A column whose name may mean something else is never more than a question, and none at all where it holds numbers: then it is a
/// topic.
/// </remarks>
internal sealed class UndeclaredDimensions(CsvRowReader rows, ProblemLog log)
{
    private const int MaxSeen = 10;
    private const int CodeLength = 7;
    private const int MinCodeLength = 5;

    // A shorter text is a symbol.
    private const int MinLength = 2;

    // The names that CBS, RIVM and cities give such columns, without spaces and signs: a title and its key are one name.
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Leeftijd", "Leeftijden", "Leeftijdsgroep", "Leeftijdsgroepen", "Leeftijdsklasse", "Leeftijdscategorie", "LeeftijdOp31December", "Geslacht",
        "Marges", "Marge", "Persoonskenmerken", "Persoonskenmerk", "Huishoudkenmerken", "Huishoudenskenmerken", "KenmerkenVanHuishoudens",
        "KenmerkenVanPersonen", "Populatie", "Bevolkingsgroep", "Herkomst", "Herkomstgroepering", "Herkomstland", "HerkomstGeboorteland",
        "Nationaliteit", "Nationaliteiten", "Geboorteland", "GeboortelandOuders", "Generatie", "Generaties", "BurgerlijkeStaat", "Opleidingsniveau",
        "Onderwijsniveau", "HoogsteBehaaldeOpleiding", "HoogstBehaaldOnderwijsniveau", "Inkomensgroep", "Inkomensklasse", "Inkomensbron",
        "SociaaleconomischeCategorie", "SociaalEconomischePositie", "Arbeidspositie", "TypeHuishouden", "Huishoudtype", "Huishoudenstype",
        "SamenstellingHuishouden", "SamenstellingVanHetHuishouden", "Huishoudenssamenstelling", "Huishoudensgrootte", "GrootteVanHetHuishouden",
        "PositieInHetHuishouden", "Woningtype", "TypeWoning", "SoortWoning", "Eigendom", "Eigendomssituatie", "EigendomVanDeWoning", "Woningeigendom",
        "Bouwjaarklasse", "Oppervlakteklasse", "SoortMisdrijf", "Bedrijfstakken", "BedrijfstakkenSBI2008", "Bouwperiode", "Gebruiksfunctie", "Age",
        "AgeGroup", "Sex", "Gender", "Margins", "Nationality", "HouseholdType", "TypeOfHousehold", "Tenure", "Sekse", "Leeftijdgroep", "Leeftijdklasse",
        "Leeftijdsklassen", "Leeftijdsklasse5Jaar", "Inkomensniveau", "Inkomensklassen", "Inkomensgroepen", "Subgroep", "Subgroepen",
    };

    // Names that can also be of something else, such as of what kind an area is.
    private static readonly HashSet<string> ProbableNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Categorie", "Categorieën", "Categorieen", "Doelgroep", "Doelgroepen", "Uitsplitsing", "Uitsplitsingen", "Kenmerk", "Kenmerken",
        "Achtergrondkenmerk", "Achtergrondkenmerken", "Betrouwbaarheid", "Betrouwbaarheidsinterval", "Category", "Breakdown", "TargetGroup",
    };

    private static readonly string[] BoundWords = ["ondergrens", "bovengrens", "lower bound", "upper bound", "lower limit", "upper limit"];

    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789.,' \u00A0\u202F");

    private readonly SortedDictionary<int, Codes> seen = [];
    private readonly HashSet<int> topics = [];
    private int[] columns = [];
    private int[] probable = [];
    private int[] unknown = [];
    private int[] others = [];
    private int headerLine;

    /// <summary>Whether a column of this name says which group a row is about.</summary>
    public static bool IsName(string name) =>
        Simplify(ColumnName.RemoveNumber(name) ?? ColumnName.Normalize(name)) is var plain
            && (Names.Contains(plain) || IsOrigin(plain));

    /// <summary>Whether a column of this name can say which group a row is about.</summary>
    /// <remarks>It can by its first word: "Leeftijd in klassen", "leeftijd_groep", "Eigendom woning".</remarks>
    public static bool IsProbableName(string name) =>
        ProbableNames.Contains(Simplify(name)) || (FirstWord(name) is { } first && Names.Contains(first));

    /// <summary>Whether two names are one but for spaces, signs and capitals.</summary>
    public static bool AreSame(string name, string other) =>
        string.Equals(Simplify(ColumnName.RemoveNumber(name) ?? name), Simplify(ColumnName.RemoveNumber(other) ?? other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text says that a row holds a bound of a margin.</summary>
    /// <remarks>CBS's codes of a lower and an upper bound are such as MOG0095; the figure itself has one such as MW00000.</remarks>
    public static bool IsBound(string text) => text.Length >= CodeLength && text.AsSpan().Trim(' ') is { Length: >= CodeLength } code
        && (char.ToUpperInvariant(code[0]) is 'M' ? IsBoundCode(code) : IsBoundWord(code));

    // CBS's tables before 2022 have it; a balance of migration is none.
    private static bool IsOrigin(string name) =>
        name.StartsWith("Migratie", StringComparison.OrdinalIgnoreCase) && name.Contains("achtergrond", StringComparison.OrdinalIgnoreCase);

    // "Kenmerken van huishoudens (code)" is KenmerkenVanHuishoudens.
    private static string Simplify(string name)
    {
        var suffix = name.EndsWith("(code)", StringComparison.OrdinalIgnoreCase) ? "(code)".Length : 0;
        return string.Concat(name[..^suffix].Where(char.IsLetterOrDigit));
    }

    /// <summary>Sets the columns to inspect.</summary>
    /// <param name="groups">Columns with such a name that the definition does not name.</param>
    /// <param name="perhaps">Columns with a name that may be one.</param>
    /// <param name="undeclared">Other columns that it does not name, or is not interested in: bounds of margins can be there.</param>
    public void SetColumns(IEnumerable<int> groups, IEnumerable<int> perhaps, IEnumerable<int> undeclared)
    {
        columns = [.. groups];
        probable = [.. perhaps];
        others = [.. undeclared];
    }

    /// <summary>Sets the columns that are named as unknown if they turn out to say no group.</summary>
    public void SetUnknown(IEnumerable<int> columns, int line) => (unknown, headerLine) = ([.. columns], line);

    /// <summary>Inspects the current row.</summary>
    public void InspectRow()
    {
        foreach (var column in columns)
        {
            Add(column, rows[column].Trim(' '));
        }

        foreach (var column in probable)
        {
            InspectProbable(column, rows[column].Trim(' '));
        }

        foreach (var column in others)
        {
            if (rows[column] is var text && IsBound(text))
            {
                Add(column, text.Trim(' '));
            }
        }
    }

    /// <summary>Reports what was found, once the file was read.</summary>
    public void Report()
    {
        foreach (var (column, codes) in seen)
        {
            var name = rows.GetName(column);
            if (codes.All.Any(IsBound))
            {
                log.Add(DetailProblems.BoundsUndeclared(codes.Line, name, [.. codes.All]));
            }
            else if (!codes.All.All(IsValue))
            {
                log.Add(DetailProblems.DimensionUndeclared(codes.Line, name, [.. codes.All], isCertain: !probable.Contains(column)));
            }
        }

        foreach (var column in unknown.Where(column => !seen.ContainsKey(column)))
        {
            log.Add(FileProblems.ColumnUnknown(headerLine, rows.GetName(column)));
        }
    }

    // One number, and it is a topic, such as "Eigendom onbekend"; a symbol in place of a number says nothing.
    private void InspectProbable(int column, string text)
    {
        if (text.Length < MinLength || topics.Contains(column))
        {
            return;
        }

        var isCode = text.Length >= MinCodeLength && ProbableNames.Contains(Simplify(rows.GetName(column)));
        if (!isCode && !text.AsSpan(1).ContainsAnyExcept(InNumbers) && char.IsAsciiDigit(text[^1]))
        {
            topics.Add(column);
            seen.Remove(column);
        }
        else
        {
            Add(column, text);
        }
    }

    private void Add(int column, string code)
    {
        if (!seen.TryGetValue(column, out var codes))
        {
            seen[column] = codes = new Codes(rows.Line);
        }

        if (code.Length > 0 && (codes.All.Count < MaxSeen || IsBound(code)))
        {
            codes.All.Add(code);
        }
    }

    private static bool IsBoundCode(ReadOnlySpan<char> code) =>
        code is ['M', 'O' or 'B', 'G', ..] && code.Length == CodeLength && !code[3..].ContainsAnyExceptInRange('0', '9');

    private static bool IsBoundWord(ReadOnlySpan<char> text)
    {
        foreach (var word in char.ToUpperInvariant(text[0]) is 'O' or 'B' or 'L' or 'U' ? BoundWords : [])
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (text.Length == word.Length || text.Contains('%') || text.EndsWith("interval", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    // Up to a space or sign; a name of one word has none.
    private static string? FirstWord(string name)
    {
        name = ColumnName.Normalize(name);
        var end = name.AsSpan().IndexOfAny(' ', '_', '-');
        return end > 0 && !name.AsSpan(end).ContainsAny('/', '(') ? name[..end] : null;
    }

    private static bool IsValue(string text) => text.Length == CodeLength && text.StartsWith("MW", StringComparison.Ordinal);

    private sealed record Codes(int Line)
    {
        public SortedSet<string> All { get; } = new(StringComparer.Ordinal);
    }
}
