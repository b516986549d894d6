using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.EndToEnd.Tests.Operations;

/// <summary>
/// A query of an alert, evaluated over what Application Insights was sent, as the workspace would hold it: enough of the language for the queries of
/// <c>infra/modules/alerts.bicep</c>. What is not understood fails, and so does a name that the sent data lacks: it finds nothing.
/// </summary>
internal sealed partial class AlertQuery(string text)
{
    // Where the kinds of telemetry are kept: https://learn.microsoft.com/azure/azure-monitor/app/data-model-complete
    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal) { ["MessageData"] = "AppTraces", ["ExceptionData"] = "AppExceptions", ["RequestData"] = "AppRequests" };

    /// <summary>Gets the queries of all alerts on the log by the name of the alert.</summary>
    public static IReadOnlyDictionary<string, AlertQuery> All { get; } = Read();

    /// <summary>Finds the rows that the query reads from what was sent, before they are counted or summarized.</summary>
    public IReadOnlyList<JsonElement> Find(IEnumerable<JsonElement> sent)
    {
        var steps = text.Split(" | ");
        var tables = steps[0].StartsWith("union isfuzzy=true ", StringComparison.Ordinal) ? steps[0]["union isfuzzy=true ".Length..].Split(", ") : [steps[0]];
        var rows = sent.Where(item => Tables.TryGetValue(GetKind(item), out var table) && tables.Contains(table));
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in steps[1..])
        {
            var (verb, rest) = (step.Split(' ')[0], step[(step.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            switch (verb)
            {
                case "extend":
                    columns[rest.Split(" = ")[0]] = rest.Split(" = ")[1];
                    break;
                case "where":
                    rows = rows.Where(row => rest.Split(" or ").Any(alternative => alternative.Split(" and ").All(condition => Holds(row, condition, columns))));
                    break;
                case "summarize":
                    return [.. rows];
                default:
                    throw new NotSupportedException(step);
            }
        }

        return [.. rows];
    }

    private static bool Holds(JsonElement row, string condition, Dictionary<string, string> columns)
    {
        var match = Condition().Match(condition);
        Assert.True(match.Success, condition);
        var (value, wanted) = (Evaluate(row, match.Groups["left"].Value, columns), match.Groups["right"].Value.Trim('"'));
        return match.Groups["operator"].Value switch
        {
            "==" => value == wanted,
            "=~" => string.Equals(value, wanted, StringComparison.OrdinalIgnoreCase),
            ">=" => decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) && number >= decimal.Parse(wanted, CultureInfo.InvariantCulture),
            "in" => wanted.Trim('(', ')').Split(", ").Contains(value, StringComparer.Ordinal),
            "has" => HasTerm(value, wanted),
            "!has" => !HasTerm(value, wanted),
            "startswith" => value?.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) == true,
            _ => throw new NotSupportedException(condition),
        };
    }

    private static bool HasTerm(string? value, string term) => value is not null && value.Split(value.Where(c => !char.IsLetterOrDigit(c)).Distinct().ToArray()).Contains(term, StringComparer.OrdinalIgnoreCase);

    private static string? Evaluate(JsonElement row, string expression, Dictionary<string, string> columns)
    {
        if (columns.TryGetValue(expression, out var defined))
        {
            return Evaluate(row, defined, columns);
        }

        if (Call().Match(expression) is { Success: true } call)
        {
            return Evaluate(row, call.Groups["argument"].Value, columns);
        }

        var data = row.GetProperty("data").GetProperty("baseData");
        return expression switch
        {
            "ResultCode" => GetText(data, "responseCode"),
            "Name" => GetText(data, "name"),
            _ when expression.StartsWith("Properties.", StringComparison.Ordinal) => data.TryGetProperty("properties", out var properties) ? GetText(properties, expression["Properties.".Length..]) : null,
            _ => null,
        };
    }

    private static string? GetText(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static string GetKind(JsonElement item) => item.GetProperty("data").GetProperty("baseType").GetString()!;

    private static Dictionary<string, AlertQuery> Read()
    {
        var template = File.ReadAllText(RepositoryFolder.File("infra", "modules", "alerts.bicep"));
        var variables = Variable().Matches(template).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["text"].Value, StringComparer.Ordinal);
        return Alert().Matches(template).ToDictionary(match => match.Groups["name"].Value, match => new AlertQuery(Expand(match.Groups["query"].Value)), StringComparer.Ordinal);

        string Expand(string value) => Interpolation().Replace(value, match => Expand(variables[match.Groups["name"].Value]));
    }

    [GeneratedRegex("^var (?<name>\\w+) = '(?<text>[^'\n]*)'$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex("^    name: '(?<name>[^']+)'\n    description: '[^'\n]*'\n    query: '(?<query>[^'\n]+)'$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Alert();

    [GeneratedRegex(@"\$\{(?<name>\w+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Interpolation();

    [GeneratedRegex("^(?<left>\\S+|\\w+\\(.*?\\)) (?<operator>==|=~|>=|in|has|!has|startswith) (?<right>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Condition();

    [GeneratedRegex("^((toint|tostring)\\((?<argument>.+)\\)|column_ifexists\\(\"(?<argument>\\w+)\", \"\"\\))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Call();
}
