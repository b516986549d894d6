using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Configuration;

/// <summary>One thing that is wrong with a file that configures.</summary>
/// <param name="Field">The field; null where it is about the whole file.</param>
/// <param name="Message">Error, with what is right.</param>
public sealed record ConfigurationFault(string? Field, BilingualText Message)
{
    /// <summary>The line of the file, from 1; null where it is not known.</summary>
    public int? Line { get; init; }

    /// <summary>The remedy; null where the message says it.</summary>
    public BilingualText? Remedy { get; init; }

    /// <summary>Creates a fault from words in both languages.</summary>
    /// <param name="field">The field; null where it is about the whole file.</param>
    /// <param name="nl">The message in Dutch.</param>
    /// <param name="en">The message in English.</param>
    public static ConfigurationFault For(string? field, string nl, string en) => new(field, new BilingualText(nl, en));
}
