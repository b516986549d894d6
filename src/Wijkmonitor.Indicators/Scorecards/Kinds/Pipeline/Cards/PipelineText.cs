using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Cards;

/// <summary>The texts of pipelines.</summary>
internal static class PipelineText
{
    /// <summary>The theme of counts.</summary>
    public static BilingualText Counts { get; } = new("Aantal per stap", "Number in each stage");

    /// <summary>The theme of shares.</summary>
    public static BilingualText Shares { get; } = new("Deel dat een stap bereikt", "Share that reaches a stage");

    /// <summary>The theme of shares of a segment.</summary>
    public static BilingualText Segments { get; } = new("Per groep", "By group");

    /// <summary>The theme of deadlines.</summary>
    public static BilingualText Deadlines { get; } = new("Op tijd", "On time");

    /// <summary>The theme of what was agreed.</summary>
    public static BilingualText Agreements { get; } = new("Afspraken", "Agreements");

    /// <summary>The theme of the pace.</summary>
    public static BilingualText Pace { get; } = new("Tempo", "Pace");

    /// <summary>The theme of visits.</summary>
    public static BilingualText Visits { get; } = new("Bezoeken", "Visits");

    /// <summary>The theme of what the source states.</summary>
    public static BilingualText Stated { get; } = new("Wat de bron zegt", "What the source says");

    /// <summary>The label of the use of the capacity.</summary>
    public static BilingualText CapacityLabel { get; } = new("Gebruik van de capaciteit", "Use of the capacity");

    /// <summary>The label of the share of the quota.</summary>
    public static BilingualText QuotaLabel { get; } = new("Deel van het afgesproken aantal", "Share of the agreed number");

    /// <summary>The name of all units.</summary>
    public static BilingualText AllUnits { get; } = new("Alle eenheden", "All units");

    /// <summary>The sentence of a share of nothing.</summary>
    public static BilingualText NothingBefore { get; } = new(
        "Niemand bereikte de stap ervoor. Daarom is er geen deel.",
        "Nobody reached the stage before. So there is no share.");

    /// <summary>The sentence where nothing was due.</summary>
    public static BilingualText NothingDue { get; } = new("Er hoefde nog niets op tijd te zijn.", "Nothing was due yet.");

    /// <summary>The sentence where the number of units is not known.</summary>
    public static BilingualText NoUnits { get; } = new("Het aantal eenheden is niet aangeleverd.", "The number of units was not delivered.");

    /// <summary>The sentence where a rate cannot be taken.</summary>
    public static BilingualText WindowIncomplete { get; } = new(
        "In een van de laatste perioden ontbreekt de telling; daarom is er geen tempo.",
        "The count of one of the last periods is missing; so there is no rate.");

    /// <summary>The sentence of a rate of zero.</summary>
    public static BilingualText NoRate { get; } = new(
        "In de laatste perioden kwam er niets bij. Zo is er geen eind te noemen.",
        "Nothing was added in the last periods. So no end can be given.");

    /// <summary>The sentence where there are no segments.</summary>
    public static BilingualText NoSegments { get; } = new("Er zijn geen groepen of gebieden aangeleverd.", "No groups or areas were delivered.");

    /// <summary>Gets the label of a share.</summary>
    public static BilingualText GetShareLabel(BilingualText stage) => new($"{stage.Nl} (deel)", $"{stage.En} (share)");

    /// <summary>Gets the label of being on time.</summary>
    public static BilingualText GetOnTimeLabel(BilingualText stage) => new($"{stage.Nl} (op tijd)", $"{stage.En} (on time)");

    /// <summary>Gets the label of extra visits.</summary>
    public static BilingualText GetVisitsLabel(BilingualText stage) => new($"{stage.Nl} (extra bezoeken)", $"{stage.En} (extra visits)");

    /// <summary>Gets the label of the coverage.</summary>
    public static BilingualText GetCoverageLabel(BilingualText stage) => new($"{stage.Nl} (dekking)", $"{stage.En} (coverage)");

    /// <summary>Gets the label of a segment's line.</summary>
    public static BilingualText GetSegmentLabel(BilingualText label, BilingualText segment) => new($"{label.Nl}: {segment.Nl}", $"{label.En}: {segment.En}");

    /// <summary>Gets the label of a forecast.</summary>
    public static BilingualText GetForecastLabel(BilingualText stage, BilingualText who) =>
        new($"Nog te gaan tot '{stage.Nl}', voor allen {who.Nl}", $"Time left until '{stage.En}', for all {who.En}");

    /// <summary>Gets the unit of a number of periods.</summary>
    public static string GetUnit(PeriodGranularity period) => period switch
    {
        PeriodGranularity.Week => "weeks",
        PeriodGranularity.Month => "months",
        PeriodGranularity.Quarter => "quarters",
        _ => "years",
    };

    /// <summary>Describes a count that was not delivered.</summary>
    public static BilingualText DescribeMissing(BilingualText stage, Period? period) => period is { } missing
        ? new(
            $"Het aantal bij '{stage.Nl}' is niet aangeleverd over {missing.Label.Nl}. Dat is iets anders dan nul.",
            $"The number at '{stage.En}' was not delivered for {missing.Label.En}. That is not the same as zero.")
        : new($"Het aantal bij '{stage.Nl}' is niet aangeleverd.", $"The number at '{stage.En}' was not delivered.");

    /// <summary>Explains a count.</summary>
    public static string ExplainCount(NumberFormatter text, decimal reached, string unit, BilingualText stage, decimal? open, decimal? dropped)
    {
        var number = text.FormatQuantity(reached, unit);
        var sentence = text.Localize($"'{stage.Nl}' is bereikt door {number}", $"'{stage.En}' was reached by {number}");
        var further = open is { } waiting
            ? text.Localize($"; {text.Format(waiting)} daarvan nog niet verder", $"; {text.Format(waiting)} of these not yet further")
            : "";
        var gone = dropped is { } leaving ? text.Localize($", {text.Format(leaving)} afgevallen", $", {text.Format(leaving)} dropped out") : "";
        return sentence + further + gone + ".";
    }

    /// <summary>Explains a share.</summary>
    public static string ExplainShare(
        NumberFormatter text, decimal reached, decimal total, decimal share, BilingualText stage, BilingualText whole) => text.Localize(
        $"{text.Format(reached)} van de {text.Format(total)} ({whole.Nl}) zijn bij '{stage.Nl}': {text.FormatFixed(share, 1)}%.",
        $"{text.Format(reached)} of the {text.Format(total)} ({whole.En}) are at '{stage.En}': {text.FormatFixed(share, 1)}%.");

    /// <summary>Explains how often a stage was on time.</summary>
    public static string ExplainOnTime(NumberFormatter text, decimal onTime, decimal due, decimal late, PipelineStage stage) => stage.Repeat is null
        ? text.Localize(
            $"{text.Format(onTime)} van de {text.Format(due)} waren op tijd ({text.Format(stage.DeadlineDays!.Value)} dagen, {text.Format(stage.GraceDays!.Value)} dagen speling); {text.Format(late)} zijn te laat.",
            $"{text.Format(onTime)} of the {text.Format(due)} were on time ({text.Format(stage.DeadlineDays!.Value)} days, {text.Format(stage.GraceDays!.Value)} days of grace); {text.Format(late)} are late.")
        : text.Localize(
            $"{text.Format(onTime)} van de {text.Format(due)} {Lower(stage.Label.Nl)} zijn gehouden; {text.Format(late)} zijn te laat.",
            $"{text.Format(onTime)} of the {text.Format(due)} {Lower(stage.Label.En)} were held; {text.Format(late)} are late.");

    /// <summary>Explains the use of the capacity.</summary>
    public static string ExplainCapacity(NumberFormatter text, decimal taken, decimal capacity, decimal use, Period period) => text.Localize(
        $"{text.Format(taken)} van de {text.Format(capacity)} plaatsen in {period.Label.Nl}: {text.FormatFixed(use, 1)}%.",
        $"{text.Format(taken)} of the {text.Format(capacity)} places in {period.Label.En}: {text.FormatFixed(use, 1)}%.");

    /// <summary>Explains the share of the quota.</summary>
    public static string ExplainQuota(NumberFormatter text, decimal reached, decimal quota, decimal share, int year, decimal passed) => text.Localize(
        $"{text.Format(reached)} van de {text.Format(quota)} die voor {text.FormatYear(year)} zijn afgesproken: {text.FormatFixed(share, 1)}%. Van het jaar is {text.FormatFixed(passed, 1)}% voorbij.",
        $"{text.Format(reached)} of the {text.Format(quota)} that were agreed for {text.FormatYear(year)}: {text.FormatFixed(share, 1)}%. {text.FormatFixed(passed, 1)}% of the year has passed.");

    /// <summary>Explains a forecast.</summary>
    public static string ExplainForecast(
        NumberFormatter text, decimal rest, decimal total, BilingualText who, BilingualText stage, decimal rate, decimal periods, PeriodGranularity period)
    {
        var (per, duration) = (text.Localize(GetOne(period)), text.FormatQuantity(periods, GetUnit(period)));
        return text.Localize(
            $"{text.Format(rest)} van de {text.Format(total)} {who.Nl} zijn nog niet {Lower(stage.Nl)}; met {text.Format(rate, 2)} per {per} duurt dat {duration}. Dat is een rekenvoorbeeld, geen planning.",
            $"{text.Format(rest)} of the {text.Format(total)} {who.En} are not yet {Lower(stage.En)}; at {text.Format(rate, 2)} a {per} that takes {duration}. That is an example calculation, not a plan.");
    }

    /// <summary>Explains visits.</summary>
    public static string ExplainVisits(NumberFormatter text, decimal visits, decimal cases, string unit, decimal rate) => text.Localize(
        $"{text.Format(visits)} bezoeken aan {text.FormatQuantity(cases, unit)}: {text.FormatFixed(rate, 1)}% meer dan één elk.",
        $"{text.Format(visits)} visits to {text.FormatQuantity(cases, unit)}: {text.FormatFixed(rate, 1)}% more than one each.");

    /// <summary>Explains the coverage.</summary>
    public static string ExplainCoverage(NumberFormatter text, int all, int reached, string unit, BilingualText stage, int months)
    {
        var (others, isYear) = (all - reached, months == 12);
        var (whole, since) = (text.FormatQuantity(all, unit), text.Format(months));
        return text.Localize(
            $"Van de {whole} zijn er {text.Format(reached)} {(isYear ? "dit jaar" : $"in {since} maanden")} {Lower(stage.Nl)}; van deze {text.Format(others)} is het langer dan {(isYear ? "een jaar" : $"{since} maanden")} geleden.",
            $"Of the {whole} {text.Format(reached)} were {Lower(stage.En)} {(isYear ? "this year" : $"in {since} months")}; for {text.Format(others)} it is longer than {(isYear ? "a year" : $"{since} months")} ago.");
    }

    private static BilingualText GetOne(PeriodGranularity period) => period switch
    {
        PeriodGranularity.Week => new("week", "week"),
        PeriodGranularity.Month => new("maand", "month"),
        PeriodGranularity.Quarter => new("kwartaal", "quarter"),
        _ => new("jaar", "year"),
    };

    private static string Lower(string label) => label.Length == 0 ? label : char.ToLowerInvariant(label[0]) + label[1..];
}
