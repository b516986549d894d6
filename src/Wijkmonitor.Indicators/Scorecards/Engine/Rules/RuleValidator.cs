using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Rules;

/// <summary>Collector of all that is wrong with rules, so that it is reported at once; each problem names its field.</summary>
internal sealed class RuleValidator(IndicatorCatalogue catalogue)
{
    private readonly List<string> problems = [];

    /// <summary>Reads the rules of a kind from JSON and validates them.</summary>
    /// <exception cref="ConfigurationException">The JSON is not such rules, or they are not valid.</exception>
    public static TRules Read<TRules>(string kind, Stream json, JsonTypeInfo<TRules> type, IndicatorCatalogue catalogue)
        where TRules : ScorecardRules
    {
        var file = $"the rules of the kind '{kind}'";
        List<RenamedField> renamed = [];
        using var current = new MemoryStream(FormerNames.Replace(ReadAll(json), type, renamed));
        var rules = ConfigurationException.Wrap(file, () => JsonSerializer.Deserialize(current, type));
        var validator = new RuleValidator(catalogue);
        validator.RequireHeader(rules);
        rules.Validate(validator);
        validator.RequireDistinctLines(rules.LineCodes);
        if (validator.problems.Count > 0)
        {
            throw new ConfigurationException(file, validator.problems);
        }

        rules.RenamedFields = renamed;
        return rules;
    }

    /// <summary>Requires what every rules file has.</summary>
    public void RequireHeader(ScorecardRules rules)
    {
        RequireText("version", rules.Version);
        Require(!string.IsNullOrWhiteSpace(rules.Source), "'source' is empty; say where the rules come from and what in them is a choice.");
    }

    /// <summary>Requires a condition.</summary>
    public void Require(bool condition, string problem)
    {
        if (!condition)
        {
            problems.Add(problem);
        }
    }

    /// <summary>Requires text that is not blank.</summary>
    public void RequireText(string field, string? text) => Require(!string.IsNullOrWhiteSpace(text), $"'{field}' is empty.");

    /// <summary>Requires at least one item.</summary>
    public void RequireAny<T>(string field, IReadOnlyCollection<T> items) => Require(items.Count > 0, $"'{field}' is empty.");

    /// <summary>Requires that no code occurs twice.</summary>
    public void RequireUnique(string field, IEnumerable<string> codes)
    {
        foreach (var code in codes.CountBy(code => code, StringComparer.Ordinal).Where(counted => counted.Value > 1))
        {
            problems.Add($"'{field}' names '{code.Key}' twice.");
        }
    }

    /// <summary>Requires that no two lines of a scorecard have one code.</summary>
    public void RequireDistinctLines(IEnumerable<string> codes)
    {
        foreach (var code in codes.CountBy(code => code, StringComparer.Ordinal).Where(counted => counted.Value > 1))
        {
            problems.Add($"'{code.Key}' would be the code of {code.Value} lines of one scorecard; every line needs a code of its own.");
        }
    }

    /// <summary>Requires codes of lower-case words with hyphens.</summary>
    public void RequireWords(string field, IEnumerable<string> codes)
    {
        foreach (var code in codes.Where(code => !KebabCase.IsMatch(code)))
        {
            problems.Add($"'{field}' names '{code}'; lower-case words with hyphens are expected.");
        }
    }

    /// <summary>Requires a percentage from 0 to 100.</summary>
    public void RequirePercent(string field, decimal percent) => Require(percent is >= 0 and <= 100, $"'{field}' is not between 0 and 100.");

    /// <summary>Finds the indicator of the catalogue, or null where it has none of this code.</summary>
    public Indicator? Find(string code) => catalogue.Find(code);

    /// <summary>Requires an indicator of the catalogue.</summary>
    /// <returns>The indicator; null where the catalogue has none of this code.</returns>
    public Indicator? RequireIndicator(string field, string code)
    {
        var indicator = catalogue.Find(code);
        Require(indicator is not null, $"'{field}' names '{code}', which is not in the indicator catalogue.");
        return indicator;
    }

    /// <summary>Requires an indicator that the catalogue judges.</summary>
    public void RequireJudged(string field, string code) =>
        Require(RequireIndicator(field, code)?.Polarity != Polarity.NoJudgement, $"'{field}' names '{code}', which the catalogue does not judge.");

    private static byte[] ReadAll(Stream json)
    {
        using var content = new MemoryStream();
        json.CopyTo(content);
        return content.ToArray();
    }
}
