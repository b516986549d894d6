using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Disclosure;
using Wijkmonitor.Indicators.Json;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Statistics;

namespace Wijkmonitor.Functions.Storage;

/// <summary>
/// Observations as they may be shown: small counts, and what they could be computed from, are withheld. Whatever serves or computes reads here; only ingest, which
/// checks a delivery against what is stored, reads the store itself.
/// </summary>
public sealed class ServedObservations(ObservationStore observations, IndicatorCatalogue catalogue, SuppressionRule rule)
{
    /// <summary>The setting with the least count that is shown; 5 where it is not set.</summary>
    public const string LeastCountSetting = "Disclosure__LeastCount";

    /// <summary>The rule that the settings choose.</summary>
    /// <exception cref="ConfigurationException">The setting is not a whole number of 1 or more.</exception>
    public static SuppressionRule Rule(IConfiguration configuration)
    {
        if (configuration[LeastCountSetting.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] is not { Length: > 0 } text)
        {
            return new SuppressionRule();
        }

        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var least) && least >= 1
            ? new SuppressionRule(least)
            : throw new ConfigurationException($"The setting {LeastCountSetting} is '{text}'; a whole number of 1 or more is expected.");
    }

    /// <summary>All observations of a municipality and its areas.</summary>
    public async IAsyncEnumerable<Observation> OfMunicipalityAsync(AreaCode municipality, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = await observations.OfMunicipalityAsync(municipality, cancellationToken).ToListAsync(cancellationToken);
        foreach (var observation in SafeObservations.Of(all, catalogue, rule))
        {
            yield return observation;
        }
    }

    /// <summary>All observations of one area. What may be shown of it depends on the areas around it, so that those are read too.</summary>
    public IAsyncEnumerable<Observation> OfAreaAsync(AreaCode area, CancellationToken cancellationToken) =>
        OfMunicipalityAsync(area.Municipality, cancellationToken).Where(observation => observation.Area == area);
}
