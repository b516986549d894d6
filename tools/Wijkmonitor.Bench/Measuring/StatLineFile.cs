using System.Globalization;
using System.Text;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Measuring;

/// <summary>A file of the shape of StatLine's table 85163NED (SES-WOA): the published one of Amsterdam, or one with invented values.</summary>
internal sealed class StatLineFile : IDisposable
{
    /// <summary>The dataset that it is a file of.</summary>
    public const string Dataset = "ses-woa";

    private const string PublishedFile = "ses-woa-amsterdam-2019.csv";
    private const int AmsterdamRows = 579;
    private const int Amsterdam = 363;
    private const int RowsPerDistrict = 8;
    private const string Header =
        """
        "Perioden";"Wijken en buurten";"Regiocode (gemeente, wijk, buurt) (code)";"Particuliere huishoudens (Aantal)";
        """ + """
        "Opleidingsniveau/Laag/Waarde (%)";"Opleidingsniveau/Middelbaar/Waarde (%)";"Opleidingsniveau/Hoog/Waarde (%)";
        """ + """
        "SES-WOA/Totaalscore/Gemiddelde score (Getal)";"Spreiding/Spreiding totaal/Waarde (Getal)"
        """;

    private readonly bool isOwn;

    private StatLineFile(string path, bool isOwn)
    {
        Path = path;
        this.isOwn = isOwn;
    }

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <summary>Opens the published file of Amsterdam, or an invented one of as many rows where that is absent.</summary>
    public static StatLineFile OpenAmsterdam() =>
        RepositoryFolder.PublishedData is { } data && System.IO.Path.Combine(data, PublishedFile) is var path && File.Exists(path)
            ? new StatLineFile(path, isOwn: false)
            : CreateInvented(AmsterdamRows, AmsterdamRows, Amsterdam);

    /// <summary>Creates a file with invented values; it is deleted on disposal.</summary>
    /// <param name="rows">Number of its areas.</param>
    /// <param name="rowsPerMunicipality">Number of these in a municipality, itself included.</param>
    /// <param name="firstMunicipality">The number of the first municipality.</param>
    public static StatLineFile CreateInvented(int rows, int rowsPerMunicipality, int firstMunicipality = 1)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"wijkmonitor-bench-{Guid.NewGuid():N}.csv");
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" };
        writer.WriteLine(Header);
        for (var row = 0; row < rows; row++)
        {
            writer.WriteLine(FormatRow(FormatArea(firstMunicipality + (row / rowsPerMunicipality), row % rowsPerMunicipality), row));
        }

        return new StatLineFile(path, isOwn: true);
    }

    public Stream OpenRead() => File.OpenRead(Path);

    public void Dispose()
    {
        if (isOwn)
        {
            File.Delete(Path);
        }
    }

    // A municipality is followed by its districts, each with its neighbourhoods.
    private static string FormatArea(int municipality, int place)
    {
        var (district, neighbourhood) = Math.DivRem(place - 1, RowsPerDistrict);
        return (place, neighbourhood) switch
        {
            (0, _) => FormatCode($"GM{municipality:0000}"),
            (_, 0) => FormatCode($"WK{municipality:0000}{district:00}"),
            _ => FormatCode($"BU{municipality:0000}{district:00}{neighbourhood:00}"),
        };

        static string FormatCode(FormattableString code) => FormattableString.Invariant(code);
    }

    // Neighbourhoods with few households have no figures, as in the published table.
    private static string FormatRow(string area, int row)
    {
        string[] figures = row % 5 == 4
            ? [".", ".", ".", ".", "."]
            : [
                FormatFigure(10 + (row % 200 / 10.0), "0.0"),
                FormatFigure(20 + (row % 150 / 10.0), "0.0"),
                FormatFigure(40 + (row % 170 / 10.0), "0.0"),
                FormatFigure((row % 1000 / 1000.0) - 0.5, "0.000"),
                FormatFigure(0.5 + (row % 700 / 1000.0), "0.000"),
            ];
        string[] fields = ["2019", $"Gebied {row}", area.PadRight(10), FormatFigure(100 * (1 + (row % 60)), "0").PadLeft(8),
            .. figures.Select(figure => figure.PadLeft(8))];
        return string.Join(';', fields.Select(field => $"\"{field}\""));
    }

    private static string FormatFigure(double figure, string format) => figure.ToString(format, CultureInfo.InvariantCulture);
}
