using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ObservedPlaces.Lines;

/// <summary>The lines of rounds that were held and planned.</summary>
internal static class RoundLines
{
    /// <summary>Adds the line of a theme.</summary>
    public static void Add(PlaceCard card, PlaceTheme theme)
    {
        var held = CountHeld(card, theme);
        var line = card.Builder.AddLine(theme.RoundsCode, PlaceText.Rounds, new($"{theme.Label.Nl}: gehouden rondes", $"{theme.Label.En}: rounds held"), "%")
            .Require(card.Rules.PlannedRounds is null, LineState.NotNormed, PlaceText.NotPlanned);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(PlaceLabels.Steps);
        var done = card.CreateInput("held", $"{theme.RoundsCode}/{card.Year}", held);
        var planned = card.CreateInput("planned", "plannedRounds", card.Rules.PlannedRounds!.Value);
        var share = PlaceCard.ComputePercent(calculation, "held", new Operand(held, done.Key), new Operand(planned.Value!.Value, planned.Key));
        line.AddInput(done).AddInput(planned).WithValue(share)
            .AddFigures(("held", held), ("planned", planned.Value), ("due", CountDue(card))).WithSteps(calculation)
            .Explain(text => text.Localize(
                $"Tot en met {text.FormatDay(card.AsOf)} zijn er {PlaceText.WriteRounds(text, held)} gehouden. Voor het jaar zijn er {text.Format(planned.Value.Value)} gepland: {text.FormatFixed(share, 1)}%.",
                $"Up to and including {text.FormatDay(card.AsOf)} {PlaceText.WriteRounds(text, held)} were held. For the year {text.Format(planned.Value.Value)} are planned: {text.FormatFixed(share, 1)}%."));
    }

    /// <summary>Counts the days of the year on which at least one place was visited.</summary>
    public static int CountHeld(PlaceCard card, PlaceTheme theme) =>
        card.Records.GetRows(theme.Code, card.Year).Where(row => row.Class is not null).Select(row => row.Day).Distinct().Count();

    /// <summary>Computes the number of rounds that should have been held so far.</summary>
    /// <remarks>It is the planned ones by the part of the year that has passed, rounded down.</remarks>
    public static int CountDue(PlaceCard card)
    {
        var (first, last) = (new DateOnly(card.Year, 1, 1), new DateOnly(card.Year, 12, 31));
        var start = card.Subject.ValidFrom > first ? card.Subject.ValidFrom : first;
        var until = card.Records.Years[^1] > card.Year ? last : card.AsOf;
        var days = Math.Max(0, until.DayNumber - start.DayNumber + 1);
        return (int)decimal.Floor((card.Rules.PlannedRounds ?? 0) * (decimal)days / (last.DayNumber - first.DayNumber + 1));
    }
}
