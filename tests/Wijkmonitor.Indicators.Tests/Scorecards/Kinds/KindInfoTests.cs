using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;
using Wijkmonitor.Indicators.Tests.Datasets;
using Wijkmonitor.Indicators.Tests.Golden;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Indicators.Tests.Scorecards.Kinds;

/// <summary>Descriptions of the kinds compared with their scorecards.</summary>
public sealed class KindInfoTests
{
    // Those that are registered, and one whose words and steps are its own.
    public static TheoryData<string> All => [.. ScorecardKinds.Names, GreenPlansKind.Details.Name];

    [Fact]
    public void No_two_kinds_have_the_same_order() => Assert.Distinct(ScorecardKinds.Infos.Append(GreenPlansKind.Details).Select(info => info.Order));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_role_and_colour_of_a_kind_has_a_label(string kind)
    {
        var read = Read(kind);
        var lines = read.Compute(SampleDeliveries.All.Figures).SelectMany(card => card.Lines).ToList();

        Assert.Equal(read.Name, read.Info.Name);
        Assert.All(lines.SelectMany(line => line.Inputs).Select(input => input.Role).Distinct(StringComparer.Ordinal), role => Assert.Contains(role, read.Info.Roles.Keys));
        Assert.All(lines.Select(line => line.Signal).Where(signal => signal != Signal.None).Distinct(), signal => Assert.Contains(signal, read.Info.Signals.Keys));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Steps_have_the_same_words_in_scorecards_and_in_the_info_of_their_kind(string kind)
    {
        var read = Read(kind);
        var steps = new[] { SampleDeliveries.All.Figures, GeneratedCity.Figures() }.SelectMany(figures => read.Compute(figures))
            .SelectMany(card => card.Lines.SelectMany(line => line.Steps ?? []).Concat(card.Totals.SelectMany(total => total.Steps ?? [])))
            .Select(step => (step.Name, step.Label)).Distinct().ToList();

        Assert.All(steps.Where(step => !StepText.Prefixes.Any(start => step.Name.StartsWith(start, StringComparison.Ordinal))), step =>
        {
            Assert.Contains(step.Name, read.Info.Steps.Keys);
            Assert.Equal(step.Label, read.Info.Steps[step.Name]);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_kind_that_draws_bars_names_lines_that_its_scorecards_have(string kind)
    {
        var read = Read(kind);
        var codes = read.Compute(GeneratedCity.Figures()).SelectMany(card => card.Lines).Select(line => line.Code).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(read.Info.Layout is ScorecardLayout.Dimensions or ScorecardLayout.Angles, read.Info.Bars is not null);
        Assert.All(read.Info.Bars?.Lines ?? [], code => Assert.Contains(code, codes));
        Assert.Equal(read.Info.Bars?.Low is null, read.Info.Bars?.High is null);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_kind_that_draws_an_effort_names_lines_and_a_total_that_its_scorecards_have(string kind)
    {
        var read = Read(kind);
        var cards = read.Compute(GeneratedCity.Figures()).ToList();

        Assert.Equal(read.Info.Layout is ScorecardLayout.Angles, read.Info.Comparison is not null);
        if (read.Info.Comparison is { } comparison)
        {
            Assert.Contains(cards, card => card.Lines.Any(line => line.Code == comparison.Effort && line.Figures.ContainsKey(comparison.Change))
                && card.Lines.Any(line => line.Code == comparison.Outcome) && card.Totals.Any(total => total.Code == comparison.Outcome));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_kind_of_the_municipality_as_a_whole_has_no_scorecards_of_other_areas(string kind)
    {
        var read = Read(kind);
        var levels = new[] { SampleDeliveries.All.Figures, GeneratedCity.Figures() }.SelectMany(figures => read.Compute(figures)).Select(card => card.Area.Level).Distinct().ToList();

        Assert.Equal(read.Info.IsMunicipal, levels is [AreaLevel.Municipality]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_kind_that_counts_its_judgements_judges_against_the_city(string kind)
    {
        var read = Read(kind);
        var judged = read.Compute(GeneratedCity.Figures()).SelectMany(card => card.Lines).Where(line => line.Signal != Signal.None).ToList();

        Assert.True(!read.Info.CountsJudgements || (judged.Count > 0 && judged.All(line => line.Reference is not null)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_alert_has_a_code_in_words_and_roles_each_once(string kind)
    {
        var alerts = Read(kind).Info.Alerts;

        Assert.All(alerts, alert =>
        {
            Assert.True(KebabCase.IsMatch(alert.Key));
            Assert.NotEmpty(alert.Value);
            Assert.Distinct(alert.Value);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Deadlines_name_lines_of_their_scorecard_and_have_codes_in_words(string kind)
    {
        var cards = Read(kind).Compute(SampleDeliveries.All.Figures).ToList();

        Assert.All(cards.Where(card => card.Deadlines is not null), card =>
        {
            Assert.NotNull(card.AsOf);
            Assert.All(card.Deadlines!, deadline =>
            {
                Assert.True(KebabCase.IsMatch(deadline.Code), deadline.Code);
                Assert.True(deadline.Line is null || card.Lines.Any(line => line.Code == deadline.Line), deadline.Line);
                Assert.True(deadline.LastDay >= deadline.Date);
            });
        });
    }

    private static IScorecardKind Read(string kind) => kind == GreenPlansKind.Details.Name
        ? new GreenPlansKind(GreenPlansRules.With(new("north", Planted: 60, Agreed: 50, Kept: 90), new("south", Planted: 20, Agreed: 50, Kept: 95)))
        : ExampleKinds.Example(kind);
}
