using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Azure.Functions.Worker.Tests.Support;

namespace Microsoft.Azure.Functions.Worker.Tests.CustomHandler;

/// <summary>The sample application as a real process.</summary>
public sealed class WorkerProcessTests
{
    [Fact]
    public async Task Under_the_host_the_application_runs_timers_and_requests_and_logs_errors_apart()
    {
        using var worker = await WorkerProcess.StartUnderHostAsync(WorkerProcess.BuiltFolder, WorkerProcess.FreePort());

        await HostedApplication.AssertWorksAsync(worker);

        await Eventually.TrueAsync(() => worker.Errors.Any(line => line.Contains("Function 'Nightly' failed. Invocation failing-id")), "the failure is logged");
        Assert.DoesNotContain(worker.Output, line => line.Contains("failed"));
        Assert.Contains(worker.Output, line => line.Contains("Application started"));
    }

    [Fact]
    public async Task An_application_that_was_killed_in_the_middle_of_a_run_starts_again_on_the_same_port()
    {
        var port = WorkerProcess.FreePort();
        using (var worker = await WorkerProcess.StartUnderHostAsync(WorkerProcess.BuiltFolder, port))
        {
            using var request = HostRequests.Timer("Slow", "slow-id");
            var running = worker.Http.SendAsync(request, TestContext.Current.CancellationToken);
            await Eventually.TrueAsync(
                async () => (await worker.Http.GetStringAsync("/api/v1/journal", TestContext.Current.CancellationToken)).Contains("Slow begins"),
                "the run is under way");
            worker.Kill();
            await Assert.ThrowsAsync<HttpRequestException>(() => running);
        }

        using var next = await WorkerProcess.StartUnderHostAsync(WorkerProcess.BuiltFolder, port);
        await HostedApplication.AssertWorksAsync(next);
    }

    [Fact]
    public async Task Alone_the_application_tells_its_address_and_runs_timers_by_hand()
    {
        var (process, http) = await WorkerProcess.StartAloneAsync(new()
        {
            ["IngestSchedule"] = "0 0 4 * * *",
            ["WEBSITE_TIME_ZONE"] = "Europe/Amsterdam",
        });
        using (process)
        using (http)
        {
            using var accepted = await http.PostAsync(
                "/admin/functions/Ingest", new StringContent("""{"input":""}""", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
            await Eventually.TrueAsync(
                async () => (await http.GetFromJsonAsync<string[]>("/api/v1/journal", TestContext.Current.CancellationToken))!.Length == 1,
                "the timer has run");
            Assert.Contains("\"GM0363\"", await http.GetStringAsync("/api/v1/areas/GM0363", TestContext.Current.CancellationToken));
        }
    }
}

/// <summary>What the sample application must do under the host, however it was deployed.</summary>
internal static class HostedApplication
{
    public static async Task AssertWorksAsync(WorkerProcess worker)
    {
        await AssertTimersAsync(worker);
        await AssertRequestsAsync(worker);
    }

    private static async Task AssertTimersAsync(WorkerProcess worker)
    {
        var ids = Enumerable.Range(0, 8).Select(number => $"id-{number}").ToList();
        var answers = await Task.WhenAll(ids.Select(id => worker.Http.SendAsync(HostRequests.Timer("Ingest", id), TestContext.Current.CancellationToken)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var journal = await worker.Http.GetFromJsonAsync<string[]>("/api/v1/journal", TestContext.Current.CancellationToken);
        Assert.All(ids, id => Assert.Single(journal!, line => line.StartsWith($"Ingest {id} pastDue=True next=2026-03-29T")));

        using var failing = await worker.Http.SendAsync(HostRequests.Timer("Nightly", "failing-id"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, failing.StatusCode);
        Assert.DoesNotContain("secret", await failing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task AssertRequestsAsync(WorkerProcess worker)
    {
        using var get = new HttpRequestMessage(HttpMethod.Get, "/api/v1/areas/GM0363?x=1,2");
        get.Headers.Add(HostRequests.InvocationIdHeader, "http-id");
        using var area = await worker.Http.SendAsync(get, TestContext.Current.CancellationToken);
        Assert.Equal(
            """{"code":"GM0363","path":"/api/v1/areas/GM0363","query":"?x=1,2"}""",
            await area.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("GetArea", area.Headers.GetValues("x-function").Single());
        Assert.Equal("http-id", area.Headers.GetValues("x-invocation").Single());

        using var put = await worker.Http.PutAsync("/api/v1/areas/GM0363", new StringContent("body"), TestContext.Current.CancellationToken);
        Assert.Equal("""{"code":"GM0363","body":"body"}""", await put.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        using var failing = await worker.Http.GetAsync("/api/v1/fail", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, failing.StatusCode);
        Assert.Empty(await failing.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Equal("page 'a/b.css'", await worker.Http.GetStringAsync("/a/b.css", TestContext.Current.CancellationToken));
    }
}
