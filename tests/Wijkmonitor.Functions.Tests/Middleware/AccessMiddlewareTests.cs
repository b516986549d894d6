using System.Text;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Moq;
using Wijkmonitor.Functions.Middleware;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage.SocialMortgages;
using StorageTables = Wijkmonitor.Functions.Storage.Core.Tables;

namespace Wijkmonitor.Functions.Tests.Middleware;

/// <summary>The function that the host chose against the one that the worker's own routing chose.</summary>
public sealed class AccessMiddlewareTests
{
    // The key under which the worker keeps the request of an invocation.
    private const string RequestItem = "HttpRequestContext";

    [Theory]
    [InlineData("ListIndicators", "ListIndicators", true)]
    [InlineData("ListIndicators", "ZFallbackApi", false)]
    [InlineData("ZFallbackApi", "WithdrawDelivery", false)]
    [InlineData("ListIndicators", null, false)]
    [InlineData("ListIndicators", "listindicators", false)]
    [InlineData("NeverDeclared", "NeverDeclared", false)]
    public async Task A_function_runs_only_when_host_and_worker_chose_the_same_one(string byHost, string? byWorker, bool runs)
    {
        var logger = new Mock<ILogger<AccessMiddleware>>();
        logger.Setup(log => log.IsEnabled(It.IsAny<LogLevel>())).Returns(true);
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        if (byWorker is not null)
        {
            http.SetEndpoint(new Endpoint(requestDelegate: null, EndpointMetadataCollection.Empty, byWorker));
        }

        var ran = false;
        await Middleware(logger.Object).Invoke(Invocation(byHost, http), _ =>
        {
            ran = true;
            return Task.CompletedTask;
        });

        Assert.Equal(runs, ran);
        Assert.Equal(runs ? 200 : byHost == byWorker ? 403 : 404, http.Response.StatusCode);
        logger.Verify(
            log => log.Log(LogLevel.Error, It.Is<EventId>(id => id.Id == 133), It.IsAny<It.IsAnyType>(), null,
                It.IsAny<Func<It.IsAnyType, Exception?, string>>()),
            byHost == byWorker ? Times.Never : Times.Once);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(24)]
    public async Task To_the_data_team_of_another_dataset_a_delivery_is_as_one_that_never_was(int length)
    {
        var team = new Caller(IsKnown: true, Roles.DataTeam, Scope.None with { Datasets = new HashSet<string>(StringComparer.Ordinal) { "areas" } });
        var (existing, never) = ($"kwb-{new string('a', length)}", "kwb-is-no-id-of-a-delivery");

        var answers = await Task.WhenAll(new[] { existing, never }.Select(id => AskAsync(team, id)));

        Assert.Equal(StatusCodes.Status404NotFound, answers[0].Status);
        Assert.Equal(answers[1].Status, answers[0].Status);
        Assert.Equal(answers[1].Headers, answers[0].Headers);
        Assert.Equal(answers[1].Body.Replace(never, existing, StringComparison.Ordinal), answers[0].Body);
    }

    private static async Task<(int Status, string Headers, string Body)> AskAsync(Caller caller, string id)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        http.SetEndpoint(new Endpoint(requestDelegate: null, EndpointMetadataCollection.Empty, "GetDelivery"));
        http.Request.RouteValues["id"] = id;
        await Middleware(Mock.Of<ILogger<AccessMiddleware>>(), caller)
            .Invoke(Invocation("GetDelivery", http), _ => throw new InvalidOperationException("It ran."));
        var headers = http.Response.Headers.Where(header => header.Key != "Content-Length").Select(header => $"{header.Key}: {header.Value}");
        return (http.Response.StatusCode, string.Join('\n', headers), Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()));
    }

    [Fact]
    public async Task A_timer_needs_no_access()
    {
        var ran = false;

        await Middleware(Mock.Of<ILogger<AccessMiddleware>>()).Invoke(Invocation("Ingest", http: null), _ =>
        {
            ran = true;
            return Task.CompletedTask;
        });

        Assert.True(ran);
    }

    // Anyone who has a key is the administrator, so that nothing but the choice of function can refuse.
    private static AccessMiddleware Middleware(ILogger<AccessMiddleware> logger, Caller? caller = null)
    {
        var policy = new SecurityPolicy(IdentityMode.Keys, caller ?? new Caller(IsKnown: true, Roles.Admin, Scope.None), []);
        return new AccessMiddleware(new Identification(policy), new ContractStore(new StorageTables(new TableServiceClient("UseDevelopmentStorage=true"))),
            logger);
    }

    private static FunctionContext Invocation(string function, HttpContext? http)
    {
        var items = new Dictionary<object, object>();
        if (http is not null)
        {
            items[RequestItem] = http;
        }

        var definition = new Mock<FunctionDefinition>();
        definition.Setup(declared => declared.Name).Returns(function);
        var context = new Mock<FunctionContext>();
        context.Setup(invocation => invocation.FunctionDefinition).Returns(definition.Object);
        context.Setup(invocation => invocation.Items).Returns(items);
        return context.Object;
    }
}
