using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Ledgers;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.SocialMortgage.Contracts;
using Wijkmonitor.Indicators.SocialMortgage.Dossiers;
using Wijkmonitor.Indicators.SocialMortgage.Statements;

namespace Wijkmonitor.Indicators.SocialMortgage.Scenarios;

/// <summary>Assumed trend of an indicator.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="ChangePerYear">Addition to the area's last known value each year, in the indicator's unit.</param>
/// <param name="CityChangePerYear">Addition to the city's last known value each year.</param>
public sealed record AssumedTrend(string Indicator, decimal ChangePerYear, decimal CityChangePerYear = 0);

/// <summary>Assumptions about the remaining years. What is not said goes on as in the last year that is known.</summary>
/// <param name="Trends">Trends of indicators; one that is not named stays at its last known value.</param>
/// <param name="Activities">Activities of each year; null for as many as in the last year with a statement.</param>
/// <param name="Operation">The proceeds of each year, in euros; null for as much as in the last year with a statement.</param>
public sealed record ProjectionAssumptions(
    [property: JsonPropertyName("courses")] IReadOnlyList<AssumedTrend>? Trends = null, IReadOnlyList<AssumedActivity>? Activities = null,
    decimal? Operation = null);

/// <summary>A year of a projection.</summary>
/// <param name="Year">The year.</param>
/// <param name="IsKnown">Whether it is a real statement and no projection.</param>
/// <param name="Activities">Repaid through activities, in euros.</param>
/// <param name="Indicators">Repaid through indicators, in euros.</param>
/// <param name="Operation">Repaid through operation, in euros.</param>
/// <param name="Repaid">Repaid through this year, in euros.</param>
/// <param name="Reference">Amount to be repaid by then, in euros.</param>
/// <param name="ClosingBalance">The balance at its end, in euros.</param>
public sealed record ProjectedYear(
    int Year, bool IsKnown, decimal Activities, decimal Indicators, decimal Operation, decimal Repaid, decimal Reference, decimal ClosingBalance);

/// <summary>The remaining years under stated assumptions. It is no forecast: it says what follows if they hold.</summary>
/// <param name="Assumptions">Everything that was assumed, in words.</param>
/// <param name="Years">All years of the term.</param>
public sealed record MortgageProjection(IReadOnlyList<BilingualText> Assumptions, IReadOnlyList<ProjectedYear> Years)
{
    /// <summary>Creates the projection of a contract.</summary>
    /// <param name="dossier">Dossier of the contract.</param>
    /// <param name="catalogue">The indicators.</param>
    /// <param name="observations">Known figures.</param>
    /// <param name="assumed">Assumptions.</param>
    public static MortgageProjection Create(MortgageDossier dossier, IndicatorCatalogue catalogue, ObservationSet observations, ProjectionAssumptions assumed)
    {
        var known = SocialMortgageStatements.Compute(dossier, catalogue, observations);
        var lastKnown = known.Count == 0 ? dossier.Contract.FirstYear - 1 : known[^1].Period.Year;
        var trends = GetTrends(dossier, observations, lastKnown, assumed).ToList();
        var activities = assumed.Activities ?? GetMeanActivities(dossier, known);
        var operation = assumed.Operation ?? (known.Count == 0 ? 0 : known[^1].Lines.Single(l => l.Code == EntryLines.Operation).Amount ?? 0);
        var years = Enumerable.Range(lastKnown + 1, Math.Max(0, dossier.Contract.LastYear - lastKnown)).Select(year => new MortgageAssumptions(
            year,
            [.. trends.Select(c => c.GetValue(year)).OfType<AssumedValue>()],
            activities,
            operation == 0 ? null : operation));
        var statements = MortgageWhatIf.ComputeStatements(dossier, catalogue, observations, [.. years]);
        return new MortgageProjection(DescribeAssumptions(dossier.Contract.Latest, catalogue, trends, activities, operation),
            [.. statements.Select(s => CreateYear(s, s.Period.Year <= lastKnown))]);
    }

    /// <summary>Finds the reason why a projection cannot be made, or null where it can.</summary>
    public static ContractProblem? Validate(MortgageDossier dossier, ProjectionAssumptions assumed)
    {
        var open = dossier.Contract.LastYear;
        return dossier.LastSettledYear == open
            ? new ContractProblem("year", Value: null, new("Alle jaren zijn vastgesteld.", "All years are settled."),
                new("Er is niets meer te verwachten.", "There is nothing left to expect."))
            : MortgageWhatIf.Validate(dossier,
                new MortgageAssumptions(open, [.. (assumed.Trends ?? []).Select(c => new AssumedValue(c.Indicator, 0))],
                    assumed.Activities, assumed.Operation));
    }

    private static IEnumerable<IndicatorTrend> GetTrends(MortgageDossier dossier, ObservationSet observations, int lastKnown, ProjectionAssumptions assumed)
    {
        foreach (var rule in dossier.Contract.Latest.Indicators.OfType<PricedIndicator>())
        {
            var trend = assumed.Trends?.FirstOrDefault(c => c.Indicator == rule.Code) ?? new AssumedTrend(rule.Code, 0);
            var contract = dossier.Contract.Latest;
            var from = Enumerable.Range(0, Math.Max(0, lastKnown - contract.BaselineYear + 1)).Select(yearsBack => lastKnown - yearsBack)
                .FirstOrDefault(y => observations.Find(contract.Area, new Period(y), rule.Code)?.Value.Number is not null, contract.BaselineYear);
            var own = observations.Find(contract.Area, new Period(from), rule.Code)?.Value.Number ?? rule.Baseline;
            yield return new IndicatorTrend(trend, from, own,
                MortgageWhatIf.FindLastKnown(observations, contract, rule.Code, Math.Max(from, lastKnown)), Math.Max(from, lastKnown));
        }
    }

    private static List<AssumedActivity> GetMeanActivities(MortgageDossier dossier, IReadOnlyList<Scorecard> known) => known.Count == 0 ? [] :
    [
        .. dossier.Contract.Latest.Tariffs
            .Select(t => new AssumedActivity(t.Code, known[^1].Lines.FirstOrDefault(l => l.Code == EntryLines.GetCode(t.Code))?.Value ?? 0))
            .Where(a => a.Count != 0),
    ];

    private static List<BilingualText> DescribeAssumptions(SocialMortgageContract contract, IndicatorCatalogue catalogue,
        List<IndicatorTrend> trends, IReadOnlyList<AssumedActivity> activities, decimal operation) =>
    [
        .. trends.Select(c => c.Describe(catalogue.Find(c.Assumed.Indicator)!)),
        .. activities.Select(
            a => new BilingualText($"{contract.FindTariff(a.Activity)!.Label.Nl}: elk jaar {NumberFormatter.Nl.Format(a.Count)} keer, bevestigd.",
                $"{contract.FindTariff(a.Activity)!.Label.En}: {NumberFormatter.En.Format(a.Count)} times each year, confirmed.")),
        new BilingualText($"Opbrengst van het huis: elk jaar {NumberFormatter.Nl.FormatEuro(operation)}.",
            $"Proceeds of the house: {NumberFormatter.En.FormatEuro(operation)} each year."),
    ];

    private static ProjectedYear CreateYear(Scorecard statement, bool isKnown) => new(
        statement.Period.Year, isKnown, statement.GetEuros(Channels.Activities), statement.GetEuros(Channels.Indicators),
        statement.GetEuros(Channels.Operation), statement.GetEuros("repaid"), statement.GetEuros("reference"), statement.GetEuros("closing-balance"));

    private sealed record IndicatorTrend(AssumedTrend Assumed, int From, decimal Own, decimal? City, int CityFrom)
    {
        public AssumedValue GetValue(int year) => new(
            Assumed.Indicator, Own + (Assumed.ChangePerYear * (year - From)), City is { } city ? city + (Assumed.CityChangePerYear * (year - CityFrom)) : null);

        public BilingualText Describe(Indicator indicator) => new(
            $"{indicator.Label.Nl}: {NumberFormatter.Nl.Format(Own)} in {NumberFormatter.Nl.FormatYear(From)}, daarna {DescribeChange(Assumed.ChangePerYear, NumberFormatter.Nl)}; de stad {DescribeChange(Assumed.CityChangePerYear, NumberFormatter.Nl)}.",
            $"{indicator.Label.En}: {NumberFormatter.En.Format(Own)} in {NumberFormatter.En.FormatYear(From)}, then {DescribeChange(Assumed.ChangePerYear, NumberFormatter.En)}; the city {DescribeChange(Assumed.CityChangePerYear, NumberFormatter.En)}.");

        private static string DescribeChange(decimal perYear, NumberFormatter text) => perYear switch
        {
            0 => text.Localize("gelijk", "unchanged"),
            > 0 => text.Localize($"elk jaar {text.Format(perYear)} hoger", $"{text.Format(perYear)} higher each year"),
            _ => text.Localize($"elk jaar {text.Format(-perYear)} lager", $"{text.Format(-perYear)} lower each year"),
        };
    }
}
