using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.CrisisTiles;

/// <inheritdoc/>
internal sealed class CrisisTilesGolden : GoldenKind
{
    private static readonly DateOnly Start = new(2018, 3, 1);

    public override IReadOnlyList<string> Findings => ["never-add", "overlap", "unknown"];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("of-2018", json =>
        {
            json["period"] = "2018";
            json["tiles"] = new JsonArray(json["tiles"]![2]!.DeepClone(), json["tiles"]![4]!.DeepClone());
            json["tiles"]![0]!["overlaps"] = new JsonArray("migrant-beds");
            json["tiles"]![1]!["overlaps"] = new JsonArray();
        }),
    ];

    public override IEnumerable<AreaRecord> Records => Tiles();

    private static IEnumerable<AreaRecord> Tiles()
    {
        yield return Tile(
            "t1", 2019,
            ("tile", "shortage"), ("label_nl", "Tekort"), ("label_en", "Shortage"), ("unit", "homes"), ("low", "1200"), ("high", "1600"),
            ("base", "75000"), ("base_year", "2019"), ("base_nl", "woningen"), ("base_en", "homes"), ("source", "Invented"));
        yield return Tile(
            "t2", 2018,
            ("tile", "homeless"), ("label_nl", "Daklozen"), ("unit", "people"), ("low", "90"), ("source", "Invented"));
        yield return Tile(
            "t3", 2019,
            ("tile", "homeless"), ("label_nl", "Daklozen"), ("unit", "people"), ("low", "110"),
            ("base", "158986"), ("base_nl", "inwoners"), ("source", "Invented, later"));
        yield return Tile(
            "t4", 2020,
            ("tile", "waiting"), ("label_nl", "Wachtenden"), ("label_en", "People waiting"), ("unit", "people"), ("high", "4200.5"),
            ("base", "158986"), ("base_year", "1066"));
        yield return Tile(
            "t5", 2020,
            ("tile", "beds"), ("unit", "beds"), ("low", "0"), ("base", "1000"), ("base_year", "2020"), ("base_nl", "bedden"));
        yield return Tile(
            "t6", 2020,
            ("tile", "unknown"), ("label_nl", "Onbekend"), ("label_en", "Unknown"), ("unit", "people"), ("source", "Nobody counted them"));
        yield return Tile("t7", 2021, ("tile", "later"), ("low", "5"));
        yield return Tile("t8", 2017, ("low", "5"), ("high", "3"));
        yield return ExampleKinds.Record("crisis-tiles", "WK999901", Start, "t9", ("tile", "of-a-district"), ("low", "5"));
    }

    private static AreaRecord Tile(string reference, int year, params (string Name, string Value)[] fields) =>
        ExampleKinds.Record("crisis-tiles", GeneratedCity.Code, new DateOnly(year, 7, 1), reference, fields);
}
