using System.Globalization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Api.Scorecards;

/// <summary>Words for states of lines, and for the lines that a total omits.</summary>
public static class LineStateNames
{
    private const string Incomplete = "incomplete";
    private static readonly BilingualText LeftOut = Vocabulary.Shared.Phrases["left-out"].Name;

    /// <summary>Gets the state of a line; one whose figure is too incomplete to be judged says so.</summary>
    public static BilingualText GetName(ScorecardLine line) =>
        line is { State: LineState.MissingInput, Completeness.IsEnough: false } ? Vocabulary.Shared.LineStates[Incomplete].Name : GetName(line.State);

    /// <summary>Gets a state.</summary>
    public static BilingualText GetName(LineState state) => Vocabulary.Shared.LineStates[Vocabulary.GetCode(state)].Name;

    /// <summary>Formats the number of omitted lines of a total by state; empty for none.</summary>
    public static BilingualText FormatOmittedCounts(IReadOnlyList<OmittedLines> omitted) =>
        omitted.Count == 0 ? new("", "") : new(FormatCounts(omitted, text => text.Nl), FormatCounts(omitted, text => text.En));

    /// <summary>Formats the omitted lines of a total in Dutch; empty for none.</summary>
    /// <param name="omitted">The lines that are left out.</param>
    /// <param name="statement">The statement that has them.</param>
    public static string FormatOmitted(IReadOnlyList<OmittedLines> omitted, Scorecard statement) =>
        omitted.Count == 0
            ? ""
            : $"{LeftOut.Nl}: " + string.Join("; ", omitted.Select(lines => $"{FormatCount(lines, text => text.Nl)} ({ScorecardLabels.FormatLabels(lines.Codes, statement)})"));

    private static string FormatCounts(IReadOnlyList<OmittedLines> omitted, Func<BilingualText, string> localize) =>
        $"{localize(LeftOut)}: {string.Join(", ", omitted.Select(lines => FormatCount(lines, localize)))}";

    private static string FormatCount(OmittedLines lines, Func<BilingualText, string> localize)
    {
        var count = lines.Codes.Count;
        return string.Create(CultureInfo.InvariantCulture, $"{count} {localize(Vocabulary.Shared.LineStates[Vocabulary.GetCode(lines.State)].GetCounted(count))}");
    }
}
