using System.Text.Json;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Tests.Security;

/// <summary>Inputs of derived figures for callers who may not see all of them: <c>area-indicators</c> is for partners, <c>ses-woa</c> for everybody.</summary>
public sealed class InputVisibilityTests
{
    private const string Custom = "CU0153-samen";
    private const string Within = "BU01530001";
    private const string Outside = "BU01530002";
    private static readonly VisibilityPolicy Visibility = new(new CurrentDatasets(Stores.Config));
    private static readonly InputVisibility Inputs = new(Visibility, new CurrentDatasets(Stores.Config));

    [Fact]
    public void A_partner_of_a_custom_area_alone_gets_its_figure_and_none_of_its_parts()
    {
        var limited = Inputs.Limit(Partner(Custom, Within), Derived("area-indicators"));

        Assert.Equal(30, limited.Value);
        Assert.Empty(limited.From!);
        Assert.Empty(limited.Completeness!.Lost);
    }

    [Theory]
    [InlineData(Custom, Within, Outside)]
    [InlineData("GM0153")]
    public void A_partner_of_all_parts_gets_all_of_them(params string[] areas)
    {
        var input = Derived("area-indicators");

        Assert.Same(input, Inputs.Limit(Partner(areas), input));
    }

    [Fact]
    public void Parts_that_are_for_everybody_are_for_everybody()
    {
        var input = Derived("ses-woa");

        Assert.Same(input, Inputs.Limit(Caller.Anonymous, input));
    }

    [Fact]
    public void A_converted_part_is_as_visible_as_its_source()
    {
        var carried = Part($"{Within}/derived-2020/2020/inhabitants", 10) with { From = [Part($"{Outside}/area-indicators/2020/inhabitants", 20)] };
        var input = Derived("area-indicators") with { From = [carried] };

        Assert.Empty(Inputs.Limit(Partner(Custom, Within), input).From!);
        Assert.Same(input, Inputs.Limit(Partner("GM0153"), input));
    }

    [Fact]
    public void A_computed_figure_next_to_a_delivered_one_is_limited_too()
    {
        var delivered = Part($"{Custom}/area-indicators/2020/inhabitants", 31) with { Others = [Derived("area-indicators") with { Role = "computed" }] };

        Assert.Empty(Assert.Single(Inputs.Limit(Partner(Custom), delivered).Others!).From!);
    }

    [Fact]
    public void A_served_scorecard_without_its_parts_has_a_version_of_its_own()
    {
        var line = new ScorecardLine("inhabitants", new("Thema", "Theme"), new("Inwoners", "Inhabitants"), LineState.Valued, 30, "inhabitants", Baseline: null,
            Reference: null,
            Norm: null, Signal.None, Amount: null, new Dictionary<string, decimal>(StringComparer.Ordinal), new BilingualText("Uitleg.", "Explanation."),
            [Derived("area-indicators")]);
        var card = new Scorecard("compass", Subject: null, AreaCode.Parse(Custom), new Period(2020), "rules-1", 2020, [line], [], []);
        var served = new ServedScorecard([], "", Audience.Partners, StoredAt: null).With(card);
        var limited = Inputs.Limit(Partner(Custom), served);

        Assert.Same(served, Inputs.Limit(Partner("GM0153"), served));
        Assert.NotEqual(served.Version, limited.Version);
        Assert.DoesNotContain(Outside, System.Text.Encoding.UTF8.GetString(limited.Json), StringComparison.Ordinal);
        Assert.Equal(30, JsonSerializer.Deserialize(limited.Json, StoredScorecardJson.Default.Scorecard)!.Lines[0].Value);
    }

    [Fact]
    public void An_observation_lists_no_parts_and_no_reason_that_names_them()
    {
        var area = AreaCode.Parse(Custom);
        var part = new Observation(AreaCode.Parse(Outside), new Period(2020), "inhabitants", ObservedValue.Unknown, "area-indicators", 2020, FigureStatus.None,
            new SourceLine("d", 2));
        var why = new NotDerived(area, part.Period, part.Indicator, NotDerivedReason.PartUnknown, [part.Area]);
        var observation = part with
        {
            Area = area,
            Derivation = new Derivation(DerivationKind.Composed,
            [new DerivedPart(part.Area, 1, [], part, Weight: null)], why)
        };
        var resource = ObservationResource.FromObservation(observation, Stores.Config.Catalogue.Find("inhabitants")!);

        Assert.NotNull(resource.LimitTo(Partner("GM0153"), Inputs).NotDerived);
        var limited = resource.LimitTo(Partner(Custom), Inputs);
        Assert.Empty(limited.From!);
        Assert.Null(limited.NotDerived);
    }

    [Fact]
    public void Parts_of_custom_areas_are_as_visible_as_their_definition()
    {
        var datasets = new CurrentDatasets(Stores.Config);
        Assert.True(Inputs.CanSeeParts(Caller.Anonymous, AreaCode.Parse(Custom)));

        var stores = Stores.Over("UseDevelopmentStorage=true");
        stores.Define([datasets.Find("custom-areas")! with { Visibility = DatasetVisibility.Partners }]);
        var narrowed = new InputVisibility(new VisibilityPolicy(stores.Datasets), stores.Datasets);
        Assert.False(narrowed.CanSeeParts(Caller.Anonymous, AreaCode.Parse(Custom)));
        Assert.Empty(narrowed.Limit(Caller.Anonymous, Derived("ses-woa")).From!);
        Assert.True(narrowed.CanSeeParts(Partner("GM0153"), AreaCode.Parse(Custom)));
    }

    private static Caller Partner(params string[] areas) =>
        new(IsKnown: true, Roles.Partner, Scope.None with { Areas = areas.Select(AreaCode.Parse).ToHashSet() });

    private static ScorecardInput Derived(string dataset) => Part($"{Custom}/derived-2020/2020/inhabitants", 30) with
    {
        From =
        [
            Part($"{Within}/{dataset}/2020/inhabitants", 10), Part($"custom-area/2020/{Custom}/{Within}", 1) with { Role = "share" },
            Part($"{Outside}/{dataset}/2020/inhabitants", 20), Part($"custom-area/2020/{Custom}/{Outside}", 1) with { Role = "share" },
        ],
        Completeness = FigureCompleteness.From(0.5m, CompletenessBasis.Parts, 0.4m, [AreaCode.Parse(Outside)]),
    };

    private static ScorecardInput Part(string key, decimal value) => new("part", key, ObservedState.Known, value, "delivery", 2);
}
