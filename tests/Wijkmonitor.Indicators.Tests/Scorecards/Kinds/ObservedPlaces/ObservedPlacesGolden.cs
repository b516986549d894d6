using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.ObservedPlaces;

/// <inheritdoc/>
internal sealed class ObservedPlacesGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings =>
        ["act", "as-of", "class-unknown", "few-rounds", "method-unknown", "not-tested", "not-visited", "photographed", "rounds-missed", "source-differs", "theme-unknown"];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("methods", json =>
        {
            json["code"] = "methods";
            json["plannedRounds"] = null;
            json["actFrom"] = null;
            json["testFrom"] = 3;
            json["themes"]![0]!["methods"] = new System.Text.Json.Nodes.JsonArray(CreateName("one"), CreateName("other"), CreateName("third"));
        }),
    ];

    public override IEnumerable<AreaRecord> Records =>
    [
        Subject("places-streets", "waste-map"), .. CreateStreets(), Subject("places-trials", "methods"), .. CreatePlace("places-trials", "a", "one", 3, 3, 2, 4), .. CreatePlace("places-trials", "b", "other", 2, 3, 1, 1),
        .. CreatePlace("places-trials", "c", "third", 5, 5), Subject("places-none", "waste-map"),
    ];

    private static IEnumerable<AreaRecord> CreateStreets() =>
    [
        .. CreatePlace("places-streets", "a", null, 1, 1, 2, 5), .. CreatePlace("places-streets", "b", null, 5, 4, 4), .. CreatePlace("places-streets", "c", null, 3), Row("places-streets", "d", null, null, 0),
        Row("places-streets", "a", null, "7", 9), Row("places-streets", "a", "one", "3", 10), Row("places-streets", "a", null, "3", 11) with { Fields = Change("places-streets", "noise") },
        Row("places-streets", "a", null, "4", 0) with { Reference = "again" }, Row("places-streets", "a", null, "2", 60),
    ];

    private static Dictionary<string, string> Change(string subject, string theme) => new() { ["subject"] = subject, ["theme"] = theme, ["place"] = "a", ["class"] = "3" };

    private static System.Text.Json.Nodes.JsonObject CreateName(string code) =>
        new() { ["code"] = code, ["label"] = new System.Text.Json.Nodes.JsonObject { ["nl"] = code, ["en"] = code } };

    private static IEnumerable<AreaRecord> CreatePlace(string subject, string place, string? method, params IEnumerable<int> classes) =>
        classes.Index().Select(round => Row(subject, place, method, $"{round.Item}", round.Index));

    private static AreaRecord Subject(string code, string rules) => ExampleKinds.Record(
        "subjects", GeneratedCity.Code, new DateOnly(2019, 1, 1), code, ("subject", code), ("title", code), ("family", "observed-places"), ("rules", rules), ("scope", "area"));

    private static AreaRecord Row(string subject, string place, string? method, string? found, int week)
    {
        (string Name, string? Value)[] fields = [("subject", subject), ("theme", "waste"), ("place", place), ("place_name", $"Plek {place}"), ("method", method), ("class", found)];
        return ExampleKinds.Record(
            "place-observations", GeneratedCity.Code, new DateOnly(2019, 3, 4).AddDays(7 * week), $"{subject} {place} {week} {found}",
            [.. fields.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!))]);
    }
}
