using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems of periods in words.</summary>
public static class PeriodProblems
{
    /// <summary>Creates the problem that it is not known what year a file is about as a whole.</summary>
    public static RowProblem NoFilePeriod(DatasetDefinition definition)
    {
        var (periods, choice) = (definition.FilePeriods, definition.Choice);
        return periods.Count == 0 ? NotInName(definition)
            : choice is { } chosen && periods.Contains(chosen) ? ChoiceDiffers(chosen.Year, GetOthers(periods, chosen))
            : definition.TitlePeriod is { } title ? TitleDiffers(title.Year, GetOthers(periods, title))
            : Ambiguous([.. periods.Select(period => period.Year)]);
    }

    /// <summary>Creates the problem that the year that was chosen is another one than the name says.</summary>
    /// <param name="chosen">The year that was chosen.</param>
    /// <param name="others">The years that the name says.</param>
    public static RowProblem ChoiceDiffers(int chosen, IReadOnlyList<int> others)
    {
        var (nl, en) = (string.Join(" of ", others.Select(year => Format($"{year}"))), string.Join(" or ", others.Select(year => Format($"{year}"))));
        return Error(
            ProblemCodes.PeriodAmbiguous, null, null, Format($"{chosen}"),
            Format($"Er is {chosen} gekozen, maar de naam van het bestand wijst op {nl}, door een tabelnummer of een jaar."),
            Format($"{chosen} was chosen, but the file's name points to {en}, by the number of a table or by a year."),
            $"Gaat het bestand over {nl}, haal de keuze dan weg (--period, of 'periode-' in de naam). Gaat het over {chosen}, lever het dan onder een naam zonder dat tabelnummer of jaar.",
            $"If the file is about {en}, remove the choice (--period, or 'period-' in the name). If it is about {chosen}, deliver it under a name without that number or year.");
    }

    /// <summary>Creates the problem that rows say another year than the file can be about as a whole.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column with the period.</param>
    /// <param name="value">The text there.</param>
    /// <param name="other">The year that was chosen, or that the first rows say.</param>
    /// <param name="isChosen">Whether it was chosen.</param>
    public static RowProblem RowDiffers(int line, string column, string value, int other, bool isChosen) => Error(
        ProblemCodes.PeriodAmbiguous, line, column, value,
        isChosen ? Format($"Hier staat '{value.Trim()}', en er is {other} gekozen.") : Format($"Hier staat '{value.Trim()}', en eerder in het bestand {other}; een bestand van deze dataset gaat over één jaar."),
        isChosen ? Format($"This says '{value.Trim()}', and {other} was chosen.") : Format($"This says '{value.Trim()}', and the file says {other} before; a file of this dataset is about one year."),
        isChosen ? "Haal de keuze weg (--period, of 'periode-' in de naam): het jaar in het bestand telt." : "Lever een bestand voor elk jaar.",
        isChosen ? "Remove the choice (--period, or 'period-' in the name): the year in the file counts." : "Deliver a file for each year.");

    /// <summary>Creates the problem that a column that the definition does not name says another year than the file's name.</summary>
    /// <param name="line">The line of the first row.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The text there.</param>
    /// <param name="year">The year of the file.</param>
    /// <param name="isCertain">Whether it can be nothing but a period; otherwise it is a question.</param>
    public static RowProblem ColumnDiffers(int line, string column, string value, int year, bool isCertain)
    {
        var (nl, en) = (
            Format($"De kolom '{column}' zegt '{value.Trim()}', en het bestand gaat volgens zijn naam of titel over {year}."),
            Format($"The column '{column}' says '{value.Trim()}', and by its name or title the file is about {year}."));
        return isCertain
            ? Error(
                ProblemCodes.PeriodAmbiguous, line, column, value, nl, en,
                "Lever het bestand onder een naam met het jaar van de cijfers. Of vraag de beheerder te zeggen wat deze kolom is ('columns.period' of 'ignoredColumns').",
                "Deliver the file under a name with the year of the figures. Or ask the administrator to say what this column is ('columns.period' or 'ignoredColumns').")
            : Warn(
                ProblemCodes.PeriodAmbiguous, line, column, value, nl, en,
                Format($"Gaan de cijfers over {year}, bevestig de levering dan. Lever het bestand anders met het goede jaar in de naam, of vraag de beheerder te zeggen wat deze kolom is ('ignoredColumns')."),
                Format($"If the figures are about {year}, confirm the delivery. Otherwise deliver the file with the right year in its name, or ask the administrator to say what this column is ('ignoredColumns').")) with
            { NeedsConfirmation = true };
    }

    /// <summary>Creates the problem that a column that is named after years says none, and the year was taken from elsewhere.</summary>
    /// <param name="line">The line of the first row.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The text there.</param>
    /// <param name="year">The year of the file.</param>
    public static RowProblem ColumnUnclear(int line, string column, string value, int year) => Warn(
        ProblemCodes.PeriodAmbiguous, line, column, value,
        Format($"De kolom '{column}' zegt '{value}', en dat is geen jaar. Het bestand gaat volgens zijn naam of titel over {year}."),
        Format($"The column '{column}' says '{value}', which is no year. By its name or title the file is about {year}."),
        Format($"Gaan alle cijfers over {year}, bevestig de levering dan. Schrijf anders in deze kolom van elke rij het jaar, met vier cijfers."),
        Format($"If all figures are about {year}, confirm the delivery. Otherwise write the year of each row in this column, in four digits.")) with
    { NeedsConfirmation = true };

    /// <summary>Creates the problem that a column says another period than the one that periods are read from.</summary>
    /// <param name="line">The line of the first row.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The text there.</param>
    /// <param name="other">The column that periods are read from.</param>
    /// <param name="otherValue">The text there.</param>
    public static RowProblem ColumnsDiffer(int line, string column, string value, string other, string otherValue) => Error(
        ProblemCodes.PeriodAmbiguous, line, column, value,
        $"De kolom '{column}' zegt '{value}', en de kolom '{other}' zegt '{otherValue}'.",
        $"The column '{column}' says '{value}', and the column '{other}' says '{otherValue}'.",
        "Ga na over welk jaar de cijfers gaan, en lever alleen de kolom met dat jaar. Of vraag de beheerder te zeggen wat de andere kolom is ('ignoredColumns').",
        "Find out which year the figures are about, and deliver only the column with that year. Or ask the administrator to say what the other column is ('ignoredColumns').");

    /// <summary>Creates the problem that the year before an area is not that of the boundaries of its figures.</summary>
    public static RowProblem BoundariesDiffer(int line, string column, string value, int boundaryYear) => Error(
        ProblemCodes.PeriodAmbiguous, line, column, value,
        Format($"De kolom '{column}' zegt '{value}', en de cijfers zouden bij de grenzen van {boundaryYear} komen."),
        Format($"The column '{column}' says '{value}', and the figures would be kept with the boundaries of {boundaryYear}."),
        Format($"Zijn de codes van {boundaryYear}, lever het bestand dan zonder deze kolom. Zijn ze van een ander jaar, vraag de beheerder dan dat in de definitie te zeggen ('boundaryYear')."),
        Format($"If the codes are of {boundaryYear}, deliver the file without this column. If they are of another year, ask the administrator to say so in the definition ('boundaryYear')."));

    /// <summary>Creates the problem that a title or column names another year of boundaries than its figures would have.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column; null for a title or note.</param>
    /// <param name="text">The text there.</param>
    /// <param name="boundaryYear">The year of the boundaries that the figures would have.</param>
    public static RowProblem BoundariesToConfirm(int line, string? column, string text, int boundaryYear) => Warn(
        ProblemCodes.PeriodAmbiguous, line, column, text,
        Format($"Hier staat '{text}', en de cijfers zouden bij de grenzen van {boundaryYear} komen."),
        Format($"This says '{text}', and the figures would be kept with the boundaries of {boundaryYear}."),
        Format($"Zijn de codes van {boundaryYear}, bevestig de levering dan. Zijn ze van een ander jaar, vraag de beheerder dan dat in de definitie te zeggen ('boundaryYear')."),
        Format($"If the codes are of {boundaryYear}, confirm the delivery. If they are of another year, ask the administrator to say so in the definition ('boundaryYear').")) with
    { NeedsConfirmation = true };

    /// <summary>Creates the problem that a file says two years of its boundaries in itself.</summary>
    /// <param name="line">The line; that of the header for names of columns.</param>
    /// <param name="places">The places that say a year, as the file calls them.</param>
    /// <param name="years">The years.</param>
    public static RowProblem TwoInFile(int line, IReadOnlyCollection<string> places, IReadOnlyList<Period> years) => Error(
        ProblemCodes.PeriodAmbiguous, line, places.First(), Join(years, " / "),
        $"Het bestand zegt {Join(years, " en ")} als jaar van de grenzen: in {Quote(places)}.",
        $"The file says {Join(years, " and ")} as the year of the boundaries: in {Quote(places)}.",
        "Ga na van welk jaar de codes zijn, en lever alleen de kolommen of eigenschappen van dat jaar.",
        "Find out which year the codes are of, and deliver only the columns or properties of that year.");

    /// <summary>Creates the problem that the file's name gives more than one year.</summary>
    public static RowProblem Ambiguous(IReadOnlyList<int> years)
    {
        var (nl, en) = (string.Join(" en ", years.Select(year => Format($"{year}"))), string.Join(" and ", years.Select(year => Format($"{year}"))));
        return Error(
            ProblemCodes.PeriodAmbiguous, null, null, nl,
            $"Het bestand kan gaan over {nl}: de naam wijst op allebei.", $"The file can be about {en}: its name points to each.",
            "Ga na over welk jaar de cijfers gaan. Geef het bestand daarna een naam met alleen dat jaar, of zet 'periode-' en het jaar in de naam (check en drop: --period).",
            "Find out which year the figures are about. Then give the file a name with that year only, or put 'period-' and the year in the name (check and drop: --period).");
    }

    /// <summary>Creates the problem that a title above the header gives another year than the file's name.</summary>
    /// <param name="title">The year in the title.</param>
    /// <param name="named">The years in the name.</param>
    public static RowProblem TitleDiffers(int title, IReadOnlyList<int> named)
    {
        var (nl, en) = (string.Join(" of ", named.Select(year => Format($"{year}"))), string.Join(" or ", named.Select(year => Format($"{year}"))));
        return Error(
            ProblemCodes.PeriodAmbiguous, null, null, Format($"{title}"),
            Format($"Een titel boven de kopregel zegt {title}, de naam van het bestand {nl}."),
            Format($"A title above the header says {title}, the file's name {en}."),
            "Ga na over welk jaar de cijfers gaan. Zet daarna 'periode-' en dat jaar in de naam (check en drop: --period), of lever het bestand dat bij dat jaar hoort.",
            "Find out which year the figures are about. Then put 'period-' and that year in the name (check and drop: --period), or deliver the file of that year.");
    }

    /// <summary>Creates the problem that a period is malformed in a dataset that declares which kinds it has.</summary>
    public static RowProblem Invalid(int line, string column, string value, IReadOnlyList<PeriodGranularity> declared)
    {
        var forms = declared.Select(PeriodGranularityNames.GetForm).ToList();
        return Error(
            ProblemCodes.PeriodInvalid, line, column, value,
            $"'{value}' is geen periode.", $"'{value}' is not a period.",
            $"Schrijf een periode als {string.Join(", ", forms.Select(form => form.Nl))}, of zoals CBS haar schrijft.",
            $"Write a period as {string.Join(", ", forms.Select(form => form.En))}, or as CBS writes it.");
    }

    /// <summary>Creates the problem that rows are about periods of a kind that the dataset does not declare.</summary>
    /// <param name="column">The column with the period.</param>
    /// <param name="found">The rows.</param>
    /// <param name="declared">The kinds that it declares.</param>
    /// <param name="isRefused">Whether they refuse the file, or are passed over.</param>
    public static RowProblem Undeclared(string column, UndeclaredPeriods found, IReadOnlyList<PeriodGranularity> declared, bool isRefused)
    {
        var (kind, taken) = (GetName(found.Granularity), declared.Select(PeriodGranularityNames.GetPlural).ToList());
        var message = new BilingualText(
            Format($"{found.Rows} {(found.Rows == 1 ? "rij gaat" : "rijen gaan")} over {kind.Nl}; deze dataset neemt alleen {string.Join(", ", taken.Select(name => name.Nl))}."),
            Format($"{found.Rows} {(found.Rows == 1 ? "row is" : "rows are")} about {kind.En}; this dataset takes only {string.Join(", ", taken.Select(name => name.En))}."));
        var remedy = DescribeRemedy(found.Granularity);
        return isRefused
            ? Error(ProblemCodes.PeriodUndeclared, found.Line, column, found.First, message.Nl, message.En, remedy.Nl, remedy.En)
            : Warn(
                ProblemCodes.PeriodUndeclared, found.Line, column, found.First, message.Nl + " Dat is niet overgenomen.",
                message.En + " That was ignored.",
                "Was dat de bedoeling? Dan hoeft u niets te doen. " + remedy.Nl, "If that was intended, do nothing. " + remedy.En);
    }

    /// <summary>Creates the problem that the name of a file or a title says a period that is no calendar year.</summary>
    /// <param name="text">The words that say it.</param>
    /// <param name="year">The year, where it can also be a month in which the file was made, or a number; null where it can be no other period.</param>
    public static RowProblem PartOfYear(string text, int? year) => Error(
        ProblemCodes.PeriodUndeclared, line: null, column: null, text,
        $"De naam van het bestand of een titel zegt '{text}'; deze dataset neemt alleen hele jaren.",
        $"The file's name or a title says '{text}'; this dataset takes only whole years.",
        "Lever de cijfers over het hele jaar. Van een deel van een jaar wordt nooit een jaarcijfer gemaakt."
        + (year is null ? "" : Format(
            $" Is dat alleen de maand waarin het bestand is gemaakt, of een volgnummer? Zet dan 'periode-' en het jaar van de cijfers in de naam. Bij cijfers over heel {year} is dat 'periode-{year}' (check en drop: --period).")),
        "Deliver the figures of the whole year. A part of a year is never made into a figure of the year."
        + (year is null ? "" : Format(
            $" Is that only the month in which the file was made, or a number? Then put 'period-' and the year of the figures in the name. For figures of the whole of {year} that is 'period-{year}' (check and drop: --period).")));

    /// <summary>Creates the problem that a name or title says a part of a year, and the rows whole years.</summary>
    public static RowProblem PartToConfirm(string text) => Warn(
        ProblemCodes.PeriodUndeclared, line: null, column: null, text,
        $"De naam van het bestand of een titel zegt '{text}', en de rijen gaan over hele jaren.",
        $"The file's name or a title says '{text}', and its rows are about whole years.",
        "Gaan alle cijfers over hele jaren, bevestig de levering dan. Lever ze anders niet: van een deel van een jaar wordt nooit een jaarcijfer gemaakt.",
        "If all figures are about whole years, confirm the delivery. Do not deliver them otherwise: a part of a year is never made into a figure of the year.") with
    { NeedsConfirmation = true };

    /// <summary>Creates the problem that an undeclared column says a part of the year that a row is about.</summary>
    public static RowProblem PartInColumn(int line, string column, string value) => Error(
        ProblemCodes.PeriodUndeclared, line, column, value,
        $"De kolom '{column}' zegt '{value}': de rij gaat over een deel van een jaar, en deze dataset zou haar als heel jaar bewaren.",
        $"The column '{column}' says '{value}': the row is about a part of a year, and this dataset would store it as a whole year.",
        "Lever de cijfers over hele jaren. Neemt de dataset ook delen van een jaar ('periods'), zet die dan in de kolom met de periode, zoals 2022-03 of 2022-Q1. Gaat deze kolom over iets anders, vraag de beheerder haar dan te negeren ('ignoredColumns').",
        "Deliver figures of whole years. If the dataset also takes parts of a year ('periods'), put those in the column with the period, such as 2022-03 or 2022-Q1. If this column is about something else, ask the administrator to ignore it ('ignoredColumns').");

    /// <summary>Creates the problem that an undeclared column seems to say a part of the year that a row is about.</summary>
    public static RowProblem PartInColumnToConfirm(int line, string column, string value) => Warn(
        ProblemCodes.PeriodUndeclared, line, column, value,
        $"De kolom '{column}' zegt '{value}': de rij gaat misschien over een deel van een jaar, en wordt als heel jaar bewaard.",
        $"The column '{column}' says '{value}': the row may be about a part of a year, and is stored as a whole year.",
        "Gaan alle cijfers over hele jaren, bevestig de levering dan, of vraag de beheerder de kolom te negeren ('ignoredColumns'). Lever ze anders niet: van een deel van een jaar wordt nooit een jaarcijfer gemaakt.",
        "If all figures are about whole years, confirm the delivery, or ask the administrator to ignore the column ('ignoredColumns'). Do not deliver them otherwise: a part of a year is never made into a figure of the year.") with
    { NeedsConfirmation = true };

    /// <summary>Creates the problem that figures are not those of a whole year by a title or note.</summary>
    public static RowProblem OtherPeriodInNote(int line, string text) => Warn(
        ProblemCodes.PeriodUndeclared, line, column: null, text,
        $"In een titel, noot of commentaar staat '{text}'. Dan gaan de cijfers misschien niet over het hele jaar waarbij zij worden bewaard.",
        $"A title, note or comment says '{text}'. The figures may not be about the whole year that they are stored for.",
        "Gaan alle cijfers over dat hele jaar, bevestig de levering dan. Lever ze anders niet: van een ander jaar of een deel van een jaar wordt nooit een cijfer van dat jaar gemaakt.",
        "If all figures are about that whole year, confirm the delivery. Do not deliver them otherwise: another year or a part of a year is never made into a figure of that year.") with
    { NeedsConfirmation = true };

    /// <summary>Creates the problem that figures of the file's year are said to be expected and not measured.</summary>
    /// <param name="words">The words of the file's name or of a title.</param>
    /// <param name="year">The year.</param>
    public static RowProblem ForecastToConfirm(string words, int year) => Warn(
        ProblemCodes.PeriodAmbiguous, line: null, column: null, words,
        Format($"De naam van het bestand of een titel zegt '{words}'. Dat zijn misschien geen gemeten cijfers over {year}, maar verwachte."),
        Format($"The file's name or a title says '{words}'. These may not be measured figures of {year}, but expected ones."),
        Format($"Horen deze cijfers bij {year} in deze dataset, bevestig de levering dan. Gaan ze over een ander jaar, zet dan 'periode-' en dat jaar in de naam (check en drop: --period)."),
        Format($"If these figures belong to {year} in this dataset, confirm the delivery. If they are about another year, put 'period-' and that year in the name (check and drop: --period).")) with
    { NeedsConfirmation = true };

    /// <summary>Creates the problem that the file holds fewer rows for each period than the previous delivery.</summary>
    public static RowProblem CoverageDropped((int Rows, int Periods) now, (int Rows, int Periods) previous) => Warn(
        ProblemCodes.CoverageDropped, null, null, Format($"{now.Rows}"),
        Format($"Het bestand heeft {now.Rows} rijen over {now.Periods} perioden; de vorige levering had er {previous.Rows} over {previous.Periods}."),
        Format($"The file has {now.Rows} rows about {now.Periods} periods; the previous delivery had {previous.Rows} about {previous.Periods}."),
        "Controleer of het bestand volledig is.", "Check whether the file is complete.");

    /// <summary>Creates the problem that periods that the dataset expects are not in the file.</summary>
    /// <param name="absent">The periods.</param>
    /// <param name="expected">Number that it expects.</param>
    public static RowProblem Absent(IReadOnlyList<Period> absent, int expected) => Warn(
        ProblemCodes.PeriodsAbsent, line: null, column: null, Format($"{absent.Count}"),
        Format($"Van {expected} verwachte perioden ontbreken er {absent.Count}: {Quote([.. absent.Select(period => period.ToString())])}."),
        Format($"Of {expected} expected periods {absent.Count} are missing: {Quote([.. absent.Select(period => period.ToString())])}."),
        "Lever ze mee; zijn zij er nog niet, dan hoeft u niets te doen. Van een deel van een jaar wordt nooit een jaarcijfer gemaakt.",
        "Deliver them too; if they are not there yet, do nothing. A part of a year is never made into a figure of the year.");

    private static RowProblem NotInName(DatasetDefinition definition)
    {
        var (known, titles) = (definition.Period?.FileNames ?? new Dictionary<string, string>(StringComparer.Ordinal), definition.TitleYears);
        var candidates = titles.Count == 0 ? new BilingualText("", "") : new BilingualText(
            $" Er staat {Join(titles, " en ")} in een titel, maar niet duidelijk als het jaar van de cijfers.",
            $" A title has {Join(titles, " and ")}, but not clearly as the year of the figures.");
        if (definition.PassedOverYears is { Count: > 0 } passed)
        {
            return PassedOver(passed, candidates);
        }

        var anyYear = known.Keys.FirstOrDefault(text => text.Contains("{year}", StringComparison.Ordinal));
        var tables = string.Join(", ", known.Where(pair => !pair.Value.Contains('{', StringComparison.Ordinal)).Select(pair => $"{pair.Key} ({pair.Value})"));
        return Error(
            ProblemCodes.PeriodNotInName, null, null, null,
            anyYear is null
                ? $"De bestandsnaam noemt geen tabel of jaar dat deze dataset kent: {tables}.{candidates.Nl}"
                : "De bestandsnaam zegt niet over welk jaar de cijfers gaan." + candidates.Nl,
            anyYear is null
                ? $"The file's name gives no table or year that this dataset knows: {tables}.{candidates.En}"
                : "The file's name does not say which year the figures are about." + candidates.En,
            anyYear is null
                ? "Is het een van deze tabellen, lever haar dan onder de naam waaronder de uitgever haar geeft, of zet 'periode-' en haar jaar in de naam (check en drop: --period). Gaat het bestand over een ander jaar, vraag de beheerder dan die tabel toe te voegen."
                : "Zet het jaar waarover de cijfers gaan met vier cijfers in de bestandsnaam (check en drop: --period).",
            anyYear is null
                ? "If it is one of these tables, deliver it under the name that its publisher gives it, or put 'period-' and its year in the name (check and drop: --period). If it is about another year, ask the administrator to add that table."
                : "Put the year that the figures are about in the file's name, in four digits (check and drop: --period).");
    }

    // A year that could be that of something else is named with its words, and can be chosen.
    private static RowProblem PassedOver(IReadOnlyList<PassedOverYear> passed, BilingualText candidates)
    {
        var nl = passed.Select(one => one.Words is { } words
            ? $" {one.Year} staat in '{words}', en kan het jaar zijn waarin het bestand is gemaakt, of dat van een plan."
            : $" {one.Year} staat in een dag of een maand, en die kan van iets anders zijn dan van de cijfers.");
        var en = passed.Select(one => one.Words is { } words
            ? $" {one.Year} is in '{words}', and can be the year in which the file was made, or that of a plan."
            : $" {one.Year} is in a day or a month, and that can be of something else than the figures.");
        var only = passed is [var single] ? single.Year : (Period?)null;
        return Error(
            ProblemCodes.PeriodNotInName, null, null, Join([.. passed.Select(one => one.Year)], " / "),
            "De bestandsnaam zegt niet zeker over welk jaar de cijfers gaan." + string.Concat(nl) + candidates.Nl,
            "The file's name does not say for certain which year the figures are about." + string.Concat(en) + candidates.En,
            only is { } year
                ? $"Gaan de cijfers over {year}, zet dan 'periode-{year}' in de naam (check en drop: --period {year}). Gaan ze over een ander jaar, zet dan dat jaar zo in de naam."
                : "Zet 'periode-' en het jaar van de cijfers in de naam (check en drop: --period).",
            only is { } named
                ? $"If the figures are about {named}, put 'period-{named}' in the name (check and drop: --period {named}). If they are about another year, put that year in the name in this way."
                : "Put 'period-' and the year of the figures in the name (check and drop: --period).");
    }

    private static IReadOnlyList<int> GetOthers(IReadOnlyList<Period> periods, Period one) =>
        [.. periods.Where(period => period != one).Select(period => period.Year)];

    private static string Join(IReadOnlyList<Period> years, string and) => string.Join(and, years.Select(year => Format($"{year.Year}")));

    private static BilingualText GetName(PeriodGranularity? granularity) =>
        granularity is { } kind ? PeriodGranularityNames.GetPlural(kind) : new("delen van weken", "parts of weeks");

    private static BilingualText DescribeRemedy(PeriodGranularity? granularity) => granularity is { } kind
        ? new(
            $"Lever zonder deze rijen, of vraag de beheerder '{PeriodGranularityNames.Get(kind)}' aan 'periods' van de dataset toe te voegen.",
            $"Deliver without these rows, or ask the administrator to add '{PeriodGranularityNames.Get(kind)}' to 'periods' of the dataset.")
        : new(
            "Lever hele weken: een week die over twee jaren valt, splitst CBS in twee delen, en een deel is geen week.",
            "Deliver whole weeks: CBS splits a week that falls in two years into two parts, and a part is not a week.");
}
