using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class ChecklistLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("answer", "antwoord", "answer"),
        ("measured", "meting", "measurement"),
        ("norm", "norm in de regels", "norm in the rules"),
        ("choice", "keuze", "choice"),
        ("context", "waar de keuze van afhangt", "what the choice depends on"),
        ("task", "wie wat doet", "who does what"),
        ("subject", "het onderwerp", "the subject"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels(
    [
        ("not-met", "niet vervuld", "not met"),
        ("partly", "deels vervuld", "partly met"),
        ("unknown", "niet bekend", "not known"),
        ("acceptable", "aanvaardbaar, proeven meegeteld", "acceptable, experiments included"),
        ("to-improve", "kan beter", "can be improved"),
        ("not-rated", "zonder oordeel", "without a rating"),
        ("fails", "voldoet niet", "fails"),
        ("depends", "hangt van de marge af", "depends on the margin"),
        ("norm-low", "norm, ten minste", "norm, at least"),
        ("norm-high", "norm, ten hoogste", "norm, at most"),
        ("nobody", "zonder eindverantwoordelijke", "with nobody accountable"),
        ("several", "met meer dan één eindverantwoordelijke", "with more than one accountable"),
        ("of-tasks", "van zoveel taken waarvan iets bekend is", "of so many tasks of which anything is known"),
    ]);

    /// <summary>The findings that are alerts.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<AlertRole>> Alerts { get; } =
        new Dictionary<string, IReadOnlyList<AlertRole>>(StringComparer.Ordinal)
        {
            ["not-ready"] = [AlertRole.ProgrammeManager, AlertRole.Board],
            ["control-at-risk"] = [AlertRole.ProgrammeManager, AlertRole.Board],
            ["no-accountable"] = [AlertRole.ProgrammeManager],
            ["two-accountable"] = [AlertRole.ProgrammeManager],
            [Deadline.PassedAlert] = [AlertRole.ProgrammeManager],
        };
}
