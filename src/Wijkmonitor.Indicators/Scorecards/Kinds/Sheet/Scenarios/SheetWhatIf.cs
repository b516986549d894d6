using System.Globalization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Rules;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Values;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Sheet.Scenarios;

/// <summary>Calculator of sheets of households, from inputs that are given. No record is read and nothing is stored.</summary>
internal static class SheetWhatIf
{
    /// <summary>Describes the inputs of a sheet as a form.</summary>
    public static WhatIfForm Describe(SheetRules rules) => new(
        SheetRules.Kind, rules.Code, rules.Title, rules.Source, rules.Version,
        [.. rules.Inputs.Select(input => input.Table is { } table
            ? new WhatIfQuestion(input.Code, input.Label, "", input.IsRequired, Keys: [.. rules.FindTable(table)!.Rows.Select(row => row.Key)])
            : new WhatIfQuestion(input.Code, input.Label, input.Unit, input.IsRequired, input.Low, input.High, input.Value))]);

    /// <summary>Finds the reason why a sheet cannot be computed, or null where it can.</summary>
    public static WhatIfProblem? Validate(SheetRules rules, WhatIfInputs assumptions)
    {
        if (assumptions.Inputs.Count > rules.Inputs.Count
            || assumptions.Inputs.CountBy(given => given.Input, StringComparer.Ordinal).FirstOrDefault(counted => counted.Value > 1).Key is not null)
        {
            return new("inputs", assumptions.Inputs.Count.ToString(CultureInfo.InvariantCulture),
                new("Een invoer staat er twee keer, of er zijn er te veel.", "An input occurs twice, or there are too many."),
                new("Noem elke invoer één keer.", "Name each input once."));
        }

        return assumptions.Inputs.Select(given => Validate(rules, given)).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Computes a sheet from what is given, which is valid.</summary>
    public static WhatIfOutcome Compute(SheetLabels labels, WhatIfInputs assumptions)
    {
        var rules = labels.Rules;
        var given = assumptions.Inputs.ToDictionary(input => input.Input, StringComparer.Ordinal);
        var source = new SheetSource(
            rules.Inputs.ToDictionary(
                input => input.Code,
                input => given.TryGetValue(input.Code, out var found) ? CreateValue(input, found) : SheetReadings.GetValue(labels, input.Code),
                StringComparer.Ordinal),
            new Dictionary<string, IReadOnlyList<SheetValue>>(StringComparer.Ordinal),
            [],
            Year: 0,
            rules.Inputs.ToDictionary(
                input => input.Code,
                input => (IReadOnlyList<ScorecardInput>)[
                    .. given.TryGetValue(input.Code, out var found) ? CreateInputs(input, found) : SheetReadings.CreateInputs(labels, input.Code)],
                StringComparer.Ordinal));
        List<LineBuilder> builders = [];
        var card = new SheetCard(labels, SheetReadings.Compute(labels, [source]), isHidden: _ => false, (code, theme, label, unit) =>
        {
            builders.Add(LineBuilder.Create(code, theme, label, unit));
            return builders[^1];
        });
        SheetLines.Add(card);
        List<ScorecardLine> lines = [.. builders.Select(builder => builder.Build())];
        var notes = rules.Notes.Select(note => new Finding(
            note.Finding, note.IsWarning ? FindingSeverity.Warning : FindingSeverity.Information, note.Lines ?? [], note.Text));
        return new(SheetRules.Kind, rules.Code, rules.Title, rules.Version, lines, [.. SheetFindings.Create(card, lines), .. notes]);
    }

    private static WhatIfProblem? Validate(SheetRules rules, WhatIfInput given)
    {
        if (rules.FindInput(given.Input) is not { } input)
        {
            return Reject(given, new("Dit rekenblad heeft deze invoer niet.", "This sheet has no such input."),
                DescribeCodes(rules.Inputs.Select(known => known.Code)));
        }

        if (input.Table is not null)
        {
            var keys = rules.FindTable(input.Table)!.Rows.Select(row => row.Key).ToList();
            return given is { Key: { } key, Value: null, Low: null, High: null } && keys.Contains(key, StringComparer.Ordinal)
                ? null
                : Reject(given, new("Dit moet een waarde uit de tabel zijn.", "This must be a value of the table."), DescribeCodes(keys));
        }

        var isForm = given.Key is null && (given.Value is null ? given.Low is not null || given.High is not null : given.Low is null && given.High is null);
        var isAllowed = new[] { given.Value, given.Low, given.High }.OfType<decimal>().All(input.Allows)
            && (given.Low ?? input.Low) <= (given.High ?? input.High);
        return isForm && isAllowed ? null : Reject(
            given,
            new("Dit moet een getal zijn, of een marge met 'low' niet boven 'high'.", "This must be a number, or a range with 'low' not above 'high'."),
            BothLanguages.Write(text => text.Localize(
                $"Blijf tussen {text.Format(input.Low!.Value)} en {text.Format(input.High!.Value)}.", $"Stay between {text.Format(input.Low!.Value)} and {text.Format(input.High!.Value)}.")));
    }

    private static BilingualText DescribeCodes(IEnumerable<string> codes)
    {
        var list = string.Join(", ", codes);
        return new($"Gebruik een van: {list}.", $"Use one of: {list}.");
    }

    private static WhatIfProblem Reject(WhatIfInput given, BilingualText message, BilingualText remedy) => new("inputs", given.Input, message, remedy);

    // As with a record: what is at most a number is at least the lowest that the rules allow.
    private static SheetValue CreateValue(SheetInput input, WhatIfInput given)
    {
        Operand? Create(decimal? number, string end) => number is { } known ? new Operand(known, GetKey(given) + end) : null;
        return given.Key is { } key ? SheetValue.FromKey(key)
            : given.Value is { } value ? SheetValue.FromExact(new Operand(value, GetKey(given)))
            : SheetValue.FromRange(Create(given.Low ?? input.Low, "/low"), Create(given.High, "/high"));
    }

    private static IEnumerable<ScorecardInput> CreateInputs(SheetInput input, WhatIfInput given)
    {
        var value = CreateValue(input, given);
        return new[] { value.Low, value.High }.OfType<Operand>().Distinct().Select(end => ScorecardInput.FromNumber("given", end.From, end.Value));
    }

    private static string GetKey(WhatIfInput given) => $"given/{given.Input}";
}
