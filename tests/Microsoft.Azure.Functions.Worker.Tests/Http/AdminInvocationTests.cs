using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Tests.Support;

namespace Microsoft.Azure.Functions.Worker.Tests.Http;

public sealed class AdminInvocationTests
{
    [Fact]
    public async Task A_timer_started_by_hand_is_accepted_at_once_and_runs_after_the_one_under_way()
    {
        await using var worker = await TestWorker.StartAsync([typeof(ByHand)]);

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(worker, "byhand", """{"input":""}"""));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(worker, "ByHand", """{"input":""}"""));
        await Eventually.TrueAsync(() => worker.Recorder.Lines.Count == 1, "the first run has begun");
        worker.Recorder.Gate.Release();
        await Eventually.TrueAsync(() => worker.Recorder.Lines.Count == 2, "the second run has begun");
        worker.Recorder.Gate.Release();

        Assert.Equal(["run beside 0, past due False", "run beside 0, past due False"], worker.Recorder.Lines);
    }

    [Theory]
    [InlineData("ByHand", """{"input":""}""", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("ByHand", "{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("ByHand", "", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("ByHand", "[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("Unknown", "{}", "application/json", HttpStatusCode.NotFound)]
    [InlineData("Page", "{}", "application/json", HttpStatusCode.NotFound)]
    public async Task What_is_not_an_invocation_of_a_timer_is_refused(string name, string body, string type, HttpStatusCode status)
    {
        await using var worker = await TestWorker.StartAsync([typeof(ByHand)]);

        Assert.Equal(status, await PostAsync(worker, name, body, type));
        Assert.Empty(worker.Recorder.Lines);
    }

    private static async Task<HttpStatusCode> PostAsync(TestWorker worker, string name, string body, string type = "application/json")
    {
        using var response = await worker.Http.PostAsync(
            $"/admin/functions/{name}", new StringContent(body, Encoding.UTF8, type), TestContext.Current.CancellationToken);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return response.StatusCode;
    }
}

public sealed class ByHand(Recorder recorder)
{
    private static int running;

    [Function("ByHand")]
    public async Task RunAsync([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        recorder.Add($"run beside {Interlocked.Increment(ref running) - 1}, past due {timer.IsPastDue}");
        try
        {
            await recorder.Gate.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    [Function("Page")]
    public static string Page([HttpTrigger("get", Route = "{*path}")] HttpRequest request, string? path) => path ?? "";
}
