using System.Diagnostics;
using System.Globalization;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Indicators.SocialMortgage.Statements;

namespace Wijkmonitor.Bench.Computing;

/// <summary>Recomputing contracts of ten years, against a bare loop of the same arithmetic, and whether more contracts cost more each.</summary>
internal sealed class MortgagesBenchmark : IBenchmark
{
    /// <summary>Number of contracts of a whole run has.</summary>
    public const int Many = 10_000;

    private const int Few = 100;
    private const int WarmUps = 2_000;
    private const double FlatTarget = 1.2;

    public string Name => "mortgages";

    /// <summary>Recomputes contracts one after another, as the nightly run does, and lets each go.</summary>
    /// <returns>The time that the statements took, and that the bare loop took; the making of the contracts is in neither.</returns>
    public static (TimeSpan Statements, TimeSpan Bare) Recompute(int contracts, CancellationToken cancellationToken = default)
    {
        var bare = new BareMortgage(MonitorParts.Config.Catalogue);
        var (statements, loop) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var number = 0; number < contracts; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mortgage = new InventedMortgage(number);
            var start = Stopwatch.GetTimestamp();
            var computed = SocialMortgageStatements.Compute(mortgage.Contract, MonitorParts.Config.Catalogue, mortgage.Observations, mortgage.Entries);
            statements += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            var balance = bare.Balance(mortgage);
            loop += Stopwatch.GetElapsedTime(start);
            if (computed.Count != InventedMortgage.Years || computed[^1].Totals.Single(t => t.Code == "closing-balance").Value != balance)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                    $"Contract {number} does not end at {balance}, where the bare loop ends."));
            }
        }

        return (statements, loop);
    }

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        Recompute(WarmUps, cancellationToken);
        var few = Recompute(Few, cancellationToken);
        var many = Recompute(Many, cancellationToken);
        var fewAgain = Recompute(Few, cancellationToken);
        var peakOfMany = await PeakMemory.GetPeakAsync(PeakMemory.Mortgages, Format(Many), cancellationToken);
        var peakOfFew = await PeakMemory.GetPeakAsync(PeakMemory.Mortgages, Format(Few), cancellationToken);
        var each = many.Statements / Many;
        var eachOfFew = (few.Statements + fewAgain.Statements) / (2 * Few);
        return
        [
            Figure.FromTime($"mortgages: a contract of ten years, {Many:N0} in a row ({1 / each.TotalSeconds:N0} a second)", each, many.Bare / Many, "a bare loop of the same arithmetic"),
            Figure.FromTime($"mortgages: a contract, of {Many:N0}", each, eachOfFew, $"the same of {Few} ({1 / eachOfFew.TotalSeconds:N0} a second)",
                FlatTarget),
            Figure.FromBytes($"mortgages: peak memory, {Many:N0} contracts", peakOfMany, peakOfFew, $"that of {Few}"),
        ];
    }

    private static string Format(int number) => number.ToString(CultureInfo.InvariantCulture);
}
