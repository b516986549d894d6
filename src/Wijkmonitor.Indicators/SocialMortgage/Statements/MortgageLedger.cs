using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>One posting on the account: what it changes the balance by, and where it comes from.</summary>
/// <param name="Year">The year of the statement that it is on.</param>
/// <param name="Channel">principal, interest, activities, indicators or operation.</param>
/// <param name="Kind">opening, draw-down, interest, credit, correction (of an entry), settled-correction (of a settled year) or cap.</param>
/// <param name="Item">The line of the statement; null for the opening and for interest.</param>
/// <param name="Key">The entry, decision, indicator or line.</param>
/// <param name="Change">Change of the balance, in euros: repayment is below zero.</param>
/// <param name="Balance">The balance after it, in euros.</param>
/// <param name="Delivery">The delivery it came with; null for what was computed.</param>
/// <param name="Line">The line of that delivery's file; null for what was computed.</param>
/// <param name="Label">In words.</param>
public sealed record LedgerPosting(
    int Year, string Channel, string Kind, string? Item, string Key, decimal Change, decimal Balance, string? Delivery, int? Line, BilingualText Label);

/// <summary>
/// The account as postings, made from statements alone. Every balance of a statement is the sum of the postings through that year.
/// </summary>
public static class MortgageLedger
{
    /// <summary>Creates all postings, in order of year and of the lines of its statement.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="statements">Its statements from the first year on.</param>
    public static IReadOnlyList<LedgerPosting> Create(ContractVersions contract, IReadOnlyList<Scorecard> statements)
    {
        var first = contract.GetVersion(contract.FirstYear);
        var principal = first.DrawDowns is null ? first.Principal : 0;
        List<LedgerPosting> postings =
        [
            new(contract.FirstYear, "principal", "opening", Item: null, $"contract:{contract.Id}", principal, principal, Delivery: null,
                Line: null, first.DrawDowns is null ? new("Hoofdsom", "Principal") : new("Hoofdsom, opgenomen in delen", "Principal, drawn in parts")),
        ];
        foreach (var posting in statements.SelectMany(CreatePostings))
        {
            postings.Add(posting with { Balance = postings[^1].Balance + posting.Change });
        }

        return postings;
    }

    private static IEnumerable<LedgerPosting> CreatePostings(Scorecard statement)
    {
        if (statement.Totals.FirstOrDefault(total => total.Code == "drawn")?.Value is { } drawn and not 0)
        {
            yield return CreatePosting(statement, "principal", "draw-down", item: null, $"drawn:{statement.Subject}/{statement.Period}",
                drawn, new("Opgenomen", "Drawn"));
        }

        if (statement.GetEuros("interest") is var interest and not 0)
        {
            yield return CreatePosting(statement, "interest", "interest", item: null, $"interest:{statement.Subject}/{statement.Period}",
                interest, new("Rente", "Interest"));
        }

        foreach (var posting in statement.Lines.SelectMany(l => CreatePostings(statement, l)))
        {
            yield return posting;
        }

        foreach (var (channel, lines, credited) in GetChannels(statement))
        {
            if (lines != credited)
            {
                yield return CreatePosting(statement, channel, "cap", item: null, $"cap:{statement.Subject}/{statement.Period}/{channel}",
                    lines - credited, new("Niet bijgeschreven: maximum van het kanaal", "Not credited: maximum of the channel"));
            }
        }
    }

    private static IEnumerable<LedgerPosting> CreatePostings(Scorecard statement, ScorecardLine line)
    {
        var channel = Channels.GetChannel(line.Code);
        if (CorrectionLines.ParseYear(line.Code) is not null)
        {
            return [CreatePosting(statement, channel, "settled-correction", line.Code,
                $"line:{statement.Subject}/{statement.Period}#{line.Code}", -(line.Amount ?? 0), line.Label)];
        }

        if (channel == "indicators")
        {
            return line.Amount is null or 0
                ? []
                : [CreatePosting(statement, channel, "credit", line.Code, $"line:{statement.Subject}/{statement.Period}#{line.Code}",
                    -line.Amount.Value, line.Label)];
        }

        var each = line.Figures.TryGetValue("tariff", out var tariff) ? tariff : 1;
        return line.Inputs.Where(i => i.Role is LedgerRoles.Entry or LedgerRoles.Correction).Select(i => CreatePosting(
            statement, channel, i.Role == LedgerRoles.Entry ? "credit" : "correction", line.Code, i.Key, -(i.Value!.Value * each), line.Label) with
        {
            Delivery = i.Delivery,
            Line = i.Line,
        });
    }

    private static IEnumerable<(string Channel, decimal Lines, decimal Credited)> GetChannels(Scorecard statement)
    {
        var lines = ChannelCredits.From(statement.Lines);
        return
        [
            (Channels.Activities, lines.Activities, statement.GetEuros(Channels.Activities)),
            (Channels.Indicators, lines.Indicators, statement.GetEuros(Channels.Indicators)),
            (Channels.Operation, lines.Operation, statement.GetEuros(Channels.Operation)),
        ];
    }

    private static LedgerPosting CreatePosting(Scorecard statement, string channel, string kind, string? item, string key, decimal change,
        BilingualText label) =>
        new(statement.Period.Year, channel, kind, item, key, change, Balance: 0, Delivery: null, Line: null, label);
}
