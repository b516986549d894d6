using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Finder of what keeps a definition from being used together with others.</summary>
/// <remarks>An indicator belongs to one dataset. Several may deliver it where their definitions declare in <c>precedence</c> which figures count.</remarks>
public static class DefinitionClash
{
    /// <summary>Finds the clashes of a definition with others, which do not clash among themselves.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="others">The definitions that it would be used with.</param>
    public static IReadOnlyList<ConfigurationFault> Find(DatasetDefinition definition, IReadOnlyCollection<DatasetDefinition> others)
    {
        if (others.Any(other => other.Id == definition.Id))
        {
            return [new ConfigurationFault("id",
                new BilingualText($"Dataset '{definition.Id}' is twee keer gedefinieerd.", $"Dataset '{definition.Id}' is defined twice."))];
        }

        return [.. others.Append(definition)
            .SelectMany(dataset => dataset.IndicatorCodes.Select(code => (code, dataset)))
            .GroupBy(pair => pair.code, pair => pair.dataset, StringComparer.Ordinal)
            .Select(deliverers => Find(deliverers.Key, [.. deliverers], definition))
            .OfType<ConfigurationFault>()];
    }

    /// <summary>Ranks the datasets that deliver an indicator by precedence.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="deliverers">The definitions that deliver it, which do not clash.</param>
    internal static IReadOnlyList<RankedDataset> Rank(string indicator, IReadOnlyList<DatasetDefinition> deliverers) =>
        FindDeclarations(indicator, deliverers).FirstOrDefault().Ranked ?? [new RankedDataset(deliverers[0].Id)];

    private static ConfigurationFault? Find(string indicator, IReadOnlyList<DatasetDefinition> deliverers, DatasetDefinition definition)
    {
        if (deliverers.Count == 1)
        {
            return null;
        }

        var declarations = FindDeclarations(indicator, deliverers).ToList();
        if (declarations.Count == 0)
        {
            return CreateUndeclared(indicator, deliverers, definition);
        }

        var (first, ranked) = declarations[0];
        if (declarations.Find(other => !other.Ranked.SequenceEqual(ranked)) is { Dataset: { } differing })
        {
            return new ConfigurationFault("precedence", new BilingualText(
                $"De volgorde ('precedence') van indicator '{indicator}' is in '{differing}' een andere dan in '{first}'.",
                $"The order ('precedence') of indicator '{indicator}' in '{differing}' differs from that in '{first}'."))
            {
                Remedy = new BilingualText("Geef in beide dezelfde volgorde, of laat haar in één van beide weg.",
                    "Declare the same order in both, or leave it out in one of them."),
            };
        }

        var unnamed = deliverers.Select(deliverer => deliverer.Id).Except(ranked.Select(dataset => dataset.Dataset), StringComparer.Ordinal).FirstOrDefault();
        return unnamed is null ? null : new ConfigurationFault("precedence", new BilingualText(
            $"De volgorde ('precedence') van indicator '{indicator}' in '{first}' noemt '{unnamed}' niet, dat de indicator ook levert.",
            $"The order ('precedence') of indicator '{indicator}' in '{first}' does not name '{unnamed}', which delivers the indicator too."))
        {
            Remedy = new BilingualText($"Neem '{unnamed}' op in de volgorde.", $"Name '{unnamed}' in the order."),
        };
    }

    private static ConfigurationFault CreateUndeclared(string indicator, IReadOnlyList<DatasetDefinition> deliverers, DatasetDefinition definition)
    {
        var names = deliverers.Select(deliverer => $"'{deliverer.Id}'").ToList();
        var order = string.Join(", ", deliverers.Select(deliverer => $"{{ \"dataset\": \"{deliverer.Id}\" }}"));
        var example = $"\"precedence\": {{ \"{indicator}\": [{order}] }}";
        return new ConfigurationFault(definition.IndicatorCodes.Contains(indicator, StringComparer.Ordinal)
            ? definition.GetField(indicator)
            : "precedence", new BilingualText(
            $"Indicator '{indicator}' wordt geleverd door {string.Join(" en ", names)}, en nergens staat welk cijfer telt.",
            $"Indicator '{indicator}' is delivered by {string.Join(" and ", names)}, and nothing says whose figure counts."))
        {
            Remedy = new BilingualText(
                $"Laat de indicator uit de definitie weg, of zet erin in welke volgorde de datasets tellen, zoals {example}.",
                $"Leave the indicator out of the definition, or declare in it in what order the datasets count, such as {example}."),
        };
    }

    private static IEnumerable<(string Dataset, IReadOnlyList<RankedDataset> Ranked)> FindDeclarations(string indicator,
        IEnumerable<DatasetDefinition> deliverers) =>
        deliverers.Where(deliverer => deliverer.Precedence?.ContainsKey(indicator) == true)
            .Select(deliverer => (deliverer.Id, deliverer.Precedence![indicator]));
}
