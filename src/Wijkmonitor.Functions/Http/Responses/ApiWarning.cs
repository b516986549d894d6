using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>Something that a caller should know next to an answer that is good in itself.</summary>
/// <param name="Code">One of <see cref="WarningCodes"/>.</param>
/// <param name="Field">The path or query key that it is about; null where it is about the whole.</param>
/// <param name="Message">In words.</param>
public sealed record ApiWarning(string Code, string? Field, BilingualText Message);

/// <summary>The codes of warnings.</summary>
public static class WarningCodes
{
    /// <summary>A query key that means nothing here.</summary>
    public const string UnknownParameter = "unknown-parameter";

    /// <summary>An indicator of which nothing was observed for what was asked.</summary>
    public const string NoObservations = "no-observations";

    /// <summary>An area that the register does not know.</summary>
    public const string UnknownArea = "unknown-area";

    /// <summary>A series covers a year in which its area changed.</summary>
    public const string SeriesBreak = "series-break";

    /// <summary>More was found than was looked at.</summary>
    public const string TooMany = "too-many";
}
