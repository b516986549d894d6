using System.Net;
using Wijkmonitor.Functions.Api.Observations;
using Wijkmonitor.Functions.Api.Scorecards;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Figures;

/// <summary>Notes about areas, through files and HTTP.</summary>
public sealed class RecordTests(StorageEmulator emulator)
{
    private const string Header = "area;reference;date;indicator;partner;action\n";
    private const string Areas = "code;name;boundary_year\nCU0153-dolphia;Dolphia;2016\nBU01530000;Een buurt;2016\n"
        + "GM0153;Enschede;2016\nWK015300;Wijk 00;2016\nWK015301;Wijk 01;2016\nWK015302;Wijk 02;2016\n";

    [Fact]
    public async Task A_note_is_served_with_its_source_and_replaced_by_a_later_one()
    {
        await using var monitor = await StartAsync();
        var first = await monitor.DeliverAsync("compass-actions/first.csv", Header
            + "CU0153-dolphia;K1;2018-02-01;early_school_leavers;scholen;Huiswerkavond\n"
            + "CU0153-dolphia;K2;2018-02-01;early_school_leavers;welzijn;Sportmiddag\n"
            + "BU01530000;K3;2018-02-01;early_school_leavers;scholen;Open dag\n");
        var second = await monitor.DeliverAsync("compass-actions/second.csv", Header
            + "CU0153-dolphia;K1;2018-03-01;early_school_leavers;scholen;Huiswerkavond, elke week\n");

        var records = await monitor.GetAsync("/api/v1/areas/CU0153-dolphia/records", ObservationsJson.Default.ItemListRecordResource);
        var none = await monitor.GetAsync("/api/v1/areas/CU0153-dolphia/records?dataset=another", ObservationsJson.Default.ItemListRecordResource);
        using var unknown = await monitor.App.Client.GetAsync("/api/v1/areas/BU09990000/records", TestContext.Current.CancellationToken);

        Assert.Equal(("served", "served", 3), (first.State, second.State, first.Rows));
        Assert.Equal(
            [("K1", "Huiswerkavond, elke week", second.Id, 2), ("K2", "Sportmiddag", first.Id, 3)],
            records.Items.Select(r => (r.Reference, r.Fields["action"], r.Delivery, r.Line)));
        Assert.Equal(new DateOnly(2018, 3, 1), records.Items[0].Date);
        Assert.Empty(none.Items);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_file_with_a_note_about_an_unknown_area_is_refused_as_a_whole()
    {
        await using var monitor = await StartAsync();

        var delivery = await monitor.DeliverAsync("compass-actions/wrong.csv", Header
            + "CU0153-dolphia;K1;2018-02-01;early_school_leavers;scholen;Huiswerkavond\n"
            + "BU01539999;K2;2018-02-01;early_school_leavers;scholen;Huiswerkavond\n");

        var problem = Assert.Single((await monitor.ProblemsAsync(delivery)).Items);
        Assert.Equal(("refused", "area-unknown", "area", 3), (delivery.State, problem.Code, problem.Column, problem.Line));
        Assert.Empty((await monitor.GetAsync("/api/v1/areas/CU0153-dolphia/records", ObservationsJson.Default.ItemListRecordResource)).Items);
    }

    [Fact]
    public async Task A_delivered_action_answers_a_red_line_of_the_compass()
    {
        await using var monitor = await StartAsync();
        await monitor.DeliverAsync("area-indicators/figures.csv", "area;period;indicator;value;boundary_year\n"
            + "GM0153;2016;early_school_leavers;10;2016\nBU01530000;2016;early_school_leavers;17;2016\n");
        const string Path = "/api/v1/areas/BU01530000/scorecards/compass/2016";
        var before = await monitor.GetAsync(Path, ScorecardsJson.Default.Scorecard);

        var delivery = await monitor.DeliverAsync("compass-actions/one.csv", Header + "BU01530000;K1;2016-02-01;early_school_leavers;scholen;Huiswerkavond\n");

        var after = await monitor.GetAsync(Path, ScorecardsJson.Default.Scorecard);
        Assert.Contains(before.Findings, f => f.Code == "ask-partners");
        Assert.DoesNotContain(after.Findings, f => f.Code == "ask-partners");
        Assert.Contains("scholen: Huiswerkavond (1 februari 2016)", after.Findings.Single(f => f.Code == "actions").Message.Nl);
        Assert.Equal(delivery.Id, after.Lines[0].Inputs.Single(i => i.Role == "action").Delivery);
    }

    [Fact]
    public async Task Liveability_is_computed_from_the_published_format()
    {
        await using var monitor = await StartAsync(("Rules__Liveability", "rules/liveability/example.json"));
        await monitor.DeliverAsync("interventions/one.csv", "area;reference;date;intervention\nWK015301;A1;2012-05-01;Vernieuwing van het plein\n");
        await monitor.DeliverAsync("leefbaarometer-2-classes/wijk.csv", "wk_code;KL02;KL08;KL12;KL14;KL16;VKL0208;VKL0212;VKL0214;VKL0216;VKL0812;VKL0814;VKL0816;VKL1214;VKL1216;VKL1416\n"
            + "WK015300;4;4;6;4;4;4;5;4;4;4;4;4;3;3;4\n"
            + "WK015301;4;4;4;5;6;4;4;4;4;4;4;4;4;5;4\n"
            + "WK015302;4;4;4;3;3;4;4;4;4;4;4;4;3;3;4\n");

        var district = await monitor.GetAsync("/api/v1/areas/WK015300/scorecards/liveability/2014", ScorecardsJson.Default.Scorecard);
        var municipality = await monitor.GetAsync("/api/v1/areas/GM0153/scorecards/liveability/2014", ScorecardsJson.Default.Scorecard);

        Assert.Equal("4 in 2002, daarna 6 in 2012, daarna 4 in 2014. Daarna daalde het; de winst is weer verdwenen.", district.Lines.Single(l => l.Code == "gain/liveability_class").Explanation.Nl);
        Assert.Equal(["below-lower-bound", "gain-gone"], district.Findings.Select(f => f.Code));
        Assert.Equal(33.3m, municipality.Totals.Single(t => t.Code == "gain-gone-areas/liveability_class").Value);
        Assert.Contains("vooruit in Wijk 01, waar een aanpak liep (Vernieuwing van het plein), en achteruit in Wijk 02", municipality.Findings.Single(f => f.Code == "waterbed").Message.Nl);
    }

    private async Task<RunningMonitor> StartAsync(params (string Name, string Value)[] settings)
    {
        var monitor = await RunningMonitor.StartAsync(emulator.NewAccount(), settings);
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        return monitor;
    }
}
