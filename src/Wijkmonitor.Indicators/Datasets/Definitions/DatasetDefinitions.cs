using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Datasets.Problems;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>All datasets that may be delivered, by id, and the definitions that are not in effect because they are faulty.</summary>
public sealed class DatasetDefinitions
{
    private readonly SortedDictionary<string, DatasetDefinition> byId = new(StringComparer.Ordinal);

    /// <summary>These definitions together.</summary>
    /// <remarks>
    /// Of two that clash over an indicator the one that it belongs to stays in effect and the other is faulty. Where that does not distinguish
    /// them, the first by id stays.
    /// </remarks>
    /// <param name="definitions">The definitions.</param>
    /// <param name="faulty">Definitions that could not be read.</param>
    /// <param name="catalogue">The catalogue that says which dataset an indicator belongs to; null where nothing says so.</param>
    public DatasetDefinitions(
        IReadOnlyCollection<DatasetDefinition> definitions, IReadOnlyCollection<FaultyDefinition>? faulty = null, IndicatorCatalogue? catalogue = null)
    {
        var clashing = AddAll(definitions.OrderBy(definition => HasIndicatorsOfOthers(definition, catalogue))
            .ThenBy(definition => definition.Id, StringComparer.Ordinal));
        Faulty = [.. (faulty ?? []).Concat(clashing).OrderBy(fault => fault.Id, StringComparer.Ordinal)];
        Precedence = new DatasetPrecedence(byId.Values
            .SelectMany(definition => definition.IndicatorCodes.Select(code => (code, definition)))
            .GroupBy(pair => pair.code, pair => pair.definition, StringComparer.Ordinal)
            .ToDictionary(deliverers => deliverers.Key, deliverers => DefinitionClash.Rank(deliverers.Key, [.. deliverers]), StringComparer.Ordinal));
    }

    /// <summary>All definitions, in order of id.</summary>
    public IReadOnlyCollection<DatasetDefinition> All => byId.Values;

    /// <summary>The definitions that are not in effect, in order of id.</summary>
    public IReadOnlyList<FaultyDefinition> Faulty { get; }

    /// <summary>The precedence of datasets that deliver the same indicator.</summary>
    public DatasetPrecedence Precedence { get; }

    /// <summary>Finds the definition with this id, or null.</summary>
    public DatasetDefinition? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Finds the faulty definition with this id, or null. A definition in effect with the same id goes before it.</summary>
    public FaultyDefinition? FindFaulty(string id) => byId.ContainsKey(id) ? null : Faulty.FirstOrDefault(fault => fault.Id == id);

    private static bool HasIndicatorsOfOthers(DatasetDefinition definition, IndicatorCatalogue? catalogue) =>
        definition.IndicatorCodes.Any(code => catalogue?.Find(code)?.Dataset is { } dataset && dataset != definition.Id);

    // One that clashes is tried again once others were added: the order in which they count may be declared there.
    private List<FaultyDefinition> AddAll(IEnumerable<DatasetDefinition> definitions)
    {
        List<DatasetDefinition> waiting = [.. definitions];
        while (true)
        {
            var clashing = new List<FaultyDefinition>();
            foreach (var definition in waiting)
            {
                if (DefinitionClash.Find(definition, byId.Values) is { Count: > 0 } faults)
                {
                    clashing.Add(new FaultyDefinition(definition.Id, definition.Id + ".json", faults) { Clashing = definition });
                }
                else
                {
                    byId.Add(definition.Id, definition);
                }
            }

            if (clashing.Count == 0 || clashing.Count == waiting.Count)
            {
                return clashing;
            }

            waiting = clashing.ConvertAll(faulty => faulty.Clashing!);
        }
    }
}

/// <summary>A definition that is not in effect because it is faulty or clashes with another.</summary>
/// <param name="Id">The dataset's id, as its file is named.</param>
/// <param name="File">The file.</param>
/// <param name="Faults">Faults of the definition.</param>
public sealed record FaultyDefinition(string Id, string File, IReadOnlyList<ConfigurationFault> Faults)
{
    /// <summary>Faults of the definition, safe to show whatever they quote of it.</summary>
    public IReadOnlyList<ConfigurationFault> Faults { get; } = [.. Faults.Select(Escape)];

    /// <summary>The definition, where it can be read and only clashes with others.</summary>
    public DatasetDefinition? Clashing { get; init; }

    private static ConfigurationFault Escape(ConfigurationFault fault) => fault with
    {
        Field = Printable.Escape(fault.Field),
        Message = Escape(fault.Message),
        Remedy = fault.Remedy is { } remedy ? Escape(remedy) : null,
    };

    private static BilingualText Escape(BilingualText text) => new(Printable.Escape(text.Nl), Printable.Escape(text.En));
}
