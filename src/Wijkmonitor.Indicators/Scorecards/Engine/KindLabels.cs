using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>The words that a kind has for the codes in its scorecards.</summary>
internal static class KindLabels
{
    // What a derived figure was derived from, and what a figure goes before, can be an input of any kind.
    private static readonly (string Code, string Nl, string En)[] CommonRoles =
    [
        ("part", "cijfer van een deel", "figure of a part"),
        ("part-weight", "gewicht van een deel", "weight of a part"),
        ("share", "aandeel", "share"),
        ("other-dataset", "cijfer van een andere dataset", "figure of another dataset"),
        ("computed", "berekend cijfer", "computed figure"),
    ];

    /// <summary>Creates the labels of the roles of inputs, with those that any kind can have.</summary>
    public static IReadOnlyDictionary<string, BilingualText> CreateRoles(params IEnumerable<(string Code, string Nl, string En)> roles) =>
        CreateLabels(roles.UnionBy(CommonRoles, role => role.Code, StringComparer.Ordinal));

    /// <summary>Creates labels.</summary>
    public static IReadOnlyDictionary<string, BilingualText> CreateLabels(params IEnumerable<(string Code, string Nl, string En)> labels) =>
        labels.ToDictionary(label => label.Code, label => new BilingualText(label.Nl, label.En), StringComparer.Ordinal);

    /// <summary>Creates the labels of steps.</summary>
    /// <param name="own">The words for steps that this kind alone has.</param>
    /// <param name="others">The names of steps that kinds share (<see cref="StepText"/>), and of those whose words follow from another step's.</param>
    public static IReadOnlyDictionary<string, BilingualText> CreateSteps(
        IEnumerable<(string Code, string Nl, string En)> own, params IEnumerable<string> others) => StepText.CreateLabels(own, others);
}
