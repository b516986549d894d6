using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Repayment;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>Calculator of the years of a contract in order, once.</summary>
internal sealed class StatementCalculator
{
    private readonly MortgageDossier dossier;
    private readonly IndicatorCatalogue catalogue;
    private readonly ObservationSet observations;
    private readonly ClassifiedEntries ledger;
    private readonly Dictionary<int, SettledYear> settled;
    private readonly Dictionary<string, IndicatorRepayment> repayments = new(StringComparer.Ordinal);
    private readonly List<ScorecardLine> corrections = [];

    /// <summary>The years of a contract.</summary>
    public StatementCalculator(MortgageDossier dossier, IndicatorCatalogue catalogue, ObservationSet observations)
    {
        (this.dossier, this.catalogue, this.observations) = (dossier, catalogue, observations);
        ledger = ClassifiedEntries.Create(dossier);
        settled = dossier.Settlements.Where(s => s.Contract == dossier.Contract.Id).ToDictionary(s => s.Year, s => new SettledYear(s));
    }

    /// <summary>Computes the statements of all years that have one.</summary>
    public IReadOnlyList<Scorecard> ComputeStatements()
    {
        var account = MortgageAccount.Open(dossier.Contract.Latest);
        List<Scorecard> statements = [];
        var lastYear = FindLastYear();
        for (var year = dossier.Contract.FirstYear; year <= lastYear || HasCorrectionsFor(year); year++)
        {
            var period = new Period(year);
            var statement =
                new StatementYear(dossier, period, Math.Max(year, lastYear ?? year), ComputeIndicators(period), ledger)
                {
                    Corrections = DequeueCorrections(year),
                };
            account = PostStatement(statement, account, statements);
        }

        return statements;
    }

    private MortgageAccount PostStatement(StatementYear statement, MortgageAccount account, List<Scorecard> statements)
    {
        if (!settled.TryGetValue(statement.Period.Year, out var fixedYear))
        {
            var open = account.AdvanceTo(statement);
            statements.Add(CreateStatement(statement, open));
            return open;
        }

        var frozen = fixedYear.Settlement.Statement;
        statements.Add(frozen with { Findings = [MortgageFindings.CreateSettledFinding(fixedYear.Settlement), .. frozen.Findings] });
        corrections.AddRange(
            CorrectionLines.Find(fixedYear, statement.OwnLines,
                [.. settled.Values.Where(s => s.Settlement.Year > statement.Period.Year).OrderBy(s => s.Settlement.Year)]));
        return account.AdvanceToSettled(statement, fixedYear);
    }

    private bool HasCorrectionsFor(int year) => corrections.Count > 0 && year <= dossier.Contract.LastYear;

    private List<ScorecardLine> DequeueCorrections(int year)
    {
        if (settled.ContainsKey(year))
        {
            return [];
        }

        List<ScorecardLine> taken = [.. corrections];
        corrections.Clear();
        return taken;
    }

    private List<IndicatorYear> ComputeIndicators(Period period)
    {
        var contract = dossier.Contract.GetVersion(period.Year);
        var fixedYear = settled.GetValueOrDefault(period.Year);
        return [.. contract.Indicators.Select(rule => GetRepayment(rule.Code).ComputeNext(contract, rule, period, fixedYear?.FindLine(rule.Code)?.Amount))];
    }

    private IndicatorRepayment GetRepayment(string code)
    {
        if (!repayments.TryGetValue(code, out var track))
        {
            repayments[code] = track = new IndicatorRepayment(catalogue.Find(code)!, observations);
        }

        return track;
    }

    private int? FindLastYear()
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

    private Scorecard CreateStatement(StatementYear statement, MortgageAccount account)
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
            MortgageTotals.Create(statement, account),
            MortgageFindings.Create(statement, account, observations));
    }
}
