using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>The sentences about conditions and measurements.</summary>
/// <param name="card">The scorecard.</param>
internal sealed class ItemSentences(ChecklistCard card)
{
    /// <summary>Gets the name of an answer.</summary>
    public static BilingualText GetName(AnswerKind kind) => kind switch
    {
        AnswerKind.Yes => new("Ja", "Yes"),
        AnswerKind.No => new("Nee", "No"),
        AnswerKind.Partly => new("Deels", "Partly"),
        _ => new("Geldt hier niet", "Does not apply here"),
    };

    /// <summary>Explains a condition that was answered: by which roles and when, and on what evidence.</summary>
    public string Explain(NumberFormatter text, ChecklistItem item, IReadOnlyList<ItemAnswer> answers)
    {
        var day = answers[0].Record.Date;
        List<BilingualText> roles = [.. answers.Select(answer => card.FindRole(answer.Role)).OfType<BilingualText>().Distinct()];
        var by = roles.Count == 0 ? "" : text.Localize(" door ", " by ") + ChecklistText.Join(text, roles);
        var answered = text.Localize($" Beantwoord op {text.FormatDay(day)}{by}.", $" Answered on {text.FormatDay(day)}{by}.");
        return text.Localize(GetName(answers[0].Kind)) + "." + answered + DescribeEvidence(text, answers) + DescribeRequired(text, item)
            + DescribeStale(text, day) + DescribeBlocking(text, item);
    }

    /// <summary>Explains a condition without an answer.</summary>
    public BilingualText ExplainUnknown(ChecklistItem item) => BothLanguages.Write(text =>
        text.Localize("Niet beantwoord. Dat is iets anders dan nee.", "Not answered. That is something other than no.") + DescribeBlocking(text, item));

    /// <summary>Explains a condition of which the answers of one day differ.</summary>
    public BilingualText ExplainDiffering(ChecklistItem item, IReadOnlyList<ItemAnswer> answers) => BothLanguages.Write(text =>
    {
        var listed = ChecklistText.Join(text, answers.Select(answer => DescribeAnswer(answer)));
        return text.Localize(
            $"Op {text.FormatDay(answers[0].Record.Date)} verschillen de antwoorden: {listed}. Er is niet gekozen.",
            $"On {text.FormatDay(answers[0].Record.Date)} the answers differ: {listed}. None was chosen.") + DescribeBlocking(text, item);
    });

    /// <summary>Explains how many conditions are met.</summary>
    public static string ExplainConditions(NumberFormatter text, ItemCounts counts)
    {
        var met = text.Localize(
            $"{text.Format(counts.Met)} van de {text.Format(counts.Applicable)} voorwaarden {ChooseVerb(counts.Met, "is", "zijn")} vervuld",
            $"{text.Format(counts.Met)} of the {text.Format(counts.Applicable)} conditions {ChooseVerb(counts.Met, "is", "are")} met");
        var failed = counts.NotMet == 0 ? "" : text.Localize(
            $", {text.Format(counts.NotMet)} niet", $", {text.Format(counts.NotMet)} {ChooseVerb(counts.NotMet, "is", "are")} not");
        var partly = counts.Partly == 0 ? "" : text.Localize(
            $", {text.Format(counts.Partly)} deels", $", {text.Format(counts.Partly)} {ChooseVerb(counts.Partly, "is", "are")} partly met");
        return met + failed + partly + DescribeUnknown(text, counts) + "." + DescribeApplicable(text, counts) + DescribeOpen(text, counts);
    }

    /// <summary>Explains how many measurements hold.</summary>
    public static string ExplainMeasurements(NumberFormatter text, ItemCounts counts)
    {
        var parts = new[]
        {
            text.Localize(
                $"{text.Format(counts.Met)} van de {text.Format(counts.Applicable)} maten {ChooseVerb(counts.Met, "voldoet", "voldoen")}",
                $"{text.Format(counts.Met)} of the {text.Format(counts.Applicable)} measurements {ChooseVerb(counts.Met, "holds", "hold")}"),
            Count(counts.NotMet, number => text.Localize($"{number} niet", $"{number} {ChooseVerb(counts.NotMet, "fails", "fail")}")),
            Count(counts.Depends, number => text.Localize(
                $"bij {number} hangt het van de marge af", $"{number} {ChooseVerb(counts.Depends, "depends", "depend")} on the margin")),
            Count(counts.NotNormed, number => text.Localize($"{number} zonder norm", $"{number} without a norm")),
            Count(counts.Withheld, number => text.Localize($"{number} niet te tonen", $"{number} not shown")),
            Count(counts.Unknown, number => text.Localize($"van {number} is niets bekend", $"of {number} nothing is known")),
        };
        return string.Join(", ", parts.Where(part => part.Length > 0)) + "." + DescribeOpenMeasures(text, counts) + DescribeWithheldBlocking(text, counts);

        string Count(int number, Func<string, string> write) => number == 0 ? "" : write(text.Format(number));
    }

    /// <summary>Explains a measurement and what its norm says of it.</summary>
    public string ExplainMeasured(NumberFormatter text, ChecklistItem item, MeasuredValue measured, ItemStanding standing)
    {
        var value = DescribeValue(text, item.Measured!.Unit, measured.Low, measured.High);
        var measuredOn = text.FormatDay(measured.Record.Date);
        var day = text.Localize($"{value}, gemeten op {measuredOn}.", $"{value}, measured on {measuredOn}.");
        var verdict = standing switch
        {
            ItemStanding.NotNormed => text.Localize("Er is geen norm gekozen; er is niets beoordeeld.", "No norm was chosen; nothing is judged."),
            ItemStanding.Met => text.Localize("Dat voldoet.", "That holds."),
            ItemStanding.NotMet => text.Localize("Dat voldoet niet.", "That fails."),
            _ => text.Localize("Of dat voldoet hangt ervan af waar in de marge het ligt.", "Whether that holds depends on where in the margin it is."),
        };
        var norm = item.Measured.HasNorm ? DescribeNorm(text, item.Measured) + " " : "";
        var source = measured.Record.GetText("source") is { } named ? text.Localize($" Bron: {named}", $" Source: {named}") : "";
        return $"{day.Capitalize()} {norm}{verdict}{DescribeBlocking(text, item)}{source}";
    }

    /// <summary>Explains a measurement that is not known.</summary>
    public BilingualText ExplainNotMeasured(ChecklistItem item) => BothLanguages.Write(text =>
        text.Localize("Niet gemeten. Dat is iets anders dan niet voldoen.", "Not measured. That is something other than failing.")
        + DescribeBlocking(text, item));

    private static string ChooseVerb(int number, string one, string more) => number == 1 ? one : more;

    private static string DescribeNorm(NumberFormatter text, ItemMeasure norm) =>
        text.Localize("De norm is ", "The norm is ") + DescribeValue(text, norm.Unit, norm.AtLeast, norm.AtMost) + ".";

    private static string DescribeValue(NumberFormatter text, string unit, decimal? low, decimal? high) => (low, high) switch
    {
        ({ } number, { } same) when number == same => text.FormatQuantity(number, unit),
        ({ } from, { } to) => text.Localize(
            $"{text.Format(from)} tot {text.FormatQuantity(to, unit)}", $"{text.Format(from)} to {text.FormatQuantity(to, unit)}"),
        ({ } from, null) => text.Localize($"ten minste {text.FormatQuantity(from, unit)}", $"at least {text.FormatQuantity(from, unit)}"),
        _ => text.Localize($"ten hoogste {text.FormatQuantity(high!.Value, unit)}", $"at most {text.FormatQuantity(high.Value, unit)}"),
    };

    private static string DescribeUnknown(NumberFormatter text, ItemCounts counts)
    {
        var unknown = counts.Unknown == 0 ? "" : text.Localize(
            $"; van {text.Format(counts.Unknown)} is het niet bekend", $"; for {text.Format(counts.Unknown)} it is not known");
        return unknown + (counts.Differs == 0 ? "" : text.Localize(
            $"; bij {text.Format(counts.Differs)} verschillen de antwoorden", $"; for {text.Format(counts.Differs)} the answers differ"));
    }

    private static string DescribeApplicable(NumberFormatter text, ItemCounts counts) => counts.NotApplicable == 0 ? "" : text.Localize(
        $" {WriteAtStart(text, counts.NotApplicable)} {ChooseVerb(counts.NotApplicable, "is niet van toepassing en telt", "zijn niet van toepassing en tellen")} niet mee.",
        $" {WriteAtStart(text, counts.NotApplicable)} {ChooseVerb(counts.NotApplicable, "does not apply and does", "do not apply and do")} not count.");

    private static string DescribeOpen(NumberFormatter text, ItemCounts counts) => counts.OpenBlocking switch
    {
        _ when counts.Blocking == 0 => "",
        0 => text.Localize(" Alles wat eerst vervuld moet zijn, is vervuld.", " All that has to be met first is met."),
        1 => text.Localize(" Eén voorwaarde die eerst vervuld moet zijn staat nog open.", " One condition that has to be met first is still open."),
        var open => text.Localize(
            $" {WriteAtStart(text, open)} voorwaarden die eerst vervuld moeten zijn staan nog open.",
            $" {WriteAtStart(text, open)} conditions that have to be met first are still open."),
    };

    private static string DescribeOpenMeasures(NumberFormatter text, ItemCounts counts) => counts.OpenBlocking switch
    {
        _ when counts.Blocking == 0 => "",
        0 => counts.WithheldBlocking > 0 ? "" : text.Localize(" Alles wat eerst moet voldoen, voldoet.", " All that has to hold first holds."),
        1 => text.Localize(" Eén maat die eerst moet voldoen staat nog open.", " One measurement that has to hold first is still open."),
        var open => text.Localize(
            $" {WriteAtStart(text, open)} maten die eerst moeten voldoen staan nog open.",
            $" {WriteAtStart(text, open)} measurements that have to hold first are still open."),
    };

    private static string DescribeWithheldBlocking(NumberFormatter text, ItemCounts counts) => counts.WithheldBlocking == 0 ? "" : text.Localize(
        $" Van {text.Format(counts.WithheldBlocking)} {ChooseVerb(counts.WithheldBlocking, "maat die eerst moet", "maten die eerst moeten")} voldoen is de uitkomst niet te tonen.",
        $" Of {text.Format(counts.WithheldBlocking)} {ChooseVerb(counts.WithheldBlocking, "measurement that has", "measurements that have")} to hold first the outcome is not shown.");

    private static string WriteAtStart(NumberFormatter text, int number) => ChecklistText.WriteNumber(text, number).Capitalize();

    private static string DescribeEvidence(NumberFormatter text, IReadOnlyList<ItemAnswer> answers)
    {
        List<string> evidence = [.. answers.Select(answer => answer.Evidence).OfType<string>().Distinct(StringComparer.Ordinal)];
        return evidence.Count == 0 ? "" : $" {text.Localize("Onderbouwing", "Evidence")}: {string.Join("; ", evidence).TrimEnd('.')}.";
    }

    private static string DescribeRequired(NumberFormatter text, ChecklistItem item) => item.MustBe == RequiredAnswer.Yes ? "" : text.Localize(
        " Hier moet het antwoord nee zijn.", " Here the answer has to be no.");

    private string DescribeBlocking(NumberFormatter text, ChecklistItem item) => card.GetOpenBlocking([item]).Any()
        ? text.Localize(" Dit moet eerst vervuld zijn.", " This has to be met first.")
        : "";

    private string DescribeStale(NumberFormatter text, DateOnly day) => !card.IsStale(day) ? "" : text.Localize(
        $" Op {text.FormatDay(card.AsOf)} is dat langer dan {text.FormatQuantity(card.Rules.FreshMonths!.Value, "months")} geleden.",
        $" On {text.FormatDay(card.AsOf)} that is more than {text.FormatQuantity(card.Rules.FreshMonths!.Value, "months")} ago.");

    private BilingualText DescribeAnswer(ItemAnswer answer)
    {
        var name = GetName(answer.Kind);
        var role = card.FindRole(answer.Role);
        return role is null
            ? new(name.Nl.ToLowerInvariant(), name.En.ToLowerInvariant())
            : new($"{name.Nl.ToLowerInvariant()} ({role.Nl})", $"{name.En.ToLowerInvariant()} ({role.En})");
    }
}
