using System.Globalization;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Answers;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Functions.Http.Requests;

/// <summary>
/// Reads what a request asks for in its path and query. What is wrong is gathered, so that an answer names all of it at once; a query key
/// that nothing reads is a warning.
/// </summary>
public sealed class RequestQuery(HttpRequest request)
{
    /// <summary>The most codes or years that a list in a query may hold.</summary>
    public const int LongestList = 50;

    private const int LongestText = 100;

    // The host reads a function key from it.
    private const string FunctionKey = "code";
    private readonly HashSet<string> read = new(StringComparer.Ordinal) { FunctionKey };
    private readonly List<FieldError> errors = [];
    private readonly List<ApiWarning> warnings = [];
    private IReadOnlyList<string>? acceptable;

    /// <summary>The request.</summary>
    public HttpRequest Request => request;

    /// <summary>What to answer where something is wrong; null where all is well. Ask for it when everything was read.</summary>
    public IResult? Problem => errors.Count > 0 ? Answer.BadRequest(errors) : acceptable is null ? null : Answer.NotAcceptable(acceptable);

    /// <summary>What the caller should know beside the answer.</summary>
    public IReadOnlyList<ApiWarning> Warnings => [.. warnings, .. request.Query.Keys.Where(key => !read.Contains(key)).Select(UnknownKey)];

    /// <summary>Adds something that the caller should know beside the answer.</summary>
    public void Warn(string code, string? field, string nl, string en) => warnings.Add(new ApiWarning(code, field, new BilingualText(nl, en)));

    /// <summary>A municipality's code, from the path unless another field is named.</summary>
    public AreaCode Municipality(string text, string field = "code")
    {
        if (!AreaCode.TryParse(text, out var code) || code.Level != AreaLevel.Municipality)
        {
            Wrong(field, text, "De code van een gemeente ziet eruit als GM0363.", "A municipality's code looks like GM0363.");
        }

        return code;
    }

    /// <summary>An area's code from the path.</summary>
    public AreaCode Area(string text)
    {
        if (!AreaCode.TryParse(text, out var code))
        {
            WrongArea("code", text);
        }

        return code;
    }

    /// <summary>A year; null where the key is absent.</summary>
    public Period? Year(string key) => Text(key) is { } text ? Year(key, text) : null;

    /// <summary>A period of any kind; null where the key is absent.</summary>
    public Period? Period(string key) => Text(key) is { } text ? Period(key, text) : null;

    /// <summary>Periods of any kind; none where the key is absent.</summary>
    public IReadOnlyList<Period> Periods(string key) => [.. List(key).Select(text => Period(key, text)).Distinct().Order()];

    /// <summary>A kind of periods; null where the key is absent.</summary>
    public PeriodGranularity? Granularity(string key) =>
        Choice(key, PeriodGranularityNames.All.ToDictionary(named => named.Key, named => (PeriodGranularity?)named.Value, StringComparer.Ordinal));

    /// <summary>Areas; at least one.</summary>
    public IReadOnlyList<AreaCode> Areas(string key)
    {
        var texts = List(key);
        if (texts.Length == 0)
        {
            Wrong(key, "", "Noem gebieden, zoals BU03630000,BU03630001.", "Name areas, such as BU03630000,BU03630001.");
        }

        var areas = new List<AreaCode>();
        foreach (var text in texts)
        {
            if (AreaCode.TryParse(text, out var code))
            {
                areas.Add(code);
            }
            else
            {
                WrongArea(key, text);
            }
        }

        return [.. areas.Distinct()];
    }

    /// <summary>A level of areas; null where the key is absent.</summary>
    public AreaLevel? Level(string key) => Choice(key, Enum.GetValues<AreaLevel>().ToDictionary(AreaLevelName.Of, level => (AreaLevel?)level, StringComparer.Ordinal));

    /// <summary>Indicators of the catalogue; none where the key is absent.</summary>
    public IReadOnlyList<Indicator> Indicators(string key, IndicatorCatalogue catalogue)
    {
        var indicators = new List<Indicator>();
        foreach (var text in List(key))
        {
            if (catalogue.Find(text) is { } indicator)
            {
                indicators.Add(indicator);
            }
            else
            {
                Wrong(key, text, "Deze indicator is niet bekend; /api/v1/indicators noemt ze alle.", "This indicator is not known; /api/v1/indicators names all.");
            }
        }

        return [.. indicators.Distinct()];
    }

    /// <summary>One of some words; the default where the key is absent.</summary>
    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
    {
        if (Text(key) is not { } text)
        {
            return default;
        }

        if (!choices.TryGetValue(text, out var chosen))
        {
            var words = string.Join(", ", choices.Keys.Order(StringComparer.Ordinal));
            Wrong(key, text, $"Kies uit: {words}.", $"Choose from: {words}.");
        }

        return chosen;
    }

    /// <summary>A text; null where the key is absent or empty.</summary>
    public string? Text(string key)
    {
        read.Add(key);
        if (request.Query[key].ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        if (text.Length <= LongestText)
        {
            return text;
        }

        Wrong(key, text[..LongestText], $"Gebruik hooguit {LongestText} tekens.", $"Use {LongestText} characters at most.");
        return null;
    }

    /// <summary>A whole number within bounds; the fallback where the key is absent.</summary>
    public int Number(string key, int fallback, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Wrong(key, text, $"Geef een heel getal van {least} tot en met {most}.", $"Give a whole number from {least} to {most}.");
        return fallback;
    }

    /// <summary>Says that a query key means something here.</summary>
    public void Know(string key) => read.Add(key);

    /// <summary>Says that there is no form of the answer that the request accepts.</summary>
    public void NotAcceptable(IReadOnlyList<string> mediaTypes) => acceptable = mediaTypes;

    /// <summary>Says that something is wrong with a field.</summary>
    public void Wrong(string field, string value, string nl, string en) => errors.Add(new FieldError(field, value) { Message = new BilingualText(nl, en) });

    private Period Period(string key, string text)
    {
        if (!Wijkmonitor.Indicators.Observations.Period.TryParse(text, out var period))
        {
            var forms = PeriodGranularityNames.All.Values.Select(PeriodGranularityNames.GetForm).ToList();
            Wrong(key, text, $"Geef een periode: {string.Join(", ", forms.Select(form => form.Nl))}.", $"Give a period: {string.Join(", ", forms.Select(form => form.En))}.");
        }

        return period;
    }

    private Period Year(string key, string text)
    {
        if (!Wijkmonitor.Indicators.Observations.Period.TryParseYear(text, out var period))
        {
            Wrong(key, text, "Geef een jaar van vier cijfers, zoals 2019.", "Give a year of four digits, such as 2019.");
        }

        return period;
    }

    private string[] List(string key)
    {
        read.Add(key);
        var texts = request.Query[key].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (texts.Length <= LongestList)
        {
            return texts;
        }

        Wrong(
            key,
            string.Create(CultureInfo.InvariantCulture, $"{texts.Length}"),
            $"Noem er hooguit {LongestList}; vraag de rest in een volgend verzoek.",
            $"Name {LongestList} at most; ask for the others in another request.");
        return [];
    }

    private void WrongArea(string field, string text) => Wrong(
        field, text, "Een gebiedscode ziet eruit als GM0363, WK036300, BU03630000 of CU0153-dolphia.", "An area's code looks like GM0363, WK036300, BU03630000 or CU0153-dolphia.");

    private static ApiWarning UnknownKey(string key) => new(
        WarningCodes.UnknownParameter, key, new BilingualText($"'{key}' betekent hier niets en is niet gebruikt.", $"'{key}' means nothing here and was not used."));
}
