using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Subjects;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Target.Cards;

/// <summary>Labels of the codes in scorecards of this kind.</summary>
internal static class TargetLabels
{
    /// <summary>The roles of inputs.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Roles { get; } = KindLabels.CreateRoles(
    [
        ("value", "gemeten waarde", "measured value"),
        ("baseline", "het begin", "the start"),
        ("target", "het doel", "the target"),
        ("path", "punt op de weg naar het doel", "point on the path to the target"),
        ("time", "verstreken maanden", "months that have passed"),
        ("time-left", "maanden die er nog zijn", "months that are left"),
        ("time-total", "maanden van begin tot doel", "months from start to target"),
        ("stock", "het totaal", "the total"),
        ("leading", "in voorbereiding", "in preparation"),
        ("leading-of", "waarvan dat een deel is", "what that is a share of"),
        ("effort", "inzet", "effort"),
        ("segment", "deel van een groep", "part of a group"),
        ("subject", "het onderwerp", "the subject"),
    ]);

    /// <summary>The figures of a line that are shown.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Figures { get; } = KindLabels.CreateLabels(
    [
        ("to-go", "nog te gaan", "still to go"),
        ("months", "verstreken maanden", "months that have passed"),
        ("months-left", "maanden die er nog zijn", "months that are left"),
        ("change", "verandering sinds het begin", "change since the start"),
        ("expected", "verwacht op deze dag", "expected on this day"),
        ("share", "deel van het doel (%)", "share of the target (%)"),
        ("done", "klaar", "done"),
        ("done-share", "klaar, van wat klaar of in voorbereiding is (%)", "done, of what is done or in preparation (%)"),
        ("revisions", "keren dat het doel is gewijzigd", "times that the target was revised"),
    ]);

    /// <summary>The steps of calculations: own words, and names whose words are shared or follow from another step.</summary>
    public static IReadOnlyDictionary<string, BilingualText> Steps { get; } = CreateSteps();

    /// <summary>The findings that are alerts.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<AlertRole>> Alerts { get; } =
        new Dictionary<string, IReadOnlyList<AlertRole>>(StringComparer.Ordinal)
        {
            ["behind"] = [AlertRole.Controller, AlertRole.ProgrammeManager, AlertRole.Board],
            ["no-finish"] = [AlertRole.ProgrammeManager, AlertRole.Board],
            [Deadline.PassedAlert] = [AlertRole.Controller, AlertRole.ProgrammeManager, AlertRole.Board],
        };

    /// <summary>The meaning of the colours.</summary>
    public static IReadOnlyDictionary<Signal, BilingualText> Signals { get; } = new Dictionary<Signal, BilingualText>
    {
        [Signal.Green] = new("op schema, volgens de gekozen grens", "on track, by the chosen limit"),
        [Signal.Yellow] = new("tussen de twee gekozen grenzen", "between the two chosen limits"),
        [Signal.Red] = new("achter, volgens de gekozen grens", "behind, by the chosen limit"),
    };

    private static IReadOnlyDictionary<string, BilingualText> CreateSteps()
    {
        (string Name, string Nl, string En)[] own =
        [
            ("change", "verandering sinds het begin", "change since the start"),
            ("way", "weg van begin tot doel", "way from start to target"),
            ("done", "deel van de weg", "share of the way"),
            ("yearly", "verandering maal twaalf", "change times twelve"),
            ("pace", "tempo per jaar", "pace a year"),
            ("rest", "nog te gaan", "still to go"),
            ("rest-yearly", "nog te gaan maal twaalf", "still to go times twelve"),
            ("years", "jaren die dat duurt", "years that it takes"),
            ("years-kept", "niet minder dan nul", "not less than zero"),
            ("required", "tempo dat nodig is per jaar", "pace needed a year"),
            ("required-kept", "niet voorbij nul", "not beyond zero"),
            ("leg", "verandering tot het volgende punt", "change to the next point"),
            ("leg-time", "deel van de tijd tot dat punt", "share of the time to that point"),
            ("leg-change", "verandering tot nu toe", "change so far"),
            ("planned", "waarde volgens de weg", "value by the path"),
            ("planned-change", "verandering volgens de weg", "change by the path"),
            ("expected", "verwacht deel van de weg", "expected share of the way"),
            ("on-track", "klaar, vergeleken met wat was verwacht", "done, compared with what was expected"),
            ("stock", "deel van het totaal", "share of the total"),
            ("leading", "deel in voorbereiding", "share in preparation"),
            ("both", "klaar of in voorbereiding", "done or in preparation"),
            ("done-share", "deel dat klaar is", "share that is done"),
            ("effort", "verandering per inzet", "change for each effort"),
            ("product", "doel maal het deel", "target times the part"),
            ("part", "deel van het doel", "part of the target"),
            ("reachable", "deel dat met een afspraak haalbaar is", "share that an agreement can reach"),
        ];
        string[] others =
        [
            "done-part", "done-percent", "pace-unrounded", "years-unrounded", "required-unrounded", "expected-part", "expected-percent",
            "on-track-part", "on-track-percent", "stock-part", "stock-percent",
            "leading-part", "leading-percent", "done-share-part", "done-share-percent", "effort-unrounded", "part-unrounded",
            "reachable-part", "reachable-percent", "sum",
        ];
        var ofEnds = own.Select(step => step.Name).Concat(others).SelectMany(name => new[] { $"{name}-low", $"{name}-high" });
        return KindLabels.CreateSteps(own, [.. others, .. ofEnds]);
    }
}
