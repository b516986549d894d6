using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules.Choices;

/// <summary>Words by which records name an option or a value, whatever their case.</summary>
internal static class WrittenWords
{
    private static readonly StringComparer Comparer = StringComparer.OrdinalIgnoreCase;

    /// <summary>Collects the words for something: its code, its name in either language, and others.</summary>
    public static IEnumerable<string> Collect(string code, BilingualText label, IReadOnlyList<string>? aliases) =>
        new[] { code, label.Nl, label.En }.Concat(aliases ?? []).Select(word => word.Trim()).Distinct(Comparer);

    /// <summary>Whether a text is one of some words.</summary>
    public static bool Contains(IEnumerable<string> words, string text) => words.Contains(text.Trim(), Comparer);

    /// <summary>Requires that no word names two things.</summary>
    public static void RequireDistinct(RuleValidator validator, string field, IEnumerable<IEnumerable<string>> words)
    {
        foreach (var word in words.SelectMany(word => word).CountBy(word => word, Comparer).Where(counted => counted.Value > 1))
        {
            validator.Require(false, $"'{field}' has '{word.Key}' for two things; each word can name one.");
        }
    }
}
