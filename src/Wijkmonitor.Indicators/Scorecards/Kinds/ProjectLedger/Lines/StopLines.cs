using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.ProjectLedger.Lines;

/// <summary>The lines of the limits at which the parties agreed to decide. They compare other lines, and decide nothing.</summary>
internal static class StopLines
{
    /// <summary>Adds the lines.</summary>
    public static void Add(ProjectCard card)
    {
        List<ScorecardLine> lines = [.. card.Builder.Lines];
        foreach (var criterion in card.Rules.StopRule)
        {
            AddLine(card, criterion, lines.Find(line => line.Code == criterion.Figure));
        }
    }

    /// <summary>Compares a line with a limit.</summary>
    public static Crossing Compare(ScorecardLine line, decimal limit) => (line.Value ?? line.Range?.Low, GetHigh(line)) switch
    {
        (null, _) => Crossing.Unknown,
        (var low, _) when low > limit => Crossing.Crossed,
        (_, { } high) when high <= limit => Crossing.NotCrossed,
        _ => Crossing.Depends,
    };

    private static decimal? GetHigh(ScorecardLine line) => line.Uncertainty == ProjectText.AtLeast ? null : line.Value ?? line.Range?.High;

    private static void AddLine(ProjectCard card, StopCriterion criterion, ScorecardLine? compared)
    {
        var label = compared?.Label ?? new BilingualText(criterion.Figure, criterion.Figure);
        var line = card.Builder.AddLine(criterion.LineCode, ProjectText.Stop, label, compared?.Unit ?? "")
            .AddInputs(compared?.Inputs ?? [])
            .AddInput(card.CreateInput("limit", criterion.LineCode, criterion.Above));
        if (compared is null)
        {
            line.Require(LineState.MissingInput, ProjectText.NothingToCompare);
            return;
        }

        line.Require(compared is { Value: null, Range: null } && compared.State != LineState.Valued, compared.State, compared.Explanation)
            .Require(compared is { Value: null, Range: null }, LineState.MissingInput, ProjectText.NothingToCompare)
            .WithNorm(criterion.Above)
            .WithUncertainty(compared.Uncertainty)
            .Explain(text => Explain(text, label, compared, criterion.Above));
        if (compared.Range is { } range)
        {
            line.WithRange(range.Low, range.High);
        }
        else
        {
            line.WithValue(compared.Value);
        }
    }

    private static string Explain(NumberFormatter text, BilingualText label, ScorecardLine line, decimal limit)
    {
        var to = text.FormatQuantity(limit, line.Unit);
        return Compare(line, limit) switch
        {
            Crossing.Crossed => text.Localize(
                $"{label.Nl}: boven de afgesproken grens van {to}. De partijen spraken af om dan te besluiten of dit doorgaat.",
                $"{label.En}: above the agreed limit of {to}. The parties agreed to decide then whether this goes on."),
            Crossing.Depends => text.Localize(
                $"{label.Nl}: of de afgesproken grens van {to} voorbij is, is niet te zeggen.",
                $"{label.En}: whether the agreed limit of {to} was passed cannot be said."),
            _ => text.Localize($"{label.Nl}: niet boven de afgesproken grens van {to}.", $"{label.En}: not above the agreed limit of {to}."),
        };
    }
}
