namespace Wijkmonitor.Indicators.Scorecards.SocialMortgage;

/// <summary>Credits by channel, in euros.</summary>
/// <param name="Activities">Through activities: agreed value, no money moves.</param>
/// <param name="Indicators">Through indicators: no money moves.</param>
/// <param name="Operation">Through operation: cash.</param>
internal readonly record struct ChannelCredits(decimal Activities, decimal Indicators, decimal Operation)
{
    /// <summary>What was credited without money moving.</summary>
    public decimal NonCash => Activities + Indicators;

    /// <summary>What was credited in all.</summary>
    public decimal Total => Activities + Indicators + Operation;

    /// <summary>The sums by channel.</summary>
    public static ChannelCredits operator +(ChannelCredits left, ChannelCredits right) =>
        new(left.Activities + right.Activities, left.Indicators + right.Indicators, left.Operation + right.Operation);
}

/// <summary>
/// The account of a mortgage at the end of a year: balance(t) = balance(t-1) + interest - activities - indicators - operation (Platform31,
/// section 3.4).
/// </summary>
/// <param name="Opening">The balance at the start of the year.</param>
/// <param name="Interest">The interest over the opening balance, rounded to the cent, half away from zero; none over a balance below zero.</param>
/// <param name="Uncapped">The year's credits before the caps of the channels.</param>
/// <param name="Credits">The year's credits.</param>
/// <param name="Repaid">The credits of all years so far.</param>
/// <param name="Reference">What was to be repaid by now: by the schedule, or by equal parts of the principal.</param>
/// <param name="LeftOut">The lines that all years before this one left out.</param>
/// <param name="LeftOutSoFar">The lines that any year so far left out.</param>
internal sealed record MortgageAccount(
    decimal Opening,
    decimal Interest,
    ChannelCredits Uncapped,
    ChannelCredits Credits,
    ChannelCredits Repaid,
    decimal Reference,
    IReadOnlyList<(LineState State, string Code)> LeftOut,
    IReadOnlyList<(LineState State, string Code)> LeftOutSoFar)
{
    /// <summary>The balance at the end of the year.</summary>
    public decimal Closing => Opening + Interest - Credits.Total;

    /// <summary>What was repaid by now as a percentage of the reference, rounded to one decimal, half away from zero; null without reference.</summary>
    public decimal? OnTrackPercent => Reference == 0 ? null : Math.Round(100 * Repaid.Total / Reference, 1, MidpointRounding.AwayFromZero);

    /// <summary>The account before the first year.</summary>
    public static MortgageAccount Opened(SocialMortgageContract contract) =>
        new(contract.Principal, Interest: 0, default, default, default, Reference: 0, [], []);

    /// <summary>The account a year later.</summary>
    public MortgageAccount Next(SocialMortgageContract contract, StatementYear year)
    {
        var uncapped = new ChannelCredits(
            year.ActivityLines.Sum(l => l.Amount ?? 0), year.IndicatorLines.Sum(l => l.Amount ?? 0), year.OperationLine.Amount ?? 0);
        var credits = new ChannelCredits(
            CreditRule.Within(uncapped.Activities, contract.Caps?.Activities, Repaid.Activities),
            CreditRule.Within(uncapped.Indicators, contract.Caps?.Indicators, Repaid.Indicators),
            CreditRule.Within(uncapped.Operation, contract.Caps?.Operation, Repaid.Operation));
        var leftOut = year.IndicatorLines.Select(l => (l.State, l.Code));
        return new MortgageAccount(
            Closing,
            Math.Round(Math.Max(0, Closing) * contract.InterestPercent / 100, 2, MidpointRounding.AwayFromZero),
            uncapped,
            credits,
            Repaid + credits,
            ReferenceBy(contract, year.Period.Year),
            LeftOutSoFar,
            [.. LeftOutSoFar, .. leftOut]);
    }

    // Multiplied before it is divided: a principal that does not divide by the term still ends at the principal.
    private static decimal ReferenceBy(SocialMortgageContract contract, int year) => contract.Schedule is { } schedule
        ? schedule.Where(s => s.Year <= year).Sum(s => s.Amount)
        : Math.Round(contract.Principal * (year - contract.FirstYear + 1) / contract.TermYears, 2, MidpointRounding.AwayFromZero);
}
