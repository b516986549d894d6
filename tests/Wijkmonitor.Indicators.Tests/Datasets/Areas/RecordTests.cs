using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Ledgers;

namespace Wijkmonitor.Indicators.Tests.Datasets.Areas;

public sealed class RecordTests
{
    [Fact]
    public void Areas_come_with_name_and_boundary_year()
    {
        var reading = Reading.Read("areas", "code;name;boundary_year\nCU0153-dolphia;Dolphia;2016\n");

        var area = Assert.IsType<AreaItem>(Assert.Single(reading.Items)).Area;
        Assert.Equal(("CU0153-dolphia", "Dolphia", 2016, "GM0153"), (area.Code.Value, area.Name, area.BoundaryYear, area.Code.Municipality.Value));
    }

    [Fact]
    public void A_name_may_hold_a_slash_but_a_reference_may_not()
    {
        Assert.Empty(Reading.Read("areas", "code;name;boundary_year\nBU03630000;Noord/Zuid;2016\n").Log.Kept);

        var reading = Reading.Read("operation", "contract;reference;date;description;amount\ndolphia;1/2;2017-01-01;rent;10\n");
        Assert.Equal((ProblemCodes.TextInvalid, "reference"), (reading.Problem.Code, reading.Problem.Column));
    }

    [Theory]
    [InlineData("a\u0001b")]
    [InlineData("a\u0085b")]
    public void A_control_character_is_refused_in_any_text(string text)
    {
        var reading = Reading.Read("operation", $"contract;reference;date;description;amount\ndolphia;{text};2017-01-01;{text};10\n");

        Assert.Equal(["reference", "description"], reading.Log.Kept.Select(p => p.Column));
        Assert.All(reading.Log.Kept, problem => Assert.Equal(ProblemCodes.TextInvalid, problem.Code));
    }

    [Fact]
    public void An_activity_without_confirmation_is_read_as_unconfirmed()
    {
        var reading = Reading.Read("activities", "contract;reference;date;activity;count;confirmed_by\ndolphia;A1;2017-03-29;dinner;2;\n");

        var entry = Assert.IsType<LedgerEntryItem>(Assert.Single(reading.Items)).Entry;
        Assert.Equal((LedgerChannel.Activities, "A1", new DateOnly(2017, 3, 29), "dinner", 2m), (entry.Channel, entry.Reference, entry.Date, entry.Item, entry.Count!.Value));
        Assert.Null(entry.ConfirmedBy);
        Assert.Null(entry.Amount);
        Assert.Equal(2, entry.Source.Line);
    }

    [Theory]
    [InlineData("29-03-2017", ProblemCodes.DateInvalid)]
    [InlineData("2017-02-30", ProblemCodes.DateInvalid)]
    public void A_date_is_year_month_day(string date, string code) =>
        Assert.Equal(code, Reading.Read("operation", $"contract;reference;date;description;amount\ndolphia;1;{date};rent;10\n").Problem.Code);

    [Fact]
    public void The_same_reference_twice_is_a_duplicate_key() =>
        Assert.Equal(
            (ProblemCodes.KeyDuplicate, 3),
            Reading.Read("operation", "contract;reference;date;description;amount\ndolphia;1;2017-01-01;rent;10\ndolphia;1;2017-01-02;rent;10\n").Log.Kept
                .Select(p => (p.Code, p.Line!.Value)).Single());

    [Fact]
    public void Every_empty_field_of_a_row_is_reported()
    {
        var reading = Reading.Read("activities", "contract;reference;date;activity;count;confirmed_by\n;;;;;wijkregisseur\n");

        Assert.Equal(["contract", "reference", "date", "activity", "count"], reading.Log.Kept.Select(p => p.Column));
    }
}
