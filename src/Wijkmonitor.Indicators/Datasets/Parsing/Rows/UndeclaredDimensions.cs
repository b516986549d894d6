using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Rows;

/// <summary>Check of columns that say which group a row is about, where the definition does not name them.</summary>
/// <remarks>
/// One group in the whole file is a question to the person who delivered it: it can be the one that is meant. Several, or bounds of margins, are never
/// taken for the figure.
/// </remarks>
internal sealed class UndeclaredDimensions(CsvRowReader rows, ProblemLog log)
{
    private const int MaxSeen = 10;
    private const int CodeLength = 7;

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
        "AgeGroup", "Sex", "Gender", "Margins", "Nationality", "HouseholdType", "TypeOfHousehold", "Tenure",
    };

    private readonly SortedDictionary<int, Codes> seen = [];
    private int[] columns = [];
    private int[] others = [];

    /// <summary>Whether a column of this name says which group a row is about.</summary>
    public static bool IsName(string name) =>
        Simplify(ColumnName.RemoveNumber(name) ?? ColumnName.Normalize(name)) is var plain
            && (Names.Contains(plain) || IsOrigin(plain));

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
    /// <param name="undeclared">Other columns that it does not name, or is not interested in: bounds of margins can be there.</param>
    public void SetColumns(IEnumerable<int> groups, IEnumerable<int> undeclared)
    {
        columns = [.. groups];
        others = [.. undeclared];
    }

    /// <summary>Inspects the current row.</summary>
    public void InspectRow()
    {
        foreach (var column in columns)
        {
            Add(column, rows[column].Trim(' '));
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
                log.Add(DetailProblems.DimensionUndeclared(codes.Line, name, [.. codes.All]));
            }
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

    // CBS's codes of a lower and an upper bound, such as MOG0095, and of the figure itself, such as MW00000.
    private static bool IsBound(string text) =>
        text.Length >= CodeLength && text.AsSpan().Trim(' ') is ['M', 'O' or 'B', 'G', ..] code && code.Length == CodeLength
            && !code[3..].ContainsAnyExceptInRange('0', '9');

    private static bool IsValue(string text) => text.Length == CodeLength && text.StartsWith("MW", StringComparison.Ordinal);

    private sealed record Codes(int Line)
    {
        public SortedSet<string> All { get; } = new(StringComparer.Ordinal);
    }
}
