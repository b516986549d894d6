using System.Diagnostics;
using System.Text;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Indicators.Tests.Datasets.Sources;

/// <summary>Damaged files, read; what becomes of them in storage is in the tests of the function app.</summary>
public sealed class MutationTests
{
    private const int Mutations = 2_000;
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("area-indicators", "inbox/area-indicators/dolphia-2017.csv")]
    [InlineData("activities", "inbox/activities/dolphia-2017.csv")]
    [InlineData("operation", "inbox/operation/dolphia-2017.csv")]
    [InlineData("areas", "inbox/areas/enschede.csv")]
    [InlineData("crosswalks", "formats/crosswalk-2021-2022.csv")]
    [InlineData("custom-areas", "formats/custom-areas-enschede.csv")]
    [InlineData("boundaries", "formats/boundaries-2022.geojson")]
    [InlineData("kwb", "formats/85318NED_kerncijfers-2022.csv")]
    [InlineData("kwb", "formats/85984NED_kerncijfers-2024.csv")]
    [InlineData("leefbaarometer", "formats/leefbaarometer-3-wijken.csv")]
    public void A_damaged_file_gives_problems_or_rows_and_never_an_exception(string dataset, string sample)
    {
        var original = File.ReadAllBytes(RepositoryFolder.File(["samples", .. sample.Split('/')]));
        MustHold(Reading.Definition(dataset).ForFile(sample), original);
    }

    [Theory]
    [InlineData("windows-1252", "double")]
    [InlineData("windows-1252", "none")]
    [InlineData("utf-8", "single")]
    public void A_damaged_file_in_another_encoding_or_quoting_gives_no_exception(string encoding, string quoting)
    {
        var definition = Reading.Definition("ses-woa", ("\"delimiter\": \";\"", $"\"encoding\": \"{encoding}\", \"quoting\": \"{quoting}\", \"delimiter\": \";\""));
        const string Header =
            "Perioden;Wijken en buurten;Regiocode (gemeente, wijk, buurt) (code);Particuliere huishoudens (Aantal);Opleidingsniveau/Laag/Waarde (%);" +
            "Opleidingsniveau/Middelbaar/Waarde (%);Opleidingsniveau/Hoog/Waarde (%);SES-WOA/Totaalscore/Gemiddelde score (Getal);Spreiding/Spreiding totaal/Waarde (Getal)\r\n";
        var rows = string.Concat(Enumerable.Range(0, 8).Select(i => $"2019;Buurt {i} e.o.;BU0363000{i};     700;    12.4;.;x;   0.045;   0.856\r\n"));
        MustHold(definition, Encoding.Latin1.GetBytes(Header + rows));
    }

    private static void MustHold(DatasetDefinition definition, byte[] original)
    {
        var random = new Random(20161231);
        for (var i = 0; i < Mutations; i++)
        {
            var bytes = DamagedFile.From(original, random);
            var start = Stopwatch.GetTimestamp();
            var reading = Read(definition, bytes);

            Assert.True(Stopwatch.GetElapsedTime(start) < Hang, $"Mutation {i} took {Stopwatch.GetElapsedTime(start)}.");
            var lines = bytes.Count(b => b is (byte)'\n' or (byte)'\r') + 2;
            Assert.True(reading.Items.Count > 0 || reading.Log.Errors > 0, $"Mutation {i} gave neither rows nor problems.");
            Assert.All(reading.Log.Kept, problem => Assert.InRange(problem.Line ?? 1, 1, lines));
            if (reading.Log.Errors == 0)
            {
                MustBeStoredWhole(reading, Read(definition, bytes), i);
            }
        }
    }

    // What is stored is what a second reading gives: it must be the same to the last item, or a file would be half stored.
    private static void MustBeStoredWhole(Reading check, Reading store, int mutation)
    {
        Assert.True(store.Log.Errors == 0 && check.Items.Count == store.Items.Count, $"Mutation {mutation} reads otherwise the second time.");
        Assert.Equal(check.Items.Select(Text), store.Items.Select(Text));
    }

    private static string Text(DatasetItem item) => item switch
    {
        AreaObservations row => $"{row with { Values = [] }} {string.Join(' ', row.Values)}",
        CrosswalkItem joined => $"{joined} {string.Join(' ', joined.Entry.Shares)}",
        CustomAreaItem custom => $"{custom} {string.Join(' ', custom.CustomArea.Parts)}",
        BoundaryItem { Boundary: var boundary } => $"{boundary with { Geometry = default }} {Encoding.UTF8.GetString(boundary.Geometry.Span)}",
        _ => item.ToString(),
    };

    private static Reading Read(DatasetDefinition definition, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return Reading.Read(definition, content);
    }
}
