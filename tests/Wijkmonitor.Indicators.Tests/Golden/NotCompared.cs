namespace Wijkmonitor.Indicators.Tests.Golden;

/// <summary>
/// The members of a scorecard's JSON that the golden files leave out, because a change is meant to change them. To leave one out, first add
/// it here and rewrite the golden files in a commit without any other change; the change itself must then leave the files as they are.
/// </summary>
internal static class NotCompared
{
    /// <summary>
    /// The members by their path with slashes between them, such as <c>lines/steps/label</c>, each with the reason why it may differ. The
    /// items of an array have the array's path.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
