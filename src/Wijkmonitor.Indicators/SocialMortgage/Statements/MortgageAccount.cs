using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Repayment;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>The channels by which a mortgage is repaid; a total of the statement has the code of each.</summary>
internal static class Channels
{
    /// <summary>Channel of activities by residents.</summary>
    public const string Activities = "activities";

    /// <summary>Channel of improvements in the neighbourhood.</summary>
    public const string Indicators = "indicators";

    /// <summary>Channel of the proceeds of the house.</summary>
    public const string Operation = "operation";

    /// <summary>Gets the channel of a line.</summary>
    /// <remarks>A correction of a settled year counts with the channel of the line that it corrects.</remarks>
    /// <param name="code">The code of the line.</param>
    public static string GetChannel(string code)
    {
        var line = CorrectionLines.ParseYear(code) is null ? code : CorrectionLines.ParseLine(code);
        return line == EntryLines.Operation ? Operation : EntryLines.IsActivity(line) ? Activities : Indicators;
    }
}

/// <summary>Credits by channel, in euros.</summary>
/// <param name="Activities">Through activities: agreed value, no money moves.</param>
/// <param name="Indicators">Through indicators: no money moves.</param>
/// <param name="Operation">Through operation: cash.</param>
internal readonly record struct ChannelCredits(decimal Activities, decimal Indicators, decimal Operation)
{
    /// <summary>Credit in total.</summary>
    public decimal Total => Activities + Indicators + Operation;

    /// <summary>The sums by channel.</summary>
    public static ChannelCredits operator +(ChannelCredits left, ChannelCredits right) =>
        new(left.Activities + right.Activities, left.Indicators + right.Indicators, left.Operation + right.Operation);

    /// <summary>The differences by channel.</summary>
    public static ChannelCredits operator -(ChannelCredits left, ChannelCredits right) =>
        new(left.Activities - right.Activities, left.Indicators - right.Indicators, left.Operation - right.Operation);

    /// <summary>Creates the amounts of lines by channel; a correction counts with the channel of the line that it corrects.</summary>
    public static ChannelCredits From(IEnumerable<ScorecardLine> lines)
    {
        var (activities, indicators, operation) = (0m, 0m, 0m);
        foreach (var line in lines)
        {
            var amount = line.Amount ?? 0;
            switch (Channels.GetChannel(line.Code))
            {
                case Channels.Operation:
                    operation += amount;
                    break;
                case Channels.Activities:
                    activities += amount;
                    break;
                default:
                    indicators += amount;
                    break;
            }
        }

        return new ChannelCredits(activities, indicators, operation);
    }
}

/// <summary>The account of a mortgage at the end of a year.</summary>
/// <remarks>balance(t) = balance(t-1) + drawn + interest - activities - indicators - operation (Platform31, section 3.4).</remarks>
/// <param name="Opening">The balance at the start of the year.</param>
/// <param name="Drawn">The parts of the principal that were drawn in the year; 0 where all of it was drawn at the start.</param>
/// <param name="Interest">The interest over the opening balance and what was drawn, in whole cents; none over a balance below zero.</param>
/// <param name="Lines">The amounts of the year's lines, before the caps of the channels.</param>
/// <param name="Credits">The year's credits.</param>
/// <param name="Repaid">The credits of all years so far, as booked.</param>
/// <param name="ByRule">Credits of all years so far by what is known now; differs from what was booked only in settled years.</param>
/// <param name="Reference">Amount to be repaid by now: by the schedule, or by equal parts of the principal.</param>
/// <param name="OnTrackBefore">Repayment a year earlier as a percentage of the reference; null without reference.</param>
/// <param name="LeftOut">The lines that all years before this one left out.</param>
/// <param name="LeftOutSoFar">The lines that any year so far left out.</param>
internal sealed record MortgageAccount(
    decimal Opening,
    decimal Drawn,
    decimal Interest,
    ChannelCredits Lines,
    ChannelCredits Credits,
    ChannelCredits Repaid,
    ChannelCredits ByRule,
    decimal Reference,
    decimal? OnTrackBefore,
    IReadOnlyList<(LineState State, string Code)> LeftOut,
    IReadOnlyList<(LineState State, string Code)> LeftOutSoFar)
{
    /// <summary>The balance at the end of the year.</summary>
    public decimal Closing => Opening + Drawn + Interest - Credits.Total;

    /// <summary>Repayment before this year.</summary>
    public ChannelCredits RepaidBefore => Repaid - Credits;

    /// <summary>
    /// Repayment so far as a percentage of the reference, rounded to one decimal, half away from zero; null without reference.
    /// </summary>
    public decimal? OnTrackPercent => Reference == 0 ? null : Math.Round(100 * Repaid.Total / Reference, 1, MidpointRounding.AwayFromZero);

    /// <summary>Whether what was repaid is off track by a limit of the contract.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="belowPercent">The limit asked about; null where there is none.</param>
    public bool IsOffTrack(OffTrackLimits limits, decimal? belowPercent) => limits.When switch
    {
        OffTrackMoment.Never => false,
        OffTrackMoment.OneYear => OnTrackPercent < belowPercent,
        OffTrackMoment.TwoYears => OnTrackPercent < belowPercent && OnTrackBefore < belowPercent,
        _ => throw new ArgumentOutOfRangeException(nameof(limits), limits.When, "There is no such moment."),
    };

    /// <summary>Opens the account before the first year.</summary>
    public static MortgageAccount Open(SocialMortgageContract contract) =>
        new(
            contract.DrawDowns is null ? contract.Principal : 0, Drawn: 0, Interest: 0,
            default, default, default, default, Reference: 0, OnTrackBefore: null, [], []);

    /// <summary>Advances the account by a year. Settled years that were booked short or over are made up for here, outside the caps.</summary>
    public MortgageAccount AdvanceTo(StatementYear year)
    {
        var byRule = ComputeByRule(year);
        var credits = byRule + (ByRule - Repaid);
        return Advance(
            year,
            MortgageInterest.Compute(new Calculation(StatementLabels.Steps), year.Contract, year.Period.Year, Closing).Value,
            ChannelCredits.From(year.Lines),
            credits,
            byRule,
            year.IndicatorLines);
    }

    /// <summary>Advances the account by a settled year: as it was booked then.</summary>
    public MortgageAccount AdvanceToSettled(StatementYear year, SettledYear settled) => Advance(
        year,
        settled.Interest,
        ChannelCredits.From(settled.Settlement.Statement.Lines),
        settled.Credits,
        ComputeByRule(year),
        [.. settled.OwnLines]);

    private MortgageAccount Advance(
        StatementYear year, decimal interest, ChannelCredits lines, ChannelCredits credits, ChannelCredits byRule, IReadOnlyList<ScorecardLine> shown) => new(
            Closing,
            year.Contract.GetDrawn(year.Period.Year),
            interest,
            lines,
            credits,
            Repaid + credits,
            ByRule + byRule,
            GetReference(year.Contract, year.Period.Year),
            OnTrackPercent,
            LeftOutSoFar,
            [.. LeftOutSoFar, .. shown.Where(l => l.State != LineState.Valued).Select(l => (l.State, l.Code))]);

    private ChannelCredits ComputeByRule(StatementYear year)
    {
        var (own, caps) = (ChannelCredits.From(year.OwnLines), year.Contract.Caps);
        return new ChannelCredits(
            CreditRule.ApplyCap(own.Activities, caps?.Activities, ByRule.Activities),
            CreditRule.ApplyCap(own.Indicators, caps?.Indicators, ByRule.Indicators),
            CreditRule.ApplyCap(own.Operation, caps?.Operation, ByRule.Operation));
    }

    /// <summary>Gets the repayment due through a year: by the schedule, or by equal parts of the principal.</summary>
    /// <remarks>Multiplied before it is divided: a principal that does not divide by the term still ends at the principal.</remarks>
    public static decimal GetReference(SocialMortgageContract contract, int year) => contract.Schedule is { } schedule
        ? schedule.Where(s => s.Year <= year).Sum(s => s.Amount)
        : Math.Round(contract.Principal * (year - contract.FirstYear + 1) / contract.TermYears, 2, MidpointRounding.AwayFromZero);
}
