using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.ProjectLedger;

/// <inheritdoc/>
internal sealed class ProjectLedgerGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings =>
    [
        "amount-missing", "amount-of-unknown", "as-of", "condition-late", "corrects-too-much", "corrects-unknown", "dates-reversed", "deadline-missed", "negative-row",
        "no-stop-rule", "overdue", "own-hours", "pro-memorie", "progress-unverified", "repaid-too-much", "signals-open", "source-differs", "stop-rule", "summary", "suppressed",
    ];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("open", json =>
        {
            json["code"] = "open";
            json["costKinds"] = new JsonArray("own", "grant", "loan");
            json["progressTolerance"] = null;
            json["answerWithinDays"] = null;
            json["stopRule"] = new JsonArray();
            json["works"] = "homes";
        }),
    ];

    public override IEnumerable<AreaRecord> Records =>
    [
        Subject("whole", "renovation", "40"), .. CreateProject("whole"), .. CreateFaults("whole"), Subject("few", "renovation", "4"), .. CreateProject("few"),
        Subject("unknown", "renovation", null), .. CreateProject("unknown"), Subject("empty", "renovation", "40"), Subject("left", "open", "40"), .. CreateProject("left"),
    ];

    private static IEnumerable<AreaRecord> CreateProject(string subject)
    {
        yield return Row(subject, "milestones", "2018-06-30", ("milestone", "start"), ("kind", "baseline"), ("day", "2019-01-07"));
        yield return Row(subject, "milestones", "2018-06-30", ("milestone", "end"), ("kind", "baseline"), ("day", "2019-12-20"));
        yield return Row(subject, "milestones", "2019-02-04", ("milestone", "start"), ("kind", "actual"), ("day", "2019-02-04"));
        yield return Row(subject, "milestones", "2019-10-31", ("milestone", "roof"), ("kind", "actual"), ("day", "2019-10-31"));
        yield return Row(subject, "milestones", "2019-09-30", ("milestone", "end"), ("kind", "replan"), ("day", "2020-04-01"), ("until", "2020-06-30"));
        yield return Row(subject, "milestones", "2020-08-31", ("milestone", "end"), ("kind", "forecast"), ("day", "2020-10-01"), ("until", "2020-11-30"), ("text", "najaar 2020"));
        yield return Row(subject, "budget", "2018-06-30", ("row", "works"), ("kind", "budget"), ("per", "unit"), ("amount", "20000"));
        yield return Row(subject, "budget", "2018-06-30", ("row", "guidance"), ("kind", "budget"), ("per", "project"), ("amount", "75000"));
        yield return Row(subject, "budget", "2018-12-31", ("row", "offer"), ("kind", "offer"), ("per", "unit"), ("amount", "21875"));
        yield return Row(subject, "funding", "2018-12-31", ("row", "own"), ("party", "owners"), ("kind", "own"), ("amount", "480000"), ("pm", "false"));
        yield return Row(subject, "funding", "2018-12-31", ("row", "grant"), ("party", "municipality"), ("kind", "grant"), ("amount", "400000"), ("pm", "false"));
        yield return Row(subject, "funding", "2019-12-31", ("row", "less"), ("party", "municipality"), ("kind", "grant"), ("amount", "-20000"), ("corrects", "grant"));
        yield return Row(subject, "funding", "2019-03-01", ("row", "bridge"), ("party", "fund"), ("kind", "loan"), ("amount", "200000"), ("drawn_on", "2019-03-01"), ("due_on", "2020-03-01"), ("repaid", "50000"));
        yield return Row(subject, "funding", "2020-08-31", ("row", "hours"), ("party", "municipality"), ("kind", "in-kind"), ("pm", "true"), ("note", "Uren"));
        yield return Row(subject, "works", "2020-08-31", ("item", "roofs"), ("value", "312000"), ("state", "accepted"), ("paid", "true"));
        yield return Row(subject, "works", "2020-08-31", ("item", "walls"), ("value", "563000"), ("state", "tendered"), ("paid", "false"));
        yield return Row(subject, "positions", "2020-08-31", ("position_on", "2020-08-31"), ("escrow", "60000"), ("committed_undrawn", "104500"), ("cost_to_complete", "240000"), ("reported_progress", "90"));
        yield return Row(subject, "conditions", "2018-12-31", ("condition", "label"), ("due_on", "2020-06-30"));
        yield return Row(subject, "conditions", "2018-12-31", ("condition", "permit"), ("due_on", "2019-01-31"), ("met_on", "2019-01-15"));
        yield return Row(subject, "delay-costs", "2019-12-21", ("unit_month_cost", "600"), ("units", "8"), ("valid_from", "2019-12-21"));
        for (var signal = 0; signal < 8; signal++)
        {
            yield return Row(subject, "signals", "2020-07-01", ("signal", string.Create(CultureInfo.InvariantCulture, $"s-{signal}")), ("received_on", "2020-07-01"), ("kind", "noise"));
        }
    }

    private static IEnumerable<AreaRecord> CreateFaults(string subject)
    {
        yield return Row(subject, "milestones", "2021-01-31", ("milestone", "keys"), ("kind", "forecast"), ("day", "2021-03-31"), ("until", "2021-03-01"));
        yield return Row(subject, "funding", "2021-01-31", ("row", "below"), ("party", "owners"), ("kind", "own"), ("amount", "-5"), ("pm", "false"));
        yield return Row(subject, "funding", "2021-01-31", ("row", "nothing"), ("party", "owners"), ("kind", "own"), ("pm", "false"));
        yield return Row(subject, "funding", "2021-01-31", ("row", "both"), ("party", "owners"), ("kind", "own"), ("amount", "5"), ("pm", "true"));
        yield return Row(subject, "funding", "2021-01-31", ("row", "wrong"), ("party", "owners"), ("kind", "own"), ("amount", "-5"), ("corrects", "nobody"));
        yield return Row(subject, "funding", "2021-01-31", ("row", "much"), ("party", "owners"), ("kind", "own"), ("amount", "-500000"), ("corrects", "own"));
        yield return Row(subject, "funding", "2021-01-31", ("row", "back"), ("party", "fund"), ("kind", "loan"), ("amount", "5"), ("repaid", "6"));
        yield return Row(subject, "funding", "2018-12-31", ("row", "own"), ("party", "owners"), ("kind", "own"), ("amount", "470000"), ("pm", "false")) with { Dataset = "project-funding-published" };
    }

    private static AreaRecord Subject(string code, string rules, string? units) => ExampleKinds.Record(
        "subjects", GeneratedCity.Code, new DateOnly(2018, 1, 1), code,
        [("subject", code), ("title", code), ("family", "project-ledger"), ("rules", rules), ("scope", "project"), .. units is null ? [] : new[] { ("units", units), ("unit", "homes") }]);

    private static AreaRecord Row(string subject, string form, string recorded, params (string Name, string Value)[] fields) => ExampleKinds.Record(
        $"project-{form}", GeneratedCity.Code, DateOnly.ParseExact(recorded, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        $"{subject} {string.Join(' ', fields.Select(field => field.Value))} {recorded}", [("subject", subject), ("recorded_on", recorded), .. fields]);
}
