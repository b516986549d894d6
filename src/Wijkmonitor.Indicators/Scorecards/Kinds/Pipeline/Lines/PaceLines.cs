using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Cards;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Counts;
using Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Indicators.Scorecards.Kinds.Pipeline.Lines;

/// <summary>The lines about what was agreed and when the rest would be through: capacity, quota and forecasts.</summary>
internal static class PaceLines
{
    private const int Decimals = 1;

    /// <summary>Adds the lines.</summary>
    public static void Add(PipelineCard card)
    {
        if (card.Rules.Capacity is { } capacity)
        {
            AddCapacity(card, capacity);
        }

        if (card.Rules.Quota is { } quota)
        {
            AddQuota(card, quota);
        }

        foreach (var forecast in card.Rules.Forecasts)
        {
            AddForecast(card, forecast, "");
            foreach (var segment in forecast is { PerSegment: true, Base: not PipelineRules.Scope } ? card.Counts.Segments : [])
            {
                AddForecast(card, forecast, segment);
            }
        }
    }

    /// <summary>Whether the use of each period may be shown: a small one would follow from the others.</summary>
    public static bool CanShowUses(PipelineCard card, PipelineCapacity capacity) => !card.Disclosure.IsProtected
        || GetUses(card, capacity).All(used => !card.Disclosure.Rule.IsTooSmall((long)(used.Use * capacity.Count / 100)));

    /// <summary>Gets the use of the capacity in each period of the year of which it is known, in percent.</summary>
    public static IEnumerable<(Period Period, decimal Use)> GetUses(PipelineCard card, PipelineCapacity capacity) =>
        card.Counts.All.Periods.Where(period => period.Year == card.Counts.Year)
            .Select(period => (Period: period, Count: card.Counts.All.Sum(capacity.Stage, CountField.Entered, other => other == period)))
            .Where(used => used.Count is not null)
            .Select(used => (used.Period, Round(used.Count!.Value / capacity.Count * 100)));

    private static void AddCapacity(PipelineCard card, PipelineCapacity capacity)
    {
        var last = card.Counts.All.Sum(capacity.Stage, CountField.Entered, period => period == card.Counts.Last);
        var line = card.Builder.AddLine(PipelineRules.CapacityLine, PipelineText.Agreements, PipelineText.CapacityLabel, "%")
            .Require(card.IsHidden("last", capacity.Stage), LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed))
            .Require(last is null, LineState.MissingInput, PipelineText.DescribeMissing(card.Rules.Find(capacity.Stage)!.Label, card.Counts.Last));
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(PipelineLabels.Steps);
        var (taken, agreed) = (card.CreateInput($"{capacity.Stage}/{card.Counts.Last}", last!.Value), card.CreateAgreed("capacity", capacity.Count));
        var use = PipelineCard.ComputePercent(calculation, "use", new(last.Value, taken.Key), new(capacity.Count, agreed.Key));
        List<decimal> uses = CanShowUses(card, capacity) ? [.. GetUses(card, capacity).Select(used => used.Use)] : [];
        line.AddInput(taken).AddInput(agreed).WithValue(use.Value).WithNorm(100)
            .AddFigures(("lowest", uses.Count > 1 ? uses.Min() : null), ("highest", uses.Count > 1 ? uses.Max() : null))
            .WithSteps(calculation)
            .Explain(text => PipelineText.ExplainCapacity(text, last.Value, capacity.Count, use.Value, card.Counts.Last));
    }

    private static void AddQuota(PipelineCard card, PipelineQuota quota)
    {
        var reached = card.Counts.SumYear(quota.Stage);
        var line = card.Builder.AddLine(PipelineRules.QuotaLine, PipelineText.Agreements, PipelineText.QuotaLabel, "%")
            .Require(card.IsHidden("in-year", quota.Stage), LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed))
            .Require(reached is null, LineState.MissingInput, card.DescribeMissing(quota.Stage, ""));
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(PipelineLabels.Steps);
        var (placed, agreed) = (card.CreateInput($"{quota.Stage}/in-year", reached!.Value), card.CreateAgreed("quota", quota.Count));
        var days = new DateOnly(card.Counts.Year, 12, 31).DayOfYear;
        var sinceStart = card.Counts.AsOf.DayNumber - new DateOnly(card.Counts.Year, 1, 1).DayNumber + 1;
        var passed = PipelineCard.ComputePercent(
            calculation, "year", Operand.FromConstant(Math.Min(sinceStart, days)), Operand.FromConstant(days));
        var share = PipelineCard.ComputePercent(calculation, "quota", new(reached.Value, placed.Key), new(quota.Count, agreed.Key));
        line.AddInput(placed).AddInput(agreed).WithValue(share.Value).WithReference(passed.Value)
            .AddFigures(("part-of-year", passed.Value)).WithSteps(calculation)
            .Explain(text => PipelineText.ExplainQuota(text, reached.Value, quota.Count, share.Value, card.Counts.Year, passed.Value));
    }

    private static void AddForecast(PipelineCard card, PipelineForecast forecast, string segment)
    {
        var code = segment.Length == 0 ? forecast.LineCode : $"{forecast.LineCode}-{segment}";
        var label = PipelineText.GetForecastLabel(card.Rules.Find(forecast.Stage)!.Label, forecast.Who);
        var done = card.Counts.SumWindow(segment, forecast.Stage);
        label = segment.Length == 0 ? label : PipelineText.GetSegmentLabel(label, card.GetSegmentLabel(segment));
        var line = card.RequireStages(
            card.Builder.AddLine(code, PipelineText.Pace, label, PipelineText.GetUnit(card.Rules.Period)),
            segment, forecast.Base, forecast.Stage)
            .Require(card.IsHidden("window", forecast.Stage, segment), LineState.Suppressed, StandardTexts.DescribeState(LineState.Suppressed))
            .Require(done is null, LineState.MissingInput, PipelineText.WindowIncomplete)
            .Require(done == 0, LineState.MissingInput, PipelineText.NoRate);
        if (!line.IsOpen)
        {
            return;
        }

        var calculation = new Calculation(PipelineLabels.Steps);
        var (total, reached) = (card.FindShown(forecast.Base, segment)!.Value, card.FindShown(forecast.Stage, segment)!.Value);
        var window = card.CreateInput($"{forecast.Stage}/window", done!.Value, segment);
        var rate = calculation.Divide("rate", new Operand(done.Value, window.Key), Operand.FromConstant(card.Counts.WindowLength));
        var rest = calculation.Subtract("to-go", card.CreateOperand(forecast.Base, total, segment), card.CreateOperand(forecast.Stage, reached, segment));
        var periods = calculation.Round("forecast", calculation.Divide("forecast-unrounded", rest, rate), Decimals);
        line.AddInput(window).WithValue(periods.Value)
            .AddFigures(("rate", rate.Value), ("to-go", rest.Value), ("periods-counted", card.Counts.WindowLength)).WithSteps(calculation)
            .Explain(text => PipelineText.ExplainForecast(
                text, rest.Value, total, forecast.Who, card.Rules.Find(forecast.Stage)!.Label, rate.Value, periods.Value, card.Rules.Period));
    }

    private static decimal Round(decimal percent) => Math.Round(percent, Decimals, MidpointRounding.AwayFromZero);
}
