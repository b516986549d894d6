using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Discovery;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Builds a function application: its services, settings, log and middleware.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder web;
    private readonly WorkerMode mode;
    private readonly IReadOnlyCollection<Type> functionTypes;
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware = [];
    private bool built;

    internal FunctionsApplicationBuilder(string[]? args, Assembly application)
        : this(args, application, application.GetTypes(), contentRoot: null)
    {
    }

    internal FunctionsApplicationBuilder(string[]? args, Assembly application, IReadOnlyCollection<Type> functionTypes, string? contentRoot)
    {
        this.functionTypes = functionTypes;
        web = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = application.GetName().Name,
            ContentRootPath = contentRoot,
            EnvironmentName = System.Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        mode = WorkerMode.Of(web.Configuration);
        WebDefaults.AddSettings(web, mode);
        WebDefaults.AddServer(web, mode);
        WebDefaults.AddLog(web, mode);
    }

    /// <inheritdoc />
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)web).Properties;

    /// <inheritdoc />
    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <summary>The settings of the application.</summary>
    public ConfigurationManager Configuration => web.Configuration;

    /// <inheritdoc />
    public IHostEnvironment Environment => web.Environment;

    /// <inheritdoc />
    public ILoggingBuilder Logging => web.Logging;

    /// <inheritdoc />
    public IMetricsBuilder Metrics => web.Metrics;

    /// <inheritdoc cref="IHostApplicationBuilder.Services" />
    public IServiceCollection Services => web.Services;

    internal bool TakesHttp { get; set; }

    /// <summary>Builds the application. This can be done once.</summary>
    /// <returns>The application, to be run.</returns>
    /// <exception cref="InvalidOperationException">
    /// The application was built before, or one of its functions is not declared well.
    /// </exception>
    public IHost Build()
    {
        ThrowIfBuilt();
        built = true;
        return WorkerHost.Build(web, mode, FunctionCatalogue.Of(functionTypes), middleware, TakesHttp);
    }

    /// <inheritdoc />
    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)web).ConfigureContainer(factory, configure);

    /// <inheritdoc />
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        ThrowIfBuilt();
        this.middleware.Add(middleware);
        return this;
    }

    private void ThrowIfBuilt()
    {
        if (built)
        {
            throw new InvalidOperationException("The application has already been built.");
        }
    }
}
