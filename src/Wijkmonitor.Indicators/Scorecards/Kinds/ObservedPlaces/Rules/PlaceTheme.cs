using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Rules;

/// <summary>A class of the scale.</summary>
/// <param name="Class">The number. The lowest class is clean, and a higher one is worse.</param>
/// <param name="Label">Its words for people.</param>
public sealed record PlaceClass(decimal Class, BilingualText Label);

/// <summary>Something that is observed at places.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Place">Words for a place in the middle of a sentence, such as "this container".</param>
/// <param name="Clean">Words for the lowest class of one round, such as "clean".</param>
/// <param name="Methods">The ways of working that are compared; empty where none are.</param>
public sealed record PlaceTheme(string Code, BilingualText Label, BilingualText Place, BilingualText Clean, IReadOnlyList<PlaceMethod> Methods)
{
    /// <summary>The code of the line with the rounds that were held.</summary>
    internal string RoundsCode => $"rounds-{Code}";

    /// <summary>The code of the line with the mean of the places.</summary>
    internal string MeanCode => $"mean-{Code}";

    /// <summary>Gets the code of the line with the mean of a way of working.</summary>
    internal string GetMethodCode(string method) => $"method-{Code}-{method}";

    /// <summary>Gets the code of the line that compares two ways of working.</summary>
    internal string GetComparisonCode(string one, string other) => $"compared-{Code}-{one}-{other}";

    /// <summary>Gets the code of the line of a place.</summary>
    internal string GetPlaceCode(string place) => $"place-{Code}-{place}";
}

/// <summary>A way of working.</summary>
/// <param name="Code">The code that records name it by: lower-case words with hyphens.</param>
/// <param name="Label">Its name for people.</param>
public sealed record PlaceMethod(string Code, BilingualText Label);
