namespace Wijkmonitor.Indicators.Configuration;

/// <summary>Time after which a regular expression gives up.</summary>
/// <remarks>The patterns are linear in practice; it is a limit by the clock, so that it must be long enough for a machine with much other work.</remarks>
public static class RegexTimeout
{
    /// <summary>The time in milliseconds.</summary>
    public const int Milliseconds = 60_000;
}
