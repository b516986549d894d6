using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Sheet;

/// <inheritdoc/>
internal sealed class SheetGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings =>
    [
        "as-of", "assumed", "choices", "density-alone", "depends", "fewer-alike", "infeasible", "input-unknown", "invented-figures", "left-out", "missing", "not-normed", "out-of-range",
        "over-density", "pro-memorie", "shortfall", "source-differs", "suppressed", "tax-risk", "unresolved", "what-if-only",
    ];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("other-norms", json =>
        {
            json["code"] = "other-norms";
            json["minCount"] = 30;
            json["lines"]![1]!["norm"] = new JsonObject();
            json["lines"]![2]!["norm"] = new JsonObject { ["low"] = 1, ["high"] = 1000 };
            json["checks"]![1]!["right"] = null;
        }),
        new("household", json =>
        {
            json["code"] = "household";
            json["datasets"] = new JsonArray();
            json["stores"] = false;
        }),
    ];

    public override IEnumerable<AreaRecord> Records =>
    [
        Subject("built", "exploitation"), Subject("bounds", "exploitation"), Subject("read-twice", "exploitation"), Subject("small", "other-norms"), Subject("large", "other-norms"), Subject("family", "household"),
        .. CreateInputs("built", 900, density: 1.5m),
        Input("built", "density", 2021, 2.4m), Input("built", "market-value", 2021, 250_000), Input("built", "profit", 2021, 1), Input("built", "discount", 2021, 110),
        Input("built", "homes", 2020, 850) with { Dataset = "sheet-published" },
        .. CreateInputs("bounds", 400, density: 1).Where(record => record.GetText("input") is not ("subsidies" or "price")),
        Range("bounds", "subsidies", 2020, 0, 900_000_000), Range("bounds", "price", 2020, 280_000, 320_000), Range("bounds", "demolition", 2021, null, null),
        Input("bounds", "building", 2022, 400_000), Range("bounds", "price", 2022, 300_000, 300_000),
        .. CreateInputs("read-twice", 300, density: 1), Input("read-twice", "price", 2020, 350_000, item: "appraisal"),
        .. CreateInputs("small", 20, density: 1),
        .. CreateInputs("large", 500, density: 1.6m).Where(record => record.GetText("input") != "returning-share"),
    ];

    private static IEnumerable<AreaRecord> CreateInputs(string subject, decimal homes, decimal density) => new (string Input, decimal Value)[]
    {
        ("homes", homes), ("density", density), ("contribution", 210_000), ("contribution-index", 1), ("demolition", 40_000), ("temporary-months", 12), ("temporary-rent", 1_000),
        ("building", 220_000), ("overhead", 8), ("price", 300_000), ("returning-share", 40), ("discount", 10), ("subsidies", 5_000_000),
    }.Select(input => Input(subject, input.Input, 2020, input.Value));

    private static AreaRecord Subject(string code, string rules) => ExampleKinds.Record(
        "subjects", GeneratedCity.Code, new DateOnly(2020, 1, 1), code, ("subject", code), ("title", code), ("family", "sheet"), ("rules", rules), ("scope", "area"));

    private static AreaRecord Input(string subject, string input, int year, decimal value, string? item = null) => Record(subject, input, year, item, ("value", value));

    private static AreaRecord Range(string subject, string input, int year, decimal? low, decimal? high) => Record(subject, input, year, null, ("low", low), ("high", high));

    private static AreaRecord Record(string subject, string input, int year, string? item, params (string Name, decimal? Value)[] numbers) => ExampleKinds.Record(
        "sheet-inputs", GeneratedCity.Code, new DateOnly(year, 6, 30), $"{subject} {input} {item} {year}",
        [
            ("subject", subject), ("input", input), .. item is null ? Array.Empty<(string, string)>() : [("item", item)],
            .. numbers.Where(number => number.Value is not null).Select(number => (number.Name, number.Value!.Value.ToString(CultureInfo.InvariantCulture))),
        ]);
}
