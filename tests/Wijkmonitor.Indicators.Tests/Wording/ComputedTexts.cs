using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Golden;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Wording;

/// <summary>The texts of scorecards of an invented municipality that has every indicator, so that every kind has something to say.</summary>
internal static class ComputedTexts
{
    /// <summary>Computes the scorecards of a kind by its example rules.</summary>
    public static IReadOnlyList<Scorecard> Compute(string kind)
    {
        using var rules = File.OpenRead(RepositoryFolder.File("config", "rules", kind, "example.json"));
        return [.. ScorecardKinds.Read(kind, rules, IndicatorCatalogueTests.Shipped()).Compute(Everything())];
    }

    /// <summary>Gets every text of some scorecards, in both languages.</summary>
    public static IReadOnlyList<string> Get(IReadOnlyList<Scorecard> cards) =>
    [
        .. cards.SelectMany(card => card.Lines).SelectMany(line => new[] { line.Theme, line.Label, line.Explanation }).SelectMany(Both),
        .. cards.SelectMany(card => card.Totals).SelectMany(total => Both(total.Label)),
        .. cards.SelectMany(card => card.Findings).SelectMany(finding => Both(finding.Message)),
    ];

    private static string[] Both(BilingualText text) => [text.Nl, text.En];

    private static IEnumerable<AreaRecord> GetSubjectRecords() => GoldenKind.All.SelectMany(golden => golden.Records)
        .Where(record => record.GetText("subject") is not null)
        .Select(record => record with { Area = AreaCode.Parse("GM0014") });

    // Years that rise and fall.
    private static MunicipalityFigures Everything()
    {
        var catalogue = IndicatorCatalogueTests.Shipped();
        var random = new Random(20161);
        string[] areas = ["GM0014", .. Enumerable.Range(1, 6).Select(i => $"WK00140{i}"), .. Enumerable.Range(1, 6).Select(i => $"BU0014010{i}"), .. Enumerable.Range(1, 4).Select(i => $"CU0014-complex{i}")];
        var observations =
            from area in areas
            from year in new[] { 2002, 2008, 2012, 2014, 2016, 2017, 2018 }
            from indicator in catalogue.All
            let value = Math.Round((indicator.Min ?? 0) + ((decimal)random.NextDouble() * ((indicator.Max ?? 1000) - (indicator.Min ?? 0))), 0)
            select new Observation(
                AreaCode.Parse(area), new Period(year), indicator.Code, random.Next(20) == 0 ? ObservedValue.Unknown : ObservedValue.Known(value), "d", 2016, FigureStatus.None, new SourceLine("d", 2));
        var records =
            from area in areas.Skip(1)
            let number = areas.IndexOf(area)
            from record in GoldenKind.All.SelectMany(golden => golden.Records).Where(record => record.GetText("subject") is null)
            select record with { Area = AreaCode.Parse(area), Reference = $"{record.Reference}-{number}" };
        return new MunicipalityFigures(
            AreaCode.Parse("GM0014"), catalogue, [.. areas.Select((area, number) => new Area(AreaCode.Parse(area), $"Gebied {number}", 2016))],
            new ObservationSet(observations), [.. records, .. GetSubjectRecords()]);
    }
}
