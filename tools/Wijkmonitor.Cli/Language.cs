using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Cli;

/// <summary>The one language of all output: Dutch, or English where it is asked for.</summary>
internal static class Language
{
    /// <summary>The option that chooses it.</summary>
    public const string Option = "--language";

    /// <summary>Short for English.</summary>
    public const string English = "--english";

    /// <summary>Its values.</summary>
    public static readonly IReadOnlyList<string> Values = ["nl", "en"];

    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Chooses the language before anything is parsed, so that errors of parsing are in it too.</summary>
    /// <remarks>The option comes first, then the environment as POSIX reads it; what names neither language is Dutch.</remarks>
    public static NumberFormatter Choose(IReadOnlyList<string> arguments) =>
        (FindChosen(arguments) ?? Array.ConvertAll(Variables, Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)))
            ?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? NumberFormatter.En : NumberFormatter.Nl;

    private static string? FindChosen(IReadOnlyList<string> arguments)
    {
        foreach (var (place, argument) in arguments.Index())
        {
            if (argument == English)
            {
                return "en";
            }

            if (argument.StartsWith(Option + "=", StringComparison.Ordinal))
            {
                return argument[(Option.Length + 1)..];
            }

            if (argument == Option)
            {
                return arguments.ElementAtOrDefault(place + 1);
            }
        }

        return null;
    }
}
