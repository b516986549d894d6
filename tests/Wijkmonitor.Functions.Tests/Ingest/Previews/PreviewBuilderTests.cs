using System.Reflection;
using Wijkmonitor.Functions.Ingest.Previews;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.Areas;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Deliveries;
using Wijkmonitor.Functions.Storage.Rows;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Tests.Ingest.Previews;

public sealed class PreviewBuilderTests
{
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0153");

    [Fact]
    public void A_scorecard_that_cannot_be_computed_is_no_change_and_makes_the_preview_incomplete()
    {
        var (before, after) = (Outcome(Card(2017, 1), Card(2018, 1)), Outcome(Card(2017, 2)));
        after.Failures.Add(new ScorecardFailure("compass", new Period(2018), Municipality, new InvalidOperationException()));

        var preview = Preview(before, after);

        Assert.False(preview.IsComplete);
        Assert.Equal(new ChangeCounts(0, 1, 0, 0), preview.Scorecards);
        Assert.Equal(2017, Assert.Single(preview.ScorecardChanges).Period.Year);
    }

    [Fact]
    public void A_scorecard_that_the_caller_may_not_see_is_only_counted()
    {
        var (before, after) = (Outcome(Card(2017, 1)), Outcome(Card(2017, 2)));
        before.Visible.Clear();
        after.Visible.Clear();

        var preview = Preview(before, after);

        Assert.True(preview.IsComplete);
        Assert.Equal((1, 0, 1), (preview.Scorecards.Changed, preview.ScorecardChanges.Count, preview.Omitted));
    }

    [Fact]
    public void A_failed_contract_is_no_change_and_contracts_of_others_are_only_counted()
    {
        var builder = Builder();
        builder.AddStatements("mine", Statements("mine", 100), Statements("mine", 40), isParty: true);
        builder.AddStatements("other", Statements("other", 100), after: null, isParty: false);
        builder.AddStatements("same", Statements("same", 100), Statements("same", 100), isParty: false);
        Assert.True(builder.Build().IsComplete);
        builder.AddStatements("faulty", Statements("faulty", 100), new ContractStatements("faulty", []) { Failure = new InvalidOperationException() },
            isParty: true);

        var preview = builder.Build();

        var change = Assert.Single(preview.Statements);
        Assert.Equal(("mine", ChangeKind.Changed, 100m, 40m), (change.Contract, change.Change, change.Totals[0].Before, change.Totals[0].After));
        Assert.Equal((1, false), (preview.OtherContracts, preview.IsComplete));
    }

    [Fact]
    public async Task A_delivery_of_too_many_values_is_not_computed()
    {
        var delivery = new Delivery(
            "kwb-1", "kwb", "kwb.csv", DeliveryState.Served, DateTimeOffset.UnixEpoch, null, null, "", 0, 0, DecisionPreviews.MaxValues + 1, 0, 0,
            new Dictionary<string, int>(StringComparer.Ordinal), "", "", ["GM0153"], null);
        var previews = new DecisionPreviews(services: null!, archive: null!, parts: null!, inbox: null!, visibility: null!, contracts: null!);

        var preview = await previews.CreateAsync(delivery, Caller.Anonymous, TestContext.Current.CancellationToken);

        Assert.Equal((false, 0), (preview.IsComplete, preview.Municipalities.Count));
    }

    [Fact]
    public void Preview_services_use_in_memory_tables()
    {
        var used = new HashSet<Type>();
        foreach (var root in new[] { typeof(MunicipalityScoring), typeof(DeliveryRollback), typeof(DeliveryWriter), typeof(AreaStore) })
        {
            AddUsed(root, used);
        }

        // Records of deliveries are not computed: a preview reads them and writes none.
        Assert.Equal(
            [typeof(DeliveryStore), typeof(ReleaseOrder)],
            used.Where(type => UsesTables(type) && !OverlaidServices.Overlaid.Contains(type)).OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.Subset(used, OverlaidServices.Overlaid);
    }

    private static void AddUsed(Type type, HashSet<Type> used)
    {
        if (type.Assembly == typeof(MunicipalityScoring).Assembly && used.Add(type))
        {
            foreach (var parameter in GetParameters(type))
            {
                AddUsed(parameter, used);
            }
        }
    }

    private static bool UsesTables(Type type) => GetParameters(type)
        .Any(parameter => parameter == typeof(Tables) || (parameter.Assembly == type.Assembly && UsesTables(parameter)));

    private static IEnumerable<Type> GetParameters(Type type) => type == typeof(Tables)
        ? [] : type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .Where(parameter => parameter != type);

    private static PreviewBuilder Builder() => new(DeliveryDecisionKind.Withdrawal, maxChanges: 10) { IsComplete = true };

    private static DecisionPreview Preview(MunicipalityOutcome before, MunicipalityOutcome after)
    {
        var builder = Builder();
        builder.AddMunicipality(Municipality, before, after);
        return builder.Build();
    }

    private static MunicipalityOutcome Outcome(params Scorecard[] cards)
    {
        var outcome = new MunicipalityOutcome([], new Dictionary<string, ContractStatements>(StringComparer.Ordinal));
        outcome.Scorecards.AddRange(cards);
        outcome.Visible.AddRange(cards);
        return outcome;
    }

    private static ContractStatements Statements(string contract, decimal total) => new(contract, [Card(2017, total)]);

    private static Scorecard Card(int year, decimal total) => new(
        "compass", null, Municipality, new Period(year), "1", 2016, [],
        [new ScorecardTotal("repaid", new BilingualText("afgelost", "repaid"), total, "EUR", [])], []);
}
