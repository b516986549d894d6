using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>Something that a reader must know next to the figures.</summary>
/// <param name="Code">A constant, such as <c>within-chance</c>.</param>
/// <param name="Severity">Attention that it asks for.</param>
/// <param name="Lines">The codes of the lines it is about; empty where it is about the whole scorecard.</param>
/// <param name="Message">The finding in words.</param>
public sealed record Finding(string Code, FindingSeverity Severity, IReadOnlyList<string> Lines, BilingualText Message)
{
    /// <summary>Roles that it is an alert for, by its kind; null where it is none.</summary>
    public IReadOnlyList<AlertRole>? AlertFor { get; init; }
}
