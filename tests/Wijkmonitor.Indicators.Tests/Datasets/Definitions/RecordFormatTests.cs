using Wijkmonitor.Indicators.Datasets.Checks;
using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Datasets.Formats;
using Wijkmonitor.Indicators.Datasets.Formats.Bookings;
using Wijkmonitor.Indicators.Datasets.Formats.Core;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets.Definitions;

/// <summary>Each kind of content that files have, over the registered formats.</summary>
public sealed class RecordFormatTests
{
    public static TheoryData<string> Tables => [.. Shipped.Where(pair => RecordFormats.For(pair.Value) is CsvRecordFormat).Select(pair => pair.Key)];

    private static SortedDictionary<string, DatasetDefinition> Shipped { get; } = new(
        Directory.EnumerateFiles(RepositoryFolder.File("config", "datasets"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).ToDictionary(id => id, id => Reading.Definition(id)),
        StringComparer.Ordinal);

    [Fact]
    public void Every_layout_and_every_kind_of_records_has_one_format()
    {
        var declared = Enum.GetValues<DatasetFormat>().Where(layout => layout != DatasetFormat.Records).Select(layout => (layout, (RecordKind?)null))
            .Concat(Enum.GetValues<RecordKind>().Select(kind => (DatasetFormat.Records, (RecordKind?)kind)));

        Assert.Equal(declared.Order(), RecordFormats.All.Select(format => (format.Format, format.Kind)).Order());
    }

    [Fact]
    public void Every_format_is_that_of_a_dataset_that_ships() =>
        Assert.Equal(RecordFormats.All.ToHashSet(), Shipped.Values.Select(RecordFormats.For).ToHashSet());

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_file_of_records_has_all_columns_of_its_format(string dataset)
    {
        var definition = Shipped[dataset];
        var columns = ((CsvRecordFormat)RecordFormats.For(definition)).GetColumns(definition);

        Assert.Equal(columns, columns.Distinct(StringComparer.Ordinal));
        Assert.Equal(ProblemCodes.FileEmpty, ReadHeader(definition, columns).Problem.Code);
        Assert.All(columns, left =>
        {
            var problem = ReadHeader(definition, columns.Where(column => column != left)).Problem;
            Assert.Equal((ProblemCodes.ColumnMissing, left), (problem.Code, problem.Column));
        });
    }

    [Theory]
    [InlineData("ses-woa", DependencyRank.Areas, false, true, true)]
    [InlineData("areas", DependencyRank.Areas, false, true, false)]
    [InlineData("custom-areas", DependencyRank.AreaRelations, false, true, false)]
    [InlineData("crosswalks", DependencyRank.AreaRelations, false, false, false)]
    [InlineData("boundaries", DependencyRank.AreaRelations, false, false, false)]
    [InlineData("area-indicators", DependencyRank.Figures, false, false, true)]
    [InlineData("contracts", DependencyRank.Contracts, true, false, false)]
    [InlineData("activities", DependencyRank.Entries, true, false, false)]
    [InlineData("operation", DependencyRank.Entries, true, false, false)]
    [InlineData("decisions", DependencyRank.Remarks, true, false, false)]
    [InlineData("annotations", DependencyRank.Remarks, true, false, false)]
    [InlineData("area-notes", DependencyRank.Remarks, false, false, false)]
    public void A_format_says_how_its_files_are_treated(string dataset, DependencyRank rank, bool isAppendOnly, bool writesRegister, bool hasFigures)
    {
        var definition = Shipped[dataset];
        var format = RecordFormats.For(definition);

        Assert.Equal((rank, isAppendOnly, writesRegister, hasFigures), (format.GetRank(definition), format.IsAppendOnly, format.RequiresRegisterLock(definition), format.HasFigures));
    }

    [Fact]
    public void Areas_come_first_and_decisions_come_after_entries() => Assert.Equal(
        [DependencyRank.Areas, DependencyRank.AreaRelations, DependencyRank.Figures, DependencyRank.Contracts, DependencyRank.Entries, DependencyRank.Remarks],
        Enum.GetValues<DependencyRank>().Order());

    [Theory]
    [InlineData("date", "2017-03-30", "date: booked 2017-03-29, here 2017-03-30")]
    [InlineData("activity", "dinner", "activity: booked 'walk', here 'dinner'")]
    [InlineData("count", "3", "count: booked 2, here 3")]
    [InlineData("confirmed_by", "resident", "confirmed_by: booked empty, here 'resident'")]
    public void A_booked_row_that_is_delivered_differently_differs_by_column(string column, string value, string difference)
    {
        var format = (BookingFormat)RecordFormats.For(Shipped["activities"]);
        string[] columns = ["contract", "reference", "date", "activity", "count", "confirmed_by"];
        string[] booked = ["dolphia", "A1", "2017-03-29", "walk", "2", ""];
        string[] now = [.. booked.Select((text, i) => columns[i] == column ? value : text)];

        Assert.Equal(difference, Assert.Single(Differences(format, columns, booked, now)).En);
        Assert.Empty(Differences(format, columns, booked, booked));
    }

    [Fact]
    public void A_definition_with_a_format_that_is_not_registered_is_not_read_as_another() =>
        Assert.Throws<KeyNotFoundException>(() => RecordFormats.For(Shipped["areas"] with { Records = (RecordKind)99 }));

    private static IReadOnlyList<BilingualText> Differences(BookingFormat format, string[] columns, string[] booked, string[] now)
    {
        var records = new[] { booked, now }.Select(row =>
        {
            var contents = new FileContents(new ReadTally());
            format.Gather(Assert.Single(Reading.Read("activities", $"{string.Join(';', columns)}\n{string.Join(';', row)}\n").Items), Shipped["activities"], contents);
            return Assert.Single(contents.Bookings);
        }).ToList();
        return format.GetDifferences(records[0], records[1]);
    }

    private static Reading ReadHeader(DatasetDefinition definition, IEnumerable<string> columns) =>
        Reading.Read(definition, string.Join(definition.Delimiter!.Value, columns) + "\n");
}
