using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Subjects;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Records;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Cards;

/// <summary>The scorecard of a subject in a year, with what its lines are made from.</summary>
/// <param name="card">The scorecard.</param>
/// <param name="rules">The rules.</param>
/// <param name="subject">The subject.</param>
/// <param name="records">Its records.</param>
/// <param name="year">The year.</param>
internal sealed class PlaceCard(ScorecardBuilder card, ObservedPlacesRules rules, Subject subject, PlaceRecords records, int year)
{
    /// <summary>The number of decimals of a mean.</summary>
    public const int Decimals = 2;

    /// <summary>The scorecard.</summary>
    public ScorecardBuilder Builder => card;

    /// <summary>The rules.</summary>
    public ObservedPlacesRules Rules => rules;

    /// <summary>The subject.</summary>
    public Subject Subject => subject;

    /// <summary>Its records.</summary>
    public PlaceRecords Records => records;

    /// <summary>The year.</summary>
    public int Year => year;

    /// <summary>The day that the scorecard is about: the last one delivered until the end of the year.</summary>
    public DateOnly AsOf { get; } = records.FindLastDay(year) ?? subject.ValidFrom;

    /// <summary>Gets the places of a theme with the rounds of the year in which each was visited.</summary>
    public IReadOnlyList<VisitedPlace> GetPlaces(PlaceTheme theme)
    {
        var visits = records.GetRows(theme.Code, year).Where(row => row.Class is not null).ToLookup(row => row.Place, StringComparer.Ordinal);
        return [.. records.GetPlaces(theme.Code, year).Select(last => new VisitedPlace(theme, last, [.. visits[last.Place]], records.FindMethod(last, year)))];
    }

    /// <summary>Creates the input of a number in the rules or that follows from days.</summary>
    public ScorecardInput CreateInput(string role, string name, decimal value) =>
        ScorecardInput.FromNumber(role, $"rules/{ObservedPlacesRules.Kind}/{rules.Version}/{rules.Code}/{name}", value);

    /// <summary>Computes the mean of numbers, and rounds it once.</summary>
    public static decimal ComputeMean(Calculation calculation, IReadOnlyList<Operand> numbers)
    {
        var mean = calculation.Divide("mean-unrounded", calculation.Add("sum", numbers), Operand.FromConstant(numbers.Count));
        return calculation.Round("mean", mean, Decimals).Value;
    }

    /// <summary>Computes a percentage of one decimal as three steps with one name.</summary>
    public static decimal ComputePercent(Calculation calculation, string name, Operand part, Operand whole)
    {
        var share = calculation.Divide($"{name}-part", part, whole);
        return calculation.Round(name, calculation.Multiply($"{name}-percent", share, Operand.FromConstant(100)), 1).Value;
    }
}

/// <summary>A place with the rounds of a year in which it was visited.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Last">Its last row, also of an earlier year or without a class.</param>
/// <param name="Visits">Its rows with a class.</param>
/// <param name="Method">The code of its last way of working; null where none was delivered.</param>
internal sealed record VisitedPlace(PlaceTheme Theme, PlaceRow Last, IReadOnlyList<PlaceRow> Visits, string? Method)
{
    /// <summary>The code of its line.</summary>
    public string LineCode => Theme.GetPlaceCode(Last.Place);

    /// <summary>Its name for people; its code where none was delivered.</summary>
    public string Name => Last.Record.GetText("place_name") ?? Last.Place;

    /// <summary>Its mean class, unrounded; it was visited.</summary>
    public decimal Mean => Visits.Average(visit => visit.Class!.Value);

    /// <summary>Its mean class as it is shown.</summary>
    public decimal RoundedMean => Math.Round(Mean, PlaceCard.Decimals, MidpointRounding.AwayFromZero);

    /// <summary>Creates the inputs: its class in each round.</summary>
    public IEnumerable<ScorecardInput> CreateInputs() => Visits.Select(visit => ScorecardInput.FromRecord("observation", visit.Record, visit.Class));

    /// <summary>Creates the operands: its class in each round.</summary>
    public IReadOnlyList<Operand> CreateOperands() => [.. Visits.Select(visit => new Operand(visit.Class!.Value, visit.Record.Key))];
}
