using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Target;

/// <inheritdoc/>
internal sealed class TargetGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings =>
    [
        "as-of", "baseline-only", "before-baseline", "behind", "committed", "committed-only", "leading-unknown", "lower-bound", "measured-elsewhere", "negative-count", "no-finish", "note", "range-reversed",
        "segment-unknown", "short-period", "source-differs", "suppressed", "target-incomplete", "target-revised", "upper-bound", "value-and-range",
    ];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("level", json =>
        {
            ToLevel(json, "level");
            json["baseline"] = new JsonObject { ["date"] = "2018-01-01", ["value"] = 10 };
            json["target"] = new JsonObject { ["date"] = "2022-12-31", ["value"] = 0 };
            json["effort"] = new JsonObject { ["count"] = 4, ["unit"] = "fte", ["label"] = new JsonObject { ["nl"] = "Inzet", ["en"] = "Effort" } };
        }),
        new("no-target", json =>
        {
            ToLevel(json, "no-target");
            json["baseline"] = new JsonObject { ["date"] = null, ["value"] = 10 };
            json["target"] = null;
        }),
        new("indicator", json =>
        {
            ToLevel(json, "indicator");
            json["indicator"] = "inhabitants";
            json["unit"] = "inhabitants";
            json["counted"] = "persons";
            json["direction"] = "higher-is-better";
            json["baseline"] = new JsonObject { ["date"] = "2018-01-01", ["value"] = 100 };
            json["target"] = new JsonObject { ["date"] = null, ["value"] = 100000 };
        }),
    ];

    public override IEnumerable<AreaRecord> Records =>
    [
        Subject("homes", "homes-insulated"), .. CreateHomes(), Subject("few", "homes-insulated"), .. CreateFew(), Subject("new", "homes-insulated"), .. CreateNew(),
        Subject("planned", "homes-insulated"), Subject("promised", "homes-insulated"), Row("promised", "leading", "2020-06-30", 90), Subject("levels", "level"), .. CreateLevels(), Subject("open", "no-target"), Row("open", "measured", "2020-06-30", 7), Subject("people", "indicator"),
        Row("people", "measured", "2020-06-30", 7),
    ];

    private static void ToLevel(JsonNode json, string code)
    {
        json["code"] = code;
        json["kind"] = "level";
        json["unit"] = "score";
        json["counted"] = "other";
        json["direction"] = "lower-is-better";
        foreach (var field in new[] { "path", "stock", "leading", "band" })
        {
            json[field] = null;
        }

        json["segments"] = new JsonArray();
    }

    private static IEnumerable<AreaRecord> CreateHomes()
    {
        yield return Row("homes", "measured", "2017-12-31", 90);
        yield return Row("homes", "measured", "2019-12-31", 150, ("note", "Geteld bij oplevering"));
        yield return Row("homes", "measured", "2019-12-31", 140) with { Dataset = "progress-published" };
        yield return Row("homes", "measured", "2019-12-31", 50, ("segment", "private"));
        yield return Row("homes", "measured", "2019-12-31", 100, ("segment", "corporation"));
        yield return Row("homes", "measured", "2019-12-31", 100, ("segment", "nobody"));
        yield return Row("homes", "measured", "2020-12-31", null, ("low", "250"), ("high", "270"));
        yield return Row("homes", "leading", "2020-12-31", 300);
        yield return Row("homes", "target", "2019-06-30", 700, ("target_date", "2024-12-31"));
        yield return Row("homes", "target", "2020-06-30", 800, ("target_date", "2026-12-31"));
        yield return Row("homes", "target", "2020-07-31", null, ("target_date", "2027-12-31"));
        yield return Row("homes", "measured", "2015-12-31", 5);
        yield return Row("homes", "measured", "2021-12-31", 300, ("low", "400"));
        yield return Row("homes", "measured", "2018-12-31", -5);
    }

    private static IEnumerable<AreaRecord> CreateFew()
    {
        yield return Row("few", "measured", "2019-12-31", 3);
        yield return Row("few", "measured", "2020-12-31", 0);
        yield return Row("few", "measured", "2021-06-30", null, ("low", "9"), ("high", "7"));
    }

    private static IEnumerable<AreaRecord> CreateNew()
    {
        yield return Row("new", "leading", "2016-06-30", 40);
        yield return Row("new", "measured", "2016-09-30", null, ("high", "60"));
    }

    private static IEnumerable<AreaRecord> CreateLevels()
    {
        yield return Row("levels", "measured", "2018-06-30", 9);
        yield return Row("levels", "measured", "2019-06-30", 11);
        yield return Row("levels", "leading", "2019-06-30", 6);
    }

    private static AreaRecord Subject(string code, string rules) => ExampleKinds.Record(
        "subjects", GeneratedCity.Code, new DateOnly(2016, 1, 1), code, ("subject", code), ("title", code), ("family", "target"), ("rules", rules), ("scope", "project"));

    private static AreaRecord Row(string subject, string kind, string day, int? value, params (string Name, string Value)[] fields)
    {
        (string, string)[] measured = value is { } number ? [("value", number.ToString(CultureInfo.InvariantCulture))] : [];
        return ExampleKinds.Record("progress", GeneratedCity.Code, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), $"{subject} {kind} {day} {string.Join(' ', fields)}",
            [("subject", subject), ("kind", kind), ("day", day), .. measured, .. fields]);
    }
}
