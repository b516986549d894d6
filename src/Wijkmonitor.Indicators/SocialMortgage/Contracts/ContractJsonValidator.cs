using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>Validator of a contract's JSON against the shape of its types, which reports every difference.</summary>
/// <remarks>
/// A deserializer stops at the first one. Differences are fields that are missing (with the question they answer), that do not exist, or that hold
/// what they cannot.
/// </remarks>
internal sealed class ContractJsonValidator
{
    // No real contract comes near these, and within them no sum of it can overflow.
    private const decimal MaxNumber = 1_000_000_000_000m;
    private const int MaxDecimals = 6;

    private static readonly BilingualText NumberBounds = new(
        "Vul een getal in van ten hoogste een biljoen, met ten hoogste zes decimalen.", "Enter a number of one trillion at most, with six decimals at most.");

    private readonly JsonSerializerOptions options = SocialMortgageJson.Default.Options;
    private readonly List<ContractProblem> problems = [];

    /// <summary>Finds everything in which the JSON differs from a contract, or nothing where it can be read.</summary>
    public static IReadOnlyList<ContractProblem> Validate(JsonElement contract)
    {
        var shape = new ContractJsonValidator();
        shape.Check(contract, shape.options.GetTypeInfo(typeof(SocialMortgageContract)), "", question: null);
        return shape.problems;
    }

    private void Check(JsonElement element, JsonTypeInfo type, string path, BilingualText? question)
    {
        if (type.PolymorphismOptions is { } polymorphism)
        {
            CheckRule(element, polymorphism, path);
        }
        else if (type.Kind == JsonTypeInfoKind.Object)
        {
            CheckObject(element, type, path, discriminator: null);
        }
        else if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            CheckList(element, type, path, question);
        }
        else
        {
            CheckValue(element, type, path, question);
        }
    }

    private void CheckRule(JsonElement element, JsonPolymorphismOptions polymorphism, string path)
    {
        var member = polymorphism.TypeDiscriminatorPropertyName;
        var allowed = polymorphism.DerivedTypes.Select(d => (string)d.TypeDiscriminator!).ToList();
        var field = Join(path, member);
        if (element.ValueKind != JsonValueKind.Object)
        {
            AddNotAnObject(element, path);
        }
        else if (!element.TryGetProperty(member, out var rule))
        {
            AddMissing(field, new BilingualText("Volgens welke regel lost deze indicator af?", "By which rule does this indicator repay?"),
                CreateChoiceRemedy(allowed));
        }
        else if (polymorphism.DerivedTypes.FirstOrDefault(d => rule.ValueKind == JsonValueKind.String
            && rule.ValueEquals((string)d.TypeDiscriminator!)) is { DerivedType: { } derived })
        {
            CheckObject(element, options.GetTypeInfo(derived), path, member);
        }
        else
        {
            Add(field, rule, "Deze regel bestaat niet.", "There is no such rule.", CreateChoiceRemedy(allowed));
        }
    }

    private void CheckObject(JsonElement element, JsonTypeInfo type, string path, string? discriminator)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            AddNotAnObject(element, path);
            return;
        }

        var fields = type.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null).ToDictionary(p => p.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? open = null;
        foreach (var member in element.EnumerateObject())
        {
            if (!seen.Add(member.Name))
            {
                AddRepeated(Join(path, member.Name), member.Value);
            }
            else if (member.Name == discriminator)
            {
                continue;
            }
            else if (!fields.Remove(member.Name, out var field))
            {
                open ??= FindOpenFields(type, element);
                AddUnknown(Join(path, member.Name), member.Value, open);
            }
            else if (member.Value.ValueKind != JsonValueKind.Null || IsRequired(field))
            {
                Check(member.Value, options.GetTypeInfo(field.PropertyType), Join(path, member.Name), GetQuestion(field));
            }
        }

        foreach (var missing in fields.Values.Where(IsRequired))
        {
            AddMissing(Join(path, missing.Name), GetQuestion(missing), CreateRemedyWithFields(missing.PropertyType));
        }
    }

    private void CheckList(JsonElement element, JsonTypeInfo type, string path, BilingualText? question)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            Add(path, element, AppendQuestion("Hier hoort een lijst.", question?.Nl),
                AppendQuestion("A list is expected here.", question?.En),
                new BilingualText("Zet de waarden tussen [ en ].", "Put the values between [ and ]."));
            return;
        }

        var itemType = options.GetTypeInfo(type.ElementType!);
        foreach (var (index, item) in element.EnumerateArray().Index())
        {
            Check(item, itemType, Join(path, GetName(item) ?? FormattableString.Invariant($"{index}")), question);
        }
    }

    private void CheckValue(JsonElement element, JsonTypeInfo type, string path, BilingualText? question)
    {
        try
        {
            if (element.ValueKind != JsonValueKind.Null && element.Deserialize(type) is { } value && IsExactChoice(element, type))
            {
                if (value is decimal number && (Math.Abs(number) > MaxNumber || number.Scale > MaxDecimals))
                {
                    Add(path, element, "Dit getal is te groot of heeft te veel decimalen.", "This number is too large or has too many decimals.", NumberBounds);
                }

                return;
            }
        }
        catch (JsonException)
        {
            // The problem below says more than the exception: which values are allowed.
        }

        Add(path, element, AppendQuestion("Deze waarde past hier niet.", question?.Nl),
            AppendQuestion("This value does not fit here.", question?.En), CreateRemedy(type.Type));
    }

    private void AddMissing(string field, BilingualText? question, BilingualText remedy) => problems.Add(new ContractProblem(
        field, Value: null,
        new BilingualText(AppendQuestion("Dit veld ontbreekt.", question?.Nl), AppendQuestion("This field is missing.", question?.En)), remedy));

    private static string FindOpenFields(JsonTypeInfo type, JsonElement owner) =>
        string.Join(", ", type.Properties.Select(p => p.Name).Where(n => !owner.TryGetProperty(n, out _)).Order(StringComparer.Ordinal));

    private void AddUnknown(string field, JsonElement value, string open)
    {
        Add(field, value, "Dit veld bestaat niet.", "There is no such field.", open.Length == 0
            ? new BilingualText("Haal het weg.", "Remove it.")
            : new BilingualText($"Haal het weg, of gebruik een van: {open}.", $"Remove it, or use one of: {open}."));
    }

    private void AddRepeated(string field, JsonElement value) => Add(
        field, value, "Dit veld staat er twee keer.", "This field is given twice.",
        new BilingualText("Laat er één staan, met de juiste waarde.", "Keep one of them, with the right value."));

    private void AddNotAnObject(JsonElement element, string path) => Add(
        path, element, "Hier horen velden met een naam.", "Fields with a name are expected here.",
        new BilingualText("Zet de velden tussen { en }.", "Put the fields between { and }."));

    private void Add(string field, JsonElement value, string nl, string en, BilingualText remedy) =>
        problems.Add(new ContractProblem(field, value.GetRawText(), new BilingualText(nl, en), remedy));

    private static bool IsRequired(JsonPropertyInfo field) =>
        field.IsRequired || field.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    // The converter of an enum forgives spaces around a word; a contract says its choices to the letter.
    private static bool IsExactChoice(JsonElement element, JsonTypeInfo type) => !type.Type.IsEnum || GetNames(type.Type).Any(n => element.ValueEquals(n));

    private static BilingualText? GetQuestion(JsonPropertyInfo field) =>
        field.AttributeProvider?.GetCustomAttributes(typeof(ContractQuestionAttribute), inherit: true)
            .OfType<ContractQuestionAttribute>()
            .FirstOrDefault()?.Question;

    private static string AppendQuestion(string text, string? question) => question is null ? text : $"{text} {question}";

    // A field that has fields of its own is described by them, with what can be chosen in each.
    private BilingualText CreateRemedyWithFields(Type type)
    {
        var known = options.GetTypeInfo(type);
        if (known.Kind != JsonTypeInfoKind.Object || known.PolymorphismOptions is not null || type == typeof(BilingualText))
        {
            return CreateRemedy(type);
        }

        var fields = string.Join(", ", known.Properties.Where(p => p.Set is not null)
            .Select(p => p.PropertyType.IsEnum ? $"{p.Name} ({string.Join(" | ", GetNames(p.PropertyType))})" : p.Name));
        return new BilingualText($"Zet tussen {{ en }} de velden: {fields}.", $"Put these fields between {{ and }}: {fields}.");
    }

    private static BilingualText CreateRemedy(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } choice => CreateChoiceRemedy(GetNames(choice)),
        var t when t == typeof(decimal) =>
            new("Vul een getal in, met een decimale punt en zonder aanhalingstekens.", "Enter a number, with a decimal point and without quotes."),
        var t when t == typeof(int) => new("Vul een geheel getal in, zonder aanhalingstekens.", "Enter a whole number, without quotes."),
        var t when t == typeof(string) => new("Vul een tekst in, tussen aanhalingstekens.", "Enter a text, between quotes."),
        var t when t == typeof(DateOnly) => new("Vul een dag in als \"2017-01-01\".", "Enter a day as \"2017-01-01\"."),
        var t when t == typeof(Areas.AreaCode) =>
            new("Vul een gebiedscode in, zoals GM0153 of CU0153-dolphia.", "Enter an area code, such as GM0153 or CU0153-dolphia."),
        var t when t == typeof(BilingualText) =>
            new("Vul de tekst in als { \"nl\": \"...\", \"en\": \"...\" }.", "Enter the text as { \"nl\": \"...\", \"en\": \"...\" }."),
        _ => new("Vul dit veld in zoals het schema van het contract het beschrijft.", "Fill this field in as the schema of the contract describes it."),
    };

    private static BilingualText CreateChoiceRemedy(IReadOnlyList<string> allowed)
    {
        var list = string.Join(", ", allowed);
        return new BilingualText($"Kies een van: {list}.", $"Choose one of: {list}.");
    }

    private static List<string> GetNames(Type choice) =>
        [.. choice.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? f.Name)];

    // An item of a list is named by its own code or year, so that a problem can be found without counting.
    private static string? GetName(JsonElement item) =>
        item.ValueKind != JsonValueKind.Object ? null
        : item.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString()
        : item.TryGetProperty("year", out var year) && year.ValueKind == JsonValueKind.Number ? year.GetRawText()
        : null;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}/{name}";
}
