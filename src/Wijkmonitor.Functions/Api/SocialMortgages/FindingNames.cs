using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Scenarios;

namespace Wijkmonitor.Functions.Api.SocialMortgages;

/// <summary>Codes of findings in Dutch, as statements print them.</summary>
public static class FindingNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["missing"] = GetStateName(LineState.MissingInput),
        ["suppressed"] = "Cijfer afgeschermd",
        ["unresolved"] = GetStateName(LineState.Unresolved),
        ["to-be-determined"] = GetStateName(LineState.ToBeDetermined),
        ["baseline-differs"] = "Nulmeting wijkt af",
        ["boundary-change"] = "Andere grenzen",
        ["within-chance"] = "Kan toeval zijn",
        ["provisional"] = "Voorlopig cijfer",
        ["correction"] = "Correctie op een vastgesteld jaar",
        ["annotation"] = "Gebeurtenis van buiten",
        ["settled"] = "Vastgesteld",
        ["pending-activities"] = "Nog te bevestigen",
        ["disputed-entries"] = "Betwist",
        ["decision-refused"] = "Besluit zonder gevolg",
        ["entry-refused"] = "Boeking geweigerd",
        ["duplicate-entry"] = "Dubbele boeking",
        ["cap-reached"] = "Maximum bereikt",
        ["behind-reference"] = "Achter met aflossen",
        ["off-track"] = "Onder de afgesproken grens",
        ["repaid-in-full"] = "Afgelost",
        [MortgageWhatIf.AssumedCode] = "Aanname",
    };

    /// <summary>Gets the name of a finding.</summary>
    public static string GetName(Finding finding) => Names.GetValueOrDefault(finding.Code, "Opmerking");

    /// <summary>Whether a finding has a name of its own.</summary>
    public static bool Contains(string code) => Names.ContainsKey(code);

    // As a heading: with a capital.
    private static string GetStateName(LineState state) => string.Concat(
        LineStateNames.GetName(state).Nl[..1].ToUpperInvariant(), LineStateNames.GetName(state).Nl.AsSpan(1));
}
