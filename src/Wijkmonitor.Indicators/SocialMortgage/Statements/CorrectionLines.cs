using System.Globalization;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>
/// The lines that correct settled years. What figures, confirmations or corrections that came after the settlement make of a line is
/// booked as a difference in the first year that is not settled, with its cause; the settled year stays as it was.
/// </summary>
internal static class CorrectionLines
{
    private const string Prefix = "correction/";
    private static readonly BilingualText Theme = new("Correcties op vastgestelde jaren", "Corrections to settled years");

    /// <summary>Parses the year that a line corrects, or null where it is no correction.</summary>
    public static int? ParseYear(string code) =>
        code.StartsWith(Prefix, StringComparison.Ordinal) ? int.Parse(code.AsSpan(Prefix.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>Parses the code of the line that a correction is about.</summary>
    public static string ParseLine(string code) => code[(Prefix.Length + 5)..];

    /// <summary>Finds the corrections of a settled year that are still to be booked.</summary>
    /// <param name="settled">The year as it was settled.</param>
    /// <param name="now">Lines of the module now.</param>
    /// <param name="later">The years settled after it, whose corrections of it are booked already.</param>
    public static IEnumerable<ScorecardLine> Find(SettledYear settled, IEnumerable<ScorecardLine> now, IReadOnlyCollection<SettledYear> later)
    {
        var year = settled.Settlement.Year;
        foreach (var line in now)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{year}/{line.Code}");
            Operand[] booked =
            [
                new(settled.FindLine(line.Code)?.Amount ?? 0, CreateKey(settled, line.Code)),
                .. later.Select(l => (Year: l, Line: l.FindLine(code)))
                    .Where(l => l.Line is not null)
                    .Select(l => new Operand(l.Line!.Amount ?? 0, CreateKey(l.Year, code))),
            ];
            if (line.Amount is { } amount && amount != booked.Sum(b => b.Value))
            {
                yield return Create(code, settled, line, amount, booked);
            }
        }
    }

    private static ScorecardLine Create(string code, SettledYear settled, ScorecardLine now, decimal amount, Operand[] booked)
    {
        var sum = new Calculation(StatementLabels.Steps);
        var present = new Operand(amount,
            string.Create(CultureInfo.InvariantCulture, $"now:{settled.Settlement.Contract}/{settled.Settlement.Year}#{now.Code}"));
        var was = sum.Add("booked", booked);
        var difference = sum.Subtract("credit", present, was).Value;
        var causes = FindCauses(settled.FindLine(now.Code)?.Inputs ?? [], now.Inputs).ToList();
        var line = LineBuilder.Create(code, Theme, now.Label, Indicator.Euro)
            .AddInputs(booked.Select(b => ScorecardInput.FromNumber("settled", b.From, b.Value)))
            .AddInput(ScorecardInput.FromNumber("now", present.From, amount));
        foreach (var (before, after) in causes)
        {
            line.AddInput(before is null ? null : before with { Role = "cause-before" }).AddInput(after is null ? null : after with { Role = "cause-after" });
        }

        return line.WithAmount(difference)
            .AddFigures(("settled", was.Value), ("now", amount), ("credit", difference))
            .WithSteps(sum)
            .Explain(text => Explain(text, settled, was.Value, amount, difference, causes))
            .Build();
    }

    private static string Explain(
        NumberFormatter text, SettledYear settled, decimal was, decimal now, decimal difference, List<(ScorecardInput? Before, ScorecardInput? After)> causes)
    {
        var year = text.FormatYear(settled.Settlement.Year);
        var reason = causes.Count == 0
            ? text.Localize("Dit volgt uit een correctie van een eerder jaar.", "This follows from a correction of an earlier year.")
            : string.Join(' ', causes.Select(c => DescribeCause(c.Before, c.After, text)));
        return text.Localize(
            $"{year} is vastgesteld op {text.FormatEuro(was)}; met wat nu bekend is, is het {text.FormatEuro(now)}. Verschil: {text.FormatEuro(difference)}. {reason}",
            $"{year} was settled at {text.FormatEuro(was)}; with what is known now it is {text.FormatEuro(now)}. Difference: {text.FormatEuro(difference)}. {reason}");
    }

    private static string DescribeCause(ScorecardInput? before, ScorecardInput? after, NumberFormatter text) => (before, after) switch
    {
        ({ Value: { } was }, { Value: { } now }) when was != now => text.Localize(
            $"{GetName(after, text)} was {text.Format(was)} en is nu {text.Format(now)} (levering {after.Delivery}).",
            $"{GetName(after, text)} was {text.Format(was)} and is now {text.Format(now)} (delivery {after.Delivery})."),
        (null or { Value: null }, { } isLate) => text.Localize(
            $"{GetName(isLate, text)} kwam na de vaststelling{FormatNumber(isLate, text)} (levering {isLate.Delivery}).",
            $"{GetName(isLate, text)} came after the settlement{FormatNumber(isLate, text)} (delivery {isLate.Delivery})."),
        ({ } removed, null) => text.Localize($"{GetName(removed, text)} telt niet meer mee.", $"{GetName(removed, text)} no longer counts."),
        _ => text.Localize($"{GetName(after!, text)} telt op een andere manier mee.", $"{GetName(after!, text)} counts in another way."),
    };

    // What people call an input; its key is with it as data.
    private static string GetName(ScorecardInput input, NumberFormatter text)
    {
        var reference = input.Key[(input.Key.LastIndexOf('/') + 1)..];
        return input.Role switch
        {
            "value" => text.Localize("Het cijfer van de buurt", "The figure of the neighbourhood"),
            "city" => text.Localize("Het cijfer van de stad", "The figure of the city"),
            "confirmation" => text.Localize($"Bevestiging {reference}", $"Confirmation {reference}"),
            "dispute" => text.Localize($"Betwisting {reference}", $"Dispute {reference}"),
            _ when input.Role.EndsWith(LedgerRoles.Correction, StringComparison.Ordinal) => text.Localize($"Correctie {reference}", $"Correction {reference}"),
            _ => text.Localize($"Boeking {reference}", $"Entry {reference}"),
        };
    }

    private static string FormatNumber(ScorecardInput input, NumberFormatter text) => input.Value is { } value ? $": {text.Format(value)}" : "";

    // What the line was computed from then and is computed from now, where that differs: by key, and only what was delivered.
    private static IEnumerable<(ScorecardInput? Before, ScorecardInput? After)> FindCauses(IEnumerable<ScorecardInput> before,
        IEnumerable<ScorecardInput> after)
    {
        var was = before.Where(i => i.Delivery is not null).DistinctBy(i => i.Key, StringComparer.Ordinal).ToDictionary(i => i.Key, StringComparer.Ordinal);
        foreach (var now in after.Where(i => i.Delivery is not null))
        {
            if (!was.Remove(now.Key, out var old) || old.Value != now.Value || old.Role != now.Role)
            {
                yield return (old, now);
            }
        }

        foreach (var removed in was.Values)
        {
            yield return (removed, null);
        }
    }

    private static string CreateKey(SettledYear year, string line) =>
        string.Create(CultureInfo.InvariantCulture, $"settled:{year.Settlement.Contract}/{year.Settlement.Year}#{line}");
}
