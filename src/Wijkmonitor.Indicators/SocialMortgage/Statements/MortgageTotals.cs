using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>The totals of a statement, each with the steps that it was computed by.</summary>
internal static class MortgageTotals
{
    /// <summary>The totals: the account, cash and non-cash apart, what is pending, the reference and the next module.</summary>
    public static IReadOnlyList<ScorecardTotal> Of(StatementYear statement, MortgageAccount account)
    {
        var before = LeftOut.Of(account.LeftOut);
        var thisYear = LeftOut.Of(statement.IndicatorLines.Select(l => (l.State, l.Code)));
        var soFar = LeftOut.Of(account.LeftOutSoFar);
        return
        [
            Opening(statement, account, before),
            Interest(statement, account, before),
            Channel("activities", "Afgelost met activiteiten", "Repaid through activities", statement, account, c => c.Activities, []),
            Channel("indicators", "Afgelost met betere cijfers", "Repaid through indicators", statement, account, c => c.Indicators, thisYear),
            Channel("operation", "Afgelost met opbrengst van het huis", "Repaid through operation", statement, account, c => c.Operation, []),
            Sum("credited", "Afgelost in dit jaar", "Repaid in this year", thisYear, Own(account, "activities"), Own(account, "indicators"), Own(account, "operation")),
            Sum("cash", "Waarvan in geld", "Of which in cash", [], Own(account, "operation")),
            Sum("non-cash", "Waarvan niet in geld", "Of which not in cash", thisYear, Own(account, "activities"), Own(account, "indicators")),
            Sum("repaid", "Afgelost tot en met dit jaar", "Repaid through this year", soFar, RepaidBefore(statement, account), new Operand(account.Credits.Total, "total:credited")),
            Closing(account, soFar),
            Waiting("pending", "Activiteiten die nog bevestigd moeten worden", "Activities to be confirmed", statement, "pending-amount"),
            .. Disputed(statement),
            Reference(statement, account),
            OnTrack(statement.Contract, account, soFar),
            .. Modules(statement.Contract, account, soFar),
        ];
    }

    private static ScorecardTotal Opening(StatementYear statement, MortgageAccount account, IReadOnlyList<LeftOut> leftOut)
    {
        var contract = statement.Contract;
        var from = statement.Period.Year == contract.FirstYear ? contract.FieldKey("principal") : Before(statement, "closing-balance");
        return Sum("opening-balance", "Beginsaldo", "Opening balance", leftOut, new Operand(account.Opening, from));
    }

    private static ScorecardTotal Interest(StatementYear statement, MortgageAccount account, IReadOnlyList<LeftOut> leftOut)
    {
        var sum = new Calculation();
        var owed = sum.Maximum("owed", new Operand(account.Opening, "total:opening-balance"), Operand.Constant(0));
        var hundredfold = sum.Multiply("interest-hundredfold", owed, new Operand(statement.Contract.InterestPercent, statement.Contract.FieldKey("interestPercent")));
        sum.Round("interest", sum.Divide("interest-exact", hundredfold, Operand.Constant(100)));
        return Euros("interest", "Rente", "Interest", account.Interest, leftOut, sum);
    }

    // What the lines make together, less what a cap keeps off. A correction of a settled year counts with the channel of its line.
    private static ScorecardTotal Channel(
        string code, string nl, string en, StatementYear statement, MortgageAccount account, Func<ChannelCredits, decimal> channel, IReadOnlyList<LeftOut> leftOut)
    {
        var sum = new Calculation();
        var lines = sum.Add("lines", [.. statement.Lines.Where(l => l.Amount is not null && IsOf(code, l.Code)).Select(l => new Operand(l.Amount!.Value, $"line:{l.Code}"))]);
        var credited = channel(account.Credits);
        if (credited != lines.Value)
        {
            sum.Subtract("credited", lines, new Operand(lines.Value - credited, "not-credited:" + statement.Contract.FieldKey($"caps/{code}")));
        }

        return Euros(code, nl, en, credited, leftOut, sum);
    }

    private static bool IsOf(string channel, string code)
    {
        var line = CorrectionLines.YearOf(code) is null ? code : CorrectionLines.LineOf(code);
        return channel == (line == EntryLines.Operation ? "operation" : EntryLines.IsActivity(line) ? "activities" : "indicators");
    }

    private static ScorecardTotal Closing(MortgageAccount account, IReadOnlyList<LeftOut> leftOut)
    {
        var sum = new Calculation();
        var owed = sum.Add("owed", new Operand(account.Opening, "total:opening-balance"), new Operand(account.Interest, "total:interest"));
        sum.Subtract("closing-balance", owed, new Operand(account.Credits.Total, "total:credited"));
        return Euros("closing-balance", "Eindsaldo", "Closing balance", account.Closing, leftOut, sum);
    }

    private static IEnumerable<ScorecardTotal> Disputed(StatementYear statement)
    {
        if (statement.Disputed.Count > 0)
        {
            yield return Waiting("disputed", "Betwist en niet bijgeschreven", "Disputed and not credited", statement, "disputed-amount");
        }
    }

    private static ScorecardTotal Waiting(string code, string nl, string en, StatementYear statement, string figure) => Sum(code, nl, en, [], [.. statement.OwnLines
        .Where(l => l.Figures.ContainsKey(figure))
        .Select(l => new Operand(l.Figures[figure], $"line:{l.Code}/{figure}"))]);

    private static ScorecardTotal Reference(StatementYear statement, MortgageAccount account)
    {
        var (contract, sum) = (statement.Contract, new Calculation());
        if (contract.Schedule is { } schedule)
        {
            sum.Add("reference", [.. schedule.Where(s => s.Year <= statement.Period.Year).OrderBy(s => s.Year).Select(s => new Operand(s.Amount, contract.FieldKey($"schedule/{s.Year}")))]);
            return Euros("reference", "Afgesproken aflossing tot en met dit jaar", "Agreed repayment through this year", account.Reference, [], sum);
        }

        var years = Operand.Constant(statement.Period.Year - contract.FirstYear + 1);
        var product = sum.Multiply("principal-by-years", new Operand(contract.Principal, contract.FieldKey("principal")), years);
        sum.Round("reference", sum.Divide("reference-exact", product, new Operand(contract.TermYears, contract.FieldKey("termYears"))));
        return Euros("reference", "Maatstaf tot en met dit jaar: gelijke delen per jaar, niet afgesproken", "Yardstick through this year: equal parts a year, not agreed", account.Reference, [], sum);
    }

    private static ScorecardTotal OnTrack(SocialMortgageContract contract, MortgageAccount account, IReadOnlyList<LeftOut> leftOut)
    {
        var label = contract.Schedule is null
            ? new BilingualText("Afgelost ten opzichte van gelijke delen per jaar (maatstaf, niet afgesproken)", "Repaid against equal parts a year (a yardstick, not agreed)")
            : new BilingualText("Afgelost ten opzichte van wat is afgesproken", "Repaid against what was agreed");
        var sum = new Calculation();
        if (account.Reference != 0)
        {
            var hundredfold = sum.Multiply("repaid-hundredfold", Operand.Constant(100), new Operand(account.Repaid.Total, "total:repaid"));
            sum.Round("on-track", sum.Divide("on-track-exact", hundredfold, new Operand(account.Reference, "total:reference")), decimals: 1);
        }

        return new ScorecardTotal("on-track", label, account.OnTrackPercent, "%", leftOut) { Steps = sum.Steps };
    }

    private static IEnumerable<ScorecardTotal> Modules(SocialMortgageContract contract, MortgageAccount account, IReadOnlyList<LeftOut> leftOut)
    {
        if (contract.Modules is not { Count: > 0 })
        {
            yield break;
        }

        var modules = MortgageModule.Of(contract, account.Repaid.Total);
        yield return modules.FirstOrDefault(m => !m.IsUnlocked) is { } next
            ? Sum("next-module", $"Nog af te lossen tot: {next.Label.Nl}", $"Still to repay until: {next.Label.En}", leftOut, account, next)
            : Sum("next-module", "Alle delen zijn vrijgekomen", "All parts are unlocked", leftOut, Operand.Constant(0));
        yield return new ScorecardTotal(
            "modules-unlocked", new BilingualText("Vrijgekomen delen van het huis", "Unlocked parts of the house"), modules.Count(m => m.IsUnlocked), "count", leftOut)
        {
            Steps = [],
        };
    }

    private static ScorecardTotal Sum(string code, string nl, string en, IReadOnlyList<LeftOut> leftOut, MortgageAccount account, MortgageModule next)
    {
        var sum = new Calculation();
        var left = sum.Subtract(code, new Operand(next.Threshold, $"module:{next.Code}"), new Operand(account.Repaid.Total, "total:repaid"));
        return Euros(code, nl, en, left.Value, leftOut, sum);
    }

    private static ScorecardTotal Sum(string code, string nl, string en, IReadOnlyList<LeftOut> leftOut, params IReadOnlyList<Operand> terms)
    {
        var sum = new Calculation();
        return Euros(code, nl, en, sum.Add(code, terms).Value, leftOut, sum);
    }

    private static Operand RepaidBefore(StatementYear statement, MortgageAccount account) => new(
        account.RepaidBefore.Total, statement.Period.Year == statement.Contract.FirstYear ? "constant" : Before(statement, "repaid"));

    private static Operand Own(MortgageAccount account, string channel) => new(
        channel switch { "activities" => account.Credits.Activities, "indicators" => account.Credits.Indicators, _ => account.Credits.Operation }, $"total:{channel}");

    private static string Before(StatementYear statement, string total) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"statement:{statement.Contract.Id}/{statement.Period.Year - 1}#{total}");

    private static ScorecardTotal Euros(string code, string nl, string en, decimal value, IReadOnlyList<LeftOut> leftOut, Calculation sum) =>
        new(code, new BilingualText(nl, en), value, Indicator.Euro, leftOut) { Steps = sum.Steps };
}
