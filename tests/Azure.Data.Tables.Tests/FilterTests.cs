using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Tests;

public sealed class FilterTests
{
    [Fact]
    public void Quotes_in_a_text_are_doubled() =>
        Assert.Equal("Name eq '''s-Hertogenbosch'' or true'", TableClient.CreateQueryFilter($"Name eq {"'s-Hertogenbosch' or true"}"));

    [Fact]
    public void Values_stand_as_literals_of_their_type()
    {
        var id = Guid.Parse("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
        var moment = new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.FromHours(2));

        Assert.Equal("A eq 1 and B eq 5L and C eq 2.5", TableClient.CreateQueryFilter($"A eq {1} and B eq {5L} and C eq {2.5}"));
        Assert.Equal("A eq true or A eq false", TableClient.CreateQueryFilter($"A eq {true} or A eq {false}"));
        Assert.Equal("A eq guid'3f2504e0-4f89-11d3-9a0c-0305e82c3301'", TableClient.CreateQueryFilter($"A eq {id}"));
        Assert.Equal("A eq datetime'2024-07-01T10:00:00Z'", TableClient.CreateQueryFilter($"A eq {moment}"));
        Assert.Equal("A eq datetime'2024-07-01T10:00:00Z'", TableClient.CreateQueryFilter($"A eq {moment.UtcDateTime}"));
        Assert.Equal("A eq X'01ABFF'", TableClient.CreateQueryFilter($"A eq {new byte[] { 1, 171, 255 }}"));
        Assert.Equal("A eq X'01AB'", TableClient.CreateQueryFilter($"A eq {BinaryData.FromBytes([1, 171])}"));
        Assert.Equal("A eq '''' or B eq 'x'", TableClient.CreateQueryFilter($"A eq {'\''} or B eq {new StringBuilder("x")}"));
        Assert.Equal("A eq null", TableClient.CreateQueryFilter($"A eq {null}"));
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        Thread.CurrentThread.CurrentCulture = comma;
        try
        {
            Assert.Equal("A eq 1234.5", TableClient.CreateQueryFilter($"A eq {1234.5}"));
            Assert.Equal("A eq 1234.5", TableServiceClient.CreateQueryFilter($"A eq {1234.5m}"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_value_without_a_literal_is_refused() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new object()}"));

    [Fact]
    public void No_filter_is_none() => Assert.Null(TableClient.CreateQueryFilter(null!));
}
