using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>The totals of a statement, each with the steps that it was computed by.</summary>
internal static class MortgageTotals
{
    /// <summary>Creates the totals: the account, cash and non-cash apart, what is pending, the reference and the next module.</summary>
    public static IReadOnlyList<ScorecardTotal> Create(StatementYear statement, MortgageAccount account)
    {
        var before = OmittedLines.GroupByState(account.LeftOut);
        var thisYear = OmittedLines.GroupByState(statement.IndicatorLines.Select(l => (l.State, l.Code)));
        var soFar = OmittedLines.GroupByState(account.LeftOutSoFar);
        return
        [
            CreateOpening(statement, account, before),
            .. CreateDrawn(statement),
            CreateInterest(statement, account, before),
            CreateChannel(Channels.Activities, "Afgelost met activiteiten", "Repaid with activities", statement, account, c => c.Activities, []),
            CreateChannel(Channels.Indicators, "Afgelost met betere cijfers", "Repaid with better figures", statement, account, c => c.Indicators, thisYear),
            CreateChannel(
                Channels.Operation, "Afgelost met opbrengst van het huis", "Repaid with proceeds of the house", statement, account, c => c.Operation, []),
            CreateSum("credited", "Afgelost in dit jaar", "Repaid in this year", thisYear, GetOwn(account, Channels.Activities),
                GetOwn(account, Channels.Indicators), GetOwn(account, Channels.Operation)),
            CreateSum("cash", "Waarvan in geld", "Of which in cash", [], GetOwn(account, Channels.Operation)),
            CreateSum("non-cash", "Waarvan niet in geld", "Of which not in cash", thisYear,
                GetOwn(account, Channels.Activities), GetOwn(account, Channels.Indicators)),
            CreateSum("repaid", "Afgelost tot en met dit jaar", "Repaid to date", soFar, GetRepaidBefore(statement, account),
                new Operand(account.Credits.Total, "total:credited")),
            CreateClosing(account, soFar),
            CreateWaiting("pending", "Activiteiten die nog bevestigd moeten worden", "Activities to be confirmed", statement, "pending-amount"),
            .. CreateDisputed(statement),
            CreateReference(statement, account),
            CreateOnTrack(statement.Contract, account, soFar),
            .. CreateModules(statement.Contract, account, soFar),
        ];
    }

    private static ScorecardTotal CreateOpening(StatementYear statement, MortgageAccount account, IReadOnlyList<OmittedLines> leftOut)
    {
        var contract = statement.Contract;
        var from = statement.Period.Year > contract.FirstYear
            ? GetKeyBefore(statement, "closing-balance")
            : contract.DrawDowns is null ? contract.GetFieldKey("principal") : "constant";
        return CreateSum("opening-balance", "Beginsaldo", "Opening balance", leftOut, new Operand(account.Opening, from));
    }

    private static IEnumerable<ScorecardTotal> CreateDrawn(StatementYear statement)
    {
        var contract = statement.Contract;
        return contract.DrawDowns is null
            ? []
            : [CreateSum("drawn", "Opgenomen in dit jaar", "Drawn in this year", [],
                [.. contract.GetDrawDowns(statement.Period.Year).Select(part => new Operand(part.Amount, MortgageInterest.GetKey(contract, part)))])];
    }

    private static ScorecardTotal CreateInterest(StatementYear statement, MortgageAccount account, IReadOnlyList<OmittedLines> leftOut)
    {
        var sum = new Calculation(StatementLabels.Steps);
        MortgageInterest.Compute(sum, statement.Contract, statement.Period.Year, account.Opening);
        return CreateEuros("interest", "Rente", "Interest", account.Interest, leftOut, sum);
    }

    // What the lines make together, less what a cap keeps off. A correction of a settled year counts with the channel of its line.
    private static ScorecardTotal CreateChannel(
        string code, string nl, string en, StatementYear statement, MortgageAccount account, Func<ChannelCredits, decimal> channel,
        IReadOnlyList<OmittedLines> leftOut)
    {
        var sum = new Calculation(StatementLabels.Steps);
        var lines = sum.Add("lines",
            [.. statement.Lines.Where(l => l.Amount is not null && Channels.GetChannel(l.Code) == code)
                .Select(l => new Operand(l.Amount!.Value, $"line:{l.Code}"))]);
        var credited = channel(account.Credits);
        if (credited != lines.Value)
        {
            sum.Subtract("credited", lines, new Operand(lines.Value - credited, "not-credited:" + statement.Contract.GetFieldKey($"caps/{code}")));
        }

        return CreateEuros(code, nl, en, credited, leftOut, sum);
    }

    private static ScorecardTotal CreateClosing(MortgageAccount account, IReadOnlyList<OmittedLines> leftOut)
    {
        var sum = new Calculation(StatementLabels.Steps);
        Operand[] drawn = account.Drawn == 0 ? [] : [new Operand(account.Drawn, "total:drawn")];
        var owed = sum.Add("owed", [new Operand(account.Opening, "total:opening-balance"), .. drawn, new Operand(account.Interest, "total:interest")]);
        sum.Subtract("closing-balance", owed, new Operand(account.Credits.Total, "total:credited"));
        return CreateEuros("closing-balance", "Eindsaldo", "Closing balance", account.Closing, leftOut, sum);
    }

    private static IEnumerable<ScorecardTotal> CreateDisputed(StatementYear statement)
    {
        if (statement.Disputed.Count > 0)
        {
            yield return CreateWaiting("disputed", "Betwist en niet bijgeschreven", "Disputed and not credited", statement, "disputed-amount");
        }
    }

    private static ScorecardTotal CreateWaiting(string code, string nl, string en, StatementYear statement, string figure) =>
        CreateSum(code, nl, en, [], [.. statement.OwnLines
        .Where(l => l.Figures.ContainsKey(figure))
        .Select(l => new Operand(l.Figures[figure], $"line:{l.Code}/{figure}"))]);

    private static ScorecardTotal CreateReference(StatementYear statement, MortgageAccount account)
    {
        var (contract, sum) = (statement.Contract, new Calculation(StatementLabels.Steps));
        if (contract.Schedule is { } schedule)
        {
            sum.Add("reference",
                [.. schedule.Where(s => s.Year <= statement.Period.Year)
                    .OrderBy(s => s.Year)
                    .Select(s => new Operand(s.Amount, contract.GetFieldKey($"schedule/{s.Year}")))]);
            return CreateEuros("reference", "Afgesproken aflossing tot en met dit jaar", "Agreed repayment to date", account.Reference, [], sum);
        }

        var years = Operand.FromConstant(statement.Period.Year - contract.FirstYear + 1);
        var product = sum.Multiply("principal-by-years", new Operand(contract.Principal, contract.GetFieldKey("principal")), years);
        sum.Round("reference", sum.Divide("reference-exact", product, new Operand(contract.TermYears, contract.GetFieldKey("termYears"))));
        return CreateEuros("reference", "Bij gelijkmatige aflossing tot en met dit jaar (niet afgesproken)",
            "With even repayment to date (not agreed)", account.Reference, [], sum);
    }

    private static ScorecardTotal CreateOnTrack(SocialMortgageContract contract, MortgageAccount account, IReadOnlyList<OmittedLines> leftOut)
    {
        var label = contract.Schedule is null
            ? new BilingualText("Deel van een gelijkmatige aflossing (niet afgesproken)",
                "Share of even repayment (not agreed)")
            : new BilingualText("Afgelost, als deel van wat is afgesproken", "Repaid, as a share of what was agreed");
        var sum = new Calculation(StatementLabels.Steps);
        if (account.Reference != 0)
        {
            var hundredfold = sum.Multiply("repaid-hundredfold", Operand.FromConstant(100), new Operand(account.Repaid.Total, "total:repaid"));
            sum.Round("on-track", sum.Divide("on-track-exact", hundredfold, new Operand(account.Reference, "total:reference")), decimals: 1);
        }

        return new ScorecardTotal("on-track", label, account.OnTrackPercent, "%", leftOut) { Steps = sum.Steps };
    }

    private static IEnumerable<ScorecardTotal> CreateModules(SocialMortgageContract contract, MortgageAccount account, IReadOnlyList<OmittedLines> leftOut)
    {
        if (contract.Modules is not { Count: > 0 })
        {
            yield break;
        }

        var modules = MortgageModule.CreateAll(contract, account.Repaid.Total);
        yield return modules.FirstOrDefault(m => !m.IsUnlocked) is { } next
            ? CreateSum("next-module", $"Nog af te lossen voor: {next.Label.Nl}", $"Still to repay for: {next.Label.En}", leftOut, account, next)
            : CreateSum("next-module", "Alle delen zijn vrijgekomen", "All parts are unlocked", leftOut, Operand.FromConstant(0));
        yield return new ScorecardTotal(
            "modules-unlocked", new BilingualText("Vrijgekomen delen van het huis", "Unlocked parts of the house"),
            modules.Count(m => m.IsUnlocked), "count", leftOut)
        {
            Steps = [],
        };
    }

    private static ScorecardTotal CreateSum(string code, string nl, string en, IReadOnlyList<OmittedLines> leftOut,
        MortgageAccount account, MortgageModule next)
    {
        var sum = new Calculation(StatementLabels.Steps);
        var remaining = sum.Subtract(code, new Operand(next.Threshold, $"module:{next.Code}"), new Operand(account.Repaid.Total, "total:repaid"));
        return CreateEuros(code, nl, en, remaining.Value, leftOut, sum);
    }

    private static ScorecardTotal CreateSum(string code, string nl, string en, IReadOnlyList<OmittedLines> leftOut, params IReadOnlyList<Operand> terms)
    {
        var sum = new Calculation(StatementLabels.Steps);
        return CreateEuros(code, nl, en, sum.Add(code, terms).Value, leftOut, sum);
    }

    private static Operand GetRepaidBefore(StatementYear statement, MortgageAccount account) => new(
        account.RepaidBefore.Total, statement.Period.Year == statement.Contract.FirstYear ? "constant" : GetKeyBefore(statement, "repaid"));

    private static Operand GetOwn(MortgageAccount account, string channel) => new(
        channel switch { Channels.Activities => account.Credits.Activities, Channels.Indicators => account.Credits.Indicators, _ => account.Credits.Operation },
        $"total:{channel}");

    private static string GetKeyBefore(StatementYear statement, string total) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"statement:{statement.Contract.Id}/{statement.Period.Year - 1}#{total}");

    private static ScorecardTotal CreateEuros(string code, string nl, string en, decimal value, IReadOnlyList<OmittedLines> leftOut, Calculation sum) =>
        new(code, new BilingualText(nl, en), value, Indicator.Euro, leftOut) { Steps = sum.Steps };
}
