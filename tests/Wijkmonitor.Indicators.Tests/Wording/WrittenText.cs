namespace Wijkmonitor.Indicators.Tests.Wording;

/// <summary>A text for people as it is written in the code, the dashboard or the configuration; what is filled in is <c>{}</c>.</summary>
/// <param name="Place">File and line.</param>
/// <param name="IsDutch">Whether it is the Dutch text; the English one otherwise.</param>
/// <param name="Text">The text.</param>
/// <param name="Other">The text in the other language; null where it is not next to it.</param>
internal sealed record WrittenText(string Place, bool IsDutch, string Text, string? Other = null)
{
    /// <summary>Whether residents read it, so that its sentences are shorter.</summary>
    public bool IsForResidents => !Place.Contains("/Contracts/", StringComparison.Ordinal)
        && new[] { "/Scorecards/", "/SocialMortgage/", "/Localization/", "/Dashboard/src/", "config/" }.Any(part => Place.Contains(part, StringComparison.Ordinal));
}
