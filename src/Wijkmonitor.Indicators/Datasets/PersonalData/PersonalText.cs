using System.Text.RegularExpressions;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Datasets.PersonalData;

/// <summary>Detector of personal data in sentences that somebody wrote, by the rules for files.</summary>
public static partial class PersonalText
{
    /// <summary>Finds the kind of personal data that a text looks like, by its name; null where it looks like none.</summary>
    /// <remarks>In a file a number with a comma or full stop behind it is a figure. Here that ends a sentence or a part of one.</remarks>
    public static BilingualText? Find(string text)
    {
        var trimmed = text.Trim();
        var kind = PersonalDataDetector.Find(trimmed)
            ?? PersonalDataDetector.Find(EndPattern().Replace(trimmed, ""), isAreaName: true);
        return kind is { } found ? PersonalDataDetector.GetName(found) : null;
    }

    [GeneratedRegex(@"[.,](?=\s|$)", RegexOptions.ExplicitCapture, RegexTimeout.Milliseconds)]
    private static partial Regex EndPattern();
}
