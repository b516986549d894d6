using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Wijkmonitor.DevHost.Tests;

public sealed class HostLogTests
{
    [Fact]
    public void An_entry_has_the_layout_of_the_simple_console_log()
    {
        var lines = Write([], log => log.Write(LogLevel.Error, "Wijkmonitor.Ingest", "101", "Two\nlines", "System.Exception: text\n   at Code()"));

        Assert.Equal(
            ["fail: Wijkmonitor.Ingest[101]", "      Two", "      lines", "      System.Exception: text", "         at Code()", ""], lines);
    }

    [Theory]
    [InlineData("Wijkmonitor.Ingest", LogLevel.Debug, true)]
    [InlineData("Wijkmonitor.Api", LogLevel.Information, false)]
    [InlineData("Other", LogLevel.Information, true)]
    [InlineData("Other", LogLevel.Debug, false)]
    public void An_entry_is_written_from_the_level_of_the_longest_category_that_fits(string category, LogLevel level, bool written)
    {
        var lines = Write(
            [("default", "Information"), ("Wijkmonitor", "Warning"), ("Wijkmonitor.Ingest", "Debug")],
            log => log.Write(level, category, "0", "text"));

        Assert.Equal(written, lines.Length > 1);
    }

    private static string[] Write((string Name, string Value)[] levels, Action<HostLog> write)
    {
        using var output = new StringWriter();
        write(new HostLog(output, new ConfigurationBuilder()
            .AddInMemoryCollection(levels.Select(level => KeyValuePair.Create(level.Name, (string?)level.Value))).Build()));
        return output.ToString().ReplaceLineEndings("\n").Split('\n');
    }
}
