using Wijkmonitor.Functions.Tests.Storage.Rows;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Testing;

namespace Wijkmonitor.Functions.Tests.Scoring;

/// <summary>Scorecards use figures of other municipalities as they are after the same run.</summary>
public sealed class SourcesFirstTests(StorageEmulator emulator)
{
    private const string Areas = """
        code;name;boundary_year
        GM0100;Een;2024
        BU01000009;Zuid;2024
        GM0100;Een;2025
        BU01000000;Noord;2025
        GM1900;Twee;2024
        BU19000000;Noord;2024
        GM1900;Twee;2025
        BU19000009;Zuid;2025

        """;

    private const string Crosswalks = """
        from_year;from_code;to_year;to_code;share
        2024;BU19000000;2025;BU01000000;1
        2024;BU01000009;2025;BU19000009;1

        """;

    private const string Figures = """
        area;period;indicator;value;boundary_year
        BU19000000;2024;inhabitants;70;2024
        BU01000009;2024;inhabitants;60;2024

        """;

    [Fact]
    public async Task Municipalities_that_exchanged_areas_are_both_right_after_one_file()
    {
        var kind = new CarriedFigures();
        await using var monitor = await CityMonitor.StartAsync(
            emulator.NewAccount(),
            [Stores.Definition("areas"), Stores.Definition("crosswalks"), Stores.Definition("area-indicators")],
            new Dictionary<string, string?>(StringComparer.Ordinal),
            kind);
        await monitor.DeliverAsync("areas", "more.csv", Areas);
        await monitor.DeliverAsync("crosswalks", "exchanged.csv", Crosswalks);

        await monitor.DeliverAsync("area-indicators", "both.csv", Figures);

        Assert.Equal(70m, kind.Seen["BU01000000"]);
        Assert.Equal(60m, kind.Seen["BU19000009"]);
    }

    // Notes what a kind of scorecards is given of the areas of 2025 in the year before.
    private sealed class CarriedFigures : IScorecardKind
    {
        public Dictionary<string, decimal?> Seen { get; } = new(StringComparer.Ordinal);

        public string Name => "carried";

        public string RuleVersion => "rules-1";

        public ScorecardKindInfo Info => new(Name, new(Name, Name), new("", ""), Order: 10, ScorecardLayout.Lines);

        public IEnumerable<Scorecard> Compute(MunicipalityFigures figures, Action<ScorecardFailure>? onFailure = null)
        {
            foreach (var area in figures.Areas.Where(area => area.Code.Level == AreaLevel.Neighbourhood && area.BoundaryYear == 2025))
            {
                Seen[area.Code.Value] = figures.Observations.Find(area.Code, new Period(2024), "inhabitants", 2025)?.Value.Number;
            }

            return [];
        }
    }
}
