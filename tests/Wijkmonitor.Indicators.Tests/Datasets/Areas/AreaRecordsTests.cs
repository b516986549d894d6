using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Tests.Datasets.Areas;

public sealed class AreaRecordsTests
{
    private const string Header = "area;reference;date;indicator;partner;action\n";

    // A definition with a field of every type.
    private static readonly DatasetDefinition AllTypes = Reading.Definition("compass-actions", ("""
        { "name": "indicator", "type": "indicator", "required": true },
        """, """
        { "name": "colour", "type": "choice", "values": ["red", "green"] },
        { "name": "score", "type": "number", "min": 1, "max": 10 },
        { "name": "until", "type": "date" },
        { "name": "about", "type": "indicator" },
        { "name": "near", "type": "area" },
        { "name": "ours", "type": "yes-no", "required": true },
        """));

    private const string AllHeader = "area;reference;date;colour;score;until;about;near;ours;partner;action\n";

    [Fact]
    public void A_note_is_read_with_its_area_date_reference_and_fields()
    {
        var reading = Reading.Read("compass-actions", Header + "CU0153-dolphia;K1;2018-02-01;early_school_leavers;scholen;Huiswerkavond\n");

        Assert.Empty(reading.Log.Kept);
        var record = Assert.IsType<AreaRecordItem>(Assert.Single(reading.Items)).Record;
        Assert.Equal(("compass-actions", "CU0153-dolphia", new DateOnly(2018, 2, 1), "K1"), (record.Dataset, record.Area.Value, record.Date, record.Reference));
        Assert.Equal(["action=Huiswerkavond", "indicator=early_school_leavers", "partner=scholen"], record.Fields.Select(f => $"{f.Key}={f.Value}"));
        Assert.Equal(new SourceLine("", 2), record.Source);
    }

    [Fact]
    public void Every_type_has_one_notation_and_an_empty_field_is_absent()
    {
        var reading = Reading.Read(AllTypes, AllHeader
            + "BU03630000;1;2018-02-01;red;7.50; 2018-12-31 ;early_school_leavers;WK036300;Ja;p;a\n"
            + "BU03630000;2;2018-02-01;;;;;;no;p;a\n");

        Assert.Empty(reading.Log.Kept);
        Assert.Equal(
            [
                "about=early_school_leavers action=a colour=red near=WK036300 ours=true partner=p score=7.5 until=2018-12-31",
                "action=a ours=false partner=p",
            ],
            reading.Items.Cast<AreaRecordItem>().Select(noted => string.Join(' ', noted.Record.Fields.Select(f => $"{f.Key}={f.Value}"))));
    }

    [Theory]
    [InlineData("colour", "blue;;;;;ja;p;a", ProblemCodes.ChoiceInvalid)]
    [InlineData("score", ";zeven;;;;ja;p;a", ProblemCodes.NumberInvalid)]
    [InlineData("score", ";11;;;;ja;p;a", ProblemCodes.ValueOutOfRange)]
    [InlineData("score", ";7,5;;;;ja;p;a", ProblemCodes.NumberSeparator)]
    [InlineData("until", ";;31-12-2018;;;ja;p;a", ProblemCodes.DateInvalid)]
    [InlineData("about", ";;;nowhere;;ja;p;a", ProblemCodes.IndicatorUnknown)]
    [InlineData("near", ";;;;Selwerd;ja;p;a", ProblemCodes.AreaCodeInvalid)]
    [InlineData("ours", ";;;;;misschien;p;a", ProblemCodes.ChoiceInvalid)]
    [InlineData("ours", ";;;;;;p;a", ProblemCodes.ValueMissing)]
    [InlineData("action", ";;;;;ja;p;bel mevrouw Jansen", ProblemCodes.PersonalData)]
    [InlineData("partner", ";;;;;ja;Dorpsstraat 12;a", ProblemCodes.PersonalData)]
    public void An_invalid_field_is_reported_by_line_and_column(string column, string fields, string code)
    {
        var problem = Reading.Read(AllTypes, AllHeader + $"BU03630000;1;2018-02-01;{fields}\n").Problem;

        Assert.Equal((code, column, 2), (problem.Code, problem.Column, problem.Line));
        Assert.Equal(ProblemSeverity.Error, problem.Severity);
    }

    [Theory]
    [InlineData("Selwerd;1;2018-02-01", "area", ProblemCodes.AreaCodeInvalid)]
    [InlineData("BU03630000;a/b;2018-02-01", "reference", ProblemCodes.TextInvalid)]
    [InlineData("BU03630000;mw. Jansen;2018-02-01", "reference", ProblemCodes.PersonalData)]
    [InlineData("BU03630000;1;1 februari", "date", ProblemCodes.DateInvalid)]
    [InlineData("BU03630000;1;0018-02-01", "date", ProblemCodes.DateInvalid)]
    public void An_invalid_fixed_column_is_reported(string fixedFields, string column, string code)
    {
        var problem = Reading.Read("compass-actions", Header + fixedFields + ";early_school_leavers;p;a\n").Problem;

        Assert.Equal((code, column), (problem.Code, problem.Column));
    }

    [Fact]
    public void A_text_longer_than_its_field_allows_is_refused()
    {
        Assert.Empty(Reading.Read("compass-actions", Header + $"BU03630000;1;2018-02-01;early_school_leavers;p;{new string('a', 500)}\n").Log.Kept);

        Assert.Equal(
            (ProblemCodes.TextInvalid, "action"),
            Reading.Read("compass-actions", Header + $"BU03630000;1;2018-02-01;early_school_leavers;p;{new string('a', 501)}\n").Log.Kept.Select(p => (p.Code, p.Column!)).Single());
    }

    [Fact]
    public void The_same_reference_twice_is_a_duplicate_key_but_not_in_another_municipality()
    {
        const string Rest = ";2018-02-01;early_school_leavers;p;a\n";

        var reading = Reading.Read("compass-actions", Header + $"BU03630000;1{Rest}BU01530000;1{Rest}BU03630001;1{Rest}");

        Assert.Equal((ProblemCodes.KeyDuplicate, 4), (reading.Problem.Code, reading.Problem.Line));
    }

    [Theory]
    [InlineData("\"name\": \"partner\"", "\"name\": \"Partner\"", "Field 'Partner'")]
    [InlineData("\"name\": \"partner\"", "\"name\": \"date\"", "Field 'date'")]
    [InlineData("\"name\": \"partner\"", "\"name\": \"action\"", "Field 'action'")]
    [InlineData("\"name\": \"partner\"", "\"name\": \"contactpersoon\"", "data about persons")]
    [InlineData("\"name\": \"partner\", \"type\": \"text\"", "\"name\": \"partner\", \"type\": \"choice\"", "'values' is required")]
    [InlineData("\"maxLength\": 500", "\"maxLength\": 5000", "'maxLength' is for a text")]
    [InlineData("\"maxLength\": 500", "\"min\": 3", "'min' and 'max' are for a number")]
    [InlineData("\"records\": \"area-records\"", "\"records\": \"decisions\"", "'fields' is required for the records 'area-records'")]
    public void A_definition_with_invalid_fields_is_refused_by_name(string from, string to, string message) =>
        Assert.Contains(message, Assert.Throws<ConfigurationException>(() => Reading.Definition("compass-actions", (from, to))).Message);
}
