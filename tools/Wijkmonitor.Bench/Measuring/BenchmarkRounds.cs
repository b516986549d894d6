using System.Diagnostics;

namespace Wijkmonitor.Bench.Measuring;

/// <summary>Alternate measurements of several things, so that other load on the machine affects all of them alike.</summary>
internal static class BenchmarkRounds
{
    /// <summary>Runs each contender once a round, each round starting with another one.</summary>
    /// <param name="warmUps">Rounds that do not count.</param>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="contenders">Each does its work once and gives the time that counts.</param>
    /// <returns>The times of each contender, in their order.</returns>
    public static async Task<IReadOnlyList<Samples>> RunAsync(int warmUps, int rounds, params IReadOnlyList<Func<Task<TimeSpan>>> contenders)
    {
        Samples[] samples = [.. contenders.Select(_ => new Samples())];
        for (var round = 0; round < warmUps + rounds; round++)
        {
            for (var turn = 0; turn < contenders.Count; turn++)
            {
                var contender = (round + turn) % contenders.Count;
                var time = await contenders[contender]();
                if (round >= warmUps)
                {
                    samples[contender].Add(time);
                }
            }
        }

        return samples;
    }

    /// <summary>Measures the time that some work takes.</summary>
    public static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }
}
