using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Local;

namespace Wijkmonitor.Bench.Computing;

/// <summary>An invented mortgage on the terms of the sample contract.</summary>
/// <remarks>
/// It has ten years of figures for its seven valued indicators, and each year ten activities of each kind and four proceeds. Every number follows
/// from the mortgage's own, so that each run computes the same.
/// </remarks>
internal sealed class InventedMortgage
{
    /// <summary>The years of the term.</summary>
    public const int Years = 10;

    private const int ActivitiesPerKind = 10;
    private const int ProceedsPerYear = 4;
    private static readonly SocialMortgageContract Sample = ReadSample();
    private static readonly PricedIndicator[] Priced = [.. Sample.Indicators.OfType<PricedIndicator>()];

    /// <summary>One of them.</summary>
    public InventedMortgage(int number)
    {
        var id = FormattableString.Invariant($"c{number}");
        Contract = Sample with { Id = id, Area = AreaCode.Parse($"CU0153-{id}") };
        Own = CreateValues(number, indicator => indicator.Baseline);
        City = CreateValues(number + 1, indicator => indicator.FrozenCity() ?? 1);
        Entries = [.. CreateEntries(id, number)];
        Observations = new ObservationSet(CreateObservations());
    }

    /// <summary>The contract.</summary>
    public SocialMortgageContract Contract { get; }

    /// <summary>The values of its area, by year and indicator.</summary>
    public decimal[][] Own { get; }

    /// <summary>The values of its city, by year and indicator.</summary>
    public decimal[][] City { get; }

    /// <summary>Activities and proceeds.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>The values as observations.</summary>
    public ObservationSet Observations { get; }

    /// <summary>The valued indicators, in the order of the values.</summary>
    public static IReadOnlyList<PricedIndicator> Indicators => Priced;

    private static decimal[][] CreateValues(int number, Func<PricedIndicator, decimal> from) =>
        [.. Enumerable.Range(1, Years).Select(year =>
            Priced.Select((indicator, i) => Math.Round(from(indicator) * (1000 - (((number + (7 * year) + (3 * i)) % 23) * year)) / 1000, 1)).ToArray())];

    private IEnumerable<Observation> CreateObservations()
    {
        for (var year = 0; year < Years; year++)
        {
            for (var i = 0; i < Priced.Length; i++)
            {
                yield return CreateObservation(Contract.Area, year, i, Own[year][i]);
                yield return CreateObservation(Contract.City, year, i, City[year][i]);
            }
        }
    }

    private Observation CreateObservation(AreaCode area, int year, int indicator, decimal value) => new(
        area, new Period(Contract.FirstYear + year), Priced[indicator].Code, ObservedValue.Known(value), "area-indicators", Contract.BaselineYear,
        FigureStatus.None, new SourceLine("figures", 2));

    private static IEnumerable<LedgerEntry> CreateEntries(string id, int number)
    {
        for (var year = Sample.FirstYear; year <= Sample.LastYear; year++)
        {
            var day = new DateOnly(year, 6, 1);
            foreach (var (kind, tariff) in Sample.Tariffs.Index())
            {
                for (var i = 0; i < ActivitiesPerKind; i++)
                {
                    yield return new LedgerEntry(id, LedgerChannel.Activities, $"A{year}-{kind}-{i}", day, tariff.Code, 1 + ((number + i) % 3), Amount: null,
                        "wijkregisseur", new SourceLine("activities", i + 2));
                }
            }

            for (var i = 0; i < ProceedsPerYear; i++)
            {
                yield return new LedgerEntry(id, LedgerChannel.Operation, $"O{year}-{i}", day, "verhuur", Count: null, 125.50m + ((number + i) % 7),
                    ConfirmedBy: null, new SourceLine("operation", i + 2));
            }
        }
    }

    private static SocialMortgageContract ReadSample()
    {
        using var json = File.OpenRead(RepositoryFolder.File("samples", "inbox", "contracts", "dolphia.json"));
        return SocialMortgageContract.Read(json).Contract ?? throw new InvalidOperationException("The sample contract cannot be read.");
    }
}
