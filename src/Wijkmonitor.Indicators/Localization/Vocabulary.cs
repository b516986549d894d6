using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wijkmonitor.Indicators.Localization;

/// <summary>The words for states, verdicts, problems, phrases and units by code: one table for page, print, CSV, API and terminal.</summary>
/// <remarks>It is read from vocabulary.json, which the dashboard reads too.</remarks>
/// <param name="LineStates">States of lines of a scorecard; <c>incomplete</c> is said of a figure of which too many parts are missing.</param>
/// <param name="ValueStates">States of values.</param>
/// <param name="Signals">Colours, where a kind of scorecard has no words of its own.</param>
/// <param name="DeliveryStates">States of deliveries; <c>quarantined</c> is said of one that the monitor could not process.</param>
/// <param name="FigureStatuses">Statuses that publishers give their figures.</param>
/// <param name="Problems">Problems that a file can have, as the head of their list.</param>
/// <param name="Phrases">Phrases that precede a list.</param>
/// <param name="Units">Units of figures.</param>
/// <param name="SubjectStates">States of programmes and projects.</param>
/// <param name="SubjectScopes">Extents of programmes and projects.</param>
/// <param name="AlertTypes">Types of alerts.</param>
/// <param name="AlertRoles">Roles that are alerted.</param>
public sealed record Vocabulary(
    IReadOnlyDictionary<string, Term> LineStates,
    IReadOnlyDictionary<string, Term> ValueStates,
    IReadOnlyDictionary<string, Term> Signals,
    IReadOnlyDictionary<string, Term> DeliveryStates,
    IReadOnlyDictionary<string, Term> FigureStatuses,
    IReadOnlyDictionary<string, Term> Problems,
    IReadOnlyDictionary<string, Term> Phrases,
    IReadOnlyDictionary<string, Term> Units,
    IReadOnlyDictionary<string, Term> SubjectStates,
    IReadOnlyDictionary<string, Term> SubjectScopes,
    IReadOnlyDictionary<string, Term> AlertTypes,
    IReadOnlyDictionary<string, Term> AlertRoles)
{
    private const string Resource = "vocabulary.json";

    /// <summary>The only table.</summary>
    public static Vocabulary Shared { get; } = Read();

    /// <summary>Gets the words for a unit; the unit itself where it has none.</summary>
    public BilingualText GetUnit(string unit) => Units.TryGetValue(unit, out var term) ? term.Name : new BilingualText(unit, unit);

    /// <summary>Gets the code of a state as the API writes it.</summary>
    public static string GetCode<T>(T state)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    private static Vocabulary Read()
    {
        using var content = typeof(Vocabulary).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize(content, VocabularyJson.Default.Vocabulary)!;
    }
}

/// <summary>A word, and how a number of what it says is written.</summary>
/// <param name="Name">The word.</param>
/// <param name="One">The word behind the number one; null where it is the same.</param>
/// <param name="Many">The word behind other numbers; null where it is the same.</param>
/// <param name="OmitsUnit">Whether a unit is not written behind a number, as the label says what is counted.</param>
public sealed record Term(
    BilingualText Name, BilingualText? One = null, BilingualText? Many = null, [property: JsonPropertyName("bare")] bool OmitsUnit = false)
{
    /// <summary>Gets the word behind a number.</summary>
    public BilingualText GetCounted(decimal number) => (number == 1 ? One : Many) ?? Name;
}

/// <summary>JSON of the table.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Vocabulary))]
internal sealed partial class VocabularyJson : JsonSerializerContext;
