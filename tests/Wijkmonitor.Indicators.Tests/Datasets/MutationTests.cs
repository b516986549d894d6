using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Datasets;

public sealed class MutationTests
{
    private const int Mutations = 3_000;

    [Theory]
    [InlineData("area-indicators", "area-indicators/dolphia-2017.csv")]
    [InlineData("activities", "activities/dolphia-2017.csv")]
    [InlineData("operation", "operation/dolphia-2017.csv")]
    [InlineData("areas", "areas/enschede.csv")]
    public void A_damaged_file_gives_problems_or_rows_and_never_an_exception(string dataset, string sample)
    {
        var original = File.ReadAllBytes(RepositoryFolder.File(["samples", "inbox", .. sample.Split('/')]));
        var definition = Reading.Definition(dataset);
        var random = new Random(20161231);
        for (var i = 0; i < Mutations; i++)
        {
            var bytes = Damage(original, random);
            using var content = new MemoryStream(bytes);

            var reading = Reading.Of(definition, content);

            var lines = System.Text.Encoding.UTF8.GetString(bytes).Split('\n').Length + bytes.Count(b => b == '\r') + 1;
            Assert.True(reading.Items.Count > 0 || reading.Log.Errors > 0, $"Mutation {i} gave neither rows nor problems.");
            Assert.All(reading.Log.Kept, problem => Assert.InRange(problem.Line ?? 1, 1, lines));
        }
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(8))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes.RemoveRange(at, random.Next(bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(0, at)); break;
                case 3: bytes.Insert(at, (byte)'"'); break;
                case 4: bytes.Insert(at, 0); break;
                case 5: bytes.InsertRange(at, "\r\n\r"u8.ToArray()); break;
                case 6: bytes.InsertRange(at, Enumerable.Repeat((byte)'9', random.Next(20_000))); break;
                default: bytes.Insert(at, (byte)';'); break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)'\n');
            }
        }

        return [.. bytes];
    }
}
