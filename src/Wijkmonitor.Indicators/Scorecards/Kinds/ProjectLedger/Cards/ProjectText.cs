using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Time;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;

/// <summary>The texts of project ledgers.</summary>
internal static class ProjectText
{
    private static readonly string[] Dutch = ["één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
    private static readonly string[] English = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The theme of time.</summary>
    public static BilingualText Time { get; } = new("Tijd", "Time");

    /// <summary>The theme of money.</summary>
    public static BilingualText Money { get; } = new("Geld", "Money");

    /// <summary>The theme of the parties.</summary>
    public static BilingualText Parties { get; } = new("Wie betaalt", "Who pays");

    /// <summary>The theme of the comparison with budgets.</summary>
    public static BilingualText Bases { get; } = new("Tegen de begroting", "Against the budget");

    /// <summary>The theme of loans.</summary>
    public static BilingualText Loans { get; } = new("Leningen", "Loans");

    /// <summary>The theme of the works.</summary>
    public static BilingualText Works { get; } = new("Het werk", "The works");

    /// <summary>The theme of what was agreed and asked.</summary>
    public static BilingualText Agreements { get; } = new("Afspraken en signalen", "Agreements and signals");

    /// <summary>The theme of the agreed moment to decide.</summary>
    public static BilingualText Stop { get; } = new("Afgesproken moment om te besluiten", "Agreed moment to decide");

    /// <summary>The sentence of an amount of which a part is not known.</summary>
    public static BilingualText AtLeast { get; } = new(
        "Ten minste: van een deel is het bedrag niet bekend.", "At least: of a part the amount is not known.");

    /// <summary>The sentence without the number of units.</summary>
    public static BilingualText NoUnits { get; } = new(
        "Het aantal woningen van dit project is niet aangeleverd. Zonder dat aantal is niet te zeggen of dit over te weinig woningen gaat, en daarom wordt het niet getoond.",
        "The number of homes of this project was not delivered. Without it nobody can say whether this is about too few homes, and so it is not shown.");

    /// <summary>The sentence without a number of units to divide by.</summary>
    public static BilingualText NotDivided { get; } = new(
        "Het aantal eenheden van dit project is niet aangeleverd, of nul.", "The number of units of this project was not delivered, or is zero.");

    /// <summary>The sentence without contributions.</summary>
    public static BilingualText NoFunding { get; } = new(
        "Er zijn geen bijdragen aangeleverd. Dat is iets anders dan nul.", "No contributions were delivered. That is not the same as zero.");

    /// <summary>The sentence where no amount is known.</summary>
    public static BilingualText AllUnknown { get; } = new(
        "Dit is er wel, maar het bedrag is niet bekend.", "This exists, and the amount is not known.");

    /// <summary>The sentence without dates of the project.</summary>
    public static BilingualText NoDates { get; } = new(
        "Het begin of het einde is niet bekend.", "The start or the end is not known.");

    /// <summary>The sentence without a plan.</summary>
    public static BilingualText NoPlan { get; } = new(
        "Er is geen planning vastgelegd; daarom is er geen uitloop.", "No plan was recorded; so there is no delay.");

    /// <summary>The sentence where the end is not after the start.</summary>
    public static BilingualText NoTime { get; } = new(
        "Het einde ligt niet na het begin; er is geen duur om te vergelijken.", "The end is not after the start; there is no duration to compare.");

    /// <summary>The sentence without loans.</summary>
    public static BilingualText NoLoans { get; } = new("Er zijn geen leningen aangeleverd.", "No loans were delivered.");

    /// <summary>The sentence without works.</summary>
    public static BilingualText NoWorks { get; } = new("Er is geen werk aangeleverd.", "No works were delivered.");

    /// <summary>The sentence of works whose value is not all known.</summary>
    public static BilingualText ValuesUnknown { get; } = new(
        "Niet van al het werk is de waarde bekend; daarom is er geen deel.", "The value of some works is not known; so there is no share.");

    /// <summary>The sentence without a reported progress.</summary>
    public static BilingualText NotReported { get; } = new("Er is geen voortgang gemeld.", "No progress was reported.");

    /// <summary>The sentence where reported progress was not verified.</summary>
    public static BilingualText NotVerified { get; } = new(
        "Niets is nagegaan: er is geen goedgekeurd werk aangeleverd om de melding mee te vergelijken.",
        "Nothing was verified: no accepted works were delivered to compare the report with.");

    /// <summary>The sentence without a position of the account.</summary>
    public static BilingualText NoPosition { get; } = new(
        "De stand van de rekening is niet volledig aangeleverd.", "The position of the account was not delivered in full.");

    /// <summary>The sentence without cost of delay.</summary>
    public static BilingualText NoDelay { get; } = new("Er zijn geen kosten van vertraging aangeleverd.", "No cost of delay was delivered.");

    /// <summary>The sentence without conditions.</summary>
    public static BilingualText NoConditions { get; } = new("Er zijn geen voorwaarden aangeleverd.", "No conditions were delivered.");

    /// <summary>The sentence of conditions without a day.</summary>
    public static BilingualText NoDueDays { get; } = new(
        "Bij geen van de voorwaarden is een datum afgesproken.", "No date was agreed for any of the conditions.");

    /// <summary>The sentence where the figure to compare is not there.</summary>
    public static BilingualText NothingToCompare { get; } = new(
        "Het cijfer dat met de grens wordt vergeleken is er niet.", "The figure that is compared with the limit is not there.");

    /// <summary>The sentence without signals.</summary>
    public static BilingualText NoSignals { get; } = new(
        "Er zijn hiervoor geen signalen bekend. Dat is iets anders dan nul.", "No signals are known for this. That is not the same as zero.");

    /// <summary>The sentence without days to answer in.</summary>
    public static BilingualText NoAnswerDays { get; } = new(
        "Er is niet afgesproken binnen hoeveel dagen een signaal antwoord krijgt.", "No number of days was agreed in which a signal is to be answered.");

    /// <summary>Gets a label with the name of a part.</summary>
    public static BilingualText GetLabel(BilingualText label, BilingualText part) => new($"{label.Nl}: {part.Nl}", $"{label.En}: {part.En}");

    /// <summary>Formats a day or the days between which it is, with the word before it.</summary>
    public static string FormatDate(NumberFormatter text, LooseDate date)
    {
        if (date.IsDay)
        {
            return text.Localize($"op {text.FormatDay(date.First)}", $"on {text.FormatDay(date.First)}");
        }

        var first = text.FormatDay(date.First);
        var start = date.First.Year == date.Last.Year ? first[..first.LastIndexOf(' ')] : first;
        return text.Localize($"tussen {start} en {text.FormatDay(date.Last)}", $"between {start} and {text.FormatDay(date.Last)}");
    }

    /// <summary>Formats a number of days or a range of it.</summary>
    public static string FormatDays(NumberFormatter text, DayRange days) => days.IsExact
        ? $"{text.Format(days.Low)} {(days.Low == 1 ? text.Localize("dag", "day") : text.Localize("dagen", "days"))}"
        : text.Localize($"{text.Format(days.Low)} tot {text.Format(days.High)} dagen", $"{text.Format(days.Low)} to {text.Format(days.High)} days");

    /// <summary>Formats an amount that is exact or at least that.</summary>
    public static string FormatAmount(NumberFormatter text, decimal amount, bool isLowerBound) =>
        isLowerBound ? text.Localize($"ten minste {text.FormatEuro(amount)}", $"at least {text.FormatEuro(amount)}") : text.FormatEuro(amount);

    /// <summary>Formats a percentage with one decimal.</summary>
    public static string FormatPercent(NumberFormatter text, decimal percentage) => text.FormatFixed(percentage, 1) + "%";

    /// <summary>Formats a number in words up to twelve.</summary>
    public static string FormatCount(NumberFormatter text, int number) =>
        number >= 1 && number <= Dutch.Length ? text.Localize(Dutch[number - 1], English[number - 1]) : text.Format(number);

    /// <summary>Gets the word for one unit.</summary>
    public static string GetUnit(NumberFormatter text, ProjectUnit unit) => unit switch
    {
        ProjectUnit.Homes => text.Localize("woning", "home"),
        ProjectUnit.Households => text.Localize("huishouden", "household"),
        _ => text.Localize("eenheid", "unit"),
    };

    /// <summary>Gets the word for several units.</summary>
    public static string GetUnits(NumberFormatter text, ProjectUnit unit) => unit switch
    {
        ProjectUnit.Homes => text.Localize("woningen", "homes"),
        ProjectUnit.Households => text.Localize("huishoudens", "households"),
        _ => text.Localize("eenheden", "units"),
    };
}
