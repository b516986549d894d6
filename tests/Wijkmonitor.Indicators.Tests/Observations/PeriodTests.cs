using System.Globalization;
using System.Text.Json;
using Wijkmonitor.Indicators.Datasets.Parsing.Rows;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Indicators.Tests.Observations;

public sealed class PeriodTests
{
    private const int First = 1990;
    private const int Last = 2035;

    private static readonly Period[] All = [.. Enum.GetValues<PeriodGranularity>().SelectMany(CreatePeriods)];

    [Fact]
    public void Every_period_is_read_back_from_its_text_json_label_and_CBS_code()
    {
        Assert.Equal((46 * (1 + 1 + 4 + 12)) + 2400, All.Length);
        Assert.All(All, period =>
        {
            Assert.True(Period.TryParse(period.ToString(), out var read));
            Assert.Equal(period, read);
            Assert.Equal(period, JsonSerializer.Deserialize<Period>(JsonSerializer.Serialize(period)));
            Assert.Equal(new PublishedPeriod(period, FigureStatus.None, IsPartOfWeek: false), PublishedPeriod.Read(period.Label.Nl));
            Assert.Equal(new PublishedPeriod(period, FigureStatus.Provisional | FigureStatus.Revised, IsPartOfWeek: false), PublishedPeriod.Read($" {period.Label.Nl}** "));
            if (Code(period) is { } code)
            {
                Assert.Equal(period, PublishedPeriod.Read(code).Period);
            }
        });
    }

    [Fact]
    public void No_two_periods_have_the_same_text_and_each_can_be_part_of_a_key()
    {
        Assert.Equal(All.Length, All.Select(period => period.ToString()).Distinct().Count());
        Assert.All(All, period => Assert.Matches("^[0-9]{4}(-[A-Z0-9]{2,3})?$", period.ToString()));
    }

    [Fact]
    public void Each_period_starts_on_the_day_after_the_one_before_it()
    {
        foreach (var granularity in Enum.GetValues<PeriodGranularity>())
        {
            var inTime = CreatePeriods(granularity).OrderBy(period => period.Start).ToList();
            Assert.Equal(inTime, inTime.Order());
            Assert.All(inTime.Zip(inTime.Skip(1)), pair =>
            {
                Assert.Equal(pair.First.End.AddDays(1), pair.Second.Start);
                Assert.True(pair.First < pair.Second && pair.Second > pair.First && pair.First <= pair.Second && pair.Second >= pair.First);
            });
        }
    }

    [Fact]
    public void Periods_of_different_kinds_are_ordered_by_their_first_day_and_the_longest_first()
    {
        string[] inOrder = ["2023", "2023-SY", "2024", "2024-Q1", "2024-01", "2024-W01", "2024-W02", "2024-02", "2024-Q2", "2025-W01", "2025"];

        Assert.Equal(inOrder, inOrder.Reverse().Select(Read).Order().Select(period => period.ToString()));
    }

    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2023-SY", "2023-08-01", "2024-07-31")]
    [InlineData("2024-Q1", "2024-01-01", "2024-03-31")]
    [InlineData("2024-Q4", "2024-10-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024-W01", "2024-01-01", "2024-01-07")]
    [InlineData("2025-W01", "2024-12-30", "2025-01-05")]
    [InlineData("2020-W53", "2020-12-28", "2021-01-03")]
    public void A_period_has_a_first_and_a_last_day(string text, string start, string end) =>
        Assert.Equal((start, end), (Day(Read(text).Start), Day(Read(text).End)));

    [Theory]
    [InlineData("2024", "2024", "2024")]
    [InlineData("2024-Q1", "1e kwartaal 2024", "Q1 2024")]
    [InlineData("2024-03", "maart 2024", "March 2024")]
    [InlineData("2024-W05", "week 5 van 2024", "week 5 of 2024")]
    [InlineData("2023-SY", "schooljaar 2023/'24", "school year 2023/24")]
    [InlineData("1999-SY", "schooljaar 1999/'00", "school year 1999/00")]
    public void A_period_has_a_name_in_both_languages(string text, string nl, string en) => Assert.Equal((nl, en), (Read(text).Label.Nl, Read(text).Label.En));

    [Theory]
    [InlineData("2024JJ00", "2024")]
    [InlineData("2011SJ00", "2011-SY")]
    [InlineData("2024KW01", "2024-Q1")]
    [InlineData("2024MM03", "2024-03")]
    [InlineData("2024W105", "2024-W05")]
    [InlineData("2019 1e kwartaal", "2019-Q1")]
    [InlineData("2019 4e kwartaal", "2019-Q4")]
    [InlineData("1e kwartaal 2019", "2019-Q1")]
    [InlineData("2019 kwartaal 2", "2019-Q2")]
    [InlineData("2019Q3", "2019-Q3")]
    [InlineData("2019 Q3", "2019-Q3")]
    [InlineData("Q3 2019", "2019-Q3")]
    [InlineData("2019 januari", "2019-01")]
    [InlineData("januari 2019", "2019-01")]
    [InlineData("December 2019", "2019-12")]
    [InlineData("2024 week 5", "2024-W05")]
    [InlineData("week 05 2024", "2024-W05")]
    [InlineData("2024W05", "2024-W05")]
    [InlineData("2024-W05", "2024-W05")]
    [InlineData("2020 week 53", "2020-W53")]
    [InlineData("2023/'24", "2023-SY")]
    [InlineData("2023/\u201924", "2023-SY")]
    [InlineData("2023/2024", "2023-SY")]
    [InlineData("2023-2024", "2023-SY")]
    [InlineData("schooljaar 2023/2024", "2023-SY")]
    [InlineData("1999/'00", "1999-SY")]
    [InlineData("2011-12", "2011-12")]
    public void A_period_is_read_as_publishers_write_it(string written, string text) => Assert.Equal(text, PublishedPeriod.Read(written).Period?.ToString());

    [Theory]
    [InlineData("2024KW00")]
    [InlineData("2024KW05")]
    [InlineData("2024KW11")]
    [InlineData("2024MM00")]
    [InlineData("2024MM13")]
    [InlineData("2024JJ01")]
    [InlineData("2024-13")]
    [InlineData("2024-Q5")]
    [InlineData("2024-W00")]
    [InlineData("2024-W53")]
    [InlineData("2019 week 53")]
    [InlineData("2019 5e kwartaal")]
    [InlineData("2019 brumaire")]
    [InlineData("2011/12")]
    [InlineData("2011-12-01")]
    [InlineData("2023/'25")]
    [InlineData("2022-2024")]
    [InlineData("202403")]
    [InlineData("1899-Q1")]
    [InlineData("2024-sy")]
    [InlineData("maart")]
    [InlineData("2019 januari\n")]
    [InlineData("")]
    public void Invalid_and_ambiguous_periods_are_not_read(string written)
    {
        Assert.Equal(default, PublishedPeriod.Read(written));
        Assert.False(Period.TryParse(written, out _));
    }

    // In table 70895ned 2020W101 has the deaths of 1 through 5 January only; 2019W153 has those of the two days before.
    [Theory]
    [InlineData("1995X000")]
    [InlineData("2020W101")]
    [InlineData("2019W153")]
    [InlineData("2020W153")]
    [InlineData("2020 week 1 (5 dagen)")]
    [InlineData("1995 week 0 (1 dag)")]
    public void A_part_of_a_week_as_CBS_splits_it_is_no_week(string written) => Assert.Equal(new PublishedPeriod(null, FigureStatus.None, IsPartOfWeek: true), PublishedPeriod.Read(written));

    [Theory]
    [InlineData("2024-Q2", "2023-Q2")]
    [InlineData("2024-03", "2023-03")]
    [InlineData("2024", "2023")]
    [InlineData("2021-W52", "2020-W52")]
    [InlineData("2020-W53", null)]
    [InlineData("1900-01", null)]
    public void A_year_earlier_is_the_same_period_where_that_year_has_it(string text, string? earlier) => Assert.Equal(earlier, Read(text).YearEarlier?.ToString());

    [Fact]
    public void A_period_that_is_not_there_is_not_created()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Create(PeriodGranularity.Quarter, 2024, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Create(PeriodGranularity.Week, 2024, 53));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Create(PeriodGranularity.Year, 2200));
    }

    [Theory]
    [InlineData("2024", ReferenceDate.Start, "2024-01-01", "2024 (1 januari 2024)", "2024 (1 January 2024)")]
    [InlineData("2024", ReferenceDate.End, "2024-12-31", "2024 (31 december 2024)", "2024 (31 December 2024)")]
    [InlineData("2024-Q2", ReferenceDate.End, "2024-06-30", "2e kwartaal 2024 (30 juni 2024)", "Q2 2024 (30 June 2024)")]
    [InlineData("2024-Q2", null, null, "2e kwartaal 2024", "Q2 2024")]
    public void A_stock_has_a_day(string text, ReferenceDate? reference, string? day, string nl, string en)
    {
        var measured = new MeasuredPeriod(reference);

        Assert.Equal((day, nl, en), (measured.GetReferenceDate(Read(text)) is { } found ? Day(found) : null, measured.GetLabel(Read(text)).Nl, measured.GetLabel(Read(text)).En));
    }

    [Theory]
    [InlineData(NamedYear.Last, 2022, 2024)]
    [InlineData(NamedYear.First, 2024, 2026)]
    [InlineData(NamedYear.Middle, 2023, 2025)]
    public void A_moving_average_names_its_years(NamedYear named, int first, int last)
    {
        var measured = new MeasuredPeriod(CoversYears: 3, NamedYear: named);

        Assert.Equal((first, last), measured.GetYears(Read("2024")));
        Assert.Equal(FormattableString.Invariant($"2024 (over {first}-{last})"), measured.GetLabel(Read("2024")).Nl);
        Assert.Null(measured.GetYears(Read("2024-Q1")));
        Assert.Null(MeasuredPeriod.Whole.GetYears(Read("2024")));
    }

    private static IEnumerable<Period> CreatePeriods(PeriodGranularity granularity) =>
        from year in Enumerable.Range(First, Last - First + 1)
        from number in Enumerable.Range(0, 54)
        where Period.TryCreate(granularity, year, number, out _)
        select Period.Create(granularity, year, number);

    private static string? Code(Period period) => period.Granularity switch
    {
        PeriodGranularity.Year => $"{period}JJ00",
        PeriodGranularity.SchoolYear => string.Create(CultureInfo.InvariantCulture, $"{period.Year}SJ00"),
        PeriodGranularity.Quarter => string.Create(CultureInfo.InvariantCulture, $"{period.Year}KW{period.Number:00}"),
        PeriodGranularity.Month => string.Create(CultureInfo.InvariantCulture, $"{period.Year}MM{period.Number:00}"),
        _ => period.Start.Year == period.End.Year ? string.Create(CultureInfo.InvariantCulture, $"{period.Year}W1{period.Number:00}") : null,
    };

    private static Period Read(string text)
    {
        Assert.True(Period.TryParse(text, out var period));
        return period;
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
