using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Tests.Invocation;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Middleware_runs_in_the_order_of_its_registration_around_the_function()
    {
        await using var worker = await StartAsync(builder =>
        {
            builder.UseMiddleware<RecordingMiddleware>();
            builder.UseMiddleware(async (context, next) =>
            {
                Recorder(context).Add("second in");
                await next();
                Recorder(context).Add("second out");
            });
        });

        Assert.Equal("answer", await worker.Http.GetStringAsync("/api/Answer", TestContext.Current.CancellationToken));

        Assert.Equal(["first in Answer", "second in", "function", "second out", "first out"], worker.Recorder.Lines);
    }

    [Fact]
    public async Task Middleware_also_wraps_timers_which_have_no_http_context()
    {
        await using var worker = await StartAsync(builder => builder.UseMiddleware((context, next) =>
        {
            Recorder(context).Add($"{context.FunctionDefinition.Name} {context.GetHttpContext() is null}");
            return next();
        }));

        using var response = await worker.Http.PostAsync(
            "/admin/functions/Tick", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(() => worker.Recorder.Lines.Contains("tick"), "the timer has run");
        Assert.Equal(["Tick True", "tick"], worker.Recorder.Lines);
    }

    [Fact]
    public async Task Middleware_that_does_not_go_on_answers_itself()
    {
        await using var worker = await StartAsync(builder => builder.UseMiddleware(async (context, _) =>
        {
            var response = context.GetHttpContext()!.Response;
            response.StatusCode = 403;
            await response.WriteAsync("no", context.CancellationToken);
        }));

        using var response = await worker.Http.GetAsync("/api/Answer", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("no", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(worker.Recorder.Lines);
    }

    [Fact]
    public async Task A_functions_exception_goes_through_the_middleware_which_may_turn_it_into_a_result()
    {
        await using var worker = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (NotSupportedException error)
            {
                context.GetInvocationResult().Value = TypedResults.Problem(error.Message, statusCode: 409);
            }
        }));

        using var response = await worker.Http.GetAsync("/api/Refuse", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("refused", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Middleware_may_replace_the_result_and_ask_for_its_type()
    {
        await using var worker = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            await next();
            Assert.Throws<InvalidOperationException>(context.GetInvocationResult<Recorder>);
            Assert.IsAssignableFrom<IResult>(context.GetInvocationResult<IResult>().Value);
            context.GetInvocationResult<IResult>().Value = TypedResults.Text("replaced");
        }));

        Assert.Equal("replaced", await worker.Http.GetStringAsync("/api/Answer", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Conditional_middleware_runs_where_its_condition_holds()
    {
        await using var worker = await StartAsync(builder =>
        {
            builder.UseWhen<RecordingMiddleware>(context => context.FunctionDefinition.Name == "Other");
            builder.UseWhen(context => context.FunctionDefinition.Name == "Answer", (context, next) =>
            {
                Recorder(context).Add("inline");
                return next();
            });
        });

        await worker.Http.GetStringAsync("/api/Answer", TestContext.Current.CancellationToken);
        await worker.Http.GetStringAsync("/api/Other", TestContext.Current.CancellationToken);

        Assert.Equal(["inline", "function", "first in Other", "first out"], worker.Recorder.Lines);
    }

    [Fact]
    public void Middleware_cannot_be_added_to_a_built_application_nor_the_application_built_twice()
    {
        using var folder = new TestFolder();
        var builder = TestWorker.CreateBuilder(folder, []);
        using var host = builder.Build();

        Assert.Throws<InvalidOperationException>(() => builder.UseMiddleware((_, next) => next()));
        Assert.Throws<InvalidOperationException>(builder.Build);
    }

    private static Task<TestWorker> StartAsync(Action<FunctionsApplicationBuilder> configure) =>
        TestWorker.StartAsync([typeof(WrappedFunctions)], configure);

    private static Recorder Recorder(FunctionContext context) => context.InstanceServices.GetRequiredService<Recorder>();
}

public sealed class RecordingMiddleware(Recorder recorder) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        recorder.Add($"first in {context.FunctionDefinition.Name}");
        await next(context);
        recorder.Add("first out");
    }
}

public sealed class WrappedFunctions(Recorder recorder)
{
    [Function("Answer")]
    public IResult Answer([HttpTrigger("get")] HttpRequest request)
    {
        recorder.Add("function");
        return TypedResults.Text("answer");
    }

    [Function("Other")]
    public static IResult Other([HttpTrigger("get")] HttpRequest request) => TypedResults.Text("other");

    [Function("Refuse")]
    public static IResult Refuse([HttpTrigger("get")] HttpRequest request) => throw new NotSupportedException("refused");

    [Function("Tick")]
    public void Tick([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => recorder.Add("tick");
}
