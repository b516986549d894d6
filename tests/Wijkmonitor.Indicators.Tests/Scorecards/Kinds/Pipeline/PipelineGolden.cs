using System.Globalization;
using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Tests.Golden;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Pipeline;

/// <inheritdoc/>
internal sealed class PipelineGolden : GoldenKind
{
    public override IReadOnlyList<string> Findings =>
    [
        "approximate", "as-of", "forecast-of", "late", "no-rate", "order", "over-capacity", "period-differs", "quota-behind", "short-period", "source-differs", "stage-unknown", "suppressed",
    ];

    public override IReadOnlyList<RuleVariant> Variants =>
    [
        new("by-year", json =>
        {
            json["code"] = "by-year";
            json["period"] = "month";
            json["counted"] = "persons";
            json["countsFrom"] = "year";
            json["stages"]![0]!.AsObject().Add("deadlineDays", JsonValue.Create(31));
            json["stages"]![0]!.AsObject().Add("graceDays", JsonValue.Create(0));
            json["capacity"] = new JsonObject { ["stage"] = "contacted", ["per"] = "month", ["count"] = 40 };
            json["quota"] = new JsonObject { ["stage"] = "agreed", ["count"] = 100 };
            json["coverage"] = new JsonObject { ["stage"] = "agreed", ["months"] = 3 };
            json["stated"] = new JsonArray(new JsonObject
            {
                ["code"] = "stated", ["label"] = new JsonObject { ["nl"] = "Gezegd", ["en"] = "Stated" }, ["value"] = 50, ["high"] = 75, ["unit"] = "%", ["approximate"] = true,
                ["text"] = new JsonObject { ["nl"] = "Ongeveer.", ["en"] = "About." }, ["source"] = "Invented",
            });
        }),
    ];

    public override IEnumerable<AreaRecord> Records => CreateSubjects().Concat(CreateWeeks()).Concat(CreateMonths());

    private static IEnumerable<AreaRecord> CreateSubjects()
    {
        yield return Subject("weeks", "heat-connection", ("units", "400"));
        yield return Subject("still", "heat-connection");
        yield return Subject("young", "heat-connection", ("units", "200")) with { Area = AreaCode.Parse("WK999901") };
        yield return Subject("months", "by-year", ("units", "200"));
    }

    private static IEnumerable<AreaRecord> CreateWeeks()
    {
        foreach (var (week, done) in new[] { ("2020-W10", 30), ("2020-W11", 15), ("2020-W12", 0), ("2020-W13", 5), ("2021-W01", 20) })
        {
            foreach (var segment in new[] { "corporation", "private" })
            {
                var first = week == "2020-W10";
                yield return Row("weeks", segment, week, "contacted", first ? 100 : 0);
                yield return Row("weeks", segment, week, "agreed", first ? 80 : 2, ("left", "5"));
                yield return Row("weeks", segment, week, "surveyed", first ? 60 : 6, ("visits", first ? "90" : "6"), ("persons", first ? "90" : "6"));
                yield return Row("weeks", segment, week, "handed-over", done);
            }
        }

        yield return Row("weeks", "private", "2020-W11", "phoned", 4);
        yield return Row("weeks", "private", "2020", "agreed", 4);
        foreach (var week in new[] { "2021-W01", "2021-W02" })
        {
            yield return Row("young", "", week, "agreed", 60);
            yield return Row("young", "", week, "handed-over", 20);
        }

        yield return Row("still", "", "2021-W02", "agreed", 20);
        yield return Row("still", "", "2021-W02", "surveyed", 22);
        yield return Row("still", "", "2021-W02", "handed-over", 0);
    }

    private static IEnumerable<AreaRecord> CreateMonths()
    {
        foreach (var (month, contacted, agreed) in new[] { ("2020-11", 46, 20), ("2020-12", 30, 25), ("2021-01", 38, 3), ("2021-02", 40, 22) })
        {
            yield return Row("months", "north", month, "contacted", contacted, ("on_time", "20"), ("late", "6"));
            yield return Row("months", "north", month, "agreed", agreed);
            yield return Row("months", "north", month, "handed-over", agreed);
        }

        yield return Row("months", "south", "2020-11", "contacted", 10, ("on_time", "8"), ("late", "0"));
        yield return Row("months", "south", "2020-11", "agreed", 8);
        yield return Row("months", "south", "2020-11", "handed-over", 6);
        yield return Row("months", "north", "2020-11", "contacted", 45) with { Dataset = "pipeline-published" };
    }

    private static AreaRecord Subject(string code, string rules, params (string Name, string Value)[] fields) => ExampleKinds.Record(
        "subjects", GeneratedCity.Code, new DateOnly(2020, 1, 1), code, [("subject", code), ("title", code), ("family", "pipeline"), ("rules", rules), ("scope", "project"), .. fields]);

    private static AreaRecord Row(string subject, string segment, string period, string stage, int entered, params (string Name, string Value)[] fields)
    {
        Assert.True(Period.TryParse(period, out var of));
        (string, string)[] named = segment.Length == 0 ? [] : [("segment", segment)];
        return ExampleKinds.Record("pipeline-counts", GeneratedCity.Code, of.End, $"{subject} {period} {segment} {stage}",
            [("subject", subject), ("period", period), ("stage", stage), ("entered", entered.ToString(CultureInfo.InvariantCulture)), .. named, .. fields]);
    }
}
