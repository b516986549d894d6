using System.Text.RegularExpressions;

namespace Wijkmonitor.Infra.Tests.Bicep;

/// <summary>
/// Evaluates the condition of a role assignment as Azure documents it (https://learn.microsoft.com/azure/role-based-access-control/conditions-format): enough
/// of it to see what a condition of ours allows.
/// </summary>
internal sealed partial class RoleCondition(string condition)
{
    private readonly string[] tokens = [.. Token().Matches(condition).Select(match => match.Value)];

    /// <summary>Determines whether the condition holds for an action.</summary>
    /// <param name="action">The action, such as <c>Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read</c>.</param>
    /// <param name="suboperation">The suboperation, such as <c>Blob.List</c>; null for none.</param>
    /// <param name="attributes">Attributes of the request or the resource, such as the path of a blob; an absent one never matches.</param>
    public bool Allows(string action, string? suboperation, IReadOnlyDictionary<string, string> attributes)
    {
        var position = 0;
        var result = EvaluateAlternatives(ref position);
        Assert.Equal(tokens.Length, position);
        return result;

        bool EvaluateAlternatives(ref int at)
        {
            var left = EvaluateConjunction(ref at);
            while (at < tokens.Length && tokens[at] == "OR")
            {
                at++;
                left |= EvaluateConjunction(ref at);
            }

            return left;
        }

        bool EvaluateConjunction(ref int at)
        {
            var left = EvaluateTerm(ref at);
            while (at < tokens.Length && tokens[at] == "AND")
            {
                at++;
                left &= EvaluateTerm(ref at);
            }

            return left;
        }

        bool EvaluateTerm(ref int at)
        {
            switch (tokens[at])
            {
                case "!" or "NOT":
                    at++;
                    return !EvaluateTerm(ref at);
                case "(":
                    at++;
                    var inner = EvaluateAlternatives(ref at);
                    Assert.Equal(")", tokens[at++]);
                    return inner;
                case var test when Call().Match(test) is { Success: true } call:
                    at++;
                    return call.Groups["value"].Value == (call.Groups["name"].Value == "ActionMatches" ? action : suboperation);
                default:
                    var attribute = Attribute().Match(tokens[at++]).Groups["name"].Value;
                    var comparison = tokens[at++];
                    var wanted = tokens[at++].Trim('\'', '{', '}');
                    return attributes.TryGetValue(attribute, out var actual) && Compare(comparison, actual, wanted);
            }
        }
    }

    private static bool Compare(string comparison, string actual, string wanted) => comparison switch
    {
        "StringLike" => Regex.IsMatch(actual, '^' + Regex.Escape(wanted).Replace("\\*", ".*", StringComparison.Ordinal) + '$', RegexOptions.None,
            TimeSpan.FromSeconds(1)),
        "StringStartsWith" => actual.StartsWith(wanted, StringComparison.Ordinal),
        "ForAnyOfAnyValues:GuidEquals" or "ForAnyOfAnyValues:StringEqualsIgnoreCase" =>
            wanted.Split(',').Any(value => string.Equals(value.Trim(' ', '\''), actual, StringComparison.OrdinalIgnoreCase)),
        _ => throw new NotSupportedException(comparison),
    };

    [GeneratedRegex(@"(ActionMatches|SubOperationMatches)\{'[^']*'\}|@\w+\[[^\]]*\]|\{[^}]*\}|'[^']*'|[A-Za-z:]+|[!()]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex(@"^(?<name>ActionMatches|SubOperationMatches)\{'(?<value>[^']*)'\}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Call();

    [GeneratedRegex(@"^@(?<name>\w+\[[^\]]*\])$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();
}
