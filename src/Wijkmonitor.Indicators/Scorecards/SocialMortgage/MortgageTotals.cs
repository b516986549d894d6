using Wijkmonitor.Indicators.Catalogue;

namespace Wijkmonitor.Indicators.Scorecards.SocialMortgage;

/// <summary>The totals of a statement.</summary>
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
            Euros("opening-balance", "Beginsaldo", "Opening balance", account.Opening, before),
            Euros("interest", "Rente", "Interest", account.Interest, before),
            Euros("activities", "Afgelost met activiteiten", "Repaid through activities", account.Credits.Activities, []),
            Euros("indicators", "Afgelost met betere cijfers", "Repaid through indicators", account.Credits.Indicators, thisYear),
            Euros("operation", "Afgelost met opbrengst van het huis", "Repaid through operation", account.Credits.Operation, []),
            Euros("credited", "Afgelost in dit jaar", "Repaid in this year", account.Credits.Total, thisYear),
            Euros("cash", "Waarvan in geld", "Of which in cash", account.Credits.Operation, []),
            Euros("non-cash", "Waarvan niet in geld", "Of which not in cash", account.Credits.NonCash, thisYear),
            Euros("repaid", "Afgelost tot en met dit jaar", "Repaid through this year", account.Repaid.Total, soFar),
            Euros("closing-balance", "Eindsaldo", "Closing balance", account.Closing, soFar),
            Euros("pending", "Activiteiten die nog bevestigd moeten worden", "Activities to be confirmed", PendingWorth(statement), []),
            Reference(statement.Contract, account),
            OnTrack(statement.Contract, account, soFar),
            .. NextModule(statement.Contract, account, soFar),
        ];
    }

    private static decimal PendingWorth(StatementYear statement) =>
        statement.Pending.GroupBy(e => e.Item, StringComparer.Ordinal).Sum(g => EntryLines.Worth(g.Sum(e => e.Count!.Value), statement.Contract.TariffOf(g.Key)!));

    private static ScorecardTotal Reference(SocialMortgageContract contract, MortgageAccount account) => contract.Schedule is null
        ? Euros("reference", "Maatstaf tot en met dit jaar: gelijke delen per jaar, niet afgesproken", "Yardstick through this year: equal parts a year, not agreed", account.Reference, [])
        : Euros("reference", "Afgesproken aflossing tot en met dit jaar", "Agreed repayment through this year", account.Reference, []);

    private static ScorecardTotal OnTrack(SocialMortgageContract contract, MortgageAccount account, IReadOnlyList<LeftOut> leftOut)
    {
        var label = contract.Schedule is null
            ? new BilingualText("Afgelost ten opzichte van gelijke delen per jaar (maatstaf, niet afgesproken)", "Repaid against equal parts a year (a yardstick, not agreed)")
            : new BilingualText("Afgelost ten opzichte van wat is afgesproken", "Repaid against what was agreed");
        return new ScorecardTotal("on-track", label, account.OnTrackPercent, "%", leftOut);
    }

    private static IEnumerable<ScorecardTotal> NextModule(SocialMortgageContract contract, MortgageAccount account, IReadOnlyList<LeftOut> leftOut)
    {
        if (contract.Modules is not { Count: > 0 } modules)
        {
            yield break;
        }

        var next = modules.OrderBy(m => m.SharePercent).FirstOrDefault(m => Threshold(contract, m) > account.Repaid.Total);
        yield return next is null
            ? Euros("next-module", "Alle delen zijn vrijgekomen", "All parts are unlocked", 0, leftOut)
            : Euros("next-module", $"Nog af te lossen tot: {next.Label.Nl}", $"Still to repay until: {next.Label.En}", Threshold(contract, next) - account.Repaid.Total, leftOut);
    }

    private static decimal Threshold(SocialMortgageContract contract, ContractModule module) =>
        Math.Round(contract.Principal * module.SharePercent / 100, 2, MidpointRounding.AwayFromZero);

    private static ScorecardTotal Euros(string code, string nl, string en, decimal value, IReadOnlyList<LeftOut> leftOut) =>
        new(code, new BilingualText(nl, en), value, Indicator.Euro, leftOut);
}
