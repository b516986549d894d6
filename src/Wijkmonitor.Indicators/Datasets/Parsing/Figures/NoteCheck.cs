using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Contents;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Datasets.Recognition;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Datasets.Parsing.Figures;

/// <summary>Check of titles and notes that say the unit, group or period of all figures, or that they are bounds.</summary>
/// <remarks>A table says above it what is fixed, as a column would say it of each row.</remarks>
internal sealed partial class NoteCheck(DatasetDefinition definition, CsvRowReader rows, ProblemLog log)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>Reports what does not fit the figures that were read, once the file was read.</summary>
    /// <param name="forms">Forms of these figures.</param>
    /// <param name="years">The whole years that they are about; none where they are about something else.</param>
    public void Report(IReadOnlyCollection<FigureNumberFormat> forms, IReadOnlyCollection<int> years)
    {
        foreach (var note in rows.Notes.All)
        {
            foreach (var (name, value, text) in Split(note.Fields))
            {
                if (name is not null && UnitLine.IsColumnName(name))
                {
                    CheckUnit(note.Line, value, text, forms);
                }
                else if (name is not null && UndeclaredDimensions.IsName(name))
                {
                    CheckGroup(note.Line, name, value);
                }
                else
                {
                    CheckSentence(note.Line, text, forms);
                }

                CheckPeriod(note, text, years);
            }
        }
    }

    // "Leeftijd: 65 jaar of ouder" can be one cell, or a cell with the name and cells with what it is.
    private static IEnumerable<(string? Name, string Value, string Text)> Split(IReadOnlyList<string> fields)
    {
        List<string> filled = [.. fields.Select(field => ColumnName.Clean(field.TrimStart('#'))).Where(field => field.Length > 0)];
        if (filled.Count > 1 && fields[0].Length > 0 && filled[0].TrimEnd(':', ' ') is var name && IsStatement(name) && !filled.Skip(1).Any(IsStatement))
        {
            var value = string.Join(", ", filled.Skip(1).Distinct(StringComparer.Ordinal));
            return [(name, value, $"{name}: {value}")];
        }

        return filled.SelectMany(field => field.Split(['|', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(text => StatementForm().Match(text) is { Success: true } match
                ? (match.Groups["name"].Value, match.Groups["value"].Value, text) : ((string?)null, text, text));
    }

    private static bool IsStatement(string name) => UnitLine.IsColumnName(name) || UndeclaredDimensions.IsName(name);

    // Of several units each is that of some figures only.
    private void CheckUnit(int line, string value, string text, IReadOnlyCollection<FigureNumberFormat> forms)
    {
        if (SeveralForm().IsMatch(value))
        {
            CheckSentence(line, text, forms);
        }
        else
        {
            CheckUnit(line, text, StatedUnit.Read(value), forms, isCertain: true);
        }
    }

    private void CheckSentence(int line, string text, IReadOnlyCollection<FigureNumberFormat> forms)
    {
        if (StatedUnit.ReadTitle(text) is { Scale: not null } unit)
        {
            CheckUnit(line, text, unit, forms, isCertain: false);
        }
        else if (BoundForm().IsMatch(text) && !HasMargins)
        {
            log.Add(DetailProblems.BoundsInNote(line, text, isCertain: false));
        }
    }

    // The file's name and its titles say together which year it is about; that was read before.
    private void CheckPeriod(TableNote note, string text, IReadOnlyCollection<int> years)
    {
        if (years.Count > 0 && ((!note.IsTitle && FileNamePeriods.IsOtherPeriod(text, years))
            || (definition.Periods?.Any(kind => kind != PeriodGranularity.Year) != true && MeanOfYearsForm().IsMatch(text))))
        {
            log.Add(PeriodProblems.OtherPeriodInNote(note.Line, text));
        }
    }

    private void CheckUnit(int line, string text, StatedUnit unit, IReadOnlyCollection<FigureNumberFormat> forms, bool isCertain)
    {
        if (unit.FindOther(forms) is { } other)
        {
            log.Add(HeaderProblems.UnitInNote(line, text, other.Indicator.Code, StatedUnit.Describe(other), isCertain));
        }
    }

    // Where the rows say it, the rows count.
    private void CheckGroup(int line, string name, string value)
    {
        var declared = definition.DimensionColumns.FirstOrDefault(known => UndeclaredDimensions.AreSame(known, name));
        if (IsOfNoAccount(name) || WholeForm().IsMatch(value) || rows.Header.Any(column => UndeclaredDimensions.AreSame(column, name)))
        {
            return;
        }

        if (declared is null && (UndeclaredDimensions.IsBound(value) || BoundForm().IsMatch(value)))
        {
            log.Add(DetailProblems.BoundsInNote(line, $"{name}: {value}", isCertain: true));
        }
        else if (declared is null)
        {
            log.Add(DetailProblems.GroupInNote(line, name, value));
        }
        else if (definition.Dimensions?.GetValueOrDefault(declared) is { } taken && !taken.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            log.Add(DetailProblems.OtherGroupInNote(line, name, value, taken));
        }
    }

    private bool IsOfNoAccount(string name) => definition.IgnoredColumns?.Keys.Any(ignored => UndeclaredDimensions.AreSame(ignored, name)) == true;

    private bool HasMargins => definition.Margins is not null || (definition.Topics ?? []).Any(topic => topic.HasMargin)
        || (definition.Columns?.Lower ?? definition.Columns?.Upper) is not null;

    [GeneratedRegex(@"^(?<name>[^:=]{2,60}?)\s*[:=]\s*(?<value>\S.*)\z", Options, RegexTimeout.Milliseconds)]
    private static partial Regex StatementForm();

    [GeneratedRegex(@"[,;/+]\s*\p{L}|\s(en|and|of|or)\s", Options, RegexTimeout.Milliseconds)]
    private static partial Regex SeveralForm();

    [GeneratedRegex(
        @"(?<!\p{L})(voortschrijdend|glijdend|meerjarig|moving|rolling|multi-?year|([0-9]|twee|drie|vier|vijf)-?jaars)e?[ -]?(gemiddeld|average|mean)"
        + @"|(?<!\p{L})(gemiddelden?|averages?|means?)( (over|van|of|for))? (19|20)[0-9]{2} ?(-|\u2013|t/m|tm|tot en met|to) ?(19|20)[0-9]{2}(?![0-9])",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex MeanOfYearsForm();

    [GeneratedRegex(
        @"^([0-9]{2}([.,][0-9])?\s?%[-\s]*)?(onder-?\s?grens|boven-?\s?grens|lower\s(bound|limit)|upper\s(bound|limit))",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex BoundForm();

    // All together, or of a margin the figure itself.
    [GeneratedRegex(
        @"^(totaal|totale|alle|allen|iedereen|total|all|everyone|mannen en vrouwen|vrouwen en mannen|men and women|waarde|value|MW[0-9]{5})(?!\p{L})",
        Options, RegexTimeout.Milliseconds)]
    private static partial Regex WholeForm();
}
