using System.Globalization;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Http.Requests;

/// <summary>
/// Reader of the path and query of a request. What is wrong is gathered, so that an answer names all of it at once; a query key that nothing reads is
/// a warning.
/// </summary>
public sealed class RequestQuery(HttpRequest request)
{
    /// <summary>Highest number of codes or years that a list in a query may hold.</summary>
    public const int MaxListLength = 50;

    private const int MaxTextLength = 100;

    // The host reads a function key from it.
    private const string FunctionKey = "code";
    private readonly HashSet<string> read = new(StringComparer.Ordinal) { FunctionKey };
    private readonly List<FieldError> errors = [];
    private readonly List<ApiWarning> warnings = [];
    private IReadOnlyList<string>? acceptable;

    /// <summary>The request.</summary>
    public HttpRequest Request => request;

    /// <summary>Gets the 400 or 406 result for all invalid parameters, or null.</summary>
    /// <remarks>Read it after reading every parameter.</remarks>
    public IResult? Problem => errors.Count > 0 ? ApiResults.BadRequest(errors) : acceptable is null ? null : ApiResults.NotAcceptable(acceptable);

    /// <summary>Gets the warnings that go with the response.</summary>
    public IReadOnlyList<ApiWarning> Warnings => [.. warnings, .. request.Query.Keys.Where(key => !read.Contains(key)).Select(CreateUnknownKeyWarning)];

    /// <summary>Adds something that the caller should know next to the answer.</summary>
    public void Warn(string code, string? field, string nl, string en) => warnings.Add(new ApiWarning(code, field, new BilingualText(nl, en)));

    /// <summary>Reads a municipality's code, from the path unless another field is named.</summary>
    public AreaCode ReadMunicipality(string text, string field = "code")
    {
        if (!AreaCode.TryParse(text, out var code) || code.Level != AreaLevel.Municipality)
        {
            AddError(field, text, "De code van een gemeente ziet eruit als GM0363.", "A municipality's code looks like GM0363.");
        }

        return code;
    }

    /// <summary>Reads an area's code, from the path unless another field is named.</summary>
    public AreaCode ReadArea(string text, string field = "code")
    {
        if (!AreaCode.TryParse(text, out var code))
        {
            AddAreaError(field, text);
        }

        return code;
    }

    /// <summary>Reads a year, or null where the key is absent.</summary>
    public Period? ReadYear(string key) => ReadText(key) is { } text ? ReadYear(key, text) : null;

    /// <summary>Reads a year of a key that is required.</summary>
    public Period ReadRequiredYear(string key) => ReadYear(key, ReadText(key) ?? "");

    /// <summary>Reads a period of any kind, or null where the key is absent.</summary>
    public Period? ReadPeriod(string key) => ReadText(key) is { } text ? ReadPeriod(key, text) : null;

    /// <summary>Reads periods of any kind, or none where the key is absent.</summary>
    public IReadOnlyList<Period> ReadPeriods(string key) => [.. ReadList(key).Select(text => ReadPeriod(key, text)).Distinct().Order()];

    /// <summary>Reads a kind of periods, or null where the key is absent.</summary>
    public PeriodGranularity? ReadGranularity(string key) =>
        ReadChoice(key, PeriodGranularityNames.All.ToDictionary(named => named.Key, named => (PeriodGranularity?)named.Value, StringComparer.Ordinal));

    /// <summary>Reads the codes of one or more areas.</summary>
    public IReadOnlyList<AreaCode> ReadAreas(string key)
    {
        var texts = ReadList(key);
        if (texts.Length == 0)
        {
            AddError(key, "", "Noem gebieden, zoals BU03630000,BU03630001.", "Name areas, such as BU03630000,BU03630001.");
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
                AddAreaError(key, text);
            }
        }

        return [.. areas.Distinct()];
    }

    /// <summary>Reads a level of areas, or null where the key is absent.</summary>
    public AreaLevel? ReadLevel(string key) =>
        ReadChoice(key, Enum.GetValues<AreaLevel>().ToDictionary(AreaLevelNames.GetName, level => (AreaLevel?)level, StringComparer.Ordinal));

    /// <summary>Reads indicators of the catalogue, or none where the key is absent.</summary>
    public IReadOnlyList<Indicator> ReadIndicators(string key, IndicatorCatalogue catalogue)
    {
        var indicators = new List<Indicator>();
        foreach (var text in ReadList(key))
        {
            if (catalogue.Find(text) is { } indicator)
            {
                indicators.Add(indicator);
            }
            else
            {
                AddError(key, text, "Deze indicator is niet bekend; /api/v1/indicators noemt ze alle.",
                    "This indicator is not known; /api/v1/indicators lists them all.");
            }
        }

        return [.. indicators.Distinct()];
    }

    /// <summary>Reads one of some words, or the default where the key is absent.</summary>
    public T? ReadChoice<T>(string key, IReadOnlyDictionary<string, T> choices)
    {
        if (ReadText(key) is not { } text)
        {
            return default;
        }

        if (!choices.TryGetValue(text, out var chosen))
        {
            var words = string.Join(", ", choices.Keys.Order(StringComparer.Ordinal));
            AddError(key, text, $"Kies uit: {words}.", $"Choose from: {words}.");
        }

        return chosen;
    }

    /// <summary>Reads a text, or null where the key is absent or empty.</summary>
    public string? ReadText(string key)
    {
        read.Add(key);
        if (request.Query[key].ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        if (text.Length <= MaxTextLength)
        {
            return text;
        }

        AddError(key, text[..MaxTextLength], $"Gebruik hooguit {MaxTextLength} tekens.", $"Use {MaxTextLength} characters at most.");
        return null;
    }

    /// <summary>Reads a whole number within bounds, or the fallback where the key is absent.</summary>
    public int ReadNumber(string key, int fallback, int min, int max)
    {
        if (ReadText(key) is not { } text)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        AddError(key, text, $"Geef een heel getal van {min} tot en met {max}.", $"Give a whole number from {min} to {max}.");
        return fallback;
    }

    /// <summary>Marks a query key as known here.</summary>
    public void MarkAsKnown(string key) => read.Add(key);

    /// <summary>Whether a query key means something here, so far.</summary>
    public bool IsKnown(string key) => read.Contains(key);

    /// <summary>Says that there is no form of the answer that the request accepts.</summary>
    public void RejectFormats(IReadOnlyList<string> mediaTypes) => acceptable = mediaTypes;

    /// <summary>Adds an error of a field.</summary>
    public void AddError(string field, string value, string nl, string en) => errors.Add(new FieldError(field, value) { Message = new BilingualText(nl, en) });

    private Period ReadPeriod(string key, string text)
    {
        if (!Wijkmonitor.Indicators.Observations.Periods.Period.TryParse(text, out var period))
        {
            var forms = PeriodGranularityNames.All.Values.Select(PeriodGranularityNames.GetForm).ToList();
            AddError(key, text, $"Geef een periode: {string.Join(", ", forms.Select(form => form.Nl))}.",
                $"Give a period: {string.Join(", ", forms.Select(form => form.En))}.");
        }

        return period;
    }

    /// <summary>Reads a year from the path or a key.</summary>
    public Period ReadYear(string key, string text)
    {
        if (!Wijkmonitor.Indicators.Observations.Periods.Period.TryParseYear(text, out var period))
        {
            AddError(key, text, "Geef een jaar van vier cijfers, zoals 2019.", "Give a year of four digits, such as 2019.");
        }

        return period;
    }

    private string[] ReadList(string key)
    {
        read.Add(key);
        var texts = request.Query[key].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (texts.Length <= MaxListLength)
        {
            return texts;
        }

        AddError(
            key,
            string.Create(CultureInfo.InvariantCulture, $"{texts.Length}"),
            $"Noem er hooguit {MaxListLength}; vraag de rest in een volgend verzoek.",
            $"Name {MaxListLength} at most; ask for the rest in another request.");
        return [];
    }

    private void AddAreaError(string field, string text) => AddError(
        field, text, "Een gebiedscode ziet eruit als GM0363, WK036300, BU03630000 of CU0153-dolphia.",
        "An area's code looks like GM0363, WK036300, BU03630000 or CU0153-dolphia.");

    private static ApiWarning CreateUnknownKeyWarning(string key) => new(
        WarningCodes.UnknownParameter, key,
        new BilingualText($"'{key}' betekent hier niets en is niet gebruikt.", $"'{key}' means nothing here and was not used."));
}
