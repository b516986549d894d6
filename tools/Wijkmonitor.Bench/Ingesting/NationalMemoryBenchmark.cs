using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Ingesting;

/// <summary>Peak memory of the ingest of a national file, and of one with ten times the rows.</summary>
internal sealed class NationalMemoryBenchmark : IBenchmark
{
    private const int TimesLarger = 10;
    private const double GrowthTarget = 1.2;
    private const long MaxMemory = 300L * 1024 * 1024;

    public string Name => "ingest-memory";

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        var peak = await MeasurePeakAsync(NationalFile.Areas, cancellationToken);
        var larger = await MeasurePeakAsync(NationalFile.Areas * TimesLarger, cancellationToken);
        return
        [
            Figure.FromBytes("ingest-memory: national, peak", peak, MaxMemory, "the most that was set", target: 1),
            Figure.FromBytes($"ingest-memory: {TimesLarger} times the rows, peak", larger, peak, "that of the national file", GrowthTarget),
        ];
    }

    private static async Task<long> MeasurePeakAsync(int areas, CancellationToken cancellationToken)
    {
        using var file = NationalFile.CreateInvented(areas);
        await using var azurite = await Azurite.StartAsync(extraAccounts: 1, cancellationToken: cancellationToken);
        var (account, _) = await NationalIngestBenchmark.CreateRegisteredAsync(azurite, file, cancellationToken);
        return await PeakMemory.GetPeakAsync(PeakMemory.IngestingNational, $"{file.Path}|{account}", cancellationToken);
    }
}
