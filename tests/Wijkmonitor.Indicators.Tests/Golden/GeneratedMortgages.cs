using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Statements;
using Wijkmonitor.Indicators.Tests.Observations;
using Wijkmonitor.Indicators.Tests.SocialMortgage;

namespace Wijkmonitor.Indicators.Tests.Golden;

/// <summary>
/// Two social mortgages that do not exist. One has every choice that a contract can make, two versions, decisions, years that were settled
/// and figures that changed after; the other is on the terms of the sample contract and is repaid before its term ends.
/// </summary>
internal static class GeneratedMortgages
{
    private const string Varied = "varied";
    private const string Plain = "plain";
    private const string Area = Mortgage.Area;
    private const string City = Mortgage.City;

    private const string Indicators = """
        [
          { "code": "social_assistance", "rule": "gap", "baseline": 14.0, "cityBaseline": 8.0, "baselineSource": "x",
            "step": 0.5, "stepUnit": "points", "amount": 750.25, "rounding": "pro-rata", "overshoot": "capped-at-city",
            "basis": "once", "worsening": "claw-back", "cap": { "perYear": 2000, "term": 5000 },
            "denominator": { "of": { "nl": "inwoners", "en": "residents" }, "count": 560 }, "agreedChange": 4 },
          { "code": "early_school_leavers", "rule": "gap", "baseline": 15.9, "cityBaseline": 4.7, "baselineSource": "x",
            "step": 10, "stepUnit": "relative", "amount": 1500, "rounding": "whole-steps", "overshoot": "counts",
            "basis": "annual", "worsening": "negative",
            "denominator": { "of": { "nl": "leerlingen", "en": "pupils" }, "count": 50 }, "agreedChange": 20 },
          { "code": "public_space_grade", "rule": "own-value", "baseline": 6.2, "baselineSource": "x",
            "step": 0.1, "stepUnit": "points", "amount": 250, "rounding": "whole-steps",
            "basis": "annual", "worsening": "claw-back", "agreedChange": 1 },
          { "code": "average_income", "rule": "own-value", "baseline": 18500, "baselineSource": "x",
            "step": 2, "stepUnit": "relative", "amount": 400, "rounding": "pro-rata", "basis": "once", "worsening": "negative" },
          { "code": "care_spending", "rule": "relative-to-city", "baseline": 3500, "cityBaseline": 3000, "baselineSource": "x",
            "sharePercent": 0.5, "measuredAs": "per-head", "basis": "annual", "worsening": "negative", "cap": { "perYear": 1500 } },
          { "code": "burglaries", "rule": "gap", "baseline": 4.0, "cityBaseline": 5.0, "baselineSource": "x",
            "step": 1, "stepUnit": "points", "amount": 500, "rounding": "whole-steps", "overshoot": "capped-at-city",
            "basis": "once", "worsening": "floor-at-zero", "denominator": { "of": { "nl": "inwoners", "en": "residents" } } },
          { "code": "youth_sports_club", "rule": "gap", "baseline": 40.0, "cityBaseline": 60.0, "baselineSource": "x",
            "step": 1, "stepUnit": "points", "amount": 100, "rounding": "whole-steps", "overshoot": "counts",
            "basis": "annual", "worsening": "floor-at-zero",
            "denominator": { "of": { "nl": "jongeren", "en": "young people" }, "count": 90 } },
          { "code": "elderly_loneliness", "rule": "to-be-determined",
            "note": { "nl": "In 2020 opnieuw bespreken.", "en": "To be discussed again in 2020." } },
          { "code": "alcohol_drugs_nuisance", "rule": "unresolved", "asWritten": "1 procent",
            "readings": [ { "nl": "een punt", "en": "a point" }, { "nl": "een procent", "en": "a percent" } ] }
        ]
        """;

    // Values of the area in 2016 (the baseline year) through 2022; the city follows in the same order. Null is not delivered.
    private static readonly (string Indicator, decimal?[] Own, decimal?[] City)[] Figures =
    [
        ("social_assistance", [14, 13.2m, 10.4m, 7.1m, 15.5m, 12, 12.1m], [8, 8, 7.9m, 7.8m, 8, null, 8.1m]),
        ("early_school_leavers", [15.9m, 14.2m, 11, 18.7m, null, 13, 15.9m], [4.7m, 4.7m, 4.9m, 4.6m, 4.7m, 4.7m, 4.7m]),
        ("public_space_grade", [6.1m, 6.2m, 6.8m, 5.4m, 5.0m, 6.25m, 6.9m], [7, 7, 7, 7, 7, 7, 7]),
        ("average_income", [18_500, 18_300, 19_240, 21_000, 18_500, 18_130, 19_999], [24_000, 24_000, 24_000, 24_000, 24_000, 24_000, 24_000]),
        ("care_spending", [3_500, 3_400, 3_500, 4_100, 3_500.25m, 2_000, 3_300], [3_000, 3_000, 2_900, 3_200, 3_000, 3_000, null]),
        ("burglaries", [4, 3, 5.5m, 2, 4, 6, 1], [5, 5, 5, 4.5m, 5, 5, 5]),
        ("youth_sports_club", [40, 41, 39.5m, 52, 40.5m, 61, 66], [60, 60, 60, 61, 60, 60, 60]),
        ("elderly_loneliness", [48, 47, 46, null, 45, 44, 44], [40, 40, 40, 40, 40, 40, 40]),
    ];

    /// <summary>The statements of both.</summary>
    public static IEnumerable<Scorecard> Statements() => [.. VariedStatements(), .. PlainStatements()];

    // 2017 and 2018 are settled on the figures of then; after that some of them are corrected, and all decisions come.
    private static IReadOnlyList<Scorecard> VariedStatements()
    {
        var versions = new ContractVersions(First(), Replaced(), Second());
        var dossier = new MortgageDossier(versions) { Entries = [.. Entries()], Annotations = [.. Annotations()] };
        var then = Observed(isCorrected: false);
        foreach (var year in new[] { 2017, 2018 })
        {
            var statement = SocialMortgageStatements.Compute(dossier, Mortgage.Catalogue, then).Single(s => s.Period.Year == year);
            var settlement = new Settlement(Varied, year, new DateOnly(year + 1, 2, 1), "municipality", statement);
            dossier = dossier with { Settlements = [.. dossier.Settlements, settlement] };
        }

        return SocialMortgageStatements.Compute(dossier with { Decisions = [.. Decisions()] }, Mortgage.Catalogue, Observed(isCorrected: true));
    }

    private static IReadOnlyList<Scorecard> PlainStatements()
    {
        var contract = Mortgage.Contract(json => (json["id"], json["principal"]) = (Plain, 30_000));
        var observed = new Observed();
        for (var year = 2017; year <= 2026; year++)
        {
            foreach (var rule in contract.Indicators.OfType<PricedIndicator>())
            {
                var change = (year - 2016) / (rule.Code is "youth_sports_club" or "public_space_grade" ? 50m : -25m);
                var city = rule is GapIndicator gap ? gap.CityBaseline : 80_000_000 + (1_000_000 * (year - 2018));
                observed.Value(Area, year, rule.Code, Math.Round(rule.Baseline * (1 + change), 1)).Value(City, year, rule.Code, city);
            }
        }

        LedgerEntry[] entries = [Activity("a1", 2017, "walk_in", 3, Plain), Activity("a2", 2026, "walk_in", 1, Plain)];
        return SocialMortgageStatements.Compute(contract, Mortgage.Catalogue, observed.Set, entries);
    }

    private static SocialMortgageContract First() => Mortgage.Contract(json =>
    {
        (json["id"], json["interestPercent"], json["principal"], json["termYears"]) = (Varied, 2.35m, 60_000, 7);
        json["indicators"] = JsonNode.Parse(Indicators);
        json["caps"] = JsonNode.Parse(
            """{ "activities": { "perYear": 1500, "term": 5000 }, "indicators": { "perYear": 4000 }, "operation": { "term": 2500 } }""");
        json["offTrack"] = JsonNode.Parse("""{ "when": "two-years", "talkBelowPercent": 90, "reconsiderBelowPercent": 60 }""");
        json["schedule"] = new JsonArray([.. Enumerable.Range(2017, 7).Select(year => year % 2 == 0
            ? new JsonObject { ["year"] = year, ["total"] = 6000 }
            : new JsonObject { ["year"] = year, ["activities"] = 2000, ["indicators"] = 4000, ["operation"] = 1500.5m })]);
    });

    private static SocialMortgageContract Replaced() => Changed("2", replaces: null, json => json["interestPercent"] = 9);

    private static SocialMortgageContract Second() => Changed("2b", replaces: "2", json =>
    {
        json["interestPercent"] = 1;
        json["schedule"] = null;
        json["modules"] = null;
        json["offTrack"] = JsonNode.Parse("""{ "when": "one-year", "talkBelowPercent": 80 }""");
        json["tariffs"]!.AsArray()[2]!["amount"] = 70.5m;
    });

    // A later version of the contract, from 2020.
    private static SocialMortgageContract Changed(string version, string? replaces, Action<JsonObject> change) => Mortgage.Contract(json =>
    {
        (json["id"], json["principal"], json["termYears"]) = (Varied, 60_000, 7);
        (json["version"], json["validFrom"], json["replaces"]) = (version, "2020-01-01", replaces);
        json["indicators"] = JsonNode.Parse(Indicators);
        change(json);
    });

    private static ObservationSet Observed(bool isCorrected)
    {
        var observed = new Observed();
        foreach (var (indicator, own, city) in Figures)
        {
            for (var place = 0; place < own.Length; place++)
            {
                var year = 2016 + place;
                var boundaries = year < 2021 ? 2016 : 2021;
                if (own[place] is { } value)
                {
                    // Of the settled years one figure is corrected, one is withdrawn and one came late.
                    var (isLate, isChanged) = ((indicator, year) == ("public_space_grade", 2018), (indicator, year) == ("social_assistance", 2017));
                    if (isCorrected ? (indicator, year) != ("youth_sports_club", 2018) : !isLate)
                    {
                        var isProvisional = (indicator, year) == ("burglaries", 2022);
                        observed.Value(Area, year, indicator, isCorrected && isChanged ? value - 1 : value, boundaries, isProvisional);
                    }
                }

                if (city[place] is { } among)
                {
                    observed.Value(City, year, indicator, among, boundaries);
                }
            }
        }

        return observed
            .Without(Area, 2020, "early_school_leavers", ObservedState.Suppressed)
            .Without(City, 2021, "social_assistance", ObservedState.Unknown)
            .Set;
    }

    private static IEnumerable<LedgerEntry> Entries()
    {
        string[] kinds = ["neighbourhood_dinner", "homework_support", "walk_in", "neighbourhood_party"];
        for (var number = 0; number < 40; number++)
        {
            var year = 2017 + (number % 5);
            yield return number % 6 == 5
                ? Operation($"o{number:00}", year, 100.25m * number)
                : Activity($"a{number:00}", year, kinds[number % kinds.Length], 1 + (number % 4), Varied, number % 9 == 4 ? null : "area manager");
        }

        // A correction, the same entry twice, one of another contract, and four that do not fit.
        yield return Activity("a90", 2018, "walk_in", -2, Varied);
        yield return Activity("a91", 2019, "walk_in", 2, Varied);
        yield return Activity("a91", 2019, "walk_in", 2, Varied);
        yield return Activity("a92", 2019, "walk_in", 2, "of-another-contract");
        yield return Activity("a93", 2019, "swimming", 2, Varied);
        yield return Activity("a94", 2019, "walk_in", 0.5m, Varied);
        yield return Activity("a95", 2040, "walk_in", 1, Varied);
        yield return Operation("o96", 2019, 10.001m);
    }

    private static LedgerEntry Activity(
        string reference, int year, string kind, decimal count, string contract, string? confirmedBy = "area manager") =>
        Mortgage.Activity(reference, year, kind, count, confirmedBy, contract);

    private static LedgerEntry Operation(string reference, int year, decimal amount) =>
        Mortgage.Operation(reference, year, amount) with { Contract = Varied };

    private static IEnumerable<LedgerDecision> Decisions() =>
    [
        Decision("d1", DecisionKind.Confirmed, "activities/a04", 2021),
        Decision("d2", DecisionKind.Disputed, "activities/a00", 2018),
        Decision("d3", DecisionKind.Corrected, "activities/a01", 2019, quantity: 3),
        Decision("d4", DecisionKind.Disputed, "operation/o11", 2019),
        Decision("d5", DecisionKind.Confirmed, "operation/o11", 2020),
        Decision("d6", DecisionKind.Corrected, "operation/o17", 2020, quantity: -12.5m),
        Decision("d7", DecisionKind.Disputed, "operation/o23", 2021),
        Decision("d8", DecisionKind.Disputed, "activities/a03", 2021),
        Decision("d9", DecisionKind.Confirmed, "activities/no-such-entry", 2019),
        Decision("da", DecisionKind.Corrected, "activities/a02", 2019),
        Decision("db", DecisionKind.Disputed, "activities/a12", 2016),
    ];

    private static LedgerDecision Decision(string reference, DecisionKind kind, string about, int year, decimal? quantity = null) =>
        new(Varied, reference, new DateOnly(year, 12, 31), kind, about, "municipality", quantity, "A reason", new SourceLine("decisions", 2));

    private static IEnumerable<SeriesAnnotation> Annotations() =>
    [
        new(Varied, "n2", new DateOnly(2019, 9, 1), "early_school_leavers", "A school opened", "municipality", new SourceLine("annotations", 2)),
        new(Varied, "n1", new DateOnly(2018, 5, 4), "burglaries", "New locks", "corporation", new SourceLine("annotations", 3)),
        new("of-another-contract", "n3", new DateOnly(2018, 5, 4), "burglaries", "Elsewhere", "corporation", new SourceLine("annotations", 4)),
    ];
}
