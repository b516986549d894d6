using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Function;

/// <summary>
/// Areas next to others of the same function and next to their own past. There is no order of areas in it and no colour: an area where
/// people land first is not a family area that does badly.
/// </summary>
public sealed class FunctionKind(FunctionRules rules) : ScorecardKind<FunctionRules>(rules, Details)
{
    private const string Field = "function";
    private readonly HashSet<string> indicators = rules.Indicators.ToHashSet(StringComparer.Ordinal);

    /// <summary>Name and description of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        "function",
        new("Functie van de buurt", "Function of the neighbourhood"),
        new("Naast gebieden met dezelfde functie, en naast de eigen geschiedenis.", "Compared with areas with the same function, and with its own history."),
        Order: 8,
        ScorecardLayout.Lines)
    {
        Roles = FunctionLabels.Roles,
        Figures = FunctionLabels.Figures,
        Steps = FunctionLabels.Steps,
    };

    /// <summary>Entry of the kind in the list of kinds.</summary>
    internal static KindRegistration Registration => KindRegistration.Create<FunctionRules>(Details, new FunctionRulesJson(), rules => new FunctionKind(rules));

    private protected override IEnumerable<AreaContext> GetAreas(MunicipalityContext municipality) => municipality.GetAreasWith(indicators);

    // An area has the function that was recorded last by the end of the year; before the first note it has none, and no scorecard of this kind.
    private protected override IEnumerable<ScorecardBuilder> CreateScorecards(AreaContext area)
    {
        if (FindRecord(area.Period, area.GetRecords(Rules.Dataset)) is not { } record)
        {
            yield break;
        }

        var (card, code) = (CreateBuilder(area), record.Fields[Field]);
        if (Rules.Functions.FirstOrDefault(known => known.Code == code) is { } function)
        {
            var lines = new FunctionLines(card, function, [.. FindOthers(area, code)], Rules.MinOthers);
            foreach (var indicator in Rules.Indicators)
            {
                lines.Add(area.GetIndicator(indicator));
            }

            card.AddFinding(FunctionText.CreateTagFinding(function, record.Date));
        }
        else
        {
            card.AddFinding(FunctionText.CreateUnknownFinding(code));
        }

        yield return card;
    }

    private IEnumerable<AreaCode> FindOthers(AreaContext area, string function) => area.Municipality.GetRecords(Rules.Dataset)
        .Where(records => records.Key != area.Code && records.Key.Level == area.Code.Level && FindRecord(area.Period, records)?.Fields[Field] == function)
        .Select(records => records.Key)
        .Order();

    private static AreaRecord? FindRecord(Period period, IEnumerable<AreaRecord> records) =>
        records.LastOrDefault(record => record.Date.Year <= period.Year && record.Fields.ContainsKey(Field));
}
