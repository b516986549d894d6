namespace Azure.Data.Tables.Tests.Support;

/// <summary>Entities with any number of properties of any type, the same for the same seed.</summary>
internal sealed class RandomEntities(int seed)
{
    private readonly Random random = new(seed);

    public TableEntity Next(string partitionKey, string rowKey)
    {
        var entity = new TableEntity(partitionKey, rowKey);
        var count = random.Next(0, 30);
        for (var i = 0; i < count; i++)
        {
            entity[$"Property{random.Next(0, 60)}"] = null;
            entity[$"Value{i}_{random.Next(0, 5)}"] = NextValue();
        }

        foreach (var key in entity.Keys.Where(key => entity[key] is null).ToList())
        {
            entity.Remove(key);
        }

        return entity;
    }

    private object NextValue() => random.Next(0, 8) switch
    {
        0 => NextText(),
        1 => random.Next(int.MinValue, int.MaxValue),
        2 => random.NextInt64(long.MinValue, long.MaxValue),
        3 => NextDouble(),
        4 => random.Next(0, 2) == 0,
        5 => new DateTimeOffset(random.NextInt64(new DateTime(1900, 1, 1).Ticks, new DateTime(2100, 1, 1).Ticks), TimeSpan.Zero),
        6 => new Guid(NextBytes(16)),
        _ => NextBytes(random.Next(0, 200)),
    };

    // Half are whole numbers, which must stay doubles.
    private double NextDouble() => random.Next(0, 2) == 0
        ? random.Next(-1000, 1000) + 1000.0
        : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-100, 100));

    private string NextText() =>
        string.Concat(Enumerable.Range(0, random.Next(0, 50)).Select(_ => char.ConvertFromUtf32(random.Next(0, 3) switch
        {
            0 => random.Next(0x20, 0x7F),
            1 => random.Next(0xA0, 0xD7FF),
            _ => random.Next(0x1F300, 0x1F64F),
        })));

    private byte[] NextBytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
