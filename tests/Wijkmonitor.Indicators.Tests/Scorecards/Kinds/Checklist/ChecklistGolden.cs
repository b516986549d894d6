using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Checklist;

/// <inheritdoc/>
internal sealed class ChecklistGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings =>
    [
        "answer-unknown", "as-of", "aspect-unknown", "choice-unknown", "contested", "control-at-risk", "depends", "fails", "intent-only", "invented", "item-unknown", "no-accountable",
        "not-applicable", "not-consulted", "not-involved", "not-normed", "not-ready", "part-unknown", "party-unknown", "range-reversed", "role-unknown", "source-differs", "stale", "suppressed",
        "task-unknown", "two-accountable", "value-and-range",
    ];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("answers-alone", json =>
        {
            json["code"] = "answers-alone";
            json["freshMonths"] = null;
            foreach (var part in new[] { "contexts", "aspects", "parties", "tasks", "posts" })
            {
                json[part] = new JsonArray();
            }
        }),
    ];

    public override IEnumerable<AreaRecord> Records =>
    [
        Subject("street", "street-redesign"), Subject("square", "street-redesign"), Subject("empty", "street-redesign"), Subject("quay", "answers-alone"),
        Answer("street", "stop-moment", "yes", "2018-06-30"), Answer("street", "budget-covers", "yes"), Answer("street", "residents-heard", "partly"), Answer("street", "shops-reachable", "not-applicable"),
        Answer("street", "street-closed", "no"), Answer("street", "nothing", "yes"), Answer("street", "residents-heard", "maybe", "2020-05-31"),
        Measured("street", "walking-width", 1.9m), Measured("street", "green-share", 30, 8, 12), Measured("street", "detour", 350), Measured("street", "homes-without-access", 24),
        Choice("street", "works-by", "in eigen beheer", "één aannemer"), Choice("street", "phasing", "in één keer", "in delen"), Choice("street", "street-kind", "winkelstraat", null), Choice("street", "parking", null, "elders in de buurt"),
        Choice("street", "lighting", "led", null),
        Part("street", "design", "client", "accountable"), Part("street", "design", "residents", "consulted"), Part("street", "building", "contractor", "accountable"), Part("street", "informing", "contractor", "does"),
        Part("street", "owner-of-trees", "contractor", "accountable"), Part("street", "demolition", "client", "does"), Part("street", "building", "mayor", "does"), Part("street", "building", "client", "watches"),
        Answer("square", "stop-moment", "yes"), Answer("square", "stop-moment", "no", role: "project-leader"), Answer("square", "street-closed", "yes", role: "somebody"), Answer("square", "budget-covers", "no"),
        Measured("square", "walking-width", 1.2m), Measured("square", "homes-without-access", 3), Measured("square", "green-share", null, 12, 8), Measured("square", "detour", null, 100),
        Choice("square", "works-by", "door de buren", null), Choice("square", "parking", "elders in de buurt", null), Choice("square", "phasing", "in één keer", null),
        Part("square", "building", "client", "accountable"), Part("square", "building", "contractor", "accountable"), Part("square", "design", "client", "accountable"), Part("square", "evaluation", "residents", "does"),
        Answer("quay", "stop-moment", "yes", "2018-06-30"), Answer("quay", "budget-covers", "yes"), Measured("quay", "walking-width", null, 1.5m, 2), Measured("quay", "green-share", null, null, 50),
    ];

    private static AreaRecord Subject(string code, string rules) => ExampleKinds.Record(
        "subjects", GeneratedCity.Code, new DateOnly(2018, 1, 1), code, ("subject", code), ("title", code), ("family", "checklist"), ("rules", rules), ("scope", "project"));

    private static AreaRecord Answer(string subject, string item, string answer, string day = "2020-06-30", string role = "client") =>
        Record("answers", subject, day, ("item", item), ("answer", answer), ("role", role));

    private static AreaRecord Measured(string subject, string item, decimal? value, decimal? low = null, decimal? high = null) =>
        Record("measured", subject, "2020-06-30", ("item", item), ("value", Write(value)), ("low", Write(low)), ("high", Write(high)), ("source", "Opmeting"));

    private static AreaRecord Choice(string subject, string aspect, string? now, string? intended) =>
        Record("choices", subject, "2020-06-30", ("aspect", aspect), ("now", now), ("intended", intended));

    private static AreaRecord Part(string subject, string task, string party, string part) =>
        Record("tasks", subject, "2020-06-30", ("task", task), ("party", party), ("part", part));

    private static AreaRecord Record(string dataset, string subject, string day, params (string Name, string? Value)[] fields)
    {
        var known = fields.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!));
        return ExampleKinds.Record(dataset, GeneratedCity.Code, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            $"{subject} {day} {string.Join(' ', known)}", [("subject", subject), ("day", day), .. known]);
    }

    private static string? Write(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
