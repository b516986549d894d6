using System.Globalization;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Scores;

/// <summary>
/// The pins that participants of neighbourhood workshops (gebiedsateliers) placed in one year, counted by area and measure. A file with
/// more than five of one participant is refused; where several files together have more, those beyond the fifth do not count.
/// </summary>
internal sealed class PinCount
{
    /// <summary>The dataset with pins.</summary>
    public const string Dataset = "pins";

    /// <summary>How many pins a participant can place.</summary>
    public const int Most = 5;

    private const string Participant = "participant";
    private const string Measure = "measure";
    private readonly IReadOnlyList<PinMeasure> measures;
    private readonly ILookup<(AreaCode Area, string Measure), AreaRecord> counted;

    private PinCount(IReadOnlyList<PinMeasure> measures, IReadOnlyList<AreaRecord> placed)
    {
        this.measures = measures;
        var known = measures.Select(measure => measure.Code).ToHashSet(StringComparer.Ordinal);
        var within = placed
            .GroupBy(pin => pin.Fields.GetValueOrDefault(Participant, ""), StringComparer.Ordinal)
            .SelectMany(pins => pins.OrderBy(pin => pin.Date).ThenBy(pin => pin.Reference, StringComparer.Ordinal).Take(Most))
            .ToList();
        var rightly = within.Where(pin => known.Contains(pin.Fields.GetValueOrDefault(Measure, ""))).OrderBy(pin => pin.Reference, StringComparer.Ordinal).ToList();
        counted = rightly.ToLookup(pin => (pin.Area, pin.Fields[Measure]));
        BeyondTheFifth = placed.Count - within.Count;
        OfOtherMeasures = within.Count - rightly.Count;
        Areas = rightly.Select(pin => pin.Area).ToHashSet();
    }

    /// <summary>How many pins do not count because their participant had placed five.</summary>
    public int BeyondTheFifth { get; }

    /// <summary>How many pins do not count because the rules do not know their measure.</summary>
    public int OfOtherMeasures { get; }

    /// <summary>The areas that a pin was placed in.</summary>
    public IReadOnlySet<AreaCode> Areas { get; }

    /// <summary>The pins of a municipality in a year; null where the rules know no measures or no workshop was held.</summary>
    public static PinCount? Of(FourAngleRules rules, MunicipalityFigures municipality, Period period) =>
        rules.Pins is { } pins && municipality.Records.Where(record => record.Dataset == Dataset && record.Date.Year == period.Year).ToList() is { Count: > 0 } placed
            ? new PinCount(pins.Measures, placed)
            : null;

    /// <summary>How many pins were placed in an area.</summary>
    public int In(AreaCode area) => measures.Sum(measure => counted[(area, measure.Code)].Count());

    /// <summary>A line for each measure, in the rules' order.</summary>
    public IEnumerable<ScorecardLine> Lines(AreaCode area) => measures.Select(measure => Line(measure, [.. counted[(area, measure.Code)]]));

    private static ScorecardLine Line(PinMeasure measure, List<AreaRecord> pins) => new(
        "pins-" + measure.Code,
        AngleText.PinsTheme,
        measure.Label,
        LineState.Valued,
        pins.Count,
        "pins",
        Baseline: null,
        Reference: null,
        Norm: null,
        Signal.None,
        Amount: null,
        NamedFigures.None,
        new BilingualText(
            $"{pins.Count} keer gekozen voor dit gebied (kleur: {Dutch(measure.Colour)}). Een deelnemer heeft vijf punaises.",
            $"Chosen {(pins.Count == 1 ? "once" : $"{pins.Count} times")} for this area (colour: {measure.Colour}). A participant has five pins."),
        [.. pins.Select(AsInput)]);

    // Rules name a colour in English; one that is not here is shown as the rules name it.
    private static string Dutch(string colour) => colour switch
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

    private static ScorecardInput AsInput(AreaRecord pin) => new(
        "pin",
        string.Create(CultureInfo.InvariantCulture, $"{pin.Area}/{pin.Dataset}/{pin.Date:yyyy-MM-dd}/{pin.Reference}"),
        ObservedState.Known,
        Value: 1,
        pin.Source.Delivery,
        pin.Source.Line);
}
