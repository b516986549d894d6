using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Repayment;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>Goes through the years of a contract in order, once.</summary>
internal sealed class MortgageYears
{
    private readonly MortgageDossier dossier;
    private readonly IndicatorCatalogue catalogue;
    private readonly ObservationSet observations;
    private readonly Ledger ledger;
    private readonly Dictionary<int, SettledYear> settled;
    private readonly Dictionary<string, IndicatorTrack> tracks = new(StringComparer.Ordinal);
    private readonly List<ScorecardLine> corrections = [];

    /// <summary>The years of a contract.</summary>
    public MortgageYears(MortgageDossier dossier, IndicatorCatalogue catalogue, ObservationSet observations)
    {
        (this.dossier, this.catalogue, this.observations) = (dossier, catalogue, observations);
        ledger = Ledger.Of(dossier);
        settled = dossier.Settlements.Where(s => s.Contract == dossier.Contract.Id).ToDictionary(s => s.Year, s => new SettledYear(s));
    }

    /// <summary>The statements of all years that have one.</summary>
    public IReadOnlyList<Scorecard> Statements()
    {
        var account = MortgageAccount.Opened(dossier.Contract.Latest);
        List<Scorecard> statements = [];
        var lastYear = LastYear();
        for (var year = dossier.Contract.FirstYear; year <= lastYear || HasCorrectionsFor(year); year++)
        {
            var period = new Period(year);
            var statement = new StatementYear(dossier, period, Math.Max(year, lastYear ?? year), Indicators(period), ledger) { Corrections = TakeCorrections(year) };
            account = Book(statement, account, statements);
        }

        return statements;
    }

    private MortgageAccount Book(StatementYear statement, MortgageAccount account, List<Scorecard> statements)
    {
        if (!settled.TryGetValue(statement.Period.Year, out var fixedYear))
        {
            var open = account.Next(statement);
            statements.Add(Statement(statement, open));
            return open;
        }

        var frozen = fixedYear.Settlement.Statement;
        statements.Add(frozen with { Findings = [MortgageFindings.Settled(fixedYear.Settlement), .. frozen.Findings] });
        corrections.AddRange(CorrectionLines.Find(fixedYear, statement.OwnLines, [.. settled.Values.Where(s => s.Settlement.Year > statement.Period.Year).OrderBy(s => s.Settlement.Year)]));
        return account.NextSettled(statement, fixedYear);
    }

    private bool HasCorrectionsFor(int year) => corrections.Count > 0 && year <= dossier.Contract.LastYear;

    private List<ScorecardLine> TakeCorrections(int year)
    {
        if (settled.ContainsKey(year))
        {
            return [];
        }

        List<ScorecardLine> taken = [.. corrections];
        corrections.Clear();
        return taken;
    }

    private List<IndicatorYear> Indicators(Period period)
    {
        var contract = dossier.Contract.In(period.Year);
        var fixedYear = settled.GetValueOrDefault(period.Year);
        return [.. contract.Indicators.Select(rule => Track(rule.Code).Next(contract, rule, period, fixedYear?.Line(rule.Code)?.Amount))];
    }

    private IndicatorTrack Track(string code)
    {
        if (!tracks.TryGetValue(code, out var track))
        {
            tracks[code] = track = new IndicatorTrack(catalogue.Find(code)!, observations);
        }

        return track;
    }

    private int? LastYear()
    {
        var codes = dossier.Contract.All.SelectMany(v => v.Indicators).Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        var (first, last) = (dossier.Contract.FirstYear, dossier.Contract.LastYear);
        var years = observations.All.Where(o => o.Area == dossier.Contract.Latest.Area && codes.Contains(o.Indicator)).Select(o => o.Period.Year)
            .Concat(ledger.Booked.Select(i => i.Entry.Date.Year))
            .Concat(ledger.Refused.Select(r => r.Entry.Date.Year))
            .Concat(settled.Keys)
            .Where(y => y >= first && y <= last);
        return years.Select(y => (int?)y).Max();
    }

    private Scorecard Statement(StatementYear statement, MortgageAccount account)
    {
        var boundaryYear = statement.Indicators.Select(i => i.Own?.BoundaryYear).Max() ?? statement.Period.Year;
        return new Scorecard(
            SocialMortgageStatements.Kind,
            statement.Contract.Id,
            statement.Contract.Area,
            statement.Period,
            statement.Contract.Version,
            boundaryYear,
            statement.Lines,
            MortgageTotals.Of(statement, account),
            MortgageFindings.Of(statement, account, observations));
    }
}
