using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Gates;

/// <inheritdoc/>
internal sealed class GatesGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings =>
    [
        "answer-unread", "as-of", "decision-incomplete", "depends", "entered-without", "find-out", "gate-open", "instrument-late", "mixed-advice", "no-blank-cheque", "no-go", "no-stop-rule",
        "not-feasible", "not-involved", "out-of-range", "outcome-differs", "over-standpoint", "phase-skipped", "record-unknown", "returned", "source-differs", "stop-rule", "stop-rule-late",
        "stopped", "suppressed", "value-and-range",
    ];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("no-limits", json =>
        {
            json["code"] = "no-limits";
            foreach (var test in json["flags"]!.AsArray().Concat(json["advice"]!["rules"]!.AsArray().SelectMany(rule => rule!["when"]!.AsArray())))
            {
                test!["value"] = null;
            }

            json["advice"]!["rules"]![0]!["weight"] = null;
            json["advice"]!["fallback"] = null;
            json["blocks"]!["required"] = null;
            json["stop"]!["when"]![0]!["value"] = null;
        }),
        new("no-advice", json =>
        {
            json["code"] = "no-advice";
            json["phases"] = new JsonArray();
            json["notes"] = new JsonArray();
            json["flags"] = new JsonArray();
            json["advice"]!["rules"] = new JsonArray();
            json["standpoints"] = new JsonArray();
            json["mentions"] = null;
            json["stop"] = null;
        }),
    ];

    public override IEnumerable<AreaRecord> Records =>
    [
        Subject("gates-plan", "phases-example"), .. CreatePlan("gates-plan"), Subject("gates-back", "phases-example"), .. CreateBack(), Subject("gates-empty", "phases-example"),
        Subject("gates-open", "no-limits"), .. CreatePlan("gates-open"), Subject("gates-small", "no-advice"), Row("gate-blocks", "gates-small", "2020-06-30", ("block", "a"), ("homes", "12"), ("joined", "11")),
    ];

    private static IEnumerable<AreaRecord> CreatePlan(string subject)
    {
        AreaRecord Fact(string day, string fact, string field, string value) => Row("gate-facts", subject, day, ("fact", fact), (field, value));
        foreach (var (fact, number) in new[] { ("shallow-foundation", "60"), ("damp", "30"), ("flooding", "4"), ("owner-occupied", "62"), ("low-means", "45"), ("self-reliance", "35"), ("density-factor", "1.6") })
        {
            yield return Fact("2019-03-01", fact, "value", number);
        }

        yield return Fact("2019-03-01", "sewer-due", "answer", "yes");
        yield return Fact("2019-01-01", "political-commitment", "answer", "yes");
        yield return Fact("2019-06-01", "stop-moment-agreed", "answer", "yes");
        yield return Fact("2020-06-01", "slip-factor", "value", "3.5");
        yield return Row("gate-facts", subject, "2020-06-01", ("fact", "coverage-gap"), ("low", "-5000"), ("high", "5000"));
        yield return Row("gate-facts", subject, "2020-06-01", ("fact", "label-e-to-g"), ("value", "40"), ("low", "45"));
        yield return Fact("2020-06-01", "parking-task", "value", "3");
        yield return Fact("2020-06-01", "damp", "value", "130");
        yield return Fact("2020-06-01", "unheard-of", "answer", "yes");
        yield return Row("gate-decisions", subject, "2019-02-01", ("gate", "explore"), ("event", "begun"));
        yield return Row("gate-decisions", subject, "2019-09-01", ("gate", "bring-together"), ("event", "begun"));
        yield return Row("gate-decisions", subject, "2020-10-01", ("gate", "execution"), ("event", "planned"), ("body", "gemeenteraad"));
        yield return Row("gate-decisions", subject, "2020-11-01", ("gate", "scenarios"), ("event", "decision"), ("outcome", "go"), ("scenario", "mix"), ("reason", "Beide kunnen hier"));
        yield return Row("gate-decisions", subject, "2020-11-02", ("gate", "scenarios"), ("event", "decision"));
        yield return Row("gate-blocks", subject, "2020-06-30", ("block", "a"), ("homes", "30"), ("joined", "18"));
        yield return Row("gate-blocks", subject, "2020-06-30", ("block", "b"), ("homes", "24"), ("joined", "24"));
        yield return Row("gate-blocks", subject, "2020-06-30", ("block", "b"), ("homes", "24"), ("joined", "23")) with { Dataset = "gate-effects" };
        foreach (var (group, topic, count) in new[] { ("owners", "damp", "40"), ("tenants", "damp", "32"), ("owners", "parking", "21"), ("tenants", "rent", "45"), ("entrepreneurs", "rent", "3"), ("owners", "rent", "12") })
        {
            yield return Row("gate-mentions", subject, "2020-06-30", ("group", group), ("sign", "negative"), ("topic", topic), ("mentions", count));
        }

        yield return Row("gate-mentions", subject, "2020-06-30", ("group", "owners"), ("sign", "positive"), ("topic", "green"), ("mentions", "24"));
        yield return Row("gate-effects", subject, "2020-06-30", ("scenario", "renewal"), ("topic", "damp"), ("effect", "better"));
        yield return Row("gate-effects", subject, "2020-06-30", ("scenario", "renewal"), ("topic", "green"), ("effect", "worse"));
    }

    private static IEnumerable<AreaRecord> CreateBack()
    {
        yield return Row("gate-decisions", "gates-back", "2019-02-01", ("gate", "scenarios"), ("event", "begun"));
        yield return Row("gate-facts", "gates-back", "2019-02-01", ("fact", "council-involved"), ("answer", "no"));
        yield return Row("gate-decisions", "gates-back", "2019-06-01", ("gate", "execution"), ("event", "begun"));
        yield return Row("gate-decisions", "gates-back", "2020-02-01", ("gate", "explore"), ("event", "decision"), ("outcome", "back"), ("reason", "Het tekort is te groot"));
        yield return Row("gate-decisions", "gates-back", "2020-03-01", ("gate", "execution"), ("event", "decision"), ("outcome", "no-go"), ("body", "gemeenteraad"));
        yield return Row("gate-decisions", "gates-back", "2021-03-01", ("gate", "explore"), ("event", "decision"), ("outcome", "stop"));
    }

    private static AreaRecord Subject(string code, string rules) => ExampleKinds.Record(
        "subjects", GeneratedCity.Code, new DateOnly(2019, 1, 1), code, ("subject", code), ("title", code), ("family", "gates"), ("rules", rules), ("scope", "area"), ("units", "900"));

    private static AreaRecord Row(string dataset, string subject, string day, params (string Name, string Value)[] fields) => ExampleKinds.Record(
        dataset, GeneratedCity.Code, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), $"{subject} {day} {string.Join(' ', fields)}", [("subject", subject), .. fields]);
}
