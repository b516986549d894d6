using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;

/// <summary>
/// The pins that participants of neighbourhood workshops (gebiedsateliers) placed in one year, counted by area and measure. A file with
/// more than five of one participant is refused; where several files together have more, those beyond the fifth do not count.
/// </summary>
internal sealed class PinCount
{
    /// <summary>The dataset with pins.</summary>
    public const string Dataset = "pins";

    /// <summary>Maximum number of pins of a participant.</summary>
    public const int MaxPins = 5;

    private const string Participant = "participant";
    private const string Measure = "measure";
    private readonly IReadOnlyList<PinMeasure> measures;
    private readonly ILookup<(AreaCode Area, string Measure), AreaRecord> counted;
    private readonly HashSet<AreaCode> areas;
    private readonly int beyondTheFifth;
    private readonly int ofOtherMeasures;

    private PinCount(IReadOnlyList<PinMeasure> measures, IReadOnlyList<AreaRecord> placed)
    {
        this.measures = measures;
        var known = measures.Select(measure => measure.Code).ToHashSet(StringComparer.Ordinal);
        var within = placed
            .GroupBy(pin => pin.Fields.GetValueOrDefault(Participant, ""), StringComparer.Ordinal)
            .SelectMany(pins => pins.OrderBy(pin => pin.Date).ThenBy(pin => pin.Reference, StringComparer.Ordinal).Take(MaxPins))
            .ToList();
        var rightly = within.Where(pin => known.Contains(pin.Fields.GetValueOrDefault(Measure, "")))
            .OrderBy(pin => pin.Reference, StringComparer.Ordinal)
            .ToList();
        counted = rightly.ToLookup(pin => (pin.Area, pin.Fields[Measure]));
        beyondTheFifth = placed.Count - within.Count;
        ofOtherMeasures = within.Count - rightly.Count;
        areas = rightly.Select(pin => pin.Area).ToHashSet();
    }

    /// <summary>Finds the pins of a municipality in a year; null without rules for measures or without a workshop.</summary>
    public static PinCount? Find(FourAngleRules rules, MunicipalityContext municipality, Period period) =>
        rules.Pins is { } pins
            && municipality.GetRecords(Dataset)
                .SelectMany(records => records)
                .Where(record => record.Date.Year == period.Year)
                .ToList() is { Count: > 0 } placed
            ? new PinCount(pins.Measures, placed)
            : null;

    /// <summary>Adds a line for each measure, in the rules' order.</summary>
    public void AddLines(ScorecardBuilder card)
    {
        foreach (var measure in measures)
        {
            var pins = counted[(card.Area.Code, measure.Code)].ToList();
            card.AddLine("pins-" + measure.Code, AngleText.PinsTheme, measure.Label, "pins")
                .AddInputs(pins.Select(pin => ScorecardInput.FromRecord("pin", pin, 1, pin.DatedKey)))
                .WithValue(pins.Count)
                .Explain(text => text.Localize(
                    $"{pins.Count} keer gekozen voor dit gebied (kleur: {GetDutchName(measure.Colour)}). Een deelnemer heeft vijf prikkers.",
                    $"Chosen {pins.Count} {(pins.Count == 1 ? "time" : "times")} for this area (colour: {measure.Colour}). A participant has five pins."));
        }
    }

    /// <summary>Adds what a reader of the municipality's scorecard must know of the pins.</summary>
    public void AddFindings(ScorecardBuilder card, ScoringCycle cycle, Func<AreaCode, string> getAreaName)
    {
        void AddFinding(bool holds, string code, string nl, string en)
        {
            if (holds)
            {
                card.AddFinding(new Finding(code, FindingSeverity.Warning, [], new(nl, en)));
            }
        }

        var elsewhere = string.Join(
            ", ", areas.Where(area => cycle.Find(area) is null).Order().Select(area => $"{getAreaName(area)} ({GetCount(area)})"));
        AddFinding(elsewhere.Length > 0, "pins-elsewhere", $"Er staan ook prikkers in gebieden zonder scorekaart: {elsewhere}.",
            $"There are pins in areas without a scorecard too: {elsewhere}.");
        AddFinding(beyondTheFifth > 0, "pins-beyond-the-fifth",
            $"Niet meegeteld: {NumberFormatter.Nl.FormatQuantity(beyondTheFifth, "pins")} boven de vijf die een deelnemer heeft.",
            $"Not counted: {NumberFormatter.En.FormatQuantity(beyondTheFifth, "pins")} above the five that a participant has.");
        AddFinding(ofOtherMeasures > 0, "pins-of-other-measures",
            $"Niet meegeteld: {NumberFormatter.Nl.FormatQuantity(ofOtherMeasures, "pins")} voor een maatregel die niet in de regels staat.",
            $"Not counted: {NumberFormatter.En.FormatQuantity(ofOtherMeasures, "pins")} for a measure that is not in the rules.");
    }

    private int GetCount(AreaCode area) => measures.Sum(measure => counted[(area, measure.Code)].Count());

    // Rules name a colour in English; one that is not here is shown as the rules name it.
    private static string GetDutchName(string colour) => colour switch
    {
        "red" => "rood",
        "yellow" => "geel",
        "green" => "groen",
        "blue" => "blauw",
        "white" => "wit",
        "black" => "zwart",
        "orange" => "oranje",
        "purple" => "paars",
        "pink" => "roze",
        "brown" => "bruin",
        "grey" => "grijs",
        _ => colour,
    };
}
