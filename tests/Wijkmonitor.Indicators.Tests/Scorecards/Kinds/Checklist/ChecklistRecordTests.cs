using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Tests.Datasets;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds.Checklist;

/// <summary>Files with answers, measurements, choices and tasks.</summary>
public sealed class ChecklistRecordTests
{
    private const string Answers = "area;subject;item;answer;day;role;evidence\n";
    private const string Measured = "area;subject;item;value;low;high;day;source\n";
    private const string Choices = "area;subject;aspect;now;intended;day\n";
    private const string Tasks = "area;subject;task;party;part;day\n";

    [Theory]
    [InlineData("answers", Answers + "GM0153;proef;stop-moment;no;2020-06-30;client;\n", "proef stop-moment 2020-06-30 client")]
    [InlineData("measured", Measured + "GM0153;straat;walking-width;1.9;;;2020-06-30;Opmeting\n", "straat walking-width 2020-06-30")]
    [InlineData("choices", Choices + "GM0153;net;procurement;ad hoc;;2020-06-30\n", "net procurement 2020-06-30")]
    [InlineData("tasks", Tasks + "GM0153;net;survey;installer;does;2020-06-30\n", "net survey installer does 2020-06-30")]
    public void A_row_is_named_by_its_fields_and_has_its_day(string dataset, string file, string reference)
    {
        var reading = Reading.Read(dataset, file);

        Assert.Empty(reading.Log.Kept);
        var record = Assert.IsType<AreaRecordItem>(Assert.Single(reading.Items)).Record;
        Assert.Equal((reference, new DateOnly(2020, 6, 30)), (record.Reference, record.Date));
    }

    [Theory]
    [InlineData("answers", Answers + "GM0153;proef;stop-moment;maybe;2020-06-30;client;\n", "answer", ProblemCodes.ChoiceInvalid)]
    [InlineData("answers", Answers + "GM0153;proef;stop-moment;ja;2020-06-30;client;\n", "answer", ProblemCodes.ChoiceInvalid)]
    [InlineData("answers", Answers + "GM0153;proef;stop-moment;;2020-06-30;client;\n", "answer", ProblemCodes.ValueMissing)]
    [InlineData("answers", Answers + "GM0153;proef;stop-moment;no;2020-06-30;;\n", "role", ProblemCodes.ValueMissing)]
    [InlineData("answers", Answers + "GM0153;proef;stop-moment;no;2020-06-30;Jan Jansen;\n", "role", ProblemCodes.CodeInvalid)]
    [InlineData("answers", Answers + "GM0153;proef;stop-moment;no;2020-06;client;\n", "day", ProblemCodes.DateInvalid)]
    [InlineData("answers", Answers + "GM0153;proef;stop-moment;no;2020-06-30;client;Volgens mevrouw Jansen\n", "evidence", ProblemCodes.PersonalData)]
    [InlineData("choices", Choices + "GM0153;net;director;Bel mij op 06-12345678;;2020-06-30\n", "now", ProblemCodes.PersonalData)]
    [InlineData("choices", Choices + "GM0153;net;director;;dhr. De Vries;2020-06-30\n", "intended", ProblemCodes.PersonalData)]
    [InlineData("measured", Measured + "GM0153;straat;walking-width;wide;;;2020-06-30;Opmeting\n", "value", ProblemCodes.NumberInvalid)]
    [InlineData("measured", Measured + "GM0153;straat;walking-width;1.9;;;2020-06-30;\n", "source", ProblemCodes.ValueMissing)]
    [InlineData("tasks", Tasks + "GM0153;net;survey;installer;watches;2020-06-30\n", "part", ProblemCodes.ChoiceInvalid)]
    [InlineData("tasks", Tasks + "GM0153;net;survey;Jan Jansen;does;2020-06-30\n", "party", ProblemCodes.CodeInvalid)]
    public void A_malformed_field_is_reported_by_line_and_column(string dataset, string file, string column, string code)
    {
        var problem = Reading.Read(dataset, file).Problem;

        Assert.Equal((code, 2, column), (problem.Code, problem.Line, problem.Column));
        Assert.NotEmpty(problem.Remedy.Nl);
    }

    [Theory]
    [InlineData("answers", Answers, "GM0153;proef;stop-moment;no;2020-06-30;client;\n", "GM0153;proef;stop-moment;yes;2020-06-30;client;\n")]
    [InlineData("choices", Choices, "GM0153;net;procurement;ad hoc;;2020-06-30\n", "GM0153;net;procurement;raamovereenkomst;;2020-06-30\n")]
    [InlineData("tasks", Tasks, "GM0153;net;survey;installer;does;2020-06-30\n", "GM0153;net;survey;installer;does;2020-06-30\n")]
    public void Rows_about_the_same_in_one_file_are_refused(string dataset, string header, string first, string second) =>
        Assert.Equal((ProblemCodes.KeyDuplicate, 3), (Reading.Read(dataset, header + first + second).Problem.Code, Reading.Read(dataset, header + first + second).Problem.Line));

    [Fact]
    public void The_samples_have_the_numbers_of_the_documentation()
    {
        var cards = ExampleKinds.GetRulesFiles("checklist").Select(file => ExampleKinds.Example("checklist", file: file))
            .SelectMany(kind => kind.Compute(SampleDeliveries.All.Figures with { Municipality = AreaCode.Parse("GM0153") }))
            .ToDictionary(card => (card.Subject!, card.Period.Year));

        ChecklistSystemTests.AssertPilot(cards[("proef-voorbeeld", 2020)]);
        Assert.Equal(["risk-analysis"], cards[("proef-voorbeeld", 2020)].Finding("stale").Lines);
        Assert.Equal([3m, 1m, 5m], cards[("bouwstenen-voorbeeld", 2020)].Totals("advised", "acceptable", "to-improve"));
        Assert.Equal([5m, 1m, 0m], cards[("bouwstenen-voorbeeld", 2020)].Totals("advised-intended", "acceptable-intended", "to-improve-intended"));
        Assert.Equal(["task-survey"], cards[("laatste-meter-voorbeeld", 2020)].Finding("no-accountable").Lines);
        Assert.Equal(["task-indoor-installation"], cards[("laatste-meter-voorbeeld", 2020)].Finding("two-accountable").Lines);
        Assert.True(cards[("laatste-meter-voorbeeld", 2020)].Finds("control-at-risk"));
        Assert.Equal(["party-tenants"], cards[("funderingen-voorbeeld", 2020)].Finding("not-involved").Lines);
        Assert.Equal([5m, 1m, 1m, 7m], cards[("wom-voorbeeld", 2020)].Totals("met", "partly", "unknown", "applicable"));
        Assert.Equal(("holds", "depends", "fails"), (Outcome("walking-width"), Outcome("green-share"), Outcome("homes-without-access")));

        string Outcome(string line) => cards[("straat-voorbeeld", 2020)].Line(line).Outcome!.Code;
    }
}
