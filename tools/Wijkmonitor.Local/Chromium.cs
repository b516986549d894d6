namespace Wijkmonitor.Local;

/// <summary>The Chromium of this machine.</summary>
public static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Path of the browser: WIJKMONITOR_CHROMIUM, else the first in the PATH.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says what to do.</exception>
    public static string Executable =>
        Environment.GetEnvironmentVariable("WIJKMONITOR_CHROMIUM") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists)
              ?? throw new InvalidOperationException("Chromium is missing, in which the dashboard is tested and measured. './wijkmonitor test' installs it, or says how.");
}
