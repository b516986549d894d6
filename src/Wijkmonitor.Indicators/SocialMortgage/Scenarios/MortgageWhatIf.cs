using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Statements;

namespace Wijkmonitor.Indicators.SocialMortgage.Scenarios;

/// <summary>A value of an indicator that is assumed.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Value">The area's value.</param>
/// <param name="City">The city's value; null to take the last one known.</param>
public sealed record AssumedValue(string Indicator, decimal Value, decimal? City = null);

/// <summary>Activities that are assumed to be held and confirmed.</summary>
/// <param name="Activity">The kind, by its code in the tariff list.</param>
/// <param name="Count">Number of times, a whole number.</param>
public sealed record AssumedActivity(string Activity, decimal Count);

/// <summary>Assumptions about one year, on top of what is known; an assumed value replaces a known one.</summary>
/// <param name="Year">The year; one that is not settled.</param>
/// <param name="Values">Values of indicators.</param>
/// <param name="Activities">Activities.</param>
/// <param name="Operation">Proceeds of the house, in euros.</param>
public sealed record MortgageAssumptions(
    int Year, IReadOnlyList<AssumedValue>? Values = null, IReadOnlyList<AssumedActivity>? Activities = null, decimal? Operation = null);

/// <summary>
/// Simulation of statements (wat levert het op als) with assumptions added to what is known. Nothing of it is stored, and what was assumed is an
/// input of delivery <c>assumed</c>, so that no assumed euro can be taken for a real one.
/// </summary>
public static class MortgageWhatIf
{
    /// <summary>The delivery that assumed inputs name.</summary>
    public const string Assumed = "assumed";

    /// <summary>The code of the finding that lines rest on an assumption.</summary>
    public const string AssumedCode = "assumed";

    // As large as a delivered figure can be.
    private const decimal MaxValue = 1_000_000_000_000_000;

    /// <summary>Finds the reason why assumptions cannot be computed, or null where they can.</summary>
    public static ContractProblem? Validate(MortgageDossier dossier, MortgageAssumptions assumed)
    {
        var year = assumed.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (assumed.Year < dossier.Contract.FirstYear || assumed.Year > dossier.Contract.LastYear)
        {
            return new ContractProblem("year", year, new("Dit jaar valt buiten de looptijd.", "This year is outside the term."),
                new("Kies een jaar van de looptijd.", "Choose a year of the term."));
        }

        if (dossier.Settlements.Any(s => s.Year == assumed.Year))
        {
            return new ContractProblem("year", year, new("Dit jaar is vastgesteld.", "This year is settled."),
                new("Kies een jaar dat nog open is.", "Choose a year that is still open."));
        }

        var contract = dossier.Contract.GetVersion(assumed.Year);
        if ((assumed.Values ?? []).FirstOrDefault(v => contract.Indicators.All(i => i.Code != v.Indicator)) is { } unknown)
        {
            return new ContractProblem("values", unknown.Indicator,
                new("Deze indicator staat niet in het contract.", "This indicator is not in the contract."),
                new($"Gebruik een van: {string.Join(", ", contract.Indicators.Select(i => i.Code))}.",
                    $"Use one of: {string.Join(", ", contract.Indicators.Select(i => i.Code))}."));
        }

        if ((assumed.Values ?? []).FirstOrDefault(v => Math.Abs(v.Value) > MaxValue || Math.Abs(v.City ?? 0) > MaxValue) is { } large)
        {
            return new ContractProblem("values", large.Indicator,
                new("Deze waarde is te groot om een cijfer van een gebied te zijn.", "This value is too large to be a figure of an area."),
                new("Vul een waarde van hooguit 15 cijfers voor de komma in.", "Enter a value of at most 15 digits before the decimal point."));
        }

        return CreateEntries(contract, assumed).Select(contract.Validate).FirstOrDefault(p => p is not null);
    }

    /// <summary>Computes the statements that would follow, through the last assumed year.</summary>
    /// <param name="dossier">Dossier of the contract.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="observations">Known figures.</param>
    /// <param name="assumptions">Assumptions, each of a year of its own.</param>
    public static IReadOnlyList<Scorecard> ComputeStatements(
        MortgageDossier dossier, IndicatorCatalogue catalogue, ObservationSet observations, params IReadOnlyList<MortgageAssumptions> assumptions)
    {
        var assumed = assumptions.SelectMany(a => CreateObservations(dossier.Contract.GetVersion(a.Year), observations, a)).ToList();
        var assumedKeys = assumed.Select(GetKey).ToHashSet();
        var figures = new ObservationSet([.. observations.All.Where(known => !assumedKeys.Contains(GetKey(known))), .. assumed]);
        var entries = assumptions.SelectMany(a => CreateEntries(dossier.Contract.GetVersion(a.Year), a));
        var statements = SocialMortgageStatements.Compute(dossier with { Entries = [.. dossier.Entries, .. entries] }, catalogue, figures);
        return [.. statements.Select(MarkAsAssumed)];
    }

    private static (Areas.AreaCode Area, Period Period, string Indicator) GetKey(Observation observation) =>
        (observation.Area, observation.Period, observation.Indicator);

    private static IEnumerable<Observation> CreateObservations(SocialMortgageContract contract, ObservationSet known, MortgageAssumptions assumed)
    {
        foreach (var (value, index) in (assumed.Values ?? []).Select((v, i) => (v, i)))
        {
            var period = new Period(assumed.Year);
            yield return CreateObservation(contract.Area, period, value.Indicator, value.Value, index);
            if ((value.City ?? FindLastKnown(known, contract, value.Indicator, assumed.Year)) is { } city
                && (value.City is not null || known.Find(contract.City, period, value.Indicator) is null))
            {
                yield return CreateObservation(contract.City, period, value.Indicator, city, index);
            }
        }
    }

    /// <summary>Finds the last known value of the city through a year, or null where none is.</summary>
    internal static decimal? FindLastKnown(ObservationSet known, SocialMortgageContract contract, string indicator, int year) => Enumerable
        .Range(0, Math.Max(0, year - contract.BaselineYear + 1))
        .Select(yearsBack => known.Find(contract.City, new Period(year - yearsBack), indicator)?.Value.Number)
        .FirstOrDefault(number => number is not null)
        ?? contract.Indicators.OfType<PricedIndicator>().FirstOrDefault(i => i.Code == indicator)?.FrozenCityBaseline;

    private static Observation CreateObservation(Areas.AreaCode area, Period period, string indicator, decimal value, int index) => new(
        area, period, indicator, ObservedValue.Known(value), Assumed, period.Year, FigureStatus.None, new SourceLine(Assumed, index + 1));

    private static IEnumerable<LedgerEntry> CreateEntries(SocialMortgageContract contract, MortgageAssumptions assumed)
    {
        var day = new DateOnly(assumed.Year, 12, 31);
        foreach (var (activity, index) in (assumed.Activities ?? []).Select((a, i) => (a, i)))
        {
            yield return new LedgerEntry(
                contract.Id, LedgerChannel.Activities, $"{Assumed}-{assumed.Year}-{index + 1}", day, activity.Activity, activity.Count,
                Amount: null, Assumed, new SourceLine(Assumed, index + 1));
        }

        if (assumed.Operation is { } operation)
        {
            yield return new LedgerEntry(
                contract.Id, LedgerChannel.Operation, $"{Assumed}-{assumed.Year}", day, Assumed, Count: null, operation, ConfirmedBy: null,
                new SourceLine(Assumed, 1));
        }
    }

    private static Scorecard MarkAsAssumed(Scorecard statement)
    {
        List<string> lines = [.. statement.Lines.Where(l => l.Inputs.Any(i => i.Delivery == Assumed)).Select(l => l.Code)];
        return lines.Count == 0 ? statement : statement with
        {
            Findings =
            [
                new Finding(AssumedCode, FindingSeverity.Warning, lines, new BilingualText(
                    "Deze regels gaan uit van een aanname en niet van een cijfer of boeking.",
                    "These lines rest on an assumption and not on a figure or an entry.")),
                .. statement.Findings,
            ],
        };
    }
}
