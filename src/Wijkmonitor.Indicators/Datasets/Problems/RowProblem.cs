using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.Problems;

/// <summary>Severity of a problem: an error refuses the file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProblemSeverity>))]
public enum ProblemSeverity
{
    /// <summary>The file is accepted; somebody should look.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>The file is refused as a whole.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}

/// <summary>Problem of a file: its location, message and remedy.</summary>
/// <param name="Code">A constant of <see cref="ProblemCodes"/>.</param>
/// <param name="Severity">Whether it refuses the file.</param>
/// <param name="Line">The line as an editor shows it, from 1; null where it is about the whole file.</param>
/// <param name="Column">The column's name (of a JSON file: the field's path); null where it is about the whole line.</param>
/// <param name="Value">The text as read, cut off after 200 characters; null where there is none.</param>
/// <param name="Message">Description of the error.</param>
/// <param name="Remedy">Remedy.</param>
public sealed record RowProblem(
    string Code,
    ProblemSeverity Severity,
    int? Line,
    string? Column,
    string? Value,
    BilingualText Message,
    BilingualText Remedy)
{
    /// <summary>Whether somebody has to confirm this before the file is accepted; only a warning needs that.</summary>
    public bool NeedsConfirmation { get; init; }
}
