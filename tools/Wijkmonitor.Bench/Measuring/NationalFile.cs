using System.Globalization;
using System.Text;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Bench.Measuring;

/// <summary>A file in StatLine's form with all areas of the country and many topics; areas and values are invented. It is deleted on disposal.</summary>
internal sealed class NationalFile : IDisposable
{
    /// <summary>Number of municipalities, districts and neighbourhoods of the country, about.</summary>
    public const int Areas = 18_300;

    /// <summary>Number of topics of the file.</summary>
    public const int Topics = 130;

    private const int Municipalities = 342;
    private const int NeighbourhoodsPerDistrict = 7;

    private static readonly IndicatorCatalogue Catalogue = new(Enumerable.Range(1, Topics).Select(number => new Indicator(
        $"topic_{number}", new BilingualText("Onderwerp", "Topic"), "number", Polarity.NoJudgement, 1, Denominator: null,
        new BilingualText("Verzonnen", "Invented"), new BilingualText("Onderwerp", "Topic"), Min: 0)));

    /// <summary>The folder of the dataset.</summary>
    public const string Dataset = "national";

    /// <summary>Its definition. Its areas and names are taken into the register.</summary>
    public static readonly DatasetDefinition Definition = new(
        Dataset,
        new BilingualText("Landelijk", "National"),
        "Invented",
        DatasetFormat.StatLine,
        DatasetVisibility.Public,
        "Invented",
        Delimiter: ';',
        DecimalSeparator: '.',
        Symbols: new Dictionary<string, SymbolMeaning>(StringComparer.Ordinal) { ["."] = SymbolMeaning.Unknown, [""] = SymbolMeaning.NotApplicable },
        BoundaryYear: "period",
        RegistersAreas: true,
        Columns: new DatasetColumns("Codering (code)", "Perioden", "Wijken en buurten"),
        Topics: [.. Enumerable.Range(1, Topics).Select(number => new TopicColumn(FormatColumn(number), $"topic_{number}"))]);

    // The bulk file of CBS with as many topics (kwb) has no names: its areas are in the register before.
    private static readonly DatasetDefinition WithoutRegister = Definition with
    {
        RegistersAreas = false,
        Columns = Definition.Columns! with { AreaName = null },
        IgnoredColumns = new Dictionary<string, string>(StringComparer.Ordinal) { ["Wijken en buurten"] = "The register has the names." },
    };

    private NationalFile(string path, int areas, int year)
    {
        Path = path;
        this.areas = areas;
        this.year = year;
    }

    private readonly int areas;
    private readonly int year;

    public string Path { get; }

    /// <summary>Creates such a file.</summary>
    public static NationalFile CreateInvented(int areas, int year = 2022)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"wijkmonitor-bench-{Guid.NewGuid():N}.csv");
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" };
        writer.WriteLine(string.Join(';', new[] { "Perioden", "Wijken en buurten", "Codering (code)" }.Concat(Enumerable.Range(1, Topics).Select(FormatColumn))
            .Select(name => $"\"{name}\"")));
        var perMunicipality = GetAreasPerMunicipality(areas);
        for (var row = 0; row < areas; row++)
        {
            var (municipality, place) = Math.DivRem(row, perMunicipality);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\"{year}\";\"Gebied {row}\";\"{FormatCode(municipality + 1, place),-10}\""));
            for (var topic = 1; topic <= Topics; topic++)
            {
                var value = (row * 31 + topic * 17) % 9973;
                writer.Write(value % 13 == 0 ? ";\"       .\"" : string.Create(CultureInfo.InvariantCulture, $";\"{value / 10.0,8:0.0}\""));
            }

            writer.WriteLine();
        }

        return new NationalFile(path, areas, year);
    }

    /// <summary>The areas that the file is about.</summary>
    public IEnumerable<Area> Register => Enumerable.Range(0, areas).Select(row =>
    {
        var (municipality, place) = Math.DivRem(row, GetAreasPerMunicipality(areas));
        return new Area(AreaCode.Parse(FormatCode(municipality + 1, place)), $"Gebied {row}", year);
    });

    /// <summary>Creates the built-in configuration with this dataset alone.</summary>
    /// <param name="registersAreas">Whether the file's areas are taken into the register; otherwise they must be in it.</param>
    public static BuiltInConfiguration CreateConfiguration(bool registersAreas) =>
        new("", Catalogue, new DatasetDefinitions([registersAreas ? Definition : WithoutRegister]));

    /// <summary>Reads and validates such a file as the monitor does.</summary>
    /// <returns>Number of its rows.</returns>
    public static int Read(string path)
    {
        using var content = File.OpenRead(path);
        var log = new ProblemLog();
        var rows = DatasetReader.Read(Definition, Catalogue, content, log).Count(item => item is AreaObservations);
        return log.Total == 0 ? rows : throw new InvalidOperationException($"The file has problems: {log.Kept[0]}.");
    }

    public void Dispose() => File.Delete(Path);

    private static int GetAreasPerMunicipality(int areas) => (areas + Municipalities - 1) / Municipalities;

    private static string FormatColumn(int number) => $"Thema {number % 12}/Onderwerp {number} (aantal)";

    // A municipality is followed by its districts, each with its neighbourhoods.
    private static string FormatCode(int municipality, int place)
    {
        var (district, neighbourhood) = Math.DivRem(place - 1, NeighbourhoodsPerDistrict + 1);
        return (place, neighbourhood) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"GM{municipality:0000}"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"WK{municipality:0000}{district:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"BU{municipality:0000}{district:00}{neighbourhood:00}"),
        };
    }
}
