using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;

namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>Status of the figures of a year in a series.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SeriesYearState>))]
public enum SeriesYearState
{
    /// <summary>Settled: they stay.</summary>
    [JsonStringEnumMemberName("settled")]
    Settled,

    /// <summary>Computed from what is known now; they can still change.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>There is no statement of the year yet; only the reference is known.</summary>
    [JsonStringEnumMemberName("ahead")]
    Ahead,
}

/// <summary>A mortgage over the whole of its term, as a chart draws it.</summary>
/// <remarks>
/// It has the balance of each year next to the balance that was agreed (or the yardstick of equal parts), and what was repaid through each channel.
/// </remarks>
/// <param name="Contract">The contract's id.</param>
/// <param name="Title">Title of the series.</param>
/// <param name="Principal">The principal, in euros.</param>
/// <param name="IsAgreed">Whether the reference is the agreed schedule; otherwise it is a yardstick that nobody agreed.</param>
/// <param name="ReferenceLabel">Name of the reference.</param>
/// <param name="Years">Each year of the term, in order.</param>
public sealed record MortgageSeries(
    string Contract, BilingualText Title, decimal Principal, bool IsAgreed, BilingualText ReferenceLabel, IReadOnlyList<MortgageSeriesYear> Years)
{
    private static readonly BilingualText Agreed = new("Afgesproken aflossing", "Agreed repayment");
    private static readonly BilingualText Yardstick =
        new("Gelijkmatige aflossing (niet afgesproken)", "Even repayment (not agreed)");

    /// <summary>Creates the series from statements alone: every amount is on a statement.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="statements">Its statements.</param>
    public static MortgageSeries Create(ContractVersions contract, IReadOnlyList<Scorecard> statements)
    {
        var byYear = statements.ToDictionary(s => s.Period.Year);
        var isAgreed = contract.Latest.Schedule is not null;
        return new MortgageSeries(
            contract.Id,
            contract.Latest.Title,
            contract.GetVersion(contract.FirstYear).Principal,
            isAgreed,
            isAgreed ? Agreed : Yardstick,
            [.. Enumerable.Range(contract.FirstYear, contract.LastYear - contract.FirstYear + 1)
                .Select(year => MortgageSeriesYear.Create(contract.GetVersion(year), year, byYear.GetValueOrDefault(year)))]);
    }
}

/// <summary>One year of a series. All amounts are in euros; those that only a statement gives are null in a year ahead.</summary>
/// <param name="Year">The year.</param>
/// <param name="State">Whether it is settled, open or ahead.</param>
/// <param name="Opening">The balance at its start.</param>
/// <param name="Interest">The interest.</param>
/// <param name="Credits">Repayment in the year, by channel.</param>
/// <param name="Shares">The share of each channel in what was repaid in it; null where nothing was.</param>
/// <param name="AgreedShares">The same by the schedule; null where no amounts per channel were agreed.</param>
/// <param name="Closing">The balance at its end.</param>
/// <param name="Repaid">Repayment through this year.</param>
/// <param name="Pending">Activities of it that nobody confirmed yet; they are in no balance.</param>
/// <param name="OnTrackPercent">Repayment as a percentage of the reference, to one decimal.</param>
/// <param name="Reference">Amount to be repaid through this year.</param>
/// <param name="ReferenceBalance">The balance at its end when exactly that is repaid and no interest is counted: principal less reference.</param>
/// <param name="LeavesOut">The lines that the closing balance leaves out; null in a year ahead.</param>
public sealed record MortgageSeriesYear(
    int Year,
    SeriesYearState State,
    decimal? Opening,
    decimal? Interest,
    MortgageSeriesCredits? Credits,
    ChannelShares? Shares,
    ChannelShares? AgreedShares,
    decimal? Closing,
    decimal? Repaid,
    decimal? Pending,
    decimal? OnTrackPercent,
    decimal Reference,
    decimal ReferenceBalance,
    IReadOnlyList<OmittedLines>? LeavesOut)
{
    internal static MortgageSeriesYear Create(SocialMortgageContract contract, int year, Scorecard? statement)
    {
        // A settled year keeps the reference that it was settled by.
        var credits = statement is null
            ? null
            : new MortgageSeriesCredits(
                FindTotal(Channels.Activities)!.Value ?? 0, FindTotal(Channels.Indicators)!.Value ?? 0, FindTotal(Channels.Operation)!.Value ?? 0);
        var agreed = contract.Schedule?.FirstOrDefault(scheduled => scheduled.Year == year);
        var reference = FindTotal("reference")?.Value ?? MortgageAccount.GetReference(contract, year);
        return new MortgageSeriesYear(
            year,
            statement is null
                ? SeriesYearState.Ahead
                : statement.Findings.Any(f => f.Code == MortgageFindings.SettledCode)
                ? SeriesYearState.Settled
                : SeriesYearState.Open,
            FindTotal("opening-balance")?.Value,
            FindTotal("interest")?.Value,
            credits,
            credits is null ? null : ChannelShares.Compute(credits.Activities, credits.Indicators, credits.Operation),
            agreed is { Activities: { } activities, Indicators: { } indicators, Operation: { } operation }
                ? ChannelShares.Compute(activities, indicators, operation)
                : null,
            FindTotal("closing-balance")?.Value,
            FindTotal("repaid")?.Value,
            FindTotal("pending")?.Value,
            FindTotal("on-track")?.Value,
            reference,
            contract.Principal - reference,
            FindTotal("closing-balance")?.LeavesOut);

        ScorecardTotal? FindTotal(string code) => statement?.Totals.Single(t => t.Code == code);
    }
}

/// <summary>Repayment in a year, by channel, in euros. Below zero where more was taken back than repaid.</summary>
/// <param name="Activities">Through activities; no money moved.</param>
/// <param name="Indicators">Through indicators; no money moved.</param>
/// <param name="Operation">Through operation, in cash.</param>
public sealed record MortgageSeriesCredits(decimal Activities, decimal Indicators, decimal Operation);

/// <summary>Share of each channel in a year's repayment, in percent to one decimal, half away from zero.</summary>
/// <param name="Activities">Repayment by activities.</param>
/// <param name="Indicators">Repayment by indicators.</param>
/// <param name="Operation">Repayment by operation.</param>
public sealed record ChannelShares(decimal Activities, decimal Indicators, decimal Operation)
{
    /// <summary>Computes the shares; null where nothing was repaid, or a channel took back more than it repaid.</summary>
    public static ChannelShares? Compute(decimal activities, decimal indicators, decimal operation)
    {
        var total = activities + indicators + operation;
        return total <= 0 || activities < 0 || indicators < 0 || operation < 0
            ? null
            : new ChannelShares(ComputePercent(activities), ComputePercent(indicators), ComputePercent(operation));

        decimal ComputePercent(decimal part) => Math.Round(100 * part / total, 1, MidpointRounding.AwayFromZero);
    }
}
