using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Tests.Support;

namespace Microsoft.Azure.Functions.Worker.Tests.Invocation;

public sealed class DeclarationTests
{
    [Theory]
    [InlineData(typeof(WrongName), "9lives", "begins with a letter")]
    [InlineData(typeof(SameNames), "twice", "Two functions are called")]
    [InlineData(typeof(NotPublic), "Hidden", "must be public")]
    [InlineData(typeof(NoTrigger), "Untriggered", "exactly one parameter")]
    [InlineData(typeof(UnknownParameter), "Unknown", "parameter 'area' cannot be bound")]
    [InlineData(typeof(UnboundRequest), "Unbound", "an HTTP trigger takes an HttpRequest")]
    [InlineData(typeof(TakesTimersPost), "Ingest", "takes POST /Ingest")]
    public void A_function_that_cannot_run_stops_the_start_and_is_named(Type functions, string name, string reason)
    {
        using var folder = new TestFolder();
        folder.Write("host.json", """{ "extensions": { "http": { "routePrefix": "" } } }""");
        var builder = TestWorker.CreateBuilder(folder, [functions]);
        builder.ConfigureFunctionsWebApplication();

        var error = Assert.Throws<InvalidOperationException>(builder.Build);

        Assert.Contains(name, error.Message);
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void An_http_function_needs_the_web_application()
    {
        using var folder = new TestFolder();
        var builder = TestWorker.CreateBuilder(folder, [typeof(UnknownParameter)]);

        var error = Assert.Throws<InvalidOperationException>(builder.Build);

        Assert.Contains("ConfigureFunctionsWebApplication", error.Message);
    }

    [Fact]
    public void A_builder_finds_the_functions_of_the_application_that_made_it()
    {
        var builder = FunctionsApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);

        Assert.Equal(typeof(DeclarationTests).Assembly.GetName().Name, builder.Environment.ApplicationName);
        Assert.Throws<InvalidOperationException>(builder.Build);
    }
}

public static class WrongName
{
    [Function("9lives")]
    public static void Run([TimerTrigger("0 * * * * *")] TimerInfo timer)
    {
    }
}

public static class SameNames
{
    [Function("Twice")]
    public static void First([TimerTrigger("0 * * * * *")] TimerInfo timer)
    {
    }

    [Function("twice")]
    public static void Second([TimerTrigger("0 * * * * *")] TimerInfo timer)
    {
    }
}

public static class NotPublic
{
    [Function("Hidden")]
    internal static void Run([TimerTrigger("0 * * * * *")] TimerInfo timer)
    {
    }
}

public static class NoTrigger
{
    [Function("Untriggered")]
    public static void Run(TimerInfo timer)
    {
    }
}

public static class UnknownParameter
{
    [Function("Unknown")]
    public static string Run([HttpTrigger("get", Route = "areas/{code}")] HttpRequest request, string area) => area;
}

public static class UnboundRequest
{
    [Function("Unbound")]
    public static string Run([HttpTrigger("post")] string body) => body;
}

public static class TakesTimersPost
{
    [Function("Everything")]
    public static string Run([HttpTrigger(Route = "{*path}")] HttpRequest request, string? path) => path ?? "";

    [Function("Ingest")]
    public static void Ingest([TimerTrigger("0 * * * * *")] TimerInfo timer)
    {
    }
}
