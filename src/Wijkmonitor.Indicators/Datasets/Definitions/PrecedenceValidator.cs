using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Datasets.Definitions;

/// <summary>Validator of the order of datasets that a definition declares, by itself.</summary>
internal static class PrecedenceValidator
{
    private const string Field = "precedence";

    /// <summary>Finds the faults.</summary>
    public static IEnumerable<ConfigurationFault> Find(DatasetDefinition definition) =>
        (definition.Precedence ?? new Dictionary<string, IReadOnlyList<RankedDataset>>(StringComparer.Ordinal))
            .SelectMany(declared => FindInOrder(definition, declared.Key, declared.Value));

    private static IEnumerable<ConfigurationFault> FindInOrder(DatasetDefinition definition, string code, IReadOnlyList<RankedDataset> ranked)
    {
        if (!definition.IndicatorCodes.Contains(code, StringComparer.Ordinal))
        {
            yield return ConfigurationFault.For(
                Field, $"'precedence' noemt indicator '{code}', die de dataset niet levert.",
                $"'precedence' names indicator '{code}', which the dataset does not deliver.");
        }

        if (!ranked.Any(dataset => dataset.Dataset == definition.Id))
        {
            yield return ConfigurationFault.For(
                Field,
                $"'precedence' van '{code}' noemt '{definition.Id}' zelf niet: noem alle datasets die de indicator leveren.",
                $"'precedence' of '{code}' does not name '{definition.Id}' itself: name all datasets that deliver the indicator.");
        }

        if (ranked.Index().FirstOrDefault(dataset => ranked.Take(dataset.Index).Any(earlier => AreInSameYear(earlier, dataset.Item))).Item is { } twice)
        {
            yield return ConfigurationFault.For(
                Field, $"'precedence' van '{code}' noemt '{twice.Dataset}' twee keer voor hetzelfde jaar.",
                $"'precedence' of '{code}' names '{twice.Dataset}' twice for one year.");
        }

        if (ranked.FirstOrDefault(dataset => dataset.From is { IsCalendarYear: false } || dataset.To is { IsCalendarYear: false }) is { } fine)
        {
            yield return ConfigurationFault.For(
                Field, $"'precedence' van '{code}': 'from' en 'to' van '{fine.Dataset}' zijn jaren.",
                $"'precedence' of '{code}': 'from' and 'to' of '{fine.Dataset}' are years.");
        }

        if (ranked.FirstOrDefault(dataset => dataset.From?.Year > dataset.To?.Year) is { } odd)
        {
            yield return ConfigurationFault.For(
                Field, $"'precedence' van '{code}': bij '{odd.Dataset}' ligt 'from' na 'to'.",
                $"'precedence' of '{code}': 'from' is after 'to' for '{odd.Dataset}'.");
        }
    }

    private static bool AreInSameYear(RankedDataset one, RankedDataset other) =>
        one.Dataset == other.Dataset && !(one.From?.Year > other.To?.Year || other.From?.Year > one.To?.Year);
}
