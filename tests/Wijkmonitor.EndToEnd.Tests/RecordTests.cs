using System.Net;
using Wijkmonitor.Functions.Api;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests;

/// <summary>Notes about areas, through files and HTTP.</summary>
public sealed class RecordTests(StorageEmulator emulator)
{
    private const string Header = "area;reference;date;indicator;partner;action\n";
    private const string Areas = "code;name;boundary_year\nCU0153-dolphia;Dolphia;2016\nBU01530000;Een buurt;2016\n";

    [Fact]
    public async Task A_note_is_served_with_its_source_and_a_later_one_with_the_same_reference_takes_its_place()
    {
        await using var monitor = await StartAsync();
        var first = await monitor.DeliverAsync("compass-actions/first.csv", Header
            + "CU0153-dolphia;K1;2018-02-01;early_school_leavers;scholen;Huiswerkavond\n"
            + "CU0153-dolphia;K2;2018-02-01;early_school_leavers;welzijn;Sportmiddag\n"
            + "BU01530000;K3;2018-02-01;early_school_leavers;scholen;Open dag\n");
        var second = await monitor.DeliverAsync("compass-actions/second.csv", Header
            + "CU0153-dolphia;K1;2018-03-01;early_school_leavers;scholen;Huiswerkavond, elke week\n");

        var records = await monitor.GetAsync("/api/v1/areas/CU0153-dolphia/records", ApiJson.Default.ItemListRecordResource);
        var none = await monitor.GetAsync("/api/v1/areas/CU0153-dolphia/records?dataset=another", ApiJson.Default.ItemListRecordResource);
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
        Assert.Empty((await monitor.GetAsync("/api/v1/areas/CU0153-dolphia/records", ApiJson.Default.ItemListRecordResource)).Items);
    }

    private async Task<RunningMonitor> StartAsync()
    {
        var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());
        await monitor.DeliverAsync("areas/areas.csv", Areas);
        return monitor;
    }
}
