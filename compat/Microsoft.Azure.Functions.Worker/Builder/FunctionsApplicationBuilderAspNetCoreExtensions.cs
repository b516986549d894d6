using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Gives HTTP functions ASP.NET Core's request and results.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Lets HTTP functions take an HttpRequest and give an IResult or IActionResult.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        if (!builder.TakesHttp)
        {
            builder.TakesHttp = true;
            builder.Services.AddMvcCore();
            builder.Use(HttpInvocation.Middleware);
        }

        return builder;
    }

    /// <summary>Lets HTTP functions take an HttpRequest and give an IResult or IActionResult.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configureWorker">Configures the worker further.</param>
    /// <returns>The builder.</returns>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(
        this FunctionsApplicationBuilder builder, Action<IFunctionsWorkerApplicationBuilder> configureWorker)
    {
        ArgumentNullException.ThrowIfNull(configureWorker);
        builder.ConfigureFunctionsWebApplication();
        configureWorker(builder);
        return builder;
    }

    /// <summary>Lets HTTP functions take an HttpRequest and give an IResult or IActionResult.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configureWorker">Configures the worker further, given the settings and environment.</param>
    /// <returns>The builder.</returns>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(
        this FunctionsApplicationBuilder builder, Action<HostBuilderContext, IFunctionsWorkerApplicationBuilder> configureWorker)
    {
        ArgumentNullException.ThrowIfNull(configureWorker);
        builder.ConfigureFunctionsWebApplication();
        var context = new HostBuilderContext(builder.Properties)
        {
            Configuration = builder.Configuration,
            HostingEnvironment = builder.Environment,
        };
        configureWorker(context, builder);
        return builder;
    }
}
