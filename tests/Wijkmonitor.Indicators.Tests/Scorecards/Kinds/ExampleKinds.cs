using System.Text;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;
using Wijkmonitor.Indicators.Tests.Observations;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds;

/// <summary>Kinds of scorecards by the example rules that ship, changed where a test asks for it.</summary>
internal static class ExampleKinds
{
    public const string City = "GM0153";

    public static string ExamplePath(string kind) => RepositoryFolder.File("config", "rules", kind, "example.json");

    /// <summary>Gets the name of the folder of a kind, in the code and in the tests.</summary>
    public static string GetFolderName(string kind) => string.Concat(kind.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Gets the names of the rules files of a kind that ship.</summary>
    public static IEnumerable<string> GetRulesFiles(string kind) =>
        Directory.EnumerateFiles(Path.GetDirectoryName(ExamplePath(kind))!, "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static IScorecardKind Example(string kind, Action<JsonNode>? change = null, string file = "example.json")
    {
        var json = JsonNode.Parse(File.ReadAllText(RepositoryFolder.File("config", "rules", kind, file)))!;
        change?.Invoke(json);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json.ToJsonString()));
        return ScorecardKinds.Read(kind, stream, IndicatorCatalogueTests.Shipped());
    }

    public static string Refusal(string kind, Action<JsonNode> change) => Assert.Throws<ConfigurationException>(() => Example(kind, change)).Message;

    public static MunicipalityFigures Figures(Observed observed, params IReadOnlyList<AreaRecord> records) => new(
        AreaCode.Parse(City), IndicatorCatalogueTests.Shipped(), [new Area(AreaCode.Parse(City), "Enschede", 2016)], observed.Set, records);

    public static Scorecard Card(IScorecardKind kind, Observed observed, string area, int year = 2017, params IReadOnlyList<AreaRecord> records) =>
        kind.Compute(Figures(observed, records)).Single(c => c.Area.Value == area && c.Period.Year == year);

    public static ScorecardLine Line(this Scorecard card, string code) => card.Lines.Single(l => l.Code == code);

    public static ScorecardTotal Total(this Scorecard card, string code) => card.Totals.Single(t => t.Code == code);

    public static bool Finds(this Scorecard card, string code) => card.Findings.Any(f => f.Code == code);

    public static AreaRecord Record(string dataset, string area, DateOnly date, string reference, params (string Name, string Value)[] fields) =>
        new(dataset, AreaCode.Parse(area), date, reference, fields.ToDictionary(f => f.Name, f => f.Value), new SourceLine("notes", 2));

    /// <summary>Asserts that each step follows from its operands and each named operand from an input or an earlier step.</summary>
    public static void StepsHold(ScorecardLine line)
    {
        var done = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var step in line.Steps ?? [])
        {
            foreach (var operand in step.Operands)
            {
                var known = operand.From.StartsWith('#') ? done[operand.From[1..]]
                    : operand.From == "constant" || line.Inputs.All(i => i.Key != operand.From) ? operand.Value
                    : line.Inputs.First(i => i.Key == operand.From).Value;
                Assert.Equal(known, operand.Value);
            }

            done[step.Name] = step.Result;
        }
    }
}
