using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Tests.Invocation;

public sealed class InvocationTests
{
    [Fact]
    public async Task Each_invocation_has_a_class_and_a_scope_of_its_own_which_end_with_it()
    {
        await using var worker = await TestWorker.StartAsync([typeof(ScopedFunctions)], builder => builder.Services.AddScoped<PerInvocation>());

        var first = await worker.Http.GetStringAsync("/api/Scoped", TestContext.Current.CancellationToken);
        var second = await worker.Http.GetStringAsync("/api/Scoped", TestContext.Current.CancellationToken);

        Assert.StartsWith("same ", first);
        Assert.StartsWith("same ", second);
        Assert.NotEqual(first, second);
        await Eventually.TrueAsync(() => worker.Recorder.Lines.Count == 4, "both invocations have ended");
        Assert.Equal(2, worker.Recorder.Lines.Count(line => line == "class ends"));
        Assert.Equal(2, worker.Recorder.Lines.Count(line => line == "scope ends"));
    }

    [Fact]
    public async Task The_context_tells_of_function_and_invocation()
    {
        await using var worker = await TestWorker.StartAsync([typeof(ContextFunctions)]);

        var answer = await worker.Http.GetStringAsync("/api/contexts/7", TestContext.Current.CancellationToken);

        Assert.Equal(
            "Context/Context/Microsoft.Azure.Functions.Worker.Tests.Invocation.ContextFunctions.Describe/"
            + "request,context,id/request:httpTrigger:In/http/7/0/True/True",
            answer);
        Assert.Contains(worker.Log.All, line => line == "Information Function.mine.User: by name ");
        Assert.Contains(worker.Log.All, line => line == $"Information {typeof(ContextFunctions).FullName}: by type ");
    }

    [Fact]
    public async Task Invocations_run_beside_each_other()
    {
        await using var worker = await TestWorker.StartAsync([typeof(ContextFunctions)], builder => builder.Services.AddSingleton(new Barrier(4)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            worker.Http.GetStringAsync("/api/Together", TestContext.Current.CancellationToken)));

        Assert.All(answers, answer => Assert.Equal("together", answer));
    }
}

public sealed class PerInvocation(Recorder recorder) : IDisposable
{
    public Guid Id { get; } = Guid.NewGuid();

    public void Dispose() => recorder.Add("scope ends");
}

public sealed class ScopedFunctions(PerInvocation scoped, IServiceProvider services, Recorder recorder) : IDisposable
{
    [Function("Scoped")]
    public string Get([HttpTrigger("get")] HttpRequest request, FunctionContext context)
    {
        var all = new[]
        {
            scoped.Id,
            services.GetRequiredService<PerInvocation>().Id,
            context.InstanceServices.GetRequiredService<PerInvocation>().Id,
            request.HttpContext.RequestServices.GetRequiredService<PerInvocation>().Id,
        };
        return $"{(all.Distinct().Count() == 1 ? "same" : "different")} {scoped.Id}";
    }

    public void Dispose() => recorder.Add("class ends");
}

public static class ContextFunctions
{
    [Function("Context")]
    public static string Describe([HttpTrigger("get", Route = "contexts/{id}")] HttpRequest request, FunctionContext context, string id)
    {
        context.GetLogger("mine").LogInformation("by name");
        context.InstanceServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ContextFunctions)).LogInformation("by type");
        var definition = context.FunctionDefinition;
        var trigger = definition.InputBindings.Values.Single();
        return string.Join(
            '/',
            definition.Name,
            context.FunctionId,
            definition.EntryPoint,
            string.Join(',', definition.Parameters.Select(parameter => parameter.Name)),
            $"{trigger.Name}:{trigger.Type}:{trigger.Direction}",
            definition.OutputBindings.Values.Single().Type,
            context.BindingContext.BindingData["id"],
            context.RetryContext.RetryCount,
            ReferenceEquals(context.GetHttpContext()!.Request, request),
            Guid.TryParse(context.InvocationId, out _));
    }

    [Function("Together")]
    public static async Task<string> Together([HttpTrigger("get")] HttpRequest request, FunctionContext context)
    {
        var barrier = context.InstanceServices.GetRequiredService<Barrier>();
        return await Task.Run(() => barrier.SignalAndWait(TimeSpan.FromMinutes(1)) ? "together" : "alone");
    }
}
