using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle;
using Wijkmonitor.Indicators.Scorecards.Kinds.FourAngle.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.FourAngle;

/// <summary>
/// A four-angle monitor of three neighbourhoods of Groningen. With <see cref="Rules"/> the score of an area is 100 less its burglaries,
/// so that a test says the score that it needs.
/// </summary>
internal static class Monitor
{
    public const string City = "GM0014";
    public const string First = "BU00140801";
    public const string Second = "BU00140802";
    public const string Third = "BU00140803";

    public static readonly IndicatorCatalogue Catalogue = IndicatorCatalogueTests.Shipped();

    public static readonly BilingualText Text = new("x", "x");

    public static readonly FourAngleRules Rules = new(
        "1", Text, "a test", ScoredAreas.Neighbourhoods, DatasetVisibility.Owner,
        [Angle(AngleName.External, 1, Scored("burglaries"))],
        MinCoverage: 50,
        new Freshness(12, 24, StaleFigures.LeaveOut),
        new ColourCutOffs(40, 65),
        AttentionList: 2,
        Budget: null, Staff: null, Effort: null, Trends: [], Pins: null);

    public static Angle Angle(AngleName name, decimal weight, params AngleIndicator[] indicators) => new(name, weight, indicators);

    public static AngleIndicator Scored(string indicator, decimal weight = 1, Normalisation? normalisation = null, FigureOrigin kind = FigureOrigin.Policy) =>
        new(indicator, weight, kind, normalisation ?? new Normalisation(NormalisationMethod.MinMax, 0, 100));

    /// <summary>Observations that give the three neighbourhoods these scores.</summary>
    public static Observed WithScores(int year, params decimal[] scores) => new Observed().WithScores(year, scores);

    public static Observed WithScores(this Observed observed, int year, params decimal[] scores)
    {
        foreach (var (area, score) in new[] { First, Second, Third }.Zip(scores))
        {
            observed.Value(area, year, "burglaries", 100 - score);
        }

        return observed;
    }

    public static IReadOnlyList<Scorecard> Compute(this FourAngleRules rules, Observed observed, params AreaRecord[] records) =>
        [.. new FourAngleKind(rules).Compute(new MunicipalityFigures(AreaCode.Parse(City), Catalogue, [new Area(AreaCode.Parse(First), "Selwerd", 2016)], observed.Set, records))];

    public static Scorecard Card(this FourAngleRules rules, Observed observed, string area, int year, params AreaRecord[] records) =>
        rules.Compute(observed, records).Single(card => card.Area.Value == area && card.Period.Year == year);

    public static ScorecardLine Line(this Scorecard card, string code) => card.Lines.Single(line => line.Code == code);

    public static decimal? Total(this Scorecard card, string code) => card.Totals.Single(total => total.Code == code).Value;

    public static Finding? Finding(this Scorecard card, string code) => card.Findings.SingleOrDefault(finding => finding.Code == code);

    public static AreaRecord Note(string area, int year, string indicator, string kind, string explanation, bool? influenceable = null, string? owner = null)
    {
        var fields = new Dictionary<string, string> { ["indicator"] = indicator, ["kind"] = kind, ["explanation"] = explanation };
        if (influenceable is { } can)
        {
            fields["influenceable"] = can ? "true" : "false";
        }

        if (owner is not null)
        {
            fields["owner"] = owner;
        }

        return new AreaRecord("area-notes", AreaCode.Parse(area), new DateOnly(year, 11, 1), "V1", fields, new SourceLine("notes", 2));
    }

    public static AreaRecord Pin(string area, string participant, string measure, int number, int year = 2018) => new(
        "pins", AreaCode.Parse(area), new DateOnly(year, 10, 6), $"P{number:000}",
        new Dictionary<string, string> { ["participant"] = participant, ["measure"] = measure }, new SourceLine("pins", number + 1));
}
