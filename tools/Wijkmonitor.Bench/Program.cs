using System.Globalization;
using Spectre.Console;
using Wijkmonitor.Bench;
using Wijkmonitor.Bench.Computing;
using Wijkmonitor.Bench.Costs;
using Wijkmonitor.Bench.Ingesting;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Bench.Serving;

if (args is [PeakMemory.Verb, var what, var file])
{
    return await PeakMemoryProcess.RunAsync(what, file);
}

var minutes = SoakBenchmark.MinMinutes;
if (Array.IndexOf(args, "--minutes") is >= 0 and var at)
{
    if (at + 1 == args.Length || !int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out minutes)
        || minutes is < SoakBenchmark.MinMinutes or > SoakBenchmark.MaxMinutes)
    {
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]--minutes takes a number from {SoakBenchmark.MinMinutes} to {SoakBenchmark.MaxMinutes}: how long `soak` lasts.[/]");
        return 2;
    }

    args = [.. args[..at], .. args[(at + 2)..]];
}

if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Capabilities.Ansi = false;
    AnsiConsole.Profile.Width = 140;
}

IBenchmark[] all =
[
    new DashboardBenchmark(), new IngestBenchmark(), new NationalIngestBenchmark(), new NationalMemoryBenchmark(), new LoadBenchmark(),
    new MortgagesBenchmark(), new QueryBenchmark(), new ReadBenchmark(),
    new ProgrammesBenchmark(), new ReadFileBenchmark(), new ReplayBenchmark(), new ScoringBenchmark(), new StartBenchmark(), new SubjectsBenchmark(),
    new SoakBenchmark(minutes), new CostBenchmark(),
];
if (args.FirstOrDefault(name => all.All(benchmark => benchmark.Name != name)) is { } unknown)
{
    AnsiConsole.MarkupLineInterpolated($"[red]There is no benchmark '{unknown}'.[/] Known: {string.Join(", ", all.Select(benchmark => benchmark.Name))}.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var figures = new List<Figure>();
var failed = false;
foreach (var benchmark in all.Where(benchmark => args.Length == 0 ? !benchmark.IsApart : args.Contains(benchmark.Name)))
{
    try
    {
        await AnsiConsole.Status().StartAsync(
            $"Measuring {benchmark.Name} ...", async _ => figures.AddRange(await benchmark.RunAsync(stop.Token)));
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        return 1;
    }
    catch (Exception e) when (e is not OutOfMemoryException)
    {
        AnsiConsole.MarkupLineInterpolated($"[red]{benchmark.Name} could not be measured:[/] {e.Message}");
        failed = true;
    }
}

Report.ShowMachine();
Report.Show(figures);
return failed ? 1 : 0;
