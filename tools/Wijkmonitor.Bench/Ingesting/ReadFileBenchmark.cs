using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Wijkmonitor.Bench.Measuring;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;

namespace Wijkmonitor.Bench.Ingesting;

/// <summary>Reading and validating a national file, against the CSV parser that it is read with, looping over every field.</summary>
internal sealed class ReadFileBenchmark : IBenchmark
{
    private const int WarmUps = 10;
    private const int Rounds = 30;
    private const int Rows = 18_300;
    private const int RowsPerMunicipality = 54;
    private const int TimesLarger = 10;
    private const int NationalWarmUps = 2;
    private const int NationalRounds = 8;
    private const double NationalTarget = 2;
    private const string FloorIs = "a bare CsvHelper parser over every field";

    public string Name => "read-file";

    /// <summary>Reads and validates a file as the monitor does.</summary>
    /// <returns>Number of its rows.</returns>
    public static int Read(string path)
    {
        using var content = File.OpenRead(path);
        var log = new ProblemLog();
        var rows = DatasetReader.Read(MonitorParts.StatLine, MonitorParts.Config.Catalogue, content, log).Count(item => item is AreaObservations);
        return log.Errors == 0 ? rows : throw new InvalidOperationException($"The file has {log.Errors} errors.");
    }

    /// <summary>Parses a file and reads every field.</summary>
    /// <returns>Number of its rows.</returns>
    public static int Parse(string path)
    {
        using var reader = new StreamReader(path);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", BufferSize = 64 * 1024 });
        var rows = -1;
        var characters = 0L;
        while (parser.Read())
        {
            rows++;
            for (var i = 0; i < parser.Count; i++)
            {
                characters += parser[i].Length;
            }
        }

        return characters > 0 ? rows : throw new InvalidOperationException("The file is empty.");
    }

    public async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken)
    {
        using var file = StatLineFile.CreateInvented(Rows, RowsPerMunicipality);
        using var national = NationalFile.CreateInvented(NationalFile.Areas);
        using var decade = NationalFile.CreateInvented(NationalFile.Areas * TimesLarger);
        using var larger = StatLineFile.CreateInvented(Rows * TimesLarger, RowsPerMunicipality * TimesLarger);
        var samples = await BenchmarkRounds.RunAsync(WarmUps, Rounds, () => TimeAsync(Read, file.Path, Rows), () => TimeAsync(Parse, file.Path, Rows));
        var wide = await BenchmarkRounds.RunAsync(NationalWarmUps, NationalRounds, () => TimeAsync(NationalFile.Read, national.Path, NationalFile.Areas),
            () => TimeAsync(Parse, national.Path, NationalFile.Areas));
        var nationalPeak = await PeakMemory.GetPeakAsync(PeakMemory.ReadingNational, national.Path, cancellationToken);
        var nationalParsePeak = await PeakMemory.GetPeakAsync(PeakMemory.Parsing, national.Path, cancellationToken);
        var decadePeak = await PeakMemory.GetPeakAsync(PeakMemory.ReadingNational, decade.Path, cancellationToken);
        var readPeak = await PeakMemory.GetPeakAsync(PeakMemory.Reading, file.Path, cancellationToken);
        var parsePeak = await PeakMemory.GetPeakAsync(PeakMemory.Parsing, file.Path, cancellationToken);
        var largerPeak = await PeakMemory.GetPeakAsync(PeakMemory.Reading, larger.Path, cancellationToken);
        return
        [
            Figure.FromTime($"read-file: national, {NationalFile.Areas:N0} rows of {NationalFile.Topics} topics", wide[0].Median, wide[1].Median, FloorIs, NationalTarget),
            Figure.FromBytes("read-file: national, peak memory", nationalPeak, nationalParsePeak, FloorIs),
            Figure.FromBytes($"read-file: national, peak memory, {TimesLarger} times the rows", decadePeak, nationalPeak, "that of the national file"),
            Figure.FromTime($"read-file: {Rows:N0} rows", samples[0].Median, samples[1].Median, FloorIs),
            Figure.FromBytes("read-file: peak memory", readPeak, parsePeak, FloorIs),
            Figure.FromBytes($"read-file: peak memory, {TimesLarger} times the rows", largerPeak, readPeak, $"that of {Rows:N0} rows"),
        ];
    }

    private static Task<TimeSpan> TimeAsync(Func<string, int> read, string path, int expected)
    {
        GC.Collect();
        return BenchmarkRounds.TimeAsync(() =>
        {
            var rows = read(path);
            return rows == expected ? Task.CompletedTask : throw new InvalidOperationException($"{rows} rows were read, not {expected}.");
        });
    }
}
