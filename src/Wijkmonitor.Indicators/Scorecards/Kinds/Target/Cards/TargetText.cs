using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Progress;
using Wijkmonitor.Indicators.Scorecards.Kinds.Target.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Cards;

/// <summary>The texts of targets.</summary>
internal static class TargetText
{
    /// <summary>The theme of what was measured.</summary>
    public static BilingualText Progress { get; } = new("Voortgang", "Progress");

    /// <summary>The theme of the target.</summary>
    public static BilingualText Target { get; } = new("Doel", "Target");

    /// <summary>The theme of the last target where it was revised.</summary>
    public static BilingualText LastTarget { get; } = new("Gewijzigd doel", "Revised target");

    /// <summary>The theme of what runs ahead.</summary>
    public static BilingualText Ahead { get; } = new("In voorbereiding", "In preparation");

    /// <summary>The theme of segments.</summary>
    public static BilingualText Segments { get; } = new("Per groep", "By group");

    /// <summary>The label of the share that is done.</summary>
    public static BilingualText DoneLabel { get; } = new("Deel van de weg naar het doel", "Share of the way to the target");

    /// <summary>The label of the pace.</summary>
    public static BilingualText PaceLabel { get; } = new("Tempo per jaar", "Pace a year");

    /// <summary>The label of the years that the rest takes.</summary>
    public static BilingualText YearsLabel { get; } = new("Jaren die de rest duurt in dit tempo", "Years that the rest takes at this pace");

    /// <summary>The label of the pace that is needed.</summary>
    public static BilingualText RequiredLabel { get; } = new("Tempo per jaar dat nodig is", "Pace needed a year");

    /// <summary>The label of what was expected.</summary>
    public static BilingualText ExpectedLabel { get; } = new("Verwacht deel van de weg (maatstaf)", "Expected share of the way (yardstick)");

    /// <summary>The label of being on track.</summary>
    public static BilingualText OnTrackLabel { get; } = new("Klaar, vergeleken met wat was verwacht", "Done, compared with what was expected");

    /// <summary>The label of the share of what runs ahead.</summary>
    public static BilingualText LeadingShareLabel { get; } = new("Deel in voorbereiding", "Share in preparation");

    /// <summary>The label of the share that agreements can reach.</summary>
    public static BilingualText ReachableLabel { get; } = new("Deel dat met afspraken haalbaar is", "Share that agreements can reach");

    /// <summary>The sentence where only the lower end is known.</summary>
    public static BilingualText AtLeast { get; } = new("Ten minste: de bron geeft alleen een ondergrens.", "At least: the source gives a lower limit only.");

    /// <summary>The sentence where only the upper end is known.</summary>
    public static BilingualText AtMost { get; } = new("Ten hoogste: bekend is alleen een bovengrens.", "At most: only an upper limit is known.");

    /// <summary>The sentence without a target.</summary>
    public static BilingualText NoTarget { get; } = new("Er is geen doel afgesproken; er is alleen een stand.", "No target was agreed; there is only a value.");

    /// <summary>The sentence without a start.</summary>
    public static BilingualText NoBaseline { get; } = new(
        "Het begin is niet bekend; daarom is er geen deel en geen tempo.", "The start is not known; so there is no share and no pace.");

    /// <summary>The sentence without the day of the start.</summary>
    public static BilingualText NoStartDate { get; } = new(
        "De dag van het begin is niet bekend; daarom is er geen tempo.", "The day of the start is not known; so there is no pace.");

    /// <summary>The sentence of a target without a day.</summary>
    public static BilingualText NoDate { get; } = new("Bij dit doel is geen datum afgesproken.", "No date was agreed for this target.");

    /// <summary>The sentence of a target that is not beyond the start.</summary>
    public static BilingualText WrongSide { get; } = new(
        "Dit doel ligt niet voorbij het begin; er is geen weg om een deel van te nemen.",
        "This target does not lie beyond the start; there is no way to take a share of.");

    /// <summary>The sentence of a target whose day is not after the start.</summary>
    public static BilingualText WrongDate { get; } = new(
        "De datum van dit doel ligt niet na het begin.", "The date of this target is not after the start.");

    /// <summary>The sentence before any time has passed.</summary>
    public static BilingualText NoTime { get; } = new("Er is sinds het begin nog geen tijd verstreken.", "No time has passed since the start yet.");

    /// <summary>The sentence of a pace of zero or the wrong way.</summary>
    public static BilingualText NoFinish { get; } = new(
        "In dit tempo komt het doel niet dichterbij; er is geen eind te noemen.", "At this pace the target does not come closer; no end can be given.");

    /// <summary>The sentence of a pace that is known at its slow end only.</summary>
    public static BilingualText FinishUnknown { get; } = new(
        "Van het tempo is alleen een grens bekend; of het doel zo dichterbij komt, is niet te zeggen.",
        "Only a limit of the pace is known; whether the target comes closer like this cannot be said.");

    /// <summary>The sentence after the day of the target.</summary>
    public static BilingualText PastDate { get; } = new("De datum van het doel is voorbij.", "The date of the target has passed.");

    /// <summary>The sentence where nothing was expected yet.</summary>
    public static BilingualText NothingExpected { get; } = new(
        "Op deze dag was nog niets verwacht; daarvan is er geen deel.", "Nothing was expected on this day yet; of that there is no share.");

    /// <summary>Describes a value that is not known.</summary>
    public static BilingualText DescribeMissing(DateOnly? day) => day is { } on
        ? new(
            $"Op {NumberFormatter.Nl.FormatDay(on)} is geen waarde aangeleverd. Dat is iets anders dan nul.",
            $"No value was delivered for {NumberFormatter.En.FormatDay(on)}. That is not the same as zero.")
        : new("Er is nog geen waarde aangeleverd. Dat is iets anders dan nul.", "No value was delivered yet. That is not the same as zero.");

    /// <summary>Gets the label of the target as a share of the total.</summary>
    public static BilingualText GetStockLabel(TargetRules rules) => rules.Counted == CountedSubject.Homes
        ? new("Doel als deel van alle woningen", "Target as a share of all homes")
        : new("Doel als deel van het totaal", "Target as a share of the total");

    /// <summary>Gets a label with the name of a segment.</summary>
    public static BilingualText GetSegmentLabel(BilingualText label, BilingualText segment) => new($"{label.Nl}: {segment.Nl}", $"{label.En}: {segment.En}");

    /// <summary>Formats a number, a range or the end that is known.</summary>
    public static string Format(NumberFormatter text, Bounds value, Func<decimal, string> format) => value switch
    {
        { IsOpen: true, Low: { } low } => text.Localize($"ten minste {format(low)}", $"at least {format(low)}"),
        { IsOpen: true } => text.Localize($"ten hoogste {format(value.High!.Value)}", $"at most {format(value.High!.Value)}"),
        { IsExact: true } => format(value.Low!.Value),
        _ => text.Localize($"{format(value.Low!.Value)} tot {format(value.High!.Value)}", $"{format(value.Low!.Value)} to {format(value.High!.Value)}"),
    };

    /// <summary>Formats a percentage with one decimal.</summary>
    public static string FormatPercent(NumberFormatter text, Bounds value) => Format(text, value, number => text.FormatFixed(number, 1) + "%");

    /// <summary>Formats a pace: of a percentage in points.</summary>
    public static string FormatPace(NumberFormatter text, Bounds pace, string unit) =>
        Format(text, pace, number => text.Format(number, 2)) + (unit == "%" ? text.Localize(" procentpunt", " percentage points") : "");

    /// <summary>Formats a number of months, in years where these are whole.</summary>
    public static string FormatDuration(NumberFormatter text, decimal months)
    {
        const decimal maxMonths = 24;
        return months % Duration.MonthsPerYear == 0 ? Count(text, months / Duration.MonthsPerYear, "jaar", "jaar", "year", "years")
            : months < maxMonths ? Count(text, months, "maand", "maanden", "month", "months")
            : Count(text, months / Duration.MonthsPerYear, "jaar", "jaar", "year", "years");
    }

    /// <summary>Describes the month in which the rest would be through; empty where that is too far away to say.</summary>
    public static string DescribeFinish(NumberFormatter text, DateOnly asOf, Bounds years)
    {
        List<string> months = [.. years.Ends.Select(end => FindMonth(text, asOf, end)).OfType<string>()];
        var when = years is { IsOpen: false } && months.Count == years.Ends.Count() ? string.Join(text.Localize(" tot ", " to "), months) : "";
        return when.Length > 0
            ? text.Localize($" Dat is dan in {when}: een rekenvoorbeeld, geen planning.", $" That would be in {when}: an example calculation, not a plan.")
            : text.Localize(" Dat is een rekenvoorbeeld, geen planning.", " That is an example calculation, not a plan.");
    }

    private static string? FindMonth(NumberFormatter text, DateOnly asOf, decimal years)
    {
        var end = asOf.Year + years;
        return Period.IsYear((int)Math.Min(end + 1, int.MaxValue)) && asOf.AddMonths((int)(years * Duration.MonthsPerYear)) is var day
            ? text.Localize(Period.Create(PeriodGranularity.Month, day.Year, day.Month).Label)
            : null;
    }

    private static string Count(NumberFormatter text, decimal number, string one, string more, string oneEn, string moreEn)
    {
        string[] nl = ["één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
        string[] en = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        var word = number == decimal.Truncate(number) && number >= 1 && number <= nl.Length
            ? text.Localize(nl[(int)number - 1], en[(int)number - 1])
            : text.Format(number, 1);
        return $"{word} {(number == 1 ? text.Localize(one, oneEn) : text.Localize(more, moreEn))}";
    }
}
