using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.Sheet;

using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Tests.Catalogue;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Sheet;

/// <summary>Builder of the records of one subject, and its scorecards by the rules that ship.</summary>
internal sealed class SheetCards
{
    public const string Inputs = "sheet-inputs";
    public const string Published = "sheet-published";

    private readonly string rules;
    private readonly List<AreaRecord> records = [];
    private Action<JsonNode>? change;
    private string dataset = Inputs;
    private SuppressionRule disclosure = new(1, HidesZero: false);

    public SheetCards(string rules)
    {
        this.rules = rules;
        var code = JsonNode.Parse(File.ReadAllText(Wijkmonitor.Local.RepositoryFolder.File("config", "rules", "sheet", rules)))!["code"]!.GetValue<string>();
        records.Add(ExampleKinds.Record("subjects", ExampleKinds.City, new DateOnly(2016, 1, 1), "s",
            ("subject", "s"), ("title", "Onderwerp"), ("family", "sheet"), ("rules", code), ("scope", "project")));
    }

    /// <summary>Changes the rules that ship.</summary>
    public SheetCards By(Action<JsonNode> with)
    {
        change = with;
        return this;
    }

    /// <summary>Adds what follows to this dataset.</summary>
    public SheetCards From(string name)
    {
        dataset = name;
        return this;
    }

    /// <summary>Adds an input in 2020.</summary>
    public SheetCards With(string input, decimal value) => Add(input, 2020, value);

    /// <summary>Adds inputs in 2020.</summary>
    public SheetCards With(params (string Input, decimal Value)[] inputs) => inputs.Aggregate(this, (cards, input) => cards.With(input.Input, input.Value));

    /// <summary>Adds an input as a range in 2020; an end that is null is open, and both are for what exists and is not known.</summary>
    public SheetCards WithRange(string input, decimal? low, decimal? high) => Add(input, 2020, null, low, high);

    /// <summary>Adds a record.</summary>
    public SheetCards Add(string input, int year, decimal? value, decimal? low = null, decimal? high = null, string? item = null)
    {
        (string Name, decimal? Value)[] numbers = [("value", value), ("low", low), ("high", high)];
        records.Add(ExampleKinds.Record(dataset, ExampleKinds.City, new DateOnly(year, 12, 1), $"s {input} {item} {year}",
        [
            ("subject", "s"), ("input", input), .. item is null ? Array.Empty<(string, string)>() : [("item", item)],
            .. numbers.Where(number => number.Value is not null).Select(number => (number.Name, number.Value!.Value.ToString(CultureInfo.InvariantCulture))),
        ]));
        return this;
    }

    /// <summary>Adds the homes of a sample.</summary>
    public SheetCards Sample(int year, params decimal[] costs) =>
        costs.Index().Aggregate(this, (cards, cost) => cards.Add("sample", year, cost.Item, item: $"home {cost.Index + 1}"));

    /// <summary>Withholds counts as a deployment with this rule does.</summary>
    public SheetCards Withhold(SuppressionRule? rule = null)
    {
        disclosure = rule ?? new SuppressionRule();
        return this;
    }

    public Scorecard Card(int year = 2020) => Kind.Compute(Figures).Single(card => card.Period.Year == year);

    public IReadOnlyList<Scorecard> All => [.. Kind.Compute(Figures)];

    private IScorecardKind Kind => ExampleKinds.Example("sheet", change, rules);

    private MunicipalityFigures Figures => new(
        AreaCode.Parse(ExampleKinds.City), IndicatorCatalogueTests.Shipped(), [new Area(AreaCode.Parse(ExampleKinds.City), "Enschede", 2020)], new ObservationSet([]), records)
    {
        Disclosure = disclosure,
        PublishedDatasets = new[] { Published }.ToFrozenSet(StringComparer.Ordinal),
    };

    public static SheetKind Household(string rules) => (SheetKind)ExampleKinds.Example("sheet", file: rules);

    public static WhatIfInputs Assume(params (string Input, object Value)[] given) =>
        new([.. given.Select(input => input.Value is string key ? new WhatIfInput(input.Input, Key: key) : new WhatIfInput(input.Input, Convert.ToDecimal(input.Value, CultureInfo.InvariantCulture)))]);

    /// <summary>Gives what is at most a number.</summary>
    public static WhatIfInput AtMost(string input, decimal number) => new(input, High: number);

    public static ScorecardLine Line(WhatIfOutcome outcome, string code) => outcome.Lines.Single(line => line.Code == code);

    /// <summary>The example of the exploitation of a neighbourhood.</summary>
    public static SheetCards Exploitation(decimal density = 1.5m, params string[] without)
    {
        var cards = new SheetCards("example.json");
        (string Input, decimal Value)[] all =
        [
            ("homes", 900), ("density", density), ("contribution", 210_000), ("contribution-index", 1), ("demolition", 40_000), ("temporary-months", 12), ("temporary-rent", 1_000),
            ("building", 220_000), ("overhead", 8), ("price", 300_000), ("returning-share", 40), ("discount", 10), ("subsidies", 50_000_000),
        ];
        return cards.With([.. all.Where(input => !without.Contains(input.Input))]);
    }

    /// <summary>The example of transition exploitation.</summary>
    public static SheetCards Transition(decimal cashFlow = 4_000, decimal? demolition = null)
    {
        var cards = new SheetCards("transition.json").With(("investment", 40_000), ("cash-flow", cashFlow), ("interest", 3));
        return demolition is { } amount ? cards.With("demolition", amount) : cards;
    }

    /// <summary>The example of a budget by a sample, without the sample.</summary>
    public static SheetCards Survey(decimal homes = 400, decimal without = 0) =>
        new SheetCards("survey-budget.json").With(("homes", homes), ("homes-without-sample", without), ("surcharge", 10));

    /// <summary>The example of service cost.</summary>
    public static SheetCards ServiceCost(decimal term) => new SheetCards("service-cost.json")
        .With(("works", 25_000), ("interest", 2.2m), ("term", term), ("premium", 5), ("management", 27)).WithRange("bill", 150, 175);
}
