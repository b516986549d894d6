namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Rules;

/// <summary>Codes of the lines that are not those of an item or aspect itself.</summary>
internal static class LineNames
{
    /// <summary>The line of all conditions together.</summary>
    public const string Conditions = "conditions";

    /// <summary>The line of all measurements together.</summary>
    public const string Measurements = "measurements";

    /// <summary>The line of all choices together.</summary>
    public const string Choices = "choices";

    /// <summary>The line of all tasks together.</summary>
    public const string Accountability = "accountability";

    /// <summary>The end of the code of a line about what is intended.</summary>
    public const string Intended = "-intended";

    /// <summary>Gets the code of the line of a context.</summary>
    public static string GetContext(string code) => $"context-{code}";

    /// <summary>Gets the code of the line of a task.</summary>
    public static string GetTask(string code) => $"task-{code}";

    /// <summary>Gets the code of the line of a post.</summary>
    public static string GetPost(string code) => $"post-{code}";

    /// <summary>Gets the code of the line of a party.</summary>
    public static string GetParty(string code) => $"party-{code}";
}
