using Wijkmonitor.Indicators.Datasets.Definitions;
using Wijkmonitor.Indicators.Datasets.Items;
using Wijkmonitor.Indicators.Datasets.Messages;
using Wijkmonitor.Indicators.Datasets.Parsing;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Readers;

/// <summary>Reads decisions about entries of a social mortgage: <c>contract;reference;date;decision;about;by_role;quantity;reason</c>.</summary>
internal static class DecisionRecordReader
{
    private static readonly string[] Columns = ["contract", "reference", "date", "decision", "about", "by_role", "quantity", "reason"];

    private static readonly Dictionary<string, DecisionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["confirmed"] = DecisionKind.Confirmed,
        ["disputed"] = DecisionKind.Disputed,
        ["corrected"] = DecisionKind.Corrected,
    };

    public static IEnumerable<DatasetItem> Read(DatasetDefinition definition, Stream content, ProblemLog log)
    {
        using var rows = new CsvRows(definition, content, log);
        if (rows.ReadHeader(Columns) is not { } places)
        {
            yield break;
        }

        var fields = new FieldReader(definition, rows, log);
        var keys = new UniqueKeys<string>("reference", log);
        while (rows.Read())
        {
            if (Decision(rows, fields, places, log) is { } decision && keys.Add($"{decision.Contract} {decision.Reference}", rows.Line))
            {
                yield return new TakenDecision(decision);
            }
        }
    }

    private static LedgerDecision? Decision(CsvRows rows, FieldReader fields, int[] places, ProblemLog log)
    {
        var contract = fields.KeyText(places[0]);
        var reference = fields.KeyText(places[1]);
        var date = fields.Date(places[2]);
        var kind = Kind(rows, fields.Text(places[3]), places[3], log);
        var about = fields.Text(places[4]);
        var role = fields.Text(places[5]);
        var isEmpty = string.IsNullOrWhiteSpace(rows[places[6]]);
        var quantity = isEmpty ? null : fields.Money(places[6]);
        var reason = fields.Text(places[7]);
        return contract is null || reference is null || date is not { } day || kind is not { } decided || about is null || role is null || reason is null || (!isEmpty && quantity is null)
            ? null
            : new LedgerDecision(contract, reference, day, decided, about, role, quantity, reason, new SourceLine("", rows.Line));
    }

    private static DecisionKind? Kind(CsvRows rows, string? text, int column, ProblemLog log)
    {
        if (text is null)
        {
            return null;
        }

        if (Kinds.TryGetValue(text, out var kind))
        {
            return kind;
        }

        log.Add(RowProblems.EntryInvalid(rows.Line, rows.NameOf(column), text,
            new("Dit besluit bestaat niet.", "There is no such decision."),
            new($"Gebruik een van: {string.Join(", ", Kinds.Keys)}.", $"Use one of: {string.Join(", ", Kinds.Keys)}.")));
        return null;
    }
}
