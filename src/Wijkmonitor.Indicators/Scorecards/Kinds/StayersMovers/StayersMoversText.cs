using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Statistics;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.StayersMovers;

/// <summary>Texts of the scorecard of stayers and movers.</summary>
internal static class StayersMoversText
{
    /// <summary>The label of the change.</summary>
    public static BilingualText Change { get; } = new("Verandering van het gemiddelde", "Change of the average");

    /// <summary>The label of what those who stayed did to it.</summary>
    public static BilingualText Stayers { get; } = new("Daarvan door wie bleef wonen", "Of which through those who stayed");

    /// <summary>The label of what coming and going did to it.</summary>
    public static BilingualText Composition { get; } = new("Daarvan door wie vertrok en wie kwam", "Of which through those who left and came");

    /// <summary>Explains the change.</summary>
    public static string ExplainChange(NumberFormatter text, Indicator indicator, Decomposition outcome) => text.Localize(
        $"Het gemiddelde ging van {FormatFigure(text, indicator, outcome.Change.Then!.Value)} naar {FormatFigure(text, indicator, outcome.Change.Now!.Value)}.",
        $"The average went from {FormatFigure(text, indicator, outcome.Change.Then!.Value)} to {FormatFigure(text, indicator, outcome.Change.Now!.Value)}.");

    /// <summary>Explains the part of those who stayed.</summary>
    public static string ExplainStayers(NumberFormatter text, Indicator indicator, Decomposition outcome) => text.Localize(
        $"Wie bleef ging gemiddeld van {FormatFigure(text, indicator, outcome.StayersThen)} naar {FormatFigure(text, indicator, outcome.StayersNow)}; gerekend over iedereen is dat {FormatFigure(text, indicator, outcome.Stayers.Value)}.",
        $"Those who stayed went from {FormatFigure(text, indicator, outcome.StayersThen)} to {FormatFigure(text, indicator, outcome.StayersNow)} on average; counted over everybody that is {FormatFigure(text, indicator, outcome.Stayers.Value)}.");

    /// <summary>Explains the part of coming and going.</summary>
    public static string ExplainComposition(NumberFormatter text, Indicator indicator, Decomposition outcome)
    {
        var change = outcome.Composition.Value;
        var size = FormatFigure(text, indicator, Math.Abs(change));
        return change switch
        {
            0 => text.Localize("Door verhuizingen veranderde het gemiddelde niet.", "Moves did not change the average."),
            < 0 => text.Localize($"Door verhuizingen daalde het gemiddelde met {size}.", $"Moves lowered the average by {size}."),
            _ => text.Localize($"Door verhuizingen steeg het gemiddelde met {size}.", $"Moves raised the average by {size}."),
        };
    }

    /// <summary>Describes why a line has no value.</summary>
    public static BilingualText DescribeState(LineState state, bool constant) => state != LineState.Unresolved ? StandardTexts.DescribeState(state)
        : !constant ? new(
            "Er kwamen meer of minder huishoudens dan er vertrokken. De splitsing kan alleen bij een gelijk aantal. Daarom is er niets berekend.",
            "More or fewer households came than left. The split is possible only with an equal number. So nothing was computed.")
        : new(
            "Niemand bleef wonen, of een aantal is lager dan nul. Daarom is er niets berekend.",
            "Nobody stayed, or a count is below zero. So nothing was computed.");

    /// <summary>Adds what a reader must know of a mean.</summary>
    public static void AddFindings(ScorecardBuilder card, MeasureRule rule, Indicator indicator, LineState state, bool isConstant, Decomposition? outcome)
    {
        void AddFinding(string code, FindingSeverity severity, string nl, string en) =>
            card.AddFinding(code, severity, [$"{rule.Code}-change", $"{rule.Code}-stayers", $"{rule.Code}-composition"], nl, en);
        if (outcome is null)
        {
            var (code, why) = state switch
            {
                LineState.Suppressed => ("suppressed", StandardTexts.DescribeState(state)),
                LineState.MissingInput => ("missing", StandardTexts.DescribeState(state)),
                _ when isConstant => ("nobody-stayed", new(
                    $"{rule.Label.Nl}: niet gesplitst, omdat niemand bleef wonen of een aantal lager is dan nul.",
                    $"{rule.Label.En}: not split, because nobody stayed or a count is below zero.")),
                _ => ("number-not-constant", new(
                    $"{rule.Label.Nl}: niet gesplitst, omdat het aantal huishoudens niet gelijk bleef.",
                    $"{rule.Label.En}: not split, because the number of households did not stay the same.")),
            };
            AddFinding(code, FindingSeverity.Warning, why.Nl, why.En);
            return;
        }

        var course = TrendDirections.Compare(indicator, outcome.StayersThen, outcome.StayersNow);
        var overall = TrendDirections.Compare(indicator, outcome.Change.Then!.Value, outcome.Change.Now!.Value);
        if (course == TrendDirection.Better && overall == TrendDirection.Worse)
        {
            AddFinding("sitting-residents-improved", FindingSeverity.Information,
                $"{rule.Label.Nl}: wie er al woonde ging vooruit; het gemiddelde werd minder gunstig, alleen door wie er kwam en wie er ging.",
                $"{rule.Label.En}: those who already lived there improved; the average became less favourable only through those who came and left.");
        }
        else if (course == TrendDirection.Better)
        {
            AddFinding("sitting-residents-improved", FindingSeverity.Information, $"{rule.Label.Nl}: wie er al woonde ging vooruit.",
                $"{rule.Label.En}: those who already lived there improved.");
        }
        else if (course == TrendDirection.Worse && overall == TrendDirection.Better)
        {
            AddFinding("improved-by-moving-only", FindingSeverity.Warning,
                $"{rule.Label.Nl}: het gemiddelde werd gunstiger door wie kwam en ging; wie er al woonde ging achteruit.",
                $"{rule.Label.En}: the average became more favourable through those who came and left; those who already lived there fell back.");
        }
    }

    private static string FormatFigure(NumberFormatter text, Indicator indicator, decimal value) => text.FormatValue(value, indicator.Unit, indicator.Decimals);
}
