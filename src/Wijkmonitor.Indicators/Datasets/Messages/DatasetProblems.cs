using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations.Periods;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems with datasets as such, in words: their definitions, and what several of them say of the same.</summary>
public static class DatasetProblems
{
    /// <summary>Creates the problem that the definition of the file's dataset is not in effect, because it is faulty.</summary>
    public static RowProblem DatasetFaulty(FaultyDefinition faulty)
    {
        var first = faulty.Faults[0];
        var rest = faulty.Faults.Count - 1;
        var place = first.Field is { } field ? $"{faulty.File}, '{field}'" : faulty.File;
        return Error(
            ProblemCodes.DatasetFaulty, line: null, column: null, faulty.Id,
            $"De definitie van dataset '{faulty.Id}' klopt niet ({place}): {first.Message.Nl}{(rest > 0 ? Format($" En nog {rest}.") : "")}",
            $"The definition of dataset '{faulty.Id}' is not right ({place}): {first.Message.En}{(rest > 0 ? Format($" And {rest} more.") : "")}",
            $"{(first.Remedy is { } nl ? nl.Nl + " " : "")}De beheerder herstelt de definitie; aan uw bestand ligt het niet. Lever het daarna opnieuw.",
            $"{(first.Remedy is { } en ? en.En + " " : "")}The administrator corrects the definition; your file is not the cause. Deliver it again after that.");
    }

    /// <summary>Creates the problem that values differ from those of another dataset. Area, period and indicator are the same.</summary>
    /// <param name="line">The line of the first.</param>
    /// <param name="column">The column of the first.</param>
    /// <param name="difference">Difference between the two.</param>
    public static RowProblem ValuesDiffer(int line, string column, DatasetDifference difference)
    {
        var (indicator, period, count) = (difference.Indicator, difference.Period, difference.Count);
        var examples = string.Join(", ",
            difference.Examples.Select(example => Format($"{example.Area}: {example.Here}{(example.There is { } there ? Format($" / {there}") : "")}")));
        var isShown = difference.Examples.Any(example => example.There is not null);
        var (here, other, counts) = (difference.Dataset, difference.Other, difference.Counting);
        return Warn(
            ProblemCodes.ValuesDiffer, line, column, examples,
            Format($"'{indicator}' over {period}: in {count} {(count == 1 ? "gebied" : "gebieden")} verschilt '{here}' van '{other}' ({(isShown ? "hier / daar" : "hier")}: {examples}). ")
                + (counts is null ? "Geen van beide telt." : $"Het cijfer van '{counts}' telt."),
            Format($"'{indicator}' about {period}: '{here}' differs from '{other}' in {count} {(count == 1 ? "area" : "areas")} ({(isShown ? "here / there" : "here")}: {examples}). ")
                + (counts is null ? "Neither counts." : $"The figure of '{counts}' counts."),
            "Ga na welk cijfer klopt. Welke dataset voorgaat, staat in de definities ('precedence').",
            "Find out which figure is right. The definitions say which dataset takes precedence ('precedence').");
    }
}

/// <summary>The values of a file differ from those of another dataset, for one indicator and period.</summary>
/// <param name="Dataset">The file's dataset.</param>
/// <param name="Other">The other dataset.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="Counting">The dataset whose figures count; null where neither does.</param>
/// <param name="Count">In how many areas they differ.</param>
/// <param name="Examples">The first of these; without the other's value where that is not for everybody.</param>
public sealed record DatasetDifference(
    string Dataset, string Other, string Indicator, Period Period, string? Counting, int Count, IReadOnlyList<DifferingValue> Examples);

/// <summary>A value of a file and that of another dataset.</summary>
/// <param name="Area">The area.</param>
/// <param name="Here">The value in the file.</param>
/// <param name="There">The value of the other dataset; null where it is not for everybody.</param>
public readonly record struct DifferingValue(Areas.AreaCode Area, decimal Here, decimal? There);
