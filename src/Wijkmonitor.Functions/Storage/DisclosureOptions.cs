using Microsoft.Extensions.Configuration;
using Wijkmonitor.Indicators.Scorecards.Statistics;

namespace Wijkmonitor.Functions.Storage;

/// <summary>Which counts are too small to be shown to anybody.</summary>
public sealed class DisclosureOptions
{
    /// <summary>The settings' section.</summary>
    public const string Section = "Disclosure";

    private const int Largest = 1000;

    /// <summary>The setting <c>Disclosure__LeastCount</c>: the least count of people, households or homes that is shown, 1 to 1,000; 5 unless set.</summary>
    public int LeastCount { get; init; } = SuppressionRule.UsualLimit;

    /// <summary>The rule that follows from it.</summary>
    public SuppressionRule Rule => new(LeastCount);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is out of range; the message names it.</exception>
    public static DisclosureOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<DisclosureOptions>() ?? new DisclosureOptions();
        return options.LeastCount is >= 1 and <= Largest
            ? options
            : throw new InvalidOperationException($"{Section}__{nameof(LeastCount)} is {options.LeastCount}; it must be 1 to {Largest}.");
    }
}
