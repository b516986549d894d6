namespace Wijkmonitor.Indicators.SocialMortgage.Statements;

/// <summary>The channels by which a mortgage is repaid; a total of the statement has the code of each.</summary>
internal static class Channels
{
    /// <summary>Channel of activities by residents.</summary>
    public const string Activities = "activities";

    /// <summary>Channel of improvements in the neighbourhood.</summary>
    public const string Indicators = "indicators";

    /// <summary>Channel of the proceeds of the house.</summary>
    public const string Operation = "operation";

    /// <summary>Gets the channel of a line.</summary>
    /// <remarks>A correction of a settled year counts with the channel of the line that it corrects.</remarks>
    /// <param name="code">The code of the line.</param>
    public static string GetChannel(string code)
    {
        var line = CorrectionLines.ParseYear(code) is null ? code : CorrectionLines.ParseLine(code);
        return line == EntryLines.Operation ? Operation : EntryLines.IsActivity(line) ? Activities : Indicators;
    }
}
