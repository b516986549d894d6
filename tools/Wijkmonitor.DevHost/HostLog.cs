using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Wijkmonitor.DevHost;

/// <summary>Log on the console, in the layout of .NET's simple console log, above the levels of host.json.</summary>
internal sealed class HostLog
{
    private const string Indent = "      ";
    private readonly TextWriter output;
    private readonly IReadOnlyList<(string Category, LogLevel Level)> levels;

    /// <param name="output">Writer of the lines.</param>
    /// <param name="configuration">The section <c>logging:logLevel</c> of host.json.</param>
    public HostLog(TextWriter output, IConfiguration configuration)
    {
        this.output = TextWriter.Synchronized(output);
        levels =
        [
            .. configuration.GetChildren()
                .Select(child => (Category: child.Key.Equals("default", StringComparison.OrdinalIgnoreCase) ? "" : child.Key,
                    Level: Enum.Parse<LogLevel>(child.Value!, ignoreCase: true)))
                .Append((Category: "", Level: LogLevel.Information))
                .OrderByDescending(pair => pair.Category.Length),
        ];
    }

    public void Information(string category, string message) => Write(LogLevel.Information, category, "0", message);

    public void Warning(string category, string message) => Write(LogLevel.Warning, category, "0", message);

    public void Error(string category, string message, string? exception = null) => Write(LogLevel.Error, category, "0", message, exception);

    public void Write(LogLevel level, string category, string eventId, string message, string? exception = null)
    {
        if (level < levels.First(pair => category.StartsWith(pair.Category, StringComparison.OrdinalIgnoreCase)).Level || level == LogLevel.None)
        {
            return;
        }

        var text = $"{GetName(level)}: {category}[{eventId}]\n{message}{(string.IsNullOrEmpty(exception) ? "" : $"\n{exception}")}";
        WriteLine(text.ReplaceLineEndings(Environment.NewLine + Indent));
    }

    /// <summary>Writes a line as it is.</summary>
    public void WriteLine(string line) => output.WriteLine(line);

    private static string GetName(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
