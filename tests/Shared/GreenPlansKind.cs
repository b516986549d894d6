using System.Text.Json.Serialization;
using Wijkmonitor.Indicators.Access;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.Scorecards.Model.Calculations;

namespace Wijkmonitor.Testing;

/// <summary>A kind of scorecard that exists in tests only: an area has a scorecard for each of its green plans.</summary>
/// <remarks>
/// It is written as a folder of <c>Scorecards/Kinds</c> would be. Whatever a new kind needs besides its folder and its registration would be missing here.
/// </remarks>
internal sealed class GreenPlansKind(GreenPlansRules rules, ScorecardLayout layout = ScorecardLayout.Dimensions, DatasetVisibility? visibility = null)
    : ScorecardKind<GreenPlansRules>(rules, Details with { Layout = layout, Visibility = visibility })
{
    // A step that no other kind has.
    private static readonly IReadOnlyDictionary<string, BilingualText> Steps = KindLabels.CreateSteps(
        [("lead-on-plan", "voor of achter op het plan", "ahead of or behind the plan")]);

    /// <summary>Name and layout of the kind.</summary>
    public static ScorecardKindInfo Details { get; } = new(
        "green-plans",
        new("Groenplannen", "Green plans"),
        new("Hoe ver elk groenplan is, naast wat is afgesproken.", "How far each green plan is, next to what was agreed."),
        Order: 1000,
        ScorecardLayout.Dimensions)
    {
        Signals = new Dictionary<Signal, BilingualText>
        {
            [Signal.Green] = new("op schema", "on schedule"),
            [Signal.Red] = new("achter op schema", "behind schedule"),
        },
        Roles = KindLabels.CreateRoles(("planted-share", "wat is geplant", "what was planted"), ("agreed-share", "wat is afgesproken", "what was agreed")),
        Figures = KindLabels.CreateLabels(("still-to-plant", "nog te planten (%)", "still to plant (%)"), ("start-year", "begonnen in", "started in")),

        Steps = Steps,
        Bars = new ScorecardBars(new("Geplant en bewaard, in procenten", "Planted and kept, in per cent"), ["kept", "planted"], Low: 0, High: 100),
    };

    /// <summary>The kind as the list of kinds would have it.</summary>
    internal static KindRegistration Registration =>
        KindRegistration.Create<GreenPlansRules>(Details, new GreenPlansRulesJson(), rules => new GreenPlansKind(rules));

    private protected override IEnumerable<AreaContext> GetAreas(MunicipalityContext municipality) => municipality.Register
        .Where(area => area.Code.Level != AreaLevel.Municipality)
        .Select(area => municipality.GetArea(area.Code, Rules.Period, area.BoundaryYear));

    private protected override IEnumerable<ScorecardBuilder> CreateScorecards(AreaContext area)
    {
        foreach (var plan in Rules.Plans)
        {
            var card = CreateBuilder(area, subject: plan.Code, visibility: plan.Visibility);
            AddPlanted(card, plan);
            card.AddLine("kept", Theme, new("Bomen die zijn blijven staan", "Trees that were kept"), "%").WithValue(plan.Kept)
                .Explain(text => text.Localize("Geteld op straat.", "Counted in the street."));
            card.AddTotal("still-to-plant", new("Nog te planten", "Still to plant"), "%", 100 - plan.Planted, []);
            card.AddFinding("behind-schedule", FindingSeverity.Warning, line => line.Signal == Signal.Red, "Dit plan ligt achter.", "This plan is behind.");
            yield return card;
        }
    }

    private static BilingualText Theme { get; } = new("Groen", "Green");

    private void AddPlanted(ScorecardBuilder card, GreenPlan plan)
    {
        var planted = ScorecardInput.FromNumber("planted-share", $"rules/{Name}/{RuleVersion}/{plan.Code}/planted", plan.Planted);
        var agreed = ScorecardInput.FromNumber("agreed-share", $"rules/{Name}/{RuleVersion}/{plan.Code}/agreed", plan.Agreed);
        var calculation = new Calculation(Steps);
        var lead = calculation.Subtract("lead-on-plan", new Operand(plan.Planted, planted.Key), new Operand(plan.Agreed, agreed.Key));
        card.AddLine("planted", Theme, new("Bomen geplant", "Trees planted"), "%")
            .AddInput(planted).AddInput(agreed)
            .WithValue(plan.Planted).WithNorm(plan.Agreed)
            .WithSignal(lead.Value < 0 ? Signal.Red : Signal.Green)
            .AddFigures(("still-to-plant", 100 - plan.Planted), ("start-year", Rules.Period.Year))
            .WithSteps(calculation)
            .Explain(text => text.Localize($"Geplant is {text.Format(plan.Planted)}%.", $"Planted is {text.Format(plan.Planted)}%."));
    }
}

/// <summary>The rules of the green plans.</summary>
/// <param name="Version">The version of the rules.</param>
/// <param name="Title">Title of these rules.</param>
/// <param name="Source">Origin of the rules.</param>
/// <param name="Period">The year of all scorecards.</param>
/// <param name="Plans">The plans, each in every area.</param>
/// <param name="Visibility">Widest audience of the scorecards.</param>
internal sealed record GreenPlansRules(
    string Version, BilingualText Title, string Source, Period Period, IReadOnlyList<GreenPlan> Plans, DatasetVisibility? Visibility = null)
    : ScorecardRules(Version, Title, Source, Visibility)
{
    internal override void Validate(RuleValidator validator) => validator.RequireUnique("plans", Plans.Select(plan => plan.Code));

    /// <summary>Rules with these plans.</summary>
    public static GreenPlansRules With(params IReadOnlyList<GreenPlan> plans) => new("green-1", new("Groen", "Green"), "Invented.", new Period(2025), plans);
}

/// <summary>JSON of these rules.</summary>
[JsonSerializable(typeof(GreenPlansRules))]
internal sealed partial class GreenPlansRulesJson : JsonSerializerContext;

/// <summary>A plan, in percent.</summary>
internal sealed record GreenPlan(string Code, decimal Planted, decimal Agreed, decimal Kept, DatasetVisibility? Visibility = null);
