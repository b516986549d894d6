using Wijkmonitor.Indicators.Aggregation;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Indicators.SocialMortgage.Statements;
using Wijkmonitor.Indicators.Tests.Datasets;
using Wijkmonitor.Indicators.Tests.Scorecards.Kinds;
using Wijkmonitor.Indicators.Tests.SocialMortgage;
using Wijkmonitor.Local;

namespace Wijkmonitor.Indicators.Tests.Golden;

/// <summary>
/// Pinned output of every kind of scorecard and the social mortgage: a change that is not meant to change a scorecard leaves the golden
/// files as they are.
/// </summary>
public sealed class GoldenTests
{
    // Shared by the tests: computing them takes longer than comparing them.
    private static readonly Lazy<IReadOnlyList<Scorecard>> CityScorecards = new(() => [.. Compute(Examples(), GeneratedCity.Figures())]);
    private static readonly Lazy<IReadOnlyList<Scorecard>> ByOtherRules = new(() => [.. Compute(GoldenKind.All.SelectMany(golden => golden.ByVariants()), GeneratedCity.Figures())]);

    private static readonly string[] MortgageFindings =
    [
        "missing", "suppressed", "unresolved", "to-be-determined", "baseline-differs", "boundary-change", "within-chance", "provisional",
        "correction", "annotation", "pending-activities", "disputed-entries", "decision-refused", "entry-refused", "duplicate-entry",
        "cap-reached", "behind-reference", "off-track", "repaid-in-full", "settled",
    ];

    public static TheoryData<string> KindsOfPublished => [.. GoldenKind.All.Where(golden => golden.Published is not null).Select(golden => golden.Kind)];

    [Fact]
    public void Every_kind_has_its_golden_cases() => Assert.Equal(ScorecardKinds.Names, GoldenKind.All.Select(golden => golden.Kind));

    [Fact]
    public void Scorecards_of_the_samples_are_unchanged() =>
        new GoldenFile("samples").MustMatch(GoldenEntry.PerCard(Compute(Examples(), SampleDeliveries.All.Figures)));

    [Fact]
    public void Scorecards_of_the_generated_city_are_unchanged() =>
        new GoldenFile("generated-city").MustMatch(GoldenEntry.PerCard(CityScorecards.Value));

    [Fact]
    public void Scorecards_by_other_rules_are_unchanged() =>
        new GoldenFile("generated-city-by-other-rules").MustMatch(GoldenEntry.PerPeriod(ByOtherRules.Value));

    [Fact]
    public void Statements_of_social_mortgages_are_unchanged()
    {
        var deliveries = SampleDeliveries.All;
        var sample = SocialMortgageStatements.Compute(Mortgage.Contract(), Mortgage.Catalogue, deliveries.Observed, [.. deliveries.Entries]);

        new GoldenFile("social-mortgages").MustMatch(GoldenEntry.PerCard([.. sample, .. GeneratedMortgages.Statements()]));
    }

    [Theory]
    [MemberData(nameof(KindsOfPublished))]
    public void Scorecards_of_published_figures_are_unchanged(string kind)
    {
        Assert.SkipWhen(RepositoryFolder.PublishedData is null, "The folder with published data is absent; set WIJKMONITOR_DATA to it.");
        var example = ExampleKinds.Example(kind);
        var published = GoldenKind.All.Single(golden => golden.Kind == kind).Published!;
        var cards = published.Files.SelectMany(file => Published(published.Dataset, file))
            .GroupBy(observation => observation.Area.Municipality)
            .Where(city => city.Key.Value is "GM0014" or "GM0153" or "GM0363" or "GM0599")
            .OrderBy(city => city.Key)
            .Select(city => new MunicipalityFigures(city.Key, Reading.Catalogue, Areas: [], new ObservationSet(city), Records: []))
            .SelectMany(figures => example.Compute(figures));

        new GoldenFile("published-" + kind).MustMatch(GoldenEntry.PerPeriod(cards));
    }

    [Fact]
    public void Every_state_signal_and_finding_is_pinned()
    {
        var cards = CityScorecards.Value.Concat(ByOtherRules.Value).Concat(GeneratedMortgages.Statements()).ToList();

        Assert.Equal(Enum.GetValues<LineState>(), cards.SelectMany(card => card.Lines).Select(line => line.State).Distinct().Order());
        Assert.Equal(Enum.GetValues<Signal>(), cards.SelectMany(card => card.Lines).Select(line => line.Signal).Distinct().Order());
        var findings = GoldenKind.All.Select(golden => (golden.Kind, golden.Findings)).Append((SocialMortgageStatements.Kind, MortgageFindings));
        Assert.All(findings, pinned => Assert.Equal(
            pinned.Findings.Order(StringComparer.Ordinal),
            cards.Where(card => card.Kind == pinned.Kind)
                .SelectMany(card => card.Findings).Select(finding => finding.Code)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<IScorecardKind> Examples() => ScorecardKinds.Names.Select(kind => ExampleKinds.Example(kind));

    private static IEnumerable<Scorecard> Compute(IEnumerable<IScorecardKind> kinds, MunicipalityFigures figures) =>
        kinds.SelectMany(kind => kind.Compute(figures));

    private static IEnumerable<Observation> Published(string dataset, string file)
    {
        var reading = Reading.ReadFile(dataset, Path.Combine(RepositoryFolder.PublishedData!, file));
        Assert.Equal(0, reading.Log.Errors);
        var delivery = Path.GetFileNameWithoutExtension(file);
        return reading.Observations.SelectMany(row => row.Values.Select(value => new Observation(
            row.Area, row.Period, value.Indicator, value.Value, dataset, row.BoundaryYear, row.Status, new SourceLine(delivery, value.Line))));
    }
}
