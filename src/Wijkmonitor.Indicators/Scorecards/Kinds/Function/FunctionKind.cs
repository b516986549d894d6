using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Function;

/// <summary>
/// Areas beside others of the same function and beside their own past. There is no order of areas in it and no colour: an area where
/// people land first is not a family area that does badly.
/// </summary>
public sealed class FunctionKind(FunctionRules rules) : IScorecardKind
{
    /// <summary>The name of the kind.</summary>
    public const string KindName = "function";

    private const string Field = "function";

    /// <inheritdoc/>
    public string Name => KindName;

    /// <inheritdoc/>
    public string RuleVersion => rules.Version;

    /// <inheritdoc/>
    public bool MayBeRanked => false;

    /// <summary>Reads the rules.</summary>
    /// <exception cref="ConfigurationException">The rules are malformed or do not fit the catalogue.</exception>
    public static FunctionKind Read(Stream json, IndicatorCatalogue catalogue) =>
        new(KindRules.Read(KindName, json, FunctionJson.Default.FunctionRules, r => r.Faults(catalogue)));

    /// <inheritdoc/>
    public IEnumerable<Scorecard> Compute(MunicipalityFigures figures)
    {
        var records = figures.Records
            .Where(r => r.Dataset == rules.Dataset && r.Area.IsIn(figures.Municipality) && r.Fields.ContainsKey(Field))
            .OrderBy(r => r.Date).ThenBy(r => r.Reference, StringComparer.Ordinal)
            .ToLookup(r => r.Area);
        var compared = rules.Indicators.ToHashSet(StringComparer.Ordinal);
        return figures.With(compared).Where(known => records.Contains(known.Area)).Select(known => Card(figures, records, known.Area, known.Period, known.BoundaryYear)).OfType<Scorecard>();
    }

    // An area has the function that was noted last by the end of the year; before the first note it has none, and no scorecard of this kind.
    private static AreaRecord? In(ILookup<AreaCode, AreaRecord> records, AreaCode area, Period period) =>
        records[area].LastOrDefault(r => r.Date.Year <= period.Year);

    private Scorecard? Card(MunicipalityFigures figures, ILookup<AreaCode, AreaRecord> records, AreaCode area, Period period, int boundaryYear)
    {
        if (In(records, area, period) is not { } own)
        {
            return null;
        }

        var code = own.Fields[Field];
        if (rules.Functions.FirstOrDefault(f => f.Code == code) is not { } function)
        {
            return new Scorecard(KindName, Subject: null, area, period, rules.Version, boundaryYear, [], [], [FunctionText.Unknown(code)]);
        }

        var others = records.Select(g => g.Key)
            .Where(a => a != area && a.Level == area.Level && In(records, a, period)?.Fields[Field] == code)
            .Order()
            .ToList();
        var lines = new FunctionLines(figures, function, others, rules.LeastOthers);
        return new Scorecard(
            KindName, Subject: null, area, period, rules.Version, boundaryYear,
            [.. rules.Indicators.Select(i => lines.Of(figures.Catalogue.Find(i)!, area, period))], Totals: [], [FunctionText.Tag(function, own.Date)]);
    }
}
