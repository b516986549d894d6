using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Compass;

/// <summary>Reference of the areas of a city, for one indicator and period.</summary>
/// <param name="Value">The city's value; null where it is not available.</param>
/// <param name="Own">The municipality's own observation; null where none was delivered.</param>
/// <param name="Derived">Derivation of the value; null where it is the municipality's own.</param>
/// <param name="Deviation">The standard deviation over the city's neighbourhoods; null where fewer than two values are known.</param>
internal sealed record CityReference(decimal? Value, Observation? Own, DerivedCity? Derived, decimal? Deviation)
{
    private readonly Dictionary<string, ScorecardInput> inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <summary>The steps that lead to the band, which are the same for all areas; null until somebody needed them.</summary>
    public IReadOnlyList<CalculationStep>? BandSteps { get; set; }

    /// <summary>Whether the city's value is derived from too few neighbourhoods to judge by.</summary>
    public bool IsTooIncomplete => Derived?.Completeness is { IsEnough: false };

    /// <summary>Creates the municipality's own observation as an input.</summary>
    public ScorecardInput CreateInput(string role) =>
        inputs.TryGetValue(role, out var input) ? input : inputs[role] = ScorecardInput.FromObservation(role, Own!);

    /// <summary>Creates the derived value as an input.</summary>
    public ScorecardInput CreateDerivedInput(string role, string key) =>
        inputs.TryGetValue(role, out var input)
            ? input
            : inputs[role] = new ScorecardInput(role, key, ObservedState.Known, Derived!.Value, Delivery: null, Line: null)
            {
                Completeness = Derived.Completeness,
            };

    /// <summary>Gets or creates words about it that many lines have in common.</summary>
    public string GetOrCreateText(string name, Func<string> write) => texts.TryGetValue(name, out var written) ? written : texts[name] = write();
}

/// <summary>A city's value that was derived from its neighbourhoods.</summary>
/// <param name="Value">Their weighted mean.</param>
/// <param name="Neighbourhoods">Number of neighbourhoods that it was taken over.</param>
/// <param name="Weight">The sum of their weights.</param>
/// <param name="Completeness">Completeness; null where no neighbourhood is missing, and where the dataset does not declare a least share.</param>
internal sealed record DerivedCity(decimal Value, int Neighbourhoods, decimal Weight, FigureCompleteness? Completeness);

/// <summary>The references of one municipality.</summary>
internal sealed class CityReferences(MunicipalityContext municipality)
{
    private readonly List<AreaCode> neighbourhoods = [.. municipality.GetAreas(AreaLevel.Neighbourhood)];
    private readonly ObservationSet observations = municipality.Observations;

    private readonly Dictionary<(string Indicator, Period Period, int? BoundaryYear), CityReference> found = [];

    /// <summary>Gets the reference for an indicator and a period.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="period">The period.</param>
    /// <param name="boundaryYear">
    /// The boundaries that the municipality's own figure should be for, where a crosswalk leads there; null for those it was delivered in.
    /// </param>
    public CityReference Get(Indicator indicator, Period period, int? boundaryYear = null)
    {
        if (!found.TryGetValue((indicator.Code, period, boundaryYear), out var reference))
        {
            reference = Find(indicator, period, boundaryYear);
            found.Add((indicator.Code, period, boundaryYear), reference);
        }

        return reference;
    }

    /// <summary>Gets the key of a derived value, in the form of an observation's key.</summary>
    public string GetDerivedKey(Indicator indicator, Period period) => $"{municipality.Code}/derived/{period}/{indicator.Code}";

    private CityReference Find(Indicator indicator, Period period, int? boundaryYear)
    {
        var carried = boundaryYear is { } year ? observations.Find(municipality.Code, period, indicator.Code, year) : null;
        var own = carried ?? observations.Find(municipality.Code, period, indicator.Code);
        var derived = own is null || own.Value.State == ObservedState.Unknown ? Derive(indicator, period) : null;
        var known = neighbourhoods.Select(n => observations.Find(n, period, indicator.Code)?.Value.Number).OfType<decimal>().ToList();
        var isEnough = derived?.Completeness?.IsEnough != false;
        return new CityReference(own?.Value.Number ?? (isEnough ? derived?.Value : null), own, derived, Spread.ComputeStandardDeviation(known));
    }

    private DerivedCity? Derive(Indicator indicator, Period period)
    {
        if (indicator.Denominator is not { } denominator)
        {
            return null;
        }

        List<(decimal Value, decimal Weight)> parts = [];
        var shares = new WeightedShares();
        foreach (var neighbourhood in neighbourhoods)
        {
            var figure = observations.Find(neighbourhood, period, indicator.Code);
            if (observations.Find(neighbourhood, period, denominator)?.Value.Number is not { } weight || weight <= 0)
            {
                continue;
            }

            shares.Add(neighbourhood, figure, weight);
            if (figure?.Value.Number is { } value)
            {
                parts.Add((value, weight));
            }
        }

        return Spread.ComputeWeightedMean(parts) is { } mean
            ? new DerivedCity(mean, parts.Count, parts.Sum(p => p.Weight), shares.FindCompleteness()) : null;
    }
}
