using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Azure.Functions.Worker.CustomHandler;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Azure.Functions.Worker.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Puts a built application together: functions, timers and the server's pipeline.</summary>
internal static class WorkerHost
{
    public static IHost Build(
        WebApplicationBuilder web,
        WorkerMode mode,
        FunctionCatalogue functions,
        IReadOnlyCollection<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware,
        bool takesHttp)
    {
        if (!takesHttp && functions.All.FirstOrDefault(function => function.Http is not null) is { } http)
        {
            throw new InvalidOperationException(
                $"Function '{http.Name}' is started over HTTP: call ConfigureFunctionsWebApplication on the builder.");
        }

        AddServices(web, mode, functions, middleware);
        var app = web.Build();
        Configure(app, mode, functions);
        app.Logger.Functions(functions.All.Count, string.Join(", ", functions.All.Select(function => function.Name)));
        return app;
    }

    private static void AddServices(
        WebApplicationBuilder web,
        WorkerMode mode,
        FunctionCatalogue functions,
        IReadOnlyCollection<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        web.Services.AddRouting();
        web.Services.AddSingleton(services => new FunctionInvoker(
            functions, middleware, services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<ILoggerFactory>()));
        if (!mode.IsUnderHost)
        {
            web.Services.AddSingleton(services => new TimerService(
                functions,
                services.GetRequiredService<FunctionInvoker>(),
                web.Configuration,
                services.GetService<TimeProvider>() ?? TimeProvider.System,
                services.GetRequiredService<ILoggerFactory>(),
                services.GetRequiredService<IHostApplicationLifetime>()));
            web.Services.AddHostedService(services => services.GetRequiredService<TimerService>());
        }
    }

    private static void Configure(WebApplication app, WorkerMode mode, FunctionCatalogue functions)
    {
        var invoker = app.Services.GetRequiredService<FunctionInvoker>();
        var prefix = RoutePrefix.Read(
            app.Configuration["FUNCTIONS_APP_ROOT_PATH"], app.Environment.ContentRootPath, AppContext.BaseDirectory);
        HttpFunctionRoutes.EnsureApartFromTimers(functions, prefix);
        if (mode.IsUnderHost)
        {
            var invocations = new HostInvocation(functions, invoker, app.Lifetime.ApplicationStopping);
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null });
            app.Use(KeepFailuresInsideAsync);
            app.Use(invocations.HandleAsync);
            app.UseRouting();
            app.MapGet("/", AnswerProbe).WithOrder(int.MaxValue);
        }
        else
        {
            app.Use(KeepFailuresInsideAsync);
            app.UseRouting();
            AdminInvocation.Map(app, app.Services.GetRequiredService<TimerService>());
        }

        HttpFunctionRoutes.Map(app, functions, prefix, invoker, idFromHost: mode.IsUnderHost);
    }

    /// <summary>The host asks for / until anything answers. A function of that path, or one for all paths, goes before this.</summary>
    private static Task AnswerProbe(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status200OK;
        return Task.CompletedTask;
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "No failure's text may reach a caller.")]
    private static async Task KeepFailuresInsideAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception failure)
        {
            if (failure is not BadHttpRequestException and not OperationCanceledException)
            {
                var logger = http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.Azure.Functions.Worker");
                logger.RequestFailed(failure, http.Request.Method, http.Request.Path);
            }

            HttpInvocation.Fail(http, failure);
        }
    }
}
