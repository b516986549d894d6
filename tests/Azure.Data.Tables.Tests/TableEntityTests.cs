namespace Azure.Data.Tables.Tests;

public sealed class TableEntityTests
{
    [Fact]
    public void An_entity_is_a_dictionary_that_gives_null_for_what_it_lacks()
    {
        var entity = new TableEntity(new Dictionary<string, object> { ["PartitionKey"] = "p", ["A"] = 1 }) { RowKey = "r" };

        Assert.Equal(("p", "r", 1, 3), (entity.PartitionKey, entity.RowKey, entity["A"], entity.Count));
        Assert.Null(entity["B"]);
        Assert.Null(entity.GetInt32("B"));
        Assert.False(entity.TryGetValue("B", out _));
        Assert.True(entity.Remove("A"));
        Assert.False(entity.ContainsKey("A"));
        Assert.Equal(["PartitionKey", "RowKey"], entity.Select(property => property.Key));
    }

    [Fact]
    public void A_getter_of_another_type_is_refused()
    {
        var entity = new TableEntity("p", "r") { ["A"] = 1, ["B"] = "text" };

        Assert.Throws<InvalidOperationException>(() => entity.GetDouble("A"));
        Assert.Throws<InvalidOperationException>(() => entity.GetInt64("A"));
        Assert.Throws<InvalidOperationException>(() => entity.GetString("A"));
        Assert.Throws<InvalidOperationException>(() => entity.GetGuid("B"));
    }

    [Fact]
    public void A_whole_number_keeps_the_type_of_the_property_that_it_is_assigned_to()
    {
        var entity = new TableEntity { ["A"] = 1.5, ["B"] = 1L, ["C"] = "text" };

        entity["A"] = 5;
        entity["B"] = 5;
        entity["C"] = 5;
        entity.Add("C", 6);

        Assert.Equal((5.0, 5L, 6), (entity.GetDouble("A"), entity.GetInt64("B"), entity.GetInt32("C")));
    }

    [Fact]
    public void Version_and_time_are_kept_as_properties()
    {
        var now = DateTimeOffset.UtcNow;
        var entity = new TableEntity { ETag = new ETag("W/\"1\""), Timestamp = now };

        Assert.Equal("W/\"1\"", entity.GetString("odata.etag"));
        Assert.Equal((new ETag("W/\"1\""), now), (entity.ETag, entity.Timestamp));
        Assert.Equal(default, new TableEntity().ETag);
        Assert.Null(new TableEntity().Timestamp);
    }
}
